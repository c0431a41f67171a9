#include "requests/stages.h"

#include <algorithm>

#include "base/suggest.h"
#include "requests/layout_files.h"
#include "requests/pipeline.h"
#include "requests/public_data.h"
#include "compose/compose.h"
#include "compose/dump_blocks.h"
#include "cv/dump_cv.h"
#include "export/dump/dump.h"
#include "export/text/text.h"
#include "page/dump_flow.h"
#include "source/dump_nodes.h"

namespace galley {
namespace {

using Text = std::optional<std::string>;

Text nodes(Session& session, const Request& request) {
  const CvReading reading = read_cv_of(session.shared, request);
  take_over(session, reading);
  if (reading.node) session.diagnostics = Diagnostics{};  // what is said of the tree's meaning belongs to the next stage
  if (!reading.node) return std::nullopt;
  return dump_nodes(request.with_private ? *reading.node : without_private(*reading.node), session.sources);
}

Text cv(Session& session, const Request& request) {
  const CvReading reading = read_cv_of(session.shared, request);
  take_over(session, reading);
  return reading.value ? Text(dump_cv(*reading.value, session.sources)) : std::nullopt;
}

Text layout(Session& session, const Request& request) {
  const std::string name = layout_name(request, request.layout.empty() ? read_cv_of(session.shared, request) : CvReading{});
  const auto reading = session.shared.layout(name, request.set);
  take_over(session, *reading);
  return reading->value ? Text(resolved_yaml(*reading->node)) : std::nullopt;
}

Text blocks(Session& session, const Request& request) {
  const auto inputs = read_inputs(session, request);
  return inputs ? Text(dump_blocks(compose(inputs->cv, inputs->layout, inputs->language))) : std::nullopt;
}

/// The stages up to the pages, then `show` on what they made.
template <typename Show>
Text of_document(Session& session, const Request& request, Show show) {
  const auto document = make_document(session, request);
  return document ? Text(show(*document)) : std::nullopt;
}

Text flow_lines(Session& session, const Request& request) {
  auto inputs = read_inputs(session, request);
  if (!inputs) return std::nullopt;
  inputs->keeps_flow = true;
  const auto document = make_document(session, request, *inputs);
  return document ? Text(dump_flow(document->streams)) : std::nullopt;
}

struct DumpStage {
  std::string_view name;
  Text (*dump)(Session&, const Request&);
};

constexpr DumpStage kStages[] = {
    {"nodes", nodes},
    {"cv", cv},
    {"layout", layout},
    {"blocks", blocks},
    {"flow", flow_lines},
    {"pages", [](Session& session, const Request& request) {
       return of_document(session, request, [](const Document& document) { return dump_pages(document.pages); });
     }},
    {"tags", [](Session& session, const Request& request) {
       return of_document(session, request, [](const Document& document) { return dump_tags(document.pages); });
     }},
    {"text", [](Session& session, const Request& request) {
       return of_document(session, request, [](const Document& document) { return write_text(document.pages); });
     }},
};

}  // namespace

std::vector<std::string> dump_stages() {
  std::vector<std::string> names;
  for (const DumpStage& stage : kStages) names.emplace_back(stage.name);
  return names;
}

std::optional<std::string> dump_stage(std::string_view name, Session& session, const Request& request) {
  for (const DumpStage& stage : kStages)
    if (stage.name == name) return stage.dump(session, request);
  const std::string unknown(name);
  session.diagnostics.fail(Blame::usage, {}, "there is no stage '" + unknown + "' to dump",
                           did_you_mean(unknown, dump_stages())).code = Code::unknown_name;
  return std::nullopt;
}

}  // namespace galley
