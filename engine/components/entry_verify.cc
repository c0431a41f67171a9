// The entry of galley-verify.so. Linked into the component alone.
#include "components/component.h"
#include "components/entry.h"

namespace {
constexpr galley::VerifyComponent kFunctions{&galley::verify_pdf, &galley::embedded_data};
}  // namespace

extern "C" [[gnu::visibility("default")]] const galley::ComponentEntry galley_component{galley::kComponentStamp, &kFunctions};
