#include "export/pdf/packed.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace galley::pdf {
namespace {

/// One row of the cross-reference stream (ISO 32000-1, table 18).
struct Row {
  enum class Kind : std::uint8_t { free = 0, placed = 1, packed = 2 };
  Kind kind = Kind::free;
  std::size_t where = 0;  ///< byte offset, or number of the object stream
  std::size_t index = 0;  ///< within the object stream
};

/// Objects in one object stream. Readers unpack a whole stream to get at one object; larger ones hardly pack better.
constexpr std::size_t kObjectsTogether = 1000;

/// Bytes of a row: kind, where, index.
constexpr std::size_t kWhereBytes = 4, kIndexBytes = 2, kRowBytes = 1 + kWhereBytes + kIndexBytes;

void write_object(std::string& out, std::size_t number, std::string_view value) {
  out += std::to_string(number);
  out += " 0 obj\n";
  out += value;
  out += "\nendobj\n";
}

std::string stream_of(const std::string& entries, const std::string& packed) {
  return "<<" + entries + "/Filter/FlateDecode/Length " + std::to_string(packed.size()) + ">>stream\n" + packed +
         "\nendstream";
}

/// Rows are filtered by PNG's "up" predictor: neighbouring rows differ little, and zeros deflate well.
std::string rows_as_bytes(const std::vector<Row>& rows) {
  std::string out;
  std::array<unsigned char, kRowBytes> above{};
  for (const Row& row : rows) {
    std::array<unsigned char, kRowBytes> bytes{};
    bytes[0] = static_cast<unsigned char>(row.kind);
    for (std::size_t i = 0; i < kWhereBytes; ++i)
      bytes[kWhereBytes - i] = static_cast<unsigned char>(row.where >> (8 * i));
    for (std::size_t i = 0; i < kIndexBytes; ++i)
      bytes[kRowBytes - 1 - i] = static_cast<unsigned char>(row.index >> (8 * i));
    out += '\2';
    for (std::size_t i = 0; i < kRowBytes; ++i)
      out += static_cast<char>(static_cast<unsigned char>(bytes[i] - above[i]));
    above = bytes;
  }
  return out;
}

std::string reference(std::size_t number) { return std::to_string(number) + " 0 R"; }

}  // namespace

std::string pack(const PackedFile& file, const std::function<std::string(const std::string&)>& deflate) {
  std::string out = file.header;
  std::vector<Row> rows(file.objects.size() + 1);
  rows[0].index = 65535;  // the free list's head

  std::vector<std::size_t> small;
  for (std::size_t number = 1; number < rows.size(); ++number) {
    const PackedFile::Object& object = file.objects[number - 1];
    if (!object.is_stream) {
      small.push_back(number);
      continue;
    }
    rows[number] = {Row::Kind::placed, out.size(), 0};
    write_object(out, number, object.value);
  }

  for (std::size_t first = 0; first < small.size(); first += kObjectsTogether) {
    std::string places, objects;
    const std::size_t number = rows.size(), end = std::min(small.size(), first + kObjectsTogether);
    for (std::size_t i = first; i < end; ++i) {
      rows[small[i]] = {Row::Kind::packed, number, i - first};
      for (const std::size_t place : {small[i], objects.size()}) {
        places += std::to_string(place);
        places += ' ';
      }
      objects += file.objects[small[i] - 1].value;
      objects += ' ';
    }
    rows.push_back({Row::Kind::placed, out.size(), 0});
    const std::string entries =
        "/Type/ObjStm/N " + std::to_string(end - first) + "/First " + std::to_string(places.size());
    places += objects;
    write_object(out, number, stream_of(entries, deflate(places)));
  }

  const std::size_t start = out.size(), number = rows.size();
  rows.push_back({Row::Kind::placed, start, 0});
  const std::string entries = "/Type/XRef/Size " + std::to_string(rows.size()) + "/W[1 " + std::to_string(kWhereBytes) +
                              ' ' + std::to_string(kIndexBytes) + "]/Root " + reference(file.root) + "/Info " +
                              reference(file.info) + "/ID[<" + file.id + "><" + file.id +
                              ">]/DecodeParms<</Predictor 12/Columns " + std::to_string(kRowBytes) + ">>";
  write_object(out, number, stream_of(entries, deflate(rows_as_bytes(rows))));
  out += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
  return out;
}

}  // namespace galley::pdf
