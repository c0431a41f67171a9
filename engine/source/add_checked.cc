#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "base/characters.h"
#include "source/source.h"

namespace galley {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// All line ends become '\n': the library behind the parser knows no lone '\r', and no text should hold one.
std::string with_plain_line_ends(std::string_view bytes) {
  if (bytes.find('\r') == std::string_view::npos) return std::string(bytes);
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const bool before_feed = bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n';
    if (!before_feed) text.push_back(bytes[at] == '\r' ? '\n' : bytes[at]);
  }
  return text;
}

/// UTF-16 and UTF-32 by their byte order mark, or by the zero bytes that every ASCII letter has there.
bool looks_like_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  const std::string_view head = bytes.substr(0, 64);
  const auto zeros = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
  return zeros > 0 && zeros * 3 >= head.size();
}

Span span_of(FileId file, std::size_t at, std::size_t length) {
  return {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)};
}

void report_forbidden(Diagnostics& diagnostics, FileId file, std::string_view text, std::size_t at) {
  const auto [c, length] = utf8::decode(text, at);
  const std::string name = code_point_name(c);
  if (c == 0xFEFF) {
    diagnostics.error(span_of(file, at, length), "a byte order mark (" + name + ") in the middle of the text",
                      "delete this invisible character; retyping the line helps").code = Code::encoding;
  } else if (c >= 0x80) {
    diagnostics.error(span_of(file, at, length), "the control character " + name,
                      "it often comes from text in the Windows-1252 encoding; retype the character as it should look").code = Code::encoding;
  } else {
    diagnostics.error(span_of(file, at, length), "the control character " + name, "delete this invisible character").code = Code::encoding;
  }
}

}  // namespace

std::optional<FileId> add_checked(SourceMap& sources, std::string name, std::string_view bytes,
                                  Diagnostics& diagnostics) {
  if (looks_like_utf16(bytes)) {
    const FileId file = sources.add({std::move(name), {}});
    diagnostics.error(span_of(file, 0, 0), "the file is not UTF-8 but UTF-16 or UTF-32",
                      "save it as UTF-8 in the editor (in Windows Notepad: Save as, Encoding: UTF-8)").code = Code::encoding;
    return std::nullopt;
  }
  const bool has_mark = bytes.starts_with(kByteOrderMark);
  std::string text = with_plain_line_ends(bytes.substr(has_mark ? kByteOrderMark.size() : 0));
  const std::optional<std::size_t> invalid = utf8::first_invalid_byte(text);
  const std::optional<std::size_t> forbidden =
      find_forbidden(std::string_view(text).substr(0, invalid.value_or(text.size())));
  const FileId file = sources.add({std::move(name), std::move(text)});
  const std::string_view kept = sources.get(file).text;
  if (forbidden) {
    report_forbidden(diagnostics, file, kept, *forbidden);
    return std::nullopt;
  }
  if (invalid) {
    diagnostics.error(span_of(file, *invalid, 1),
                      "the byte " + hex_byte(static_cast<unsigned char>(kept[*invalid])) + " is not valid UTF-8",
                      "save the file as UTF-8; it may be in Latin-1 or Windows-1252").code = Code::encoding;
    return std::nullopt;
  }
  return file;
}

}  // namespace galley
