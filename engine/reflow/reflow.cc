#include "reflow/reflow.h"

#include <algorithm>

#include "image/encode.h"

namespace galley {
namespace {

constexpr std::string_view kPreferredBreak = "\u2029";
constexpr int kBold = 600;  // and heavier

class Reflow {
 public:
  Reflow(const Composed& composed, ReflowDocument& document) : composed_(composed), document_(document) {}

  void stream(const Stream& stream, bool is_head) {
    in_head_ = is_head;
    for (const ComposedSection& section : stream.sections) {
      if (section.label) add(ReflowBlock::Kind::section, section.label->style, section.label->text);
      if (section.note) part(*section.note);
      for (const Part& each : section.items) part(each);
    }
  }

 private:
  void part(const Part& part) {
    bool opens = true;
    for_each_leaf(part.blocks, [&](const Block& block) {
      if (const auto* figure = std::get_if<Figure>(&block.kind)) return this->figure(*figure);
      const TextBlock* paragraph = paragraph_of(block);
      if (!paragraph) return;
      ReflowBlock& made = add(kind_of(*paragraph), paragraph->style, paragraph->text);
      if (paragraph->bullet) {
        for (const Piece& piece : paragraph->bullet->mark) made.mark += piece.text;
        if (made.kind == ReflowBlock::Kind::paragraph && !made.mark.empty()) made.kind = ReflowBlock::Kind::item;
      }
      if (const auto* row = std::get_if<Row>(&block.kind)) made.aside = text_of(row->beside);
      made.opens_entry = opens && made.kind != ReflowBlock::Kind::heading;
      opens = false;
    });
  }

  void figure(const Figure& figure) {
    if (!figure.image) return void(document_.has_codes = true);
    const Image& image = *figure.image;
    ReflowBlock block;
    block.kind = ReflowBlock::Kind::picture;
    block.in_head = in_head_;
    ReflowPicture& picture = block.picture;
    picture.is_jpeg = !image.jpeg.empty() && image.alpha.empty();
    picture.bytes = picture.is_jpeg ? image.jpeg : encode_png(image);
    picture.pixels_wide = image.width;
    picture.pixels_high = image.height;
    picture.alternative = composed_.structure.elements[figure.element].alternative;
    picture.size = size_of(figure.rule, image);
    picture.shape = figure.rule.shape;
    picture.radius = figure.rule.radius;
    picture.align = figure.rule.beside == FigureSide::right ? Align::right : figure.rule.beside == FigureSide::left ? Align::left : figure.rule.align;
    if (picture.bytes.empty()) return;
    // Text flows round what comes before it.
    const auto head = std::find_if(document_.blocks.begin(), document_.blocks.end(), [&](const ReflowBlock& each) { return in_head_ && each.in_head && each.kind != ReflowBlock::Kind::picture; });
    document_.blocks.insert(head, std::move(block));
  }

  /// As on a page (page/figures.cc).
  static Size size_of(const FigureRule& rule, const Image& image) {
    constexpr Length kUsualWidth = 30_mm;
    Size size{rule.width, rule.height};
    if (size.width == Length{} && size.height == Length{}) size.width = kUsualWidth;
    if (size.width == Length{}) size.width = size.height.times(image.width, image.height);
    if (size.height == Length{}) size.height = size.width.times(image.height, image.width);
    return size;
  }

  ReflowBlock& add(ReflowBlock::Kind kind, StyleId style, const StyledText& text) {
    ReflowBlock& block = document_.blocks.emplace_back();
    block.kind = kind;
    block.style = style;
    block.text = text_of(text);
    block.in_head = in_head_;
    return block;
  }

  /// By the role of the element that its text belongs to.
  [[nodiscard]] ReflowBlock::Kind kind_of(const TextBlock& paragraph) const {
    const auto& elements = composed_.structure.elements;
    ElementId at = paragraph.text.empty() ? kArtifact : paragraph.text.front().element;
    while (at != kArtifact && (elements[at].role == Role::span || elements[at].role == Role::link)) at = elements[at].parent;
    if (at == kArtifact) return ReflowBlock::Kind::paragraph;
    switch (elements[at].role) {
      case Role::heading1: return ReflowBlock::Kind::name;
      case Role::heading2: return ReflowBlock::Kind::section;
      case Role::heading3: return ReflowBlock::Kind::heading;
      default: return ReflowBlock::Kind::paragraph;
    }
  }

  [[nodiscard]] ReflowText text_of(const StyledText& pieces) const {
    ReflowText text;
    for (const Piece& piece : pieces) {
      ReflowRun run;
      run.text = piece.text;
      for (std::size_t at = 0; (at = run.text.find(kPreferredBreak)) != std::string::npos;) run.text.erase(at, kPreferredBreak.size());
      run.style = piece.style;
      if (piece.link != kNoLink) run.link = composed_.links[piece.link];
      if (piece.element != kArtifact) run.language = composed_.structure.elements[piece.element].language;
      if (run.text.empty()) continue;
      const bool goes_on = !text.empty() && text.back().style == run.style && text.back().link == run.link && text.back().language == run.language;
      if (goes_on) text.back().text += run.text;
      else text.push_back(std::move(run));
    }
    // The space that ends a row parts it from its date.
    while (!text.empty() && text.back().text.ends_with(' ')) {
      text.back().text.pop_back();
      if (text.back().text.empty()) text.pop_back();
    }
    return text;
  }

  const Composed& composed_;
  ReflowDocument& document_;
  bool in_head_ = false;
};

}  // namespace

ReflowDocument reflow(const Composed& composed, const Layout& layout) {
  ReflowDocument document;
  document.title = composed.title;
  document.author = composed.author;
  document.subject = composed.subject;
  document.language = composed.language;
  document.right_to_left = composed.right_to_left;
  document.styles = composed.styles;
  document.page = layout.page.size;
  document.left = layout.page.left;
  document.right = layout.page.right;
  document.top = layout.page.top;
  document.bottom = layout.page.bottom;
  if (const auto label = layout.styles.find(layout.sections.label_style); label != layout.styles.end() && label->second.colour) document.accent = *label->second.colour;
  Reflow all(composed, document);
  for (std::size_t i = 0; i < composed.streams.size(); ++i) all.stream(composed.streams[i], i == 0);
  return document;
}

bool drop_pictures(ReflowDocument& document) {
  return std::erase_if(document.blocks, [](const ReflowBlock& each) { return each.kind == ReflowBlock::Kind::picture; }) > 0;
}

bool is_strong(const Style& style, const Style& body) { return style.weight >= kBold && body.weight < kBold; }
bool is_emphasised(const Style& style, const Style& body) { return style.italic && !body.italic; }

}  // namespace galley
