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
#include "base/suggest.h"
#include "font/font_file.h"

namespace galley {
namespace {

struct UsualFace {
  int weight;
  bool italic;
  std::string_view name;
};
constexpr std::array<UsualFace, 4> kUsualFaces{
    {{400, false, "Regular"}, {400, true, "Italic"}, {700, false, "Bold"}, {700, true, "BoldItalic"}}};

/// Reads the parts. Each function reports what it finds wrong and goes on, so that one run shows all errors.
class Reader {
 public:
  explicit Reader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Catalogue read(const Node& node) {
    Catalogue catalogue;
    if (!expect(node, Node::Kind::map, "a font catalogue")) return catalogue;
    if (const Node* root = node.find("root")) root_ = text(*root, "root");
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const std::string& key = node.keys[i].text;
      const Node& value = node.items[i];
      if (key == "families") {
        read_families(value, catalogue);
      } else if (key == "script_fallbacks") {
        read_scripts(value, catalogue);
      } else if (key != "root") {
        unknown(node.keys[i], "a font catalogue", {"root", "families", "script_fallbacks"});
      }
    }
    return catalogue;
  }

  [[nodiscard]] bool failed() const { return failed_; }

 private:
  void error(Span span, std::string message, std::string help = {}) {
    failed_ = true;
    diagnostics_.error(span, std::move(message), std::move(help));
  }

  void unknown(const Node::Key& key, const std::string& place, const std::vector<std::string>& names) {
    error(key.span, "unknown key '" + key.text + "' in " + place, did_you_mean(key.text, names));
  }

  bool expect(const Node& node, Node::Kind kind, const std::string& what) {
    if (node.kind == kind) return true;
    error(node.span,
          what + " is " + std::string(describe(node.kind)) + " here, expected " + std::string(describe(kind)));
    return false;
  }

  std::string text(const Node& node, const std::string& what) {
    return expect(node, Node::Kind::scalar, "'" + what + "'") ? node.text : std::string();
  }

  std::vector<std::string> texts(const Node& node, const std::string& what) {
    std::vector<std::string> all;
    if (!expect(node, Node::Kind::list, "'" + what + "'")) return all;
    for (const Node& item : node.items) all.push_back(text(item, what));
    return all;
  }

  void read_families(const Node& node, Catalogue& catalogue) {
    if (!expect(node, Node::Kind::map, "'families'")) return;
    for (std::size_t i = 0; i < node.keys.size(); ++i)
      catalogue.families.push_back(read_family(node.keys[i], node.items[i]));
  }

  void read_scripts(const Node& node, Catalogue& catalogue) {
    if (!expect(node, Node::Kind::map, "'script_fallbacks'")) return;
    for (std::size_t i = 0; i < node.keys.size(); ++i)
      catalogue.script_fallbacks[node.keys[i].text] = texts(node.items[i], node.keys[i].text);
  }

  CatalogueFamily read_family(const Node::Key& name, const Node& node) {
    CatalogueFamily family;
    family.name = name.text;
    const std::string place = "the font family '" + name.text + "'";
    if (!expect(node, Node::Kind::map, place)) return family;
    std::string files;
    unsigned index = 0;
    const Node* faces = nullptr;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const std::string& key = node.keys[i].text;
      const Node& value = node.items[i];
      if (key == "package") {
        family.package = text(value, key);
      } else if (key == "files") {
        files = text(value, key);
      } else if (key == "index") {
        index = whole(value, key);
      } else if (key == "serif") {
        family.serif = yes_or_no(value, key);
      } else if (key == "faces") {
        faces = &value;
      } else if (key == "fallbacks") {
        family.fallbacks = texts(value, key);
      } else {
        unknown(node.keys[i], place, {"package", "files", "index", "serif", "faces", "fallbacks"});
      }
    }
    if (!node.find("files")) error(name.span, place + " has no files", "add a line like 'files: folder/Name-*.ttf'");
    set_files(files, faces, index, family);
    return family;
  }

  void set_files(const std::string& files, const Node* faces, unsigned index, CatalogueFamily& family) {
    const std::string path = root_.empty() || files.substr(0, 1) == "/" ? files : root_ + "/" + files;
    const std::size_t slash = path.rfind('/');
    family.folder = slash == std::string::npos ? "" : path.substr(0, slash);
    const std::string pattern = slash == std::string::npos ? path : path.substr(slash + 1);
    const auto add = [&](int weight, bool italic, std::string_view name) {
      std::string file = pattern;
      if (const std::size_t star = file.find('*'); star != std::string::npos) file.replace(star, 1, name);
      family.faces.push_back({weight, italic, std::move(file), index});
    };
    if (!faces) {
      for (const UsualFace& face : kUsualFaces) add(face.weight, face.italic, face.name);
    } else if (expect(*faces, Node::Kind::map, "'faces'")) {
      for (std::size_t i = 0; i < faces->keys.size(); ++i) {
        const auto [weight, italic] = style(faces->keys[i]);
        add(weight, italic, text(faces->items[i], faces->keys[i].text));
      }
    }
  }

  unsigned whole(const Node& node, const std::string& key) {
    const std::string value = text(node, key);
    const std::optional<int> number = parse_whole(value);
    if (!number && node.is_scalar()) error(node.span, "'" + key + "' is '" + value + "', expected a whole number");
    return static_cast<unsigned>(number.value_or(0));
  }

  bool yes_or_no(const Node& node, const std::string& key) {
    const std::string value = text(node, key);
    if (node.is_scalar() && value != "yes" && value != "no")
      error(node.span, "'" + key + "' is '" + value + "', expected yes or no");
    return value == "yes";
  }

  /// "400", "700i"
  std::pair<int, bool> style(const Node::Key& key) {
    std::string_view digits = key.text;
    const bool italic = !digits.empty() && digits.back() == 'i';
    if (italic) digits.remove_suffix(1);
    const int weight = parse_whole(digits).value_or(0);
    if (weight < 1 || weight > 1000)
      error(key.span, "'" + key.text + "' is not a style, expected a weight from 1 to 1000",
            "write 400 for regular, 700i for bold italic");
    return {weight, italic};
  }

  Diagnostics& diagnostics_;
  std::string root_;
  bool failed_ = false;
};

}  // namespace

const CatalogueFamily* Catalogue::find(std::string_view family) const {
  const auto found = std::find_if(families.begin(), families.end(),
                                  [&](const CatalogueFamily& each) { return same_name(each.name, family); });
  return found == families.end() ? nullptr : &*found;
}

std::optional<Catalogue> read_catalogue(const Node& root, Diagnostics& diagnostics) {
  Reader reader(diagnostics);
  Catalogue catalogue = reader.read(root);
  if (reader.failed()) return std::nullopt;
  return catalogue;
}

}  // namespace galley
