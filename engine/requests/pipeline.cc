#include "requests/pipeline.h"

#include "compose/compose.h"
#include "expect/expect.h"
#include "page/contrast.h"
#include "page/mirror.h"
#include "page/paginate.h"
#include "page/places.h"
#include "page/running.h"
#include "page/sheets.h"
#include "requests/fit.h"
#include "requests/pictures.h"
#include "requests/timed.h"
#include "text/features.h"

namespace galley {

std::optional<Document> typeset(const Inputs& inputs, const Layout& layout, Shaper& shaper, Diagnostics& diagnostics) {
  const auto is_unwanted = [&] { return inputs.goes_on && !inputs.goes_on(); };
  if (is_unwanted()) return std::nullopt;
  Document document;
  {
    const Timed timed(inputs.timings, "compose");
    document.composed = compose(inputs.cv, layout, inputs.language);
    draw_codes(document.composed, diagnostics);
  }
  std::vector<Flowed> streams;
  {
    const Timed timed(inputs.timings, "lines");
    const Setter setter{document.composed, layout.breaks, shaper, diagnostics};
    for (const Stream& stream : document.composed.streams) streams.push_back(flow(stream, setter));
  }
  if (inputs.keeps_flow) document.streams = streams;
  const Timed timed(inputs.timings, "pages");
  document.pages = paginate(std::move(streams), document.composed, layout);
  add_running_lines(document.pages, document.composed, layout, shaper, diagnostics);
  if (document.composed.right_to_left) mirror(document.pages);
  put_on_sheets(document.pages, layout.print);
  if (diagnostics.has_errors()) return std::nullopt;
  return document;
}

std::optional<Document> typeset_fitted(const Inputs& inputs, Shaper& shaper, Diagnostics& diagnostics) {
  std::string fitted;
  auto document = typeset_to_fit(inputs, shaper, diagnostics, fitted);
  if (document) document->fitted = std::move(fitted);
  if (!document) return std::nullopt;
  const Timed timed(inputs.timings, "checks");
  warn_of_features(document->composed.styles, shaper.fonts(), diagnostics);
  warn_of_contrast(document->pages, inputs.layout.least_contrast, diagnostics);
  check_places(document->pages, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return document;
}

std::optional<Document> make_document(Session& session, const Request& request, const Inputs& inputs) {
  FontBook fonts(session.shared.fonts(), font_folders(request));
  Shaper shaper(fonts, session.shared.words(), session.shared.lines_for(request.cv, inputs.layout.name));
  auto document = typeset_fitted(inputs, shaper, session.diagnostics);
  session.workspace.note(fonts.files_read());
  if (document && request.verify) document->expected = expect(inputs.cv, inputs.layout, inputs.language);
  return document;
}

std::optional<Document> make_document(Session& session, const Request& request) {
  const auto inputs = read_inputs(session, request);
  return inputs ? make_document(session, request, *inputs) : std::nullopt;
}

}  // namespace galley
