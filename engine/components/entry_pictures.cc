// The entry of galley-pictures.so. Linked into the component alone.
#include "components/component.h"
#include "components/entry.h"

namespace {
constexpr galley::PicturesComponent kFunctions{&galley::decode_image, &galley::encode_qr, &galley::inking_for};
}  // namespace

extern "C" [[gnu::visibility("default")]] const galley::ComponentEntry galley_component{galley::kComponentStamp, &kFunctions};
