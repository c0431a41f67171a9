#include "font/font_file.h"

#include <algorithm>
#include <array>
#include <cstdlib>
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
  file.italic = (face->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
  file.weight = face->style_flags & FT_STYLE_FLAG_BOLD ? 700 : 400;
  const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
  if (!os2 || os2->version == 0xFFFF) return file;
  file.italic = file.italic || (os2->fsSelection & (kItalicBit | kObliqueBit)) != 0;
  if (os2->usWeightClass >= 1 && os2->usWeightClass <= 1000) file.weight = os2->usWeightClass;
  if (os2->usWidthClass >= 1 && os2->usWidthClass <= 9) file.width = os2->usWidthClass;
  return file;
}

/// CSS Fonts 4, 5.2: 400 to 500 look up to 500 first, then down, then up; lighter ones down first; heavier ones up
/// first.
std::pair<int, int> weight_distance(int wanted, int weight) {
  const int distance = std::abs(weight - wanted);
  if (weight == wanted) return {0, 0};
  if (wanted >= 400 && wanted <= 500) {
    if (weight > wanted && weight <= 500) return {1, distance};
    return {weight < wanted ? 2 : 3, distance};
  }
  const bool first_choice = wanted < 400 ? weight < wanted : weight > wanted;
  return {first_choice ? 1 : 2, distance};
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

std::string style_name(int weight, bool italic) {
  static constexpr std::array<std::string_view, 9> names{"thin",     "extra light", "light",      "regular", "medium",
                                                         "semibold", "bold",        "extra bold", "black"};
  const bool named = weight % 100 == 0 && weight >= 100 && weight <= 900;
  std::string name =
      named ? std::string(names[static_cast<std::size_t>(weight / 100 - 1)]) : "weight " + std::to_string(weight);
  if (!italic) return name;
  return weight == 400 ? "italic" : name + " italic";
}

void sort_by_distance(std::vector<FontFile>& faces, int weight, bool italic) {
  for (FontFile& face : faces) {
    if (face.axes.most_weight > 0) face.weight = std::clamp(weight, face.axes.least_weight, face.axes.most_weight);
    if (face.axes.slants) face.italic = italic;
  }
  const auto rank = [&](const FontFile& face) {
    return std::make_tuple(std::abs(face.width - 5), face.italic != italic, weight_distance(weight, face.weight),
                           face.is_variable(), std::string_view(face.path), face.index);
  };
  std::sort(faces.begin(), faces.end(), [&](const FontFile& a, const FontFile& b) { return rank(a) < rank(b); });
}

}  // namespace galley
