// The entry of galley-png.so. Linked into the component alone.
#include "components/component.h"
#include "components/entry.h"

namespace {
constexpr galley::PngComponent kFunctions{&galley::write_png, &galley::write_contact_sheet};
}  // namespace

extern "C" [[gnu::visibility("default")]] const galley::ComponentEntry galley_component{galley::kComponentStamp, &kFunctions};
