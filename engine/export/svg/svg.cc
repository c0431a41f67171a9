#include "export/svg/svg.h"

#include <array>
#include <cstdio>
#include <map>

#include "base/numbers.h"
#include "font/outline.h"
#include "image/encode.h"

namespace galley {
namespace {

constexpr int kPlaceDecimals = 3;
constexpr int kScaleDecimals = 6;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string number(double value, int decimals = kPlaceDecimals) { return format_number(value, decimals); }
std::string number(Length length) { return number(length.points()); }

std::string hexadecimal(const Colour& colour) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", colour.red, colour.green, colour.blue);
  return text.data();
}

std::string path_data(const std::vector<OutlineStep>& steps) {
  std::string out;
  const auto point = [&](float x, float y) { out += ' ' + number(x, 1) + ' ' + number(y, 1); };
  for (const OutlineStep& step : steps) {
    out += static_cast<char>(step.kind);
    if (step.kind == OutlineStep::Kind::close) continue;
    if (step.kind == OutlineStep::Kind::quadratic || step.kind == OutlineStep::Kind::cubic) point(step.x1, step.y1);
    if (step.kind == OutlineStep::Kind::cubic) point(step.x2, step.y2);
    point(step.x, step.y);
  }
  return out;
}

std::string path_data(const std::vector<PathStep>& steps, const Point& at) {
  std::string out;
  const auto point = [&](const Point& to) { out += ' ' + number(at.x + to.x) + ' ' + number(at.y + to.y); };
  for (const PathStep& step : steps) {
    switch (step.kind) {
      case PathStep::Kind::move: out += 'M'; break;
      case PathStep::Kind::line: out += 'L'; break;
      case PathStep::Kind::curve:
        out += 'C';
        point(step.control1);
        point(step.control2);
        break;
      case PathStep::Kind::close: out += 'Z'; continue;
    }
    point(step.to);
  }
  return out;
}

class Writer {
 public:
  explicit Writer(const Structure& structure) : structure_(structure) {}

  std::string write(const Page& page, const std::string& title) {
    for (const Item& item : page.items) {
      at_ = item.at;
      alternative_ = item.element == kArtifact ? std::string{} : structure_.elements[item.element].alternative;
      std::visit(*this, item.what);
    }
    const std::string width = number(page.size.width), height = number(page.size.height);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"" + width + "pt\" height=\"" + height +
           "pt\" viewBox=\"0 0 " + width + ' ' + height + "\" role=\"img\">\n<title>" + escaped(title) + "</title>\n<desc>" + escaped(text_) +
           "</desc>\n<defs>\n" + glyphs_ + "</defs>\n<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"#ffffff\"/>\n" + drawing_ +
           links_ + "</svg>\n";
  }

  void operator()(const GlyphRun& run) {
    const double scale = run.size.points() / run.face->metrics().units_per_em;
    const std::string factor = number(scale, kScaleDecimals);
    drawing_ += "<g fill=\"" + hexadecimal(run.colour) + "\" transform=\"translate(" + number(at_.x) + ' ' + number(at_.y) + ")" + (run.upwards ? " rotate(-90)" : "") + " scale(" + factor + " -" + factor + ")\">";
    Length pen;
    for (const Glyph& glyph : run.glyphs) {
      if (const std::string& name = name_of(*run.face, glyph.id); !name.empty())
        drawing_ += "<use xlink:href=\"#" + name + "\" x=\"" + number((pen + glyph.x).points() / scale, 1) + "\" y=\"" + number(glyph.y.points() / scale, 1) + "\"/>";
      pen += glyph.advance;
    }
    drawing_ += "</g>\n";
    if (!text_.empty() && text_.back() != ' ') text_ += ' ';
    text_ += run.text;
  }

  void operator()(const Rule& rule) {
    drawing_ += "<rect x=\"" + number(at_.x) + "\" y=\"" + number(at_.y) + "\" width=\"" + number(rule.size.width) + "\" height=\"" +
                number(rule.size.height) + "\" fill=\"" + hexadecimal(rule.colour) + "\"/>\n";
  }

  void operator()(const Shape& shape) {
    drawing_ += "<path d=\"" + path_data(shape.path, at_) + "\" fill=\"" + hexadecimal(shape.colour) + '"' +
                (shape.even_odd ? " fill-rule=\"evenodd\"" : "") + ">" + title() + "</path>\n";
  }

  void operator()(const Picture& picture) {
    std::string clip;
    if (!picture.clip.empty()) {
      clip = "c" + std::to_string(clips_++);
      glyphs_ += "<clipPath id=\"" + clip + "\"><path d=\"" + path_data(picture.clip, at_) + "\"/></clipPath>\n";
    }
    drawing_ += "<image x=\"" + number(at_.x) + "\" y=\"" + number(at_.y) + "\" width=\"" + number(picture.size.width) + "\" height=\"" +
                number(picture.size.height) + "\" preserveAspectRatio=\"none\"" + (clip.empty() ? "" : " clip-path=\"url(#" + clip + ")\"") +
                " xlink:href=\"" + data_uri(*picture.image) + "\">" + title() + "</image>\n";
  }

  void operator()(const LinkArea& area) {
    links_ += "<a xlink:href=\"" + escaped(area.target) + "\"><rect x=\"" + number(at_.x) + "\" y=\"" + number(at_.y) + "\" width=\"" +
              number(area.size.width) + "\" height=\"" + number(area.size.height) + "\" fill-opacity=\"0\"><title>" + escaped(area.text) + "</title></rect></a>\n";
  }

 private:
  /// What a picture says in words, for readers that show no pictures.
  [[nodiscard]] std::string title() const { return alternative_.empty() ? "" : "<title>" + escaped(alternative_) + "</title>"; }

  /// The glyph's id in this file, defined when first used; empty for what has no outline. Counted, not taken from
  /// addresses: the same page gives the same bytes.
  const std::string& name_of(const Face& face, GlyphId glyph) {
    const auto [found, is_new] = names_.try_emplace({&face, glyph});
    if (!is_new) return found->second;
    const std::string data = path_data(glyph_outline(face, glyph));
    if (data.empty()) return found->second;
    found->second = "g" + std::to_string(count_++);
    glyphs_ += "<path id=\"" + found->second + "\" d=\"" + data + "\"/>\n";
    return found->second;
  }

  const Structure& structure_;
  Point at_;
  std::string alternative_;  ///< of the item's element
  std::map<std::pair<const Face*, GlyphId>, std::string> names_;  // for look-up only
  int count_ = 0, clips_ = 0;
  std::string glyphs_, drawing_, links_, text_;
};

}  // namespace

std::string write_svg(const Pages& pages, const Page& page) { return Writer(pages.structure).write(page, pages.metadata.title); }

}  // namespace galley
