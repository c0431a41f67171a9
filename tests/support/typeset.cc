#include "tests/support/typeset.h"
#include "tests/support/paths.h"

namespace galley::testing {

std::string Typeset::messages() const {
  std::string all;
  for (const Message& message : outcome_of(*session).messages) all += printed(message);
  return all;
}

std::unique_ptr<Typeset> typeset_file(const std::string& cv, const std::string& layout) {
  auto result = std::make_unique<Typeset>();
  Request request;
  request.cv = source_folder() + "/" + cv;
  request.layout = layout;
  result->inputs = read_inputs(*result->session, request);
  if (!result->inputs) return result;
  result->inputs->keeps_flow = true;
  result->fonts = std::make_unique<FontBook>(result->shared.fonts(), font_folders(request));
  result->shaper = std::make_unique<Shaper>(*result->fonts);
  result->document = typeset(*result->inputs, result->inputs->layout, *result->shaper, result->session->diagnostics);
  return result;
}

}  // namespace galley::testing
