#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "source/source.h"

namespace galley {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string hex(char32_t value, std::size_t digits) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (; value != 0 || out.size() < digits; value >>= 4U) out.insert(out.begin(), kDigits[value & 0xFU]);
  return out;
}

/// All line ends become '\n': the library behind the parser knows no lone '\r', and texts shall not carry one.
std::string with_plain_line_ends(std::string_view bytes) {
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

bool is_forbidden(char32_t c) {
  if (c == '\t' || c == '\n') return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF;
}

/// The first forbidden character. Only bytes below 0x20, 0x7F, 0xC2 (C1 controls) and 0xEF (U+FEFF) can start one.
std::size_t find_forbidden(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool candidate = byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF;
    if (candidate && is_forbidden(utf8::decode(text, at).code_point)) return at;
  }
  return text.size();
}

Span span_of(FileId file, std::size_t at, std::size_t length) {
  return {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)};
}

void report_forbidden(Diagnostics& diagnostics, FileId file, std::string_view text, std::size_t at) {
  const auto [c, length] = utf8::decode(text, at);
  const std::string name = "U+" + hex(c, 4);
  if (c == 0xFEFF) {
    diagnostics.error(span_of(file, at, length), "a byte order mark (" + name + ") in the middle of the text",
                      "delete this invisible character; retyping the line helps");
  } else if (c >= 0x80) {
    diagnostics.error(span_of(file, at, length), "the control character " + name,
                      "it often comes from text in the Windows-1252 encoding; retype the character as it should look");
  } else {
    diagnostics.error(span_of(file, at, length), "the control character " + name, "delete this invisible character");
  }
}

}  // namespace

std::optional<FileId> add_checked(SourceMap& sources, std::string name, std::string bytes, Diagnostics& diagnostics) {
  if (looks_like_utf16(bytes)) {
    const FileId file = sources.add({std::move(name), {}});
    diagnostics.error(span_of(file, 0, 0), "the file is not UTF-8 but UTF-16 or UTF-32",
                      "save it as UTF-8 in the editor (in Windows Notepad: Save as, Encoding: UTF-8)");
    return std::nullopt;
  }
  const bool has_mark = std::string_view(bytes).starts_with(kByteOrderMark);
  std::string text = with_plain_line_ends(std::string_view(bytes).substr(has_mark ? kByteOrderMark.size() : 0));
  const std::optional<std::size_t> invalid = utf8::first_invalid_byte(text);
  const std::size_t forbidden = find_forbidden(std::string_view(text).substr(0, invalid.value_or(text.size())));
  const FileId file = sources.add({std::move(name), std::move(text)});
  const std::string_view kept = sources.get(file).text;
  if (forbidden < invalid.value_or(kept.size())) {
    report_forbidden(diagnostics, file, kept, forbidden);
    return std::nullopt;
  }
  if (invalid) {
    diagnostics.error(span_of(file, *invalid, 1),
                      "the byte 0x" + hex(static_cast<unsigned char>(kept[*invalid]), 2) + " is not valid UTF-8",
                      "save the file as UTF-8; it may be in Latin-1 or Windows-1252");
    return std::nullopt;
  }
  return file;
}

}  // namespace galley
