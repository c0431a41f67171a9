#include "compose/dump_blocks.h"

#include <map>

#include "base/dump_text.h"
#include "layout/dump_style.h"

namespace galley {
namespace {

constexpr std::size_t kNameWidth = 16;

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
      row("style " + names_[i], i == 0 ? dump_style(styles[i]) : dump_style(styles[i], styles[0]));
    for (std::size_t i = 0; i < composed_.blocks.size(); ++i) block(i + 1, composed_.blocks[i]);
    return std::move(out_);
  }

 private:
  void block(std::size_t number_of_block, const Block& block) {
    const ElementId element = block.text.empty() ? kArtifact : paragraph_of(block.text.front());
    row("block " + std::to_string(number_of_block), names_[block.style] + "  " + path(element) + facts(block));
    for (const OutlineMark& mark : block.outline)
      row("  outline", std::to_string(mark.level) + ' ' + quoted(mark.title) + role_unless(mark.element, element));
    if (block.label) row("  label", text(block.label->text, block.style, element));
    if (block.bullet) {
      const Bullet& bullet = *block.bullet;
      row("  bullet", text(bullet.mark, block.style, element) + "  indent " + number(bullet.indent) + "  gap " +
                          number(bullet.gap) + (bullet.hang ? "" : "  does not hang"));
    }
    if (block.figure) {
      const Element& figure = composed_.structure.elements[block.figure->element];
      row(block.figure->image ? "  picture" : "  code", quoted(figure.alternative));
      return;
    }
    row("  text", text(block.text, block.style, element));
    if (block.aside)
      row("  right", text(block.aside->text, block.style, element) + (block.aside->on_last ? "  on the last line" : ""));
  }

  static std::string facts(const Block& block) {
    std::string out;
    if (!block.space_from_leading) out += "  space " + number(block.space_before);
    if (block.region == Region::full) out += "  full width";
    if (block.starts_section) out += "  section";
    if (block.starts_entry) out += "  entry";
    if (block.is_heading) out += "  heading";
    return out;
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
  [[nodiscard]] ElementId paragraph_of(const Piece& piece) const {
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

  void row(const std::string& name, const std::string& value) { out_ += left_aligned(name, kNameWidth) + "  " + value + '\n'; }

  const Composed& composed_;
  std::vector<std::string> names_;  ///< of the styles; a second one of the same name is "row~2"
  std::string out_;
};

}  // namespace

std::string dump_blocks(const Composed& composed) { return BlockDumper(composed).dump(); }

}  // namespace galley
