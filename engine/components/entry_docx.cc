// The entry of galley-docx.so. Linked into the component alone.
#include "components/component.h"
#include "components/entry.h"

namespace {
constexpr galley::DocxComponent kFunctions{&galley::write_docx, &galley::read_xml, &galley::unzip};
}  // namespace

extern "C" [[gnu::visibility("default")]] const galley::ComponentEntry galley_component{galley::kComponentStamp, &kFunctions};
