// The fonts of tests/fonts, whole or damaged on purpose.
#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "font/face.h"
#include "tests/support/paths.h"

namespace galley {

inline std::string font_path(const std::string& name) { return source_folder() + "/tests/fonts/" + name; }

inline std::string font_bytes(const std::string& name) {
  std::ifstream file(font_path(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline std::shared_ptr<const Face> open_font(const std::string& name, unsigned index = 0) {
  std::string why;
  return Face::open(name.substr(0, name.rfind('.')), font_bytes(name), index, why);
}

inline std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < size; ++i) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

inline void set_u16(std::string& bytes, std::size_t at, unsigned value) {
  bytes[at] = static_cast<char>(value >> 8U);
  bytes[at + 1] = static_cast<char>(value & 0xFFU);
}

/// Where the table's entry in the directory starts: tag, checksum, offset, length, four bytes each. npos: no such
/// table.
inline std::size_t directory_entry(std::string_view font, std::string_view tag) {
  const std::size_t count = number_at(font, 4, 2);
  for (std::size_t i = 0; i < count; ++i)
    if (font.substr(12 + 16 * i, 4) == tag) return 12 + 16 * i;
  return std::string_view::npos;
}

inline std::size_t table_offset(std::string_view font, std::string_view tag) {
  return number_at(font, directory_entry(font, tag) + 8, 4);
}

inline std::size_t table_length(std::string_view font, std::string_view tag) {
  return number_at(font, directory_entry(font, tag) + 12, 4);
}

/// The table is still listed, but is empty.
inline std::string without_table(std::string font, std::string_view tag) {
  font.replace(directory_entry(font, tag) + 12, 4, 4, '\0');
  return font;
}

/// A 16 bit number inside a table is another one.
inline std::string with_number(std::string font, std::string_view tag, std::size_t at, unsigned value) {
  set_u16(font, table_offset(font, tag) + at, value);
  return font;
}

}  // namespace galley
