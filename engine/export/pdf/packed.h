// The compact form of a PDF file (since PDF 1.5): objects without a stream are deflated together.
//
//   1 0 obj << ... >> stream ... endstream endobj          streams as they are
//   9 0 obj << /Type /ObjStm /N 2 ... >> stream            object stream (ISO 32000-1, 7.5.7), deflated:
//     3 0 4 23 << /Type /Catalog ... >> << ... >>            number and place of each object, then the objects
//   10 0 obj << /Type /XRef ... >> stream                  cross-reference stream (7.5.8), one row for each number
//   startxref
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

struct PackedFile {
  struct Object {
    std::string_view value;  ///< in memory of the caller's
    bool is_stream = false;
  };
  std::string header;
  std::vector<Object> objects;  ///< objects[i] has the number i + 1
  std::size_t root = 0, info = 0;
  std::string id;  ///< in hexadecimal
};

std::string pack(const PackedFile& file, const std::function<std::string(const std::string&)>& deflate);

}  // namespace galley::pdf
