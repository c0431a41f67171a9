#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

#include "source/extent.h"
#include "source/node.h"
#include "source/tree_builder.h"

namespace galley {

std::optional<Node> parse(const SourceMap& sources, FileId file, Diagnostics& diagnostics, const ParseLimits& limits) {
  const std::string& text = sources.get(file).text;
  const std::size_t before = diagnostics.all().size();
  TreeBuilder builder(text, file, limits, diagnostics);
  std::istringstream stream(text);
  try {
    YAML::Parser parser(stream);
    if (parser.HandleNextDocument(builder)) parser.HandleNextDocument(builder);
    builder.check_nothing_skipped(text.size());
  } catch (const YAML::Exception& problem) {
    const auto at = static_cast<std::uint32_t>(std::max(problem.mark.pos, 0));
    diagnostics.error({file, at, at}, problem.msg);
  } catch (const StopParsing&) {
    if (builder.documents() > 1) {
      const auto at = static_cast<std::uint32_t>(builder.read_up_to());
      diagnostics.error({file, at, at}, "there is text after the end of the document");
    }
  }
  for (std::size_t i = before; i < diagnostics.all().size(); ++i)
    if (diagnostics.all()[i].severity == Severity::error) return std::nullopt;
  return builder.take_root();
}

}  // namespace galley
