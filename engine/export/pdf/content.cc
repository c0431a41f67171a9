// A content stream (ISO 32000-1, 7.8.2 and 14.6), one operator a line:
//   BT
//   /H2<</MCID 0>>BDC            everything is marked: with the number of its place in the structure tree ...
//   0.5 g                        colours, fonts only when they change
//   /F0 10 Tf
//   72 700.25 Td                 places relative to the last run's start
//   [(..)-15(..)]TJ
//   /Span<</ActualText(fi)>>BDC  ... and with its text where the glyphs' own would be wrong
//   (..)Tj
//   EMC
//   EMC
//   ET
//   /Artifact BMC                ... or as decoration
//   72 690 451 0.4 re f
//   EMC
//   /Figure<</MCID 1>>BDC        pictures leave the graphics state as it was
//   q
//   70 0 0 90 430 700 cm
//   /I0 Do
//   Q
//   EMC
#include "export/pdf/content.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "base/numbers.h"
#include "base/utf8.h"
#include "export/pdf/paths.h"
#include "export/pdf/text_shower.h"

namespace galley::pdf {
namespace {

/// Places are written in thousandths of a point.
constexpr int kPlaceDecimals = 3;
std::int64_t in_thousandths(Length length) { return std::llround(length.points() * 1000); }

void append_actual_text(std::string& out, std::string_view text) {
  bool is_ascii = true;
  for (const char c : text) is_ascii = is_ascii && c >= ' ' && c <= '~';
  if (is_ascii) return append_string(out, text, CodeNotation::bytes);
  std::string bytes = "\xFE\xFF";
  for (const char16_t unit : utf8::to_utf16(text)) {
    bytes += static_cast<char>(unit >> 8);
    bytes += static_cast<char>(unit & 0xFF);
  }
  append_string(out, bytes, CodeNotation::hexadecimal);
}

/// Glyph `at` of a run as the font has it, with the text that it stands for there if the font knows it.
const FontGlyph* glyph_in(const Font& font, const GlyphRun& run, const Cluster& cluster, std::size_t at) {
  return font.find(run.glyphs[at].id, as_read(share_of(cluster, at - cluster.begin, run.right_to_left)));
}

/// MuPDF takes no longer text from ToUnicode, in UTF-16 units.
constexpr std::size_t kLongestOfGlyph = 8;

/// Whether the glyphs, read one by one as the font's ToUnicode has them, give the cluster's text.
bool reads_right(const GlyphRun& run, const Cluster& cluster, const Font& font) {
  std::string_view rest = as_read(cluster.text);
  for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
    const std::size_t at = run.right_to_left ? cluster.end - 1 - (i - cluster.begin) : i;
    const FontGlyph* glyph = glyph_in(font, run, cluster, at);
    if (!glyph || rest.substr(0, glyph->text.size()) != glyph->text) return false;
    if (glyph->text.size() > kLongestOfGlyph && utf8::to_utf16(glyph->text).size() > kLongestOfGlyph) return false;
    rest.remove_prefix(glyph->text.size());
  }
  return rest.empty();
}

/// Glyph `at` if it is a cluster of its own and read as its text, as nearly all are; else nullptr.
const FontGlyph* plain_glyph(const GlyphRun& run, std::size_t at, const Font& font) {
  const Glyph& glyph = run.glyphs[at];
  if (at + 1 < run.glyphs.size() && run.glyphs[at + 1].text.begin == run.glyphs[at + 1].text.end) return nullptr;
  const std::string_view text = as_read(std::string_view(run.text).substr(glyph.text.begin, glyph.text.end - glyph.text.begin));
  const FontGlyph* known = font.find(glyph.id, text);
  return known && known->text == text && text.size() <= kLongestOfGlyph ? known : nullptr;
}

/// Whether a letter among glyphs [begin, end) has further glyphs, as vowel signs and tones: where their marks stand away from the
/// pen poppler parts the word and PDFBox gives them to the next letter, unless the text of the whole word is told.
bool has_marks(const GlyphRun& run, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i)
    if (run.glyphs[i].text.begin == run.glyphs[i].text.end) return true;
  return false;
}

/// The glyph after those up to the next space, or after the space where one stands.
std::size_t end_of_word(const GlyphRun& run, std::size_t begin) {
  const auto is_space = [&](const Glyph& glyph) {
    return std::string_view(run.text).substr(glyph.text.begin, glyph.text.end - glyph.text.begin) == " ";
  };
  std::size_t end = begin + 1;
  while (end < run.glyphs.size() && !is_space(run.glyphs[end]) && !is_space(run.glyphs[begin])) ++end;
  return end;
}

bool shows_anything(const GlyphRun& run, const Cluster& cluster, const Font& font) {
  for (std::size_t i = cluster.begin; i < cluster.end; ++i)
    if (font.find(run.glyphs[i].id, {})) return true;
  return false;
}

