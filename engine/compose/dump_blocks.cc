#include "compose/dump_blocks.h"

#include <map>

#include "base/dump_text.h"
#include "layout/dump_style.h"

namespace galley {
namespace {

constexpr std::size_t kNameWidth = 18;

class BlockDumper {
 public:
  explicit BlockDumper(const Composed& composed) : composed_(composed) {
    std::map<std::string, int> seen;
    for (const Style& style : composed.styles) {
      const int again = seen[style.name]++;
      names_.push_back(again == 0 ? style.name : style.name + '~' + std::to_string(again + 1));
    }
  }

  std::string dump() {
    const std::vector<Style>& styles = composed_.styles;
    for (std::size_t i = 0; i < styles.size(); ++i)
      row(0, "style " + names_[i], i == 0 ? dump_style(styles[i]) : dump_style(styles[i], styles[0]));
    for (std::size_t i = 0; i < composed_.streams.size(); ++i) stream(i + 1, composed_.streams[i]);
    return std::move(out_);
  }

 private:
  void stream(std::size_t number_of_stream, const Stream& stream) {
    row(0, "stream " + std::to_string(number_of_stream), frame(stream.frame));
    for (const ComposedSection& each : stream.sections) section(each);
  }

  static std::string frame(const Frame& frame) {
    std::string out = "left " + number(frame.left) + "  right " + number(frame.right);
    if (frame.label > Length{}) out += "  label " + number(frame.label) + (frame.label_measured ? " at most" : "") + "  gutter " + number(frame.gutter);
    if (frame.columns > 1) out += "  " + std::to_string(frame.columns) + " columns, " + number(frame.between) + " between";
    if (frame.opening == Opening::baseline) out += "  first baseline " + number(frame.first_baseline);
    if (frame.opening == Opening::below) out += "  below stream " + std::to_string(frame.neighbour + 1);
    if (frame.opening == Opening::level) out += "  level with stream " + std::to_string(frame.neighbour + 1);
    return out;
  }

  void section(const ComposedSection& section) {
    row(1, "section", "space " + number(section.space) + (section.holds_together ? "  holds together" : ""));
    bookmarks(2, section.bookmarks, kArtifact);
    if (section.label) row(2, "label", text(section.label->text, 0, element_of(section.label->text)) + path_after(section.label->text));
    if (section.note) part("note", *section.note);
    for (const Part& item : section.items) part("item", item);
  }

  void part(const std::string& name, const Part& part) {
    row(2, name, "space " + number(part.space.before) + " before, " + number(part.space.after) + " after");
    blocks(3, part.blocks);
  }

  void blocks(std::size_t depth, const std::vector<Block>& all) {
    for (const Block& each : all) block(depth, each);
  }

  void block(std::size_t depth, const Block& block) {
    if (const TextBlock* paragraph = paragraph_of(block)) return this->paragraph(depth, block, *paragraph);
    if (const auto* figure = std::get_if<Figure>(&block.kind)) {
      const Element& element = composed_.structure.elements[figure->element];
      return row(depth, figure->image ? "picture" : "code", quoted(element.alternative) + facts(block));
    }
    if (const auto* stack = std::get_if<Stack>(&block.kind)) {
      row(depth, "stack", facts(block));
      return blocks(depth + 1, stack->blocks);
    }
    if (const auto* grid = std::get_if<Grid>(&block.kind)) {
      row(depth, "grid", std::to_string(grid->columns) + " columns, " + number(grid->gap) + " between" + facts(block));
      return blocks(depth + 1, grid->cells);
    }
    const auto& columns = std::get<Columns>(block.kind);
    row(depth, "columns", number(columns.gap) + " between" + facts(block));
    for (const Column& column : columns.columns) {
      row(depth + 1, "column", column.width ? "width " + number(*column.width) : "");
      blocks(depth + 2, column.blocks);
    }
  }

