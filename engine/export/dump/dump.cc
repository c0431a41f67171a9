// page 1  595.276 x 841.89
//   56.800   71.955  run   Tinos-Bold 10  "EDUCATION"  w=61.13
//  142.900   71.955  run   Tinos 10  #0000FF  "example.org"  w=52.5
//   56.800   80.000  rule  481.9 x 0.4
//  430.000   60.000  picture  70 x 90  280 x 360 pixels  grey
//  430.000  160.000  shape  12 x 12  9 steps
//  142.900   64.000  link  52.5 x 10  "https://example.org/"
#include "export/dump/dump.h"

#include "base/dump_text.h"
#include "export/content_tree.h"
#include "page/paths.h"

namespace galley {
namespace {

std::string colour_unless_black(const Colour& colour) { return colour == Colour() ? std::string{} : hex(colour) + "  "; }

std::string line_of(const GlyphRun& run) {
  return "run   " + (run.face ? run.face->name() : std::string("?")) + ' ' + number(run.size) + "  " +
         colour_unless_black(run.colour) + (run.right_to_left ? "right-to-left  " : "") + (run.upwards ? "upwards  " : "") + quoted(run.text) +
         "  w=" + number(run.width());
}

std::string size_of(const Size& size) { return number(size.width) + " x " + number(size.height); }

std::string line_of(const Rule& rule) {
  std::string line = "rule  " + size_of(rule.size) + "  " + colour_unless_black(rule.colour);
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string line_of(const Shape& shape) {
  const Rectangle box = bounds_of(shape.path);
  std::string line = "shape  " + size_of({box.right - box.left, box.bottom - box.top}) + "  " +
                     std::to_string(shape.path.size()) + " steps  " + colour_unless_black(shape.colour) +
                     (shape.even_odd ? "even-odd" : "");
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string line_of(const Picture& picture) {
  if (!picture.image) return "picture  of nothing";
  const Image& image = *picture.image;
  return "picture  " + size_of(picture.size) + "  " + std::to_string(image.width) + " x " +
         std::to_string(image.height) + " pixels" + (image.channels == 1 ? "  grey" : "") +
         (image.jpeg.empty() ? "" : "  jpeg") + (image.alpha.empty() ? "" : "  transparent") +
         (picture.clip.empty() ? "" : "  clipped");
}

std::string line_of(const LinkArea& area) {
  return "link  " + size_of(area.size) + "  " + quoted(area.target) +
         (area.text.empty() ? "" : "  " + quoted(area.text));
}

/// What is neither text nor a link.
std::string kind_of(const Drawable& what) {
  if (std::holds_alternative<Picture>(what)) return "picture";
  return std::holds_alternative<Shape>(what) ? "shape" : "rule";
}

class TagDumper {
 public:
  explicit TagDumper(const Pages& pages) : pages_(pages), tree_(content_tree(pages)) {}

  void dump(ElementId id, std::size_t depth) {
    const Element& element = pages_.structure.elements[id];
    line(depth) += role_name(element.role);
    if (!element.language.empty()) out_ += " language=" + element.language;
    if (!element.alternative.empty()) out_ += " alternative=" + quoted(element.alternative);
    if (!element.expansion.empty()) out_ += " expansion=" + quoted(element.expansion);
    const bool is_leaf = is_only_text(id);
    if (is_leaf) out_ += "  " + quoted(text_from(id, 0).text);
    out_ += '\n';
    if (!is_leaf) dump_kids(id, depth + 1);
  }

  std::string finish() { return std::move(out_); }

 private:
  struct Stretch {
    std::string text;
    std::size_t end = 0;  ///< the kid after the last item that the text is from
  };

  std::string& line(std::size_t depth) {
    out_.append(2 * depth, ' ');
    return out_;
  }

  [[nodiscard]] const Drawable& drawable(const ContentTree::Kid& kid) const {
    return pages_.pages[kid.page].items[kid.item].what;
  }

  [[nodiscard]] bool is_only_text(ElementId id) const {
    for (const ContentTree::Kid& kid : tree_.kids[id])
      if (kid.is_element() || !std::holds_alternative<GlyphRun>(drawable(kid))) return false;
    return !tree_.kids[id].empty();
  }

  /// The text of neighbouring runs. Lines are shown by a slash.
  [[nodiscard]] Stretch text_from(ElementId id, std::size_t begin) const {
    Stretch stretch{{}, begin};
    const std::vector<ContentTree::Kid>& kids = tree_.kids[id];
    Length baseline;
    for (; stretch.end < kids.size() && !kids[stretch.end].is_element(); ++stretch.end) {
      const ContentTree::Kid& kid = kids[stretch.end];
      const auto* run = std::get_if<GlyphRun>(&drawable(kid));
      if (!run) break;
      const Point& at = pages_.pages[kid.page].items[kid.item].at;
      const Length y = run->upwards ? at.x : at.y;
      if (stretch.end != begin && y != baseline) stretch.text += " / ";
      stretch.text += run->text;
      baseline = y;
    }
    return stretch;
  }

  void dump_kids(ElementId id, std::size_t depth) {
    const std::vector<ContentTree::Kid>& kids = tree_.kids[id];
    for (std::size_t i = 0; i < kids.size();) {
      if (kids[i].is_element()) {
        dump(kids[i++].element, depth);
      } else if (const auto* area = std::get_if<LinkArea>(&drawable(kids[i]))) {
        line(depth) += "-> " + area->target + '\n';
        ++i;
      } else if (const Stretch stretch = text_from(id, i); stretch.end != i) {
        line(depth) += quoted(stretch.text) + '\n';
        i = stretch.end;
      } else {
        line(depth) += kind_of(drawable(kids[i])) + '\n';
        ++i;
      }
    }
  }

  const Pages& pages_;
  ContentTree tree_;
  std::string out_;
};

}  // namespace

std::string dump_pages(const Pages& pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const Page& page = pages.pages[i];
    out += "page " + std::to_string(i + 1) + "  " + size_of(page.size) +
           (page.trim > Length{} ? "  trim " + number(page.trim) + "  bleed " + number(page.bleed) : "") + '\n';
    for (const Item& item : page.items) {
      const std::string line = std::visit([](const auto& what) { return line_of(what); }, item.what);
      out += place(item.at.x) + ' ' + place(item.at.y) + "  " + line + '\n';
    }
  }
  return out;
}

std::string dump_tags(const Pages& pages) {
  if (pages.structure.elements.empty()) return {};
  TagDumper dumper(pages);
  dumper.dump(0, 0);
  return dumper.finish();
}

}  // namespace galley
