#include "export/text/text.h"

#include <algorithm>
#include <cmath>

namespace galley {
namespace {

/// Baselines nearer than this part of the type size are one line: superscripts and small caps stay in it.
constexpr double kSameLine = 0.4;
/// A gap wider than this part of the type size parts words even if no space stands in it, e.g. before a date at the
/// right margin. Kerning between runs is far below, the narrowest word space above.
constexpr double kWordGap = 0.12;

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

bool is_block(Role role) {
  switch (role) {
    case Role::heading1:
    case Role::heading2:
    case Role::heading3:
    case Role::paragraph:
    case Role::list_item:
      return true;
    default:
      return false;
  }
}

/// The nearest block that holds the element.
ElementId block_of(const Structure& structure, ElementId element) {
  while (element != kArtifact && !is_block(structure.elements[element].role))
    element = structure.elements[element].parent;
  return element;
}

bool is_within(const Structure& structure, ElementId element, ElementId outer) {
  while (element != kArtifact && element != outer) element = structure.elements[element].parent;
  return element == outer;
}

/// A run with its place, as reading needs it.
struct Piece {
  const GlyphRun* run = nullptr;
  std::size_t page = 0;
  Point at;
  ElementId block = kArtifact;
};

class TextWriter {
 public:
  explicit TextWriter(const Structure& structure) : structure_(structure) {}

  void add(const Piece& piece) {
    if (piece.run->text.empty()) return;
    part_from_last(piece);
    out_ += piece.run->text;
    last_ = piece;
    has_last_ = true;
  }

  std::string finish() {
    trim_spaces();
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  void part_from_last(const Piece& piece) {
    if (!has_last_) return;
    const bool same_line = is_same_line(piece);
    // A label and the paragraph in its list item are one block to a reader.
    const bool same_block = piece.block == last_.block ||
                            (same_line && last_.block != kArtifact && is_within(structure_, piece.block, last_.block));
    if (!same_block) {
      trim_spaces();
      out_ += "\n\n";
    } else if (!same_line) {
      end_line();
    } else if (is_gap(piece) && !ends_in_space() && piece.run->text.front() != ' ') {
      out_ += ' ';
    }
  }

  /// A word that goes on in the next line comes back whole: the hyphen of a division (U+00AD) goes, one of the word's own stays.
  void end_line() {
    if (out_.ends_with(kSoftHyphen)) {
      out_.erase(out_.size() - kSoftHyphen.size());
    } else if (!out_.ends_with('-') && !out_.ends_with('/')) {
      trim_spaces();
      out_ += '\n';
    }
  }

  [[nodiscard]] bool is_same_line(const Piece& piece) const {
    const double apart = std::fabs((piece.at.y - last_.at.y).points());
    return piece.page == last_.page && apart < kSameLine * std::max(piece.run->size, last_.run->size).points();
  }

  /// What is between the two, whichever is on the left: where the direction changes, text goes on to the left.
  [[nodiscard]] bool is_gap(const Piece& piece) const {
    const Length after = piece.at.x - last_.at.x - last_.run->width();
    const Length before = last_.at.x - piece.at.x - piece.run->width();
    return std::max(after, before).points() > kWordGap * std::max(piece.run->size, last_.run->size).points();
  }

  [[nodiscard]] bool ends_in_space() const { return !out_.empty() && out_.back() == ' '; }

  void trim_spaces() {
    while (ends_in_space()) out_.pop_back();
  }

  const Structure& structure_;
  std::string out_;
  Piece last_;
  bool has_last_ = false;
};

}  // namespace

std::string write_text(const Pages& pages) {
  TextWriter writer(pages.structure);
  for (std::size_t page = 0; page < pages.pages.size(); ++page) {
    for (const Item& item : pages.pages[page].items) {
      const auto* run = std::get_if<GlyphRun>(&item.what);
      if (run && item.element != kArtifact) writer.add({run, page, item.at, block_of(pages.structure, item.element)});
    }
  }
  return writer.finish();
}

}  // namespace galley
