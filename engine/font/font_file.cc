#include "font/font_file.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "font/freetype.h"
#include FT_SFNT_NAMES_H
#include FT_TRUETYPE_IDS_H
#include FT_TRUETYPE_TABLES_H

namespace galley {
namespace {

/// More faces than any real collection holds (the largest of Noto CJK has 10).
constexpr FT_Long kMostFacesInFile = 64;

constexpr unsigned kItalicBit = 0x001, kObliqueBit = 0x200;  // OS/2 fsSelection, bits 0 and 9

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The ASCII of a name record, "?" for the rest: families are asked for by their Latin names.
std::string ascii_of(const FT_SfntName& name) {
  const std::string_view bytes(reinterpret_cast<const char*>(name.string), name.string_len);
  if (name.platform_id == TT_PLATFORM_MACINTOSH) return std::string(bytes);
  std::string text;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
    text += bytes[i] == 0 && static_cast<unsigned char>(bytes[i + 1]) < 0x80 ? bytes[i + 1] : '?';
  return text;
}

/// All names of the face's family in all languages: the typographic (16) before the four-style one (1).
std::vector<std::string> families_of(FT_Face face) {
  std::vector<std::string> families;
  for (const int wanted : {TT_NAME_ID_TYPOGRAPHIC_FAMILY, TT_NAME_ID_FONT_FAMILY}) {
    for (FT_UInt i = 0; i < FT_Get_Sfnt_Name_Count(face); ++i) {
      FT_SfntName name{};
      if (FT_Get_Sfnt_Name(face, i, &name) != 0 || name.name_id != wanted) continue;
      std::string family = ascii_of(name);
      if (std::find(families.begin(), families.end(), family) == families.end()) families.push_back(std::move(family));
    }
  }
  if (families.empty() && face->family_name) families.emplace_back(face->family_name);
  return families;
}

FontFile describe(FT_Face face) {
  FontFile file;
  file.families = families_of(face);
  file.style.italic = (face->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
  file.style.weight = face->style_flags & FT_STYLE_FLAG_BOLD ? 700 : 400;
  const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
  if (!os2 || os2->version == 0xFFFF) return file;
  file.style.italic = file.style.italic || (os2->fsSelection & (kItalicBit | kObliqueBit)) != 0;
  if (os2->usWeightClass >= 1 && os2->usWeightClass <= 1000) file.style.weight = os2->usWeightClass;
  file.style.width = width_of_class(os2->usWidthClass);
  return file;
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool is_font_file_name(std::string_view name) {
  constexpr std::array<std::string_view, 4> endings{".ttf", ".otf", ".ttc", ".otc"};
  if (name.size() < 5) return false;
  const std::string_view ending = name.substr(name.size() - 4);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view each) { return same_name(each, ending); });
}

std::vector<FontFile> faces_in(const std::string& path, std::string_view bytes) {
  std::vector<FontFile> faces;
  FT_Long count = 1;
  for (FT_Long i = 0; i < count; ++i) {
    const FreeTypeFace face(bytes, static_cast<unsigned>(i));
    if (!face.get()) continue;
    count = std::min(face.get()->num_faces, kMostFacesInFile);
    faces.push_back(describe(face.get()));
    faces.back().path = path;
    faces.back().index = static_cast<unsigned>(i);
    if (FT_HAS_MULTIPLE_MASTERS(face.get())) faces.back().axes = axes_of(bytes, faces.back().index);
  }
  return faces;
}

int width_of_class(unsigned width_class) {
  constexpr std::array<int, 9> kWidths{500, 625, 750, 875, kNormalWidth, 1125, 1250, 1500, 2000};  // OpenType 1.9, OS/2
  return width_class >= 1 && width_class <= kWidths.size() ? kWidths[width_class - 1] : kNormalWidth;
}

void sort_by_distance(std::vector<FontFile>& faces, const FaceStyle& wanted) {
  for (FontFile& face : faces) {
    const Axes& axes = face.axes;
    if (axes.weight.is_there()) face.style.weight = axes.weight.nearest_to(wanted.weight);
    if (axes.width.is_there()) face.style.width = axes.width.nearest_to(wanted.width);
    if (axes.slants) face.style.italic = wanted.italic;
    if (axes.optical_size.is_there() && wanted.optical_size > 0) face.style.optical_size = axes.optical_size.nearest_to(wanted.optical_size);
  }
  const auto rank = [&](const FontFile& face) {
    return std::make_tuple(style_distance(wanted, face.style), face.is_variable(), std::string_view(face.path), face.index);
  };
  std::sort(faces.begin(), faces.end(), [&](const FontFile& a, const FontFile& b) { return rank(a) < rank(b); });
}

}  // namespace galley
