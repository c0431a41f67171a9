#include <algorithm>
#include <string>

#include "yaml/extent.h"
#include "yaml/syntax_error.h"

namespace galley {

void report_second_document(const SyntaxFailure& failure, Diagnostics& diagnostics) {
  const std::string_view text = failure.text;
  const std::size_t at = std::min(failure.at, text.size());
  const auto span = [&](std::size_t begin, std::size_t end) {
    return Span{failure.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  const std::size_t line_start = extent::line_start(text, at);
  const bool first_on_line = extent::skip(text, line_start, " ") == at;
  const Span line = span(at, extent::skip_back(text, extent::line_end(text, at), " \t"));
  const Node& root = failure.builder.root();
  const std::size_t root_line = extent::line_start(text, root.span.begin);
  const std::size_t root_indent = extent::skip(text, root_line, " ") - root_line;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("---")) {
    diagnostics.error(span(at, at + 3), "a second document begins here",
                      "keep one document in each file, and remove '---'");
  } else if (first_on_line && root_indent > at - line_start) {
    diagnostics.error(line, "this line is indented less than the first one", "begin both lines in the same column")
        .notes.push_back({root.span, "the first line begins here"});
  } else if (root.is_list() && rest.starts_with('-')) {
    diagnostics.error(span(at, at + 1), "expected a space after '-'", "write '- ' before each item");
  } else if (root.is_list() && first_on_line) {
    diagnostics.error(line, "expected '- ' and one more item of the list",
                      "a file is either a list or a map, not both");
  } else {
    diagnostics.error(line, "text after the end of the document", "remove it, or join it with what stands above");
  }
}

}  // namespace galley
