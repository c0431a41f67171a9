#include "source/source.h"

#include <utility>

#include "base/utf8.h"

namespace galley {

FileId SourceMap::add(Source source) {
  const FileId file = numbers_->fetch_add(1);
  sources_.emplace(file, std::make_shared<const Source>(std::move(source)));
  return file;
}

std::string SourceMap::all_texts() const {
  std::string all;
  for (const auto& [file, source] : sources_) all += source->text;
  return all;
}

Place SourceMap::place(FileId file, std::size_t byte) const {
  const std::string_view before = std::string_view(get(file).text).substr(0, byte);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
  std::size_t line = 1;
  for (std::size_t at = 0; (at = before.find('\n', at)) != std::string_view::npos; ++at) ++line;
  return {line, utf8::count(before.substr(line_start)) + 1};
}

std::string_view SourceMap::line_around(FileId file, std::size_t byte) const {
  const std::string_view text = get(file).text;
  const std::size_t start = text.substr(0, byte).rfind('\n') + 1;
  return text.substr(start, text.find('\n', start) - start);
}

}  // namespace galley
