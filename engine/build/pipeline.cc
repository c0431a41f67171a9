#include "build/pipeline.h"

#include "compose/compose.h"
#include "page/paginate.h"

namespace galley {

std::optional<Document> typeset(const Inputs& inputs, Shaper& shaper, Diagnostics& diagnostics) {
  Document document;
  document.composed = compose(inputs.cv, inputs.layout, inputs.language);
  document.lines = flow(document.composed, inputs.layout, shaper, diagnostics);
  document.pages = paginate(document.lines, document.composed, inputs.layout);
  if (diagnostics.has_errors()) return std::nullopt;
  return document;
}

}  // namespace galley
