#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>
#include <utility>

#include "yaml/condense.h"
#include "yaml/json_space.h"
#include "yaml/parse.h"
#include "yaml/surrogates.h"
#include "yaml/syntax_error.h"
#include "yaml/tree_builder.h"

namespace galley {
namespace {

/// yaml-cpp reads a whole line of brackets before it tells us of the first, at 270 bytes of memory each. Nobody opens
/// this many by accident, not even inside quotes.
constexpr std::size_t kMostOpenBrackets = 10'000;

std::optional<std::size_t> too_many_brackets(std::string_view text) {
  std::size_t open = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[' || text[at] == '{') {
      if (++open > kMostOpenBrackets) return at;
    } else if ((text[at] == ']' || text[at] == '}') && open > 0) {
      --open;
    }
  }
  return std::nullopt;
}

bool check_size(std::string_view text, FileId file, const ParseLimits& limits, Diagnostics& diagnostics) {
  if (text.size() > limits.bytes) {
    diagnostics.fail(Blame::limit, {file, 0, 0}, "the file is larger than " + std::to_string(limits.bytes) + " bytes");
    return false;
  }
  if (const auto at = too_many_brackets(text)) {
    const auto place = static_cast<std::uint32_t>(*at);
    diagnostics.fail(Blame::limit, {file, place, place + 1},
                     "more than " + std::to_string(kMostOpenBrackets) + " brackets are open");
    return false;
  }
  return true;
}

void read(const std::string& text, YAML::EventHandler& handler) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  // Asked a second time, the library either finds nothing more or calls OnDocumentStart, which stops it.
  if (parser.HandleNextDocument(handler)) parser.HandleNextDocument(handler);
}

/// What is parsed and who wants to know.
struct Written {
  const MaskedText& masked;
  std::string_view text;
  FileId file;
  const ParseLimits& limits;
};

/// nullopt where anything is wrong or a condensed text does not say all: then it has to be read as it is.
std::optional<Node> read_condensed(const Written& written, Diagnostics& diagnostics) {
  const CondensedText condensed = condense(written.masked.text);
  if (condensed.runs.empty()) return std::nullopt;
  Diagnostics found;
  TreeBuilder builder(written.masked, written.text, written.file, written.limits, found);
  ExpandingHandler handler(condensed, builder);
  Node root;
  try {
    read(condensed.text, handler);
    root = builder.finish();
  } catch (const YAML::Exception&) {
    return std::nullopt;
  } catch (const StopParsing&) {
    return std::nullopt;
  }
  if (!handler.has_met_all() || found.has_errors()) return std::nullopt;
  for (const Diagnostic& each : found.all()) diagnostics.forward(each);
  return root;
}

Node read_as_written(const Written& written, Diagnostics& found) {
  TreeBuilder builder(written.masked, written.text, written.file, written.limits, found);
  try {
    read(written.masked.text, builder);
    return builder.finish();
  } catch (const YAML::Exception& problem) {
    const std::size_t at = problem.mark.is_null() ? builder.read_up_to() : static_cast<std::size_t>(problem.mark.pos);
    report_syntax_error({written.text, written.file, at, problem.msg, builder}, found);
  } catch (const StopParsing&) {
    if (builder.met_second_document())
      report_second_document({written.text, written.file, builder.document_start(), {}, builder}, found);
  }
  return {};
}

}  // namespace

std::optional<Node> parse(const SourceMap& sources, FileId file, Diagnostics& diagnostics, const ParseLimits& limits) {
  const std::string_view text = sources.get(file).text;
  if (!check_size(text, file, limits, diagnostics)) return std::nullopt;
  Diagnostics found;
  MaskedText masked = mask_surrogate_pairs(text);
  make_json_space_plain(masked.text);
  const Written written{masked, text, file, limits};
  std::optional<Node> root = read_condensed(written, found);
  if (!root) root = read_as_written(written, found);
  for (Diagnostic each : found.all()) {
    if (each.blame == Blame::files) each.code = Code::syntax;  // all that this room has to say
    diagnostics.forward(std::move(each));
  }
  if (found.has_errors()) return std::nullopt;
  return root;
}

}  // namespace galley
