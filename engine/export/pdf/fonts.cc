#include "export/pdf/fonts.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "export/pdf/hash.h"
#include "export/pdf/to_unicode.h"
#include "font/subset.h"

namespace galley::pdf {
namespace {

// Font flags, ISO 32000-1, table 123.
constexpr int kFixedPitch = 1, kSerif = 2, kSymbolic = 4, kItalic = 64;
/// Decimals of glyph widths. A hundredth of a thousandth of an em adds up to less than 0.01 pt over 100 glyphs of 10
/// pt, and the places in content streams are computed from the rounded widths anyway.
constexpr int kWidthDecimals = 2;
/// Width of vertical stems in thousandths of an em. No table of a font states it; readers use it only when they replace
/// the font, which is embedded.
constexpr int kStemWidth = 80;

double per_mille(const Face& face, double units) { return units * 1000.0 / face.metrics().units_per_em; }

double rounded_width(const Face& face, GlyphId glyph) {
  return std::round(per_mille(face, face.advance(glyph)) * 100) / 100;
}

/// Two-byte codes.
constexpr unsigned kMostCodes = 0x10000;
/// Each sister is a font to readers, which they load.
constexpr std::size_t kMostSisters = 24;

Font font_of(const FaceUse& use, const Subset& subset, std::string resource) {
  Font font(use.face, std::move(resource));
  unsigned next_code = 1;
  for (const auto& [glyph, code] : subset.glyphs) next_code = std::max(next_code, code + 1);
  GlyphId last = 0;
  std::size_t readings = 0;
  for (const GlyphUse& use_of_glyph : use.glyphs) {
    const GlyphId id = use_of_glyph.id;
    readings = id == last ? readings + 1 : 0;
    last = id;
    FontGlyph glyph{id, subset.glyphs.at(id), rounded_width(*use.face, id), use_of_glyph.text, 0};
    if (glyph.code == 0) continue;
    if (subset.is_cff) glyph.sister = readings;
    if (!subset.is_cff && readings > 0) glyph.code = next_code++;
    if (glyph.code < kMostCodes && glyph.sister < kMostSisters) font.add(std::move(glyph));
  }
  return font;
}

/// /CIDToGIDMap (ISO 32000-1, table 117): two bytes of glyph number for each code; empty where both are the same.
std::string glyph_map_of(const Font& font, const Subset& subset) {
  std::string map;
  bool is_identity = true;
  for (const FontGlyph& glyph : font.glyphs()) {
    const GlyphId number = subset.glyphs.at(glyph.id);
    is_identity = is_identity && number == glyph.code;
    if (map.size() < 2 * (std::size_t{glyph.code} + 1)) map.resize(2 * (std::size_t{glyph.code} + 1));
    map[2 * glyph.code] = static_cast<char>(number >> 8);
    map[2 * glyph.code + 1] = static_cast<char>(number & 0xFF);
  }
  return is_identity ? std::string() : map;
}

/// /W (ISO 32000-1, 9.7.4.3): runs of neighbouring codes, each as its first code and a list of widths.
Numbers widths_of(const Font& font) {
  std::map<unsigned, double> widths;
  for (const FontGlyph& glyph : font.glyphs()) widths[glyph.code] = glyph.width;
  Numbers out;
  bool is_open = false;
  unsigned next = 0;
  for (const auto& [code, width] : widths) {
    if (!is_open || code != next) {
      if (is_open) out.close();
      out.add(code).open();
      is_open = true;
    }
    out.add(width, kWidthDecimals);
    next = code + 1;
  }
  if (is_open) out.close();
  return out;
}

std::string cmap_of(const Font& font, std::size_t sister) {
  std::map<unsigned, std::string> texts;
  for (const FontGlyph& glyph : font.glyphs())
    if (glyph.sister == sister) texts[glyph.code] = glyph.text;
  return to_unicode_cmap(texts);
}

/// ISO 32000-1, 9.8.
Dict write_descriptor(File& file, const Face& face, const std::string& name, const FontProgram& part) {
  const FaceMetrics& metrics = face.metrics();
  const auto scaled = [&](int units) { return std::lround(per_mille(face, units)); };
  const bool is_italic = metrics.italic_angle != 0;
  Dict descriptor = file.dict();
  descriptor.name("Type", "FontDescriptor")
      .name("FontName", name)
      .whole("Flags", kSymbolic | (metrics.fixed_pitch ? kFixedPitch : 0) | (metrics.serif ? kSerif : 0) |
                          (is_italic ? kItalic : 0))
      .numbers("FontBBox", {per_mille(face, metrics.box_left), per_mille(face, metrics.box_bottom),
                            per_mille(face, metrics.box_right), per_mille(face, metrics.box_top)})
      .number("ItalicAngle", metrics.italic_angle)
      .whole("Ascent", scaled(metrics.ascender))
      .whole("Descent", scaled(metrics.descender))
      .whole("CapHeight", scaled(metrics.cap_height))
      .whole("StemV", kStemWidth);
  Dict program = file.readable() ? file.stream(part.subset.bytes, File::Packing::plain) : file.stream(part.deflated, File::Packing::is_deflated);
  if (part.subset.is_cff) {
    program.name("Subtype", "CIDFontType0C");
    descriptor.refer("FontFile3", program);
  } else {
    program.whole("Length1", static_cast<long>(part.subset.bytes.size()));
    descriptor.refer("FontFile2", program);
  }
  return descriptor;
}

/// The Type 0 fonts and the CID font below them, ISO 32000-1, 9.7.
void write_font(File& file, const Font& font, const FontProgram& program, Dict& resources) {
  const Face& face = *font.face();
  const Subset& subset = program.subset;
  const std::string name = program.tag + '+' + face.postscript_name();
  Dict descendant = file.dict();
  descendant.name("Type", "Font")
      .name("Subtype", subset.is_cff ? "CIDFontType0" : "CIDFontType2")
      .name("BaseFont", name);
  descendant.dict("CIDSystemInfo").bytes("Registry", "Adobe").bytes("Ordering", "Identity").whole("Supplement", 0);
  if (!subset.is_cff) {
    std::string map = glyph_map_of(font, subset);
    if (map.empty()) {
      descendant.name("CIDToGIDMap", "Identity");
    } else {
      descendant.refer("CIDToGIDMap", file.stream(std::move(map), File::Packing::deflated));
    }
  }
  descendant.numbers("W", widths_of(font))
      .refer("FontDescriptor", write_descriptor(file, face, name, program));

  for (std::size_t sister = 0; sister < font.sisters(); ++sister) {
    Dict type0 = file.dict();
    type0.name("Type", "Font").name("Subtype", "Type0").name("BaseFont", name).name("Encoding", "Identity-H");
    type0.array("DescendantFonts").refer(descendant);
    type0.refer("ToUnicode", file.stream(cmap_of(font, sister), File::Packing::deflated));
    resources.refer(font.resource(sister).c_str(), type0);
  }
}

std::shared_ptr<const FontProgram> program_of(File& file, const Face& face, const std::vector<GlyphId>& used, FontPrograms* programs,
                                              Diagnostics& diagnostics) {
  const std::string key = programs ? program_key(face, used) : std::string();
  auto program = programs ? programs->find(key) : nullptr;
  if (program) return program;
  Diagnostics heard;
  std::optional<Subset> part = subset(face, used, heard);
  for (const Diagnostic& each : heard.all()) diagnostics.forward(each);
  if (!part) return nullptr;
  std::string tag = hash_in_letters(part->bytes), deflated = file.readable() ? std::string() : file.deflate(part->bytes);
  program = std::make_shared<const FontProgram>(FontProgram{std::move(*part), std::move(tag), std::move(deflated), face.shared_from_this()});
  const bool is_whole = !file.problem() && !file.readable() && heard.all().empty();  // what there is to say is said to everybody
  if (programs && is_whole) programs->add(key, program, program->subset.bytes.size() + program->deflated.size());
  return program;
}

}  // namespace

void Font::add(FontGlyph glyph) {
  if (place_.size() <= glyph.id) place_.resize(std::size_t{glyph.id} + 1);
  if (place_[glyph.id] == 0) place_[glyph.id] = static_cast<std::uint32_t>(glyphs_.size()) + 1;
  sisters_ = std::max(sisters_, glyph.sister + 1);
  glyphs_.push_back(std::move(glyph));
}

std::optional<Fonts> embed_fonts(File& file, const std::vector<FaceUse>& use, FontPrograms* programs, Diagnostics& diagnostics) {
  Fonts fonts{{}, file.dict()};
  Dict resources = fonts.resources.dict("Font");
  for (const FaceUse& face : use) {
    std::vector<GlyphId> used;
    for (const GlyphUse& glyph : face.glyphs)
      if (used.empty() || used.back() != glyph.id) used.push_back(glyph.id);
    const auto program = program_of(file, *face.face, used, programs, diagnostics);
    if (!program) return std::nullopt;
    fonts.all.push_back(font_of(face, program->subset, "F" + std::to_string(fonts.all.size())));
    write_font(file, fonts.all.back(), *program, resources);
  }
  return fonts;
}

}  // namespace galley::pdf