  void paragraph(std::size_t depth, const Block& block, const TextBlock& paragraph) {
    const auto* beside = std::get_if<Row>(&block.kind);
    const ElementId element = element_of(paragraph.text);
    row(depth, beside ? "row" : "text", names_[paragraph.style] + "  " + path(element) + facts(block));
    bookmarks(depth + 1, block.bookmarks, element);
    if (paragraph.bullet) {
      const Bullet& bullet = *paragraph.bullet;
      row(depth + 1, "bullet", text(bullet.mark, paragraph.style, element) + "  indent " + number(bullet.indent) + "  gap " + number(bullet.gap) +
                                   (bullet.hang ? "" : "  does not hang"));
    }
    row(depth + 1, "text", text(paragraph.text, paragraph.style, element));
    if (beside) row(depth + 1, side_name(beside->side), text(beside->beside, paragraph.style, element));
  }

  static const char* side_name(RowSide side) {
    switch (side) {
      case RowSide::right_of_first:
        return "right";
      case RowSide::right_of_last:
        return "right of last";
      case RowSide::label_column:
        return "left";
    }
    return "right";
  }

  void bookmarks(std::size_t depth, const std::vector<Bookmark>& marks, ElementId expected) {
    for (const Bookmark& mark : marks)
      row(depth, "bookmark", std::to_string(mark.level) + ' ' + quoted(mark.title) + role_unless(mark.element, expected));
  }

  static std::string facts(const Block& block) {
    std::string out;
    if (block.space) out += "  space " + number(*block.space);
    if (block.is_heading) out += "  heading";
    return out;
  }

  [[nodiscard]] ElementId element_of(const StyledText& text) const { return text.empty() ? kArtifact : paragraph_of_piece(text.front()); }

  [[nodiscard]] std::string path_after(const StyledText& text) const {
    return text.empty() ? "" : std::string(" in ") + role_name(composed_.structure.elements[element_of(text)].role);
  }

  /// Pieces with what differs from the paragraph: style, element, link.
  [[nodiscard]] std::string text(const StyledText& pieces, StyleId style, ElementId paragraph) const {
    std::string out;
    for (const Piece& piece : pieces) {
      if (!out.empty()) out += "  ";
      if (piece.style != style) out += names_[piece.style] + ' ';
      out += quoted(piece.text);
      if (piece.link != kNoLink) out += " -> " + composed_.links[piece.link];
      out += role_unless(piece.link == kNoLink ? piece.element : parent_of(piece.element), paragraph);
    }
    return out;
  }

  [[nodiscard]] ElementId parent_of(ElementId element) const { return composed_.structure.elements[element].parent; }

  /// The element of the paragraph that begins with a piece, which may be a link in it.
  [[nodiscard]] ElementId paragraph_of_piece(const Piece& piece) const {
    return piece.link == kNoLink ? piece.element : parent_of(piece.element);
  }

  [[nodiscard]] std::string role_unless(ElementId element, ElementId expected) const {
    if (element == expected) return {};
    return std::string(" in ") + (element == kArtifact ? "nothing" : role_name(composed_.structure.elements[element].role));
  }

  /// "section > list > list_item", without the document.
  [[nodiscard]] std::string path(ElementId element) const {
    if (element == kArtifact) return "artifact";
    const Element& here = composed_.structure.elements[element];
    if (here.parent == kArtifact) return role_name(here.role);
    const bool at_top = parent_of(here.parent) == kArtifact;
    return (at_top ? std::string{} : path(here.parent) + " > ") + role_name(here.role);
  }

  void row(std::size_t depth, const std::string& name, const std::string& value) {
    out_ += left_aligned(std::string(depth * 2, ' ') + name, kNameWidth) + (value.starts_with("  ") ? "" : "  ") + value + '\n';
  }

  const Composed& composed_;
  std::vector<std::string> names_;  ///< of the styles; a second one of the same name is "row~2"
  std::string out_;
};

}  // namespace

std::string dump_blocks(const Composed& composed) { return BlockDumper(composed).dump(); }

}  // namespace galley
