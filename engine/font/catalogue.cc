// The catalogue's form, kept terse because every run of the program parses it:
//
//   root: /usr/share/fonts                # goes before `files` that do not begin with a slash
//   families:
//     Tinos:
//       package: fonts-croscore           # what to install when the files are missing
//       files: truetype/croscore/Tinos-*.ttf
//       faces: {400: Regular, 700i: BoldItalic}   # what stands for the '*'; optional, see kUsualFaces
//       index: 2                          # optional: the member of a collection (.ttc) to use, from 0
//       serif: yes                        # optional; no if left out
//       fallbacks: [Noto Serif]           # optional
//   script_fallbacks:
//     Hebr: [Noto Sans Hebrew]            # ISO 15924 code
#include "font/catalogue.h"

#include <algorithm>
#include <array>

#include "base/numbers.h"
#include "font/font_file.h"
#include "source/map_reader.h"

namespace galley {
namespace {

struct UsualFace {
  FaceStyle style;
  std::string_view name;
};
constexpr std::array<UsualFace, 4> kUsualFaces{
    {{{400, false}, "Regular"}, {{400, true}, "Italic"}, {{700, false}, "Bold"}, {{700, true}, "BoldItalic"}}};

/// "400", "700i", "400i 75%"
FaceStyle read_face_style(const Node::Key& key, Diagnostics& diagnostics) {
  constexpr int kHeaviest = 1000;  // OpenType 1.9, OS/2, usWeightClass
  FaceStyle style;
  std::string_view rest = key.text;
  if (const std::size_t space = rest.find(' '); space != std::string_view::npos) {
    style.width = parse_width(rest.substr(space + 1)).value_or(0);
    rest = rest.substr(0, space);
  }
  style.italic = rest.ends_with('i');
  if (style.italic) rest.remove_suffix(1);
  style.weight = parse_whole(rest).value_or(0);
  if (style.weight < 1 || style.weight > kHeaviest || style.width == 0)
    diagnostics.error(key.span, in_quotes(key.text) + " is not the style of a face",
                      "write a weight from 1 to 1000, with an i if italic, and a width that is not normal: 400, 700i, 400 75%").code = Code::wrong_value;
  return style;
}

/// The family's files: one pattern with `faces` for its '*'.
struct Files {
  std::string pattern;  ///< within the family's folder
  unsigned index = 0;

  void add_to(CatalogueFamily& family, const FaceStyle& style, std::string_view name) const {
    std::string file = pattern;
    if (const std::size_t star = file.find('*'); star != std::string::npos) file.replace(star, 1, name);
    family.faces.push_back({.style = style, .file = std::move(file), .index = index});
  }
};

/// Reports what it finds wrong and goes on, so that one run shows all errors.
CatalogueFamily read_family(const Node::Key& name, const Node& node, const std::string& root, Diagnostics& diagnostics) {
  MapReader reader(&node, "the font family " + in_quotes(name.text), diagnostics);
  CatalogueFamily family;
  family.name = name.text;
  family.package = reader.text("package").value_or("");
  family.serif = reader.boolean("serif").value_or(false);
  family.fallbacks = reader.texts("fallbacks").value_or(std::vector<std::string>{});
  constexpr int kMostMembers = 10'000;  // of a collection; far above any
  const auto index = static_cast<unsigned>(reader.whole("index", 0, kMostMembers).value_or(0));
  reader.require("files", "add a line such as 'files: folder/Name-*.ttf'");
  std::string path = reader.text("files").value_or("");
  if (!path.starts_with('/') && !root.empty()) path.insert(0, root + '/');
  const std::size_t slash = path.rfind('/');
  family.folder = slash == std::string::npos ? "" : path.substr(0, slash);
  const Files files{path.substr(slash == std::string::npos ? 0 : slash + 1), index};
  const Node* faces = reader.map("faces");
  family.faces.reserve(faces ? faces->keys.size() : kUsualFaces.size());
  if (faces) {
    for (std::size_t i = 0; i < faces->keys.size(); ++i) {
      const auto text = read_text(faces->items[i], faces->keys[i].text, diagnostics);
      files.add_to(family, read_face_style(faces->keys[i], diagnostics), text.value_or(""));
    }
  } else {
    for (const UsualFace& face : kUsualFaces) files.add_to(family, face.style, face.name);
  }
  reader.finish();
  return family;
}

}  // namespace

const CatalogueFamily* Catalogue::find(std::string_view family) const {
  const auto found = std::find_if(families.begin(), families.end(),
                                  [&](const CatalogueFamily& each) { return same_name(each.name, family); });
  return found == families.end() ? nullptr : &*found;
}

std::optional<Catalogue> read_catalogue(const Node& root, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.all().size();
  MapReader reader(&root, "a font catalogue", diagnostics);
  Catalogue catalogue;
  const std::string folder = reader.text("root").value_or("");
  if (const Node* families = reader.map("families")) {
    catalogue.families.reserve(families->keys.size());
    for (std::size_t i = 0; i < families->keys.size(); ++i)
      catalogue.families.push_back(read_family(families->keys[i], families->items[i], folder, diagnostics));
  }
  if (const Node* scripts = reader.map("script_fallbacks")) {
    MapReader each(scripts, "'script_fallbacks'", diagnostics);
    for (const Node::Key& script : scripts->keys)
      catalogue.script_fallbacks[script.text] = each.texts(script.text).value_or(std::vector<std::string>{});
  }
  reader.finish();
  if (has_errors_since(diagnostics, before)) return std::nullopt;
  return catalogue;
}

}  // namespace galley
