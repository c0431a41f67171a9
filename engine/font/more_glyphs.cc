// The tables that count glyphs are written anew (OpenType 1.9: glyf, loca, hmtx, hhea, maxp, head); numbers are big-endian.
#include "font/more_glyphs.h"

#include <hb.h>

#include <string>

namespace galley {
namespace {

using BlobPointer = std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)>;
using FacePointer = std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)>;

constexpr std::size_t kMostGlyphs = 0xFFFF;
// Where in their tables the numbers stand that change.
constexpr std::size_t kLongOffsetsInHead = 50, kMetricsInHhea = 34, kGlyphsInMaxp = 4;

std::string table_of(hb_face_t* face, hb_tag_t tag) {
  const BlobPointer table(hb_face_reference_table(face, tag), hb_blob_destroy);
  unsigned length = 0;
  const char* data = hb_blob_get_data(table.get(), &length);
  return {data, length};
}

std::size_t number_at(const std::string& table, std::size_t at, std::size_t bytes) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < bytes; ++i) number = number << 8U | static_cast<unsigned char>(table[at + i]);
  return number;
}

void append(std::string& table, std::size_t number, std::size_t bytes) {
  for (std::size_t i = bytes; i-- > 0;) table += static_cast<char>(number >> (8 * i) & 0xFF);
}

void put(std::string& table, std::size_t at, std::size_t number) {
  table[at] = static_cast<char>(number >> 8 & 0xFF);
  table[at + 1] = static_cast<char>(number & 0xFF);
}

/// The tables of a TrueType face that grow.
struct Tables {
  std::string head, hhea, hmtx, maxp, glyf, loca;
  std::size_t glyphs = 0;
  std::vector<std::size_t> offsets;  ///< into glyf: of each glyph, and the end
};

/// nullopt: damaged.
std::optional<Tables> read_tables(hb_face_t* face, std::size_t glyphs) {
  Tables tables{table_of(face, HB_TAG('h', 'e', 'a', 'd')), table_of(face, HB_TAG('h', 'h', 'e', 'a')),
                table_of(face, HB_TAG('h', 'm', 't', 'x')), table_of(face, HB_TAG('m', 'a', 'x', 'p')),
                table_of(face, HB_TAG('g', 'l', 'y', 'f')), table_of(face, HB_TAG('l', 'o', 'c', 'a')), glyphs, {}};
  if (tables.head.size() < 54 || tables.hhea.size() < 36 || tables.maxp.size() < 6) return std::nullopt;
  const bool is_long = number_at(tables.head, kLongOffsetsInHead, 2) != 0;
  const std::size_t bytes = is_long ? 4 : 2;
  if (tables.loca.size() < (glyphs + 1) * bytes) return std::nullopt;
  for (std::size_t i = 0; i <= glyphs; ++i)
    tables.offsets.push_back(number_at(tables.loca, i * bytes, bytes) * (is_long ? 1 : 2));
  for (std::size_t i = 0; i < glyphs; ++i)
    if (tables.offsets[i] > tables.offsets[i + 1] || tables.offsets[i + 1] > tables.glyf.size()) return std::nullopt;
  return tables;
}

/// Every glyph with an advance of its own, where a font may let the last ones share theirs.
bool spread_metrics(Tables& tables) {
  const std::size_t metrics = number_at(tables.hhea, kMetricsInHhea, 2);
  if (metrics == 0 || metrics > tables.glyphs || tables.hmtx.size() < 4 * metrics + 2 * (tables.glyphs - metrics)) return false;
  const std::size_t last = number_at(tables.hmtx, 4 * (metrics - 1), 2);
  std::string spread = tables.hmtx.substr(0, 4 * metrics);
  for (std::size_t i = metrics; i < tables.glyphs; ++i) {
    append(spread, last, 2);
    spread += tables.hmtx.substr(4 * metrics + 2 * (i - metrics), 2);
  }
  tables.hmtx = std::move(spread);
  return true;
}

void add_glyph(Tables& tables, const FurtherGlyph& glyph) {
  std::string bearing(2, '\0');
  if (glyph.outline) {
    const std::size_t begin = tables.offsets[*glyph.outline], end = tables.offsets[*glyph.outline + 1];
    bearing = tables.hmtx.substr(4 * std::size_t{*glyph.outline} + 2, 2);
    tables.glyf += tables.glyf.substr(begin, end - begin);
    while (tables.glyf.size() % 4 != 0) tables.glyf += '\0';
  }
  tables.offsets.push_back(tables.glyf.size());
  append(tables.hmtx, static_cast<std::size_t>(glyph.advance), 2);
  tables.hmtx += bearing;
  ++tables.glyphs;
}

void finish(Tables& tables) {
  put(tables.head, kLongOffsetsInHead, 1);
  put(tables.hhea, kMetricsInHhea, tables.glyphs);
  put(tables.maxp, kGlyphsInMaxp, tables.glyphs);
  tables.loca.clear();
  for (const std::size_t offset : tables.offsets) append(tables.loca, offset, 4);
}

std::string file_of(hb_face_t* face, const Tables& tables) {
  const FacePointer builder(hb_face_builder_create(), hb_face_destroy);
  const auto add = [&](hb_tag_t tag, const std::string& bytes) {
    if (bytes.empty()) return;
    const BlobPointer table(
        hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr),
        hb_blob_destroy);
    hb_face_builder_add_table(builder.get(), tag, table.get());
  };
  add(HB_TAG('h', 'e', 'a', 'd'), tables.head);
  add(HB_TAG('h', 'h', 'e', 'a'), tables.hhea);
  add(HB_TAG('h', 'm', 't', 'x'), tables.hmtx);
  add(HB_TAG('m', 'a', 'x', 'p'), tables.maxp);
  add(HB_TAG('g', 'l', 'y', 'f'), tables.glyf);
  add(HB_TAG('l', 'o', 'c', 'a'), tables.loca);
  for (const hb_tag_t tag : {HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('p', 'o', 's', 't')})
    add(tag, table_of(face, tag));
  const BlobPointer blob(hb_face_reference_blob(builder.get()), hb_blob_destroy);
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  return {data, length};
}

}  // namespace

std::shared_ptr<const Face> with_more_glyphs(const Face& face, const std::vector<FurtherGlyph>& further) {
  if (face.is_cff() || face.embedding() != Embedding::subset || face.glyph_count() + further.size() > kMostGlyphs) return nullptr;
  hb_face_t* source = hb_font_get_face(face.shaper_font());
  std::optional<Tables> tables = read_tables(source, face.glyph_count());
  if (!tables || !spread_metrics(*tables)) return nullptr;
  while (tables->glyf.size() % 4 != 0) tables->glyf += '\0';
  tables->offsets.back() = tables->glyf.size();
  for (const FurtherGlyph& glyph : further) add_glyph(*tables, glyph);
  finish(*tables);
  std::string why;
  return Face::open(face.name(), file_of(source, *tables), 0, why);
}

}  // namespace galley
