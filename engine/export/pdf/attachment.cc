#include "export/pdf/attachment.h"

#include "export/pdf/tree.h"

namespace galley::pdf {

/// No /ModDate or /CreationDate: they are optional, and would come from a clock.
std::optional<Dict> write_attachment(File& file, const std::optional<Attachment>& attachment) {
  if (!attachment) return std::nullopt;
  Dict content = file.stream(attachment->bytes, File::Packing::deflated);
  if (content) {
    content.name("Type", "EmbeddedFile").name("Subtype", attachment->mime_type);
    content.dict("Params").whole("Size", static_cast<long>(attachment->bytes.size()));
  }
  Dict specification = file.dict();
  specification.name("Type", "Filespec")
      .text("F", attachment->name)
      .text("UF", attachment->name)
      .text("Desc", attachment->description)
      .name("AFRelationship", "Source");
  specification.dict("EF").refer("F", content).refer("UF", content);
  file.catalog().array("AF").refer(specification);
  return write_name_tree(file, {{attachment->name, specification}});
}

}  // namespace galley::pdf