/// Puts into `line` the items from `begin` on that are drawn next, and moves `begin` behind them: one, or, where some of it reads from right to left,
/// all runs of a line that belong to one element. Extractors turn such a line round as a whole.
void from_left_to_right(const std::vector<Item>& items, std::size_t& begin, std::vector<std::size_t>& line) {
  const auto goes_on = [&](std::size_t i) {
    const auto* run = std::get_if<GlyphRun>(&items[i].what);
    return run && !run->upwards && items[i].element == items[begin].element && items[i].at.y == items[begin].at.y;
  };
  const auto is_turned = [&](std::size_t i) { return std::get<GlyphRun>(items[i].what).right_to_left; };
  line.clear();
  for (std::size_t i = begin; i < items.size() && goes_on(i); ++i) line.push_back(i);
  if (std::none_of(line.begin(), line.end(), is_turned)) line.assign(1, begin);
  begin += line.size();
  if (line.size() > 1) std::stable_sort(line.begin(), line.end(), [&](std::size_t a, std::size_t b) { return items[a].at.x < items[b].at.x; });
}

/// Bytes of most pages' content, at most.
constexpr std::size_t kUsualPage = 16 * 1024;

/// Draws the items of a page; keeps what a reader's graphics state holds, to set only what changes.
class Painter {
 public:
  Painter(const Page& page, const DrawingTools& tools) : page_(page), tools_(tools) {
    if (tools.colours.starts_in_black()) colour_ = Colour{};
  }

  DrawnPage paint() {
    drawn_.marks.assign(page_.items.size(), kNoMark);
    drawn_.content.reserve(kUsualPage);
    std::vector<std::size_t> line;
    for (std::size_t i = 0; i < page_.items.size();) {
      from_left_to_right(page_.items, i, line);
      for (const std::size_t item : line) draw(item);
    }
    close_text();
    return std::move(drawn_);
  }

  void draw(std::size_t item) {
    item_ = &page_.items[item];
    mark_of_item_ = &drawn_.marks[item];
    std::visit(*this, item_->what);
  }

  void operator()(const GlyphRun& run) {
    const Font* font = tools_.fonts.of(run.face.get());
    if (!font || run.glyphs.empty()) return;
    open_text();
    open_mark(item_->element);
    set_colour(run.colour);
    set_font(*font, run.size);
    if (run.upwards) {
      turn_to(item_->at);
    } else {
      move_to(item_->at);
    }
    if (run.right_to_left) out() += "/ReversedChars BMC\n";  // ISO 32000-1, 14.8.2.3.3
    show(run, *font);
    if (run.right_to_left) out() += "EMC\n";
  }

  void operator()(const Rule& rule) {
    close_text();
    open_mark(kArtifact);
    set_colour(rule.colour);
    const Length bottom = page_.size.height - item_->at.y - rule.size.height;
    for (const Length length : {item_->at.x, bottom, rule.size.width, rule.size.height}) {
      append_number(out(), length.points(), kPlaceDecimals);
      out() += ' ';
    }
    out() += "re f\n";
    close_mark();
  }

  void operator()(const Shape& shape) {
    if (shape.path.empty()) return;
    close_text();
    open_mark(item_->element);
    set_colour(shape.colour);
    append_path(out(), shape.path, item_->at, page_.size.height);
    out() += shape.even_odd ? "f*\n" : "f\n";
    close_mark();
  }

  void operator()(const Picture& picture) {
    const auto name = tools_.images.find(picture.image.get());
    if (name == tools_.images.end()) return;
    close_text();
    open_mark(item_->element);
    out() += "q\n";
    if (!picture.clip.empty()) {
      append_path(out(), picture.clip, item_->at, page_.size.height);
      out() += "W n\n";
    }
    const Size& size = picture.size;
    const Length bottom = page_.size.height - item_->at.y - size.height;
    for (const Length length : {size.width, Length{}, Length{}, size.height, item_->at.x, bottom}) {
      append_number(out(), length.points(), kPlaceDecimals);
      out() += ' ';
    }
    out() += "cm\n/" + name->second + " Do\nQ\n";
    close_mark();
  }

  void operator()(const LinkArea&) {}  // an annotation, see links.cc

 private:
  std::string& out() { return drawn_.content; }

  void open_text() {
    if (in_text_) return;
    out() += "BT\n";
    in_text_ = true;
    turned_ = false;
    line_x_ = line_y_ = 0;
  }

  void close_text() {
    close_mark();
    if (in_text_) out() += "ET\n";
    in_text_ = false;
  }

  /// Marks what the item draws. Neighbouring runs of one element share a mark.
  void open_mark(ElementId element) {
    if (mark_ != element) begin_mark(element);
    if (element != kArtifact) *mark_of_item_ = static_cast<int>(drawn_.owners.size()) - 1;
  }

  void begin_mark(ElementId element) {
    close_mark();
    mark_ = element;
    if (element == kArtifact) {
      out() += "/Artifact BMC\n";
      return;
    }
    out() += '/';
    out() += structure_type(tools_.structure.elements[element].role);
    out() += "<</MCID ";
    out() += std::to_string(drawn_.owners.size());
    out() += ">>BDC\n";
    drawn_.owners.push_back(element);
  }

