#include <algorithm>

#include "base/utf8.h"
#include "source/source.h"

namespace galley {
namespace {

std::string heading(const SourceMap& sources, Span span, std::string_view severity, std::string_view message) {
  std::string out;
  if (span.is_nowhere()) {
    out = "galley";
  } else {
    const Place place = sources.place(span.file, span.begin);
    out = sources.get(span.file).name + ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
  }
  out.append(": ").append(severity).append(": ").append(message).append("\n");
  return out;
}

}  // namespace

std::string render(const Diagnostic& diagnostic, const SourceMap& sources) {
  std::string out = heading(sources, diagnostic.span, diagnostic.severity == Severity::error ? "error" : "warning",
                            diagnostic.message);
  if (!diagnostic.help.empty()) out += "  help: " + diagnostic.help + '\n';
  for (const Note& note : diagnostic.notes) out += heading(sources, note.span, "note", note.message);
  return out;
}

}  // namespace galley
