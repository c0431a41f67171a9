// The entry of galley-fonts.so. Linked into the component alone.
#include "components/component.h"
#include "components/entry.h"

namespace {
constexpr galley::FontsComponent kFunctions{&galley::load_system_fonts};
}  // namespace

extern "C" [[gnu::visibility("default")]] const galley::ComponentEntry galley_component{galley::kComponentStamp, &kFunctions};