  void close_mark() {
    if (mark_) out() += "EMC\n";
    mark_.reset();
  }

  void set_colour(const Colour& colour) {
    if (colour == colour_) return;
    colour_ = colour;
    tools_.colours.append(out(), colour);
  }

  void set_font(const Font& font, Length size) {
    if (font_ == &font && size_ == size) return;
    font_ = &font;
    size_ = size;
    out() += '/';
    out() += font.resource();
    out() += ' ';
    append_number(out(), size.points(), 4);
    out() += " Tf\n";
  }

  /// The text matrix of a baseline that runs up the page (ISO 32000-1, 9.4.2).
  void turn_to(const Point& at) {
    out() += "0 1 -1 0 ";
    append_number(out(), at.x.points(), kPlaceDecimals);
    out() += ' ';
    append_number(out(), (page_.size.height - at.y).points(), kPlaceDecimals);
    out() += " Tm\n";
    turned_ = true;
  }

  /// Td moves from the last start of line. Both are kept as written, so nothing adds up.
  void move_to(const Point& at) {
    const std::int64_t x = in_thousandths(at.x), y = in_thousandths(page_.size.height - at.y);
    if (turned_) {
      out() += "1 0 0 1 0 0 Tm\n";
      line_x_ = line_y_ = 0;
      turned_ = false;
    }
    append_number(out(), static_cast<double>(x - line_x_) / 1000, kPlaceDecimals);
    out() += ' ';
    append_number(out(), static_cast<double>(y - line_y_) / 1000, kPlaceDecimals);
    out() += " Td\n";
    line_x_ = x;
    line_y_ = y;
  }

  void show(const GlyphRun& run, const Font& font) {
    TextShower shower(out(), font, run.size, run.letter_space, tools_.notation);
    const bool any_marks = !run.right_to_left && has_marks(run, 0, run.glyphs.size());
    for (std::size_t at = 0; at < run.glyphs.size();) {
      const std::size_t end = any_marks ? end_of_word(run, at) : run.glyphs.size();
      if (any_marks && has_marks(run, at, end)) {
        const std::uint32_t first = run.glyphs[at].text.begin;
        tell(shower, std::string_view(run.text).substr(first, run.glyphs[end - 1].text.end - first));
        for (; at < end; at = show_cluster(run, font, at, shower)) {}
        told(shower);
      }
      for (; at < end;) {
        if (const FontGlyph* glyph = plain_glyph(run, at, font)) {
          shower.show(run.glyphs[at++], glyph);
          continue;
        }
        const Cluster cluster = cluster_at(run, at);
        const bool needs_text = !reads_right(run, cluster, font) && shows_anything(run, cluster, font);
        if (needs_text) tell(shower, cluster.text);
        at = show_cluster(run, font, at, shower);
        if (needs_text) told(shower);
      }
    }
    shower.finish();
  }

  /// Gives the glyph after the cluster.
  static std::size_t show_cluster(const GlyphRun& run, const Font& font, std::size_t at, TextShower& shower) {
    const Cluster cluster = cluster_at(run, at);
    for (; at < cluster.end; ++at) shower.show(run.glyphs[at], glyph_in(font, run, cluster, at));
    return at;
  }

  /// What is shown from here on stands for `text` (ISO 32000-1, 14.9.4).
  void tell(TextShower& shower, std::string_view text) {
    shower.flush();
    out() += "/Span<</ActualText";
    append_actual_text(out(), text);
    out() += ">>BDC\n";
  }

  void told(TextShower& shower) {
    shower.flush();
    out() += "EMC\n";
  }

  const Page& page_;
  const DrawingTools& tools_;
  const Item* item_ = nullptr;
  int* mark_of_item_ = nullptr;
  DrawnPage drawn_;
  bool in_text_ = false;
  bool turned_ = false;  ///< the text matrix stands for a run that reads upwards
  std::optional<ElementId> mark_;  ///< kArtifact: within an artifact
  std::int64_t line_x_ = 0, line_y_ = 0;
  std::optional<Colour> colour_;  ///< a page starts in black, of DeviceGray; unset: that will not do
  const Font* font_ = nullptr;
  Length size_;
};

}  // namespace

DrawnPage draw_page(const Page& page, const DrawingTools& tools) { return Painter(page, tools).paint(); }

const char* structure_type(Role role) {
  switch (role) {
    case Role::document:
      return "Document";
    case Role::section:
      return "Sect";
    case Role::heading1:
      return "H1";
    case Role::heading2:
      return "H2";
    case Role::heading3:
      return "H3";
    case Role::paragraph:
      return "P";
    case Role::list:
      return "L";
    case Role::list_item:
      return "LI";
    case Role::label:
      return "Lbl";
    case Role::list_body:
      return "LBody";
    case Role::span:
      return "Span";
    case Role::link:
      return "Link";
    case Role::figure:
      return "Figure";
  }
  return "Span";
}

}  // namespace galley::pdf
