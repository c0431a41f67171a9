// A document before it is set: streams of sections, each with the frame of the page that it flows through. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compose/block.h"

namespace galley {

struct Label {
  StyledText text;
  StyleId style = 0;
  LabelPlacement placement = LabelPlacement::beside;
  StyledText again = {};  ///< what stands there on further pages of the section; empty: nothing
  Length space_below;     ///< placed above: to the first line of the section, at least
};

/// What a section is made of: a note, a sub-heading, an entry. Never empty.
struct Part {
  std::vector<Block> blocks;
  SpaceRule space;  ///< to its neighbours in the section
  Placing placing = {};  ///< of a sub-heading: with all parts up to the next one
};

/// Named so because the CV has sections of its own. The head of a document, its closing and the top of a sidebar are
/// sections without a label.
struct ComposedSection {
  std::optional<Label> label;
  std::optional<Part> note;
  std::vector<Part> items;        ///< sub-headings and entries
  Length space;                   ///< from the last baseline before
  Length label_clearance;         ///< at least this from the label's last line to the next section
  std::vector<LineDecoration> decorations;  ///< drawn with the first line
  std::vector<Bookmark> bookmarks;          ///< lead to the first line
  Placing placing = {};
  bool holds_together = false;    ///< no page begins with one of its lines where that can be helped
};

/// How a stream opens its first page.
enum class Opening : std::uint8_t {
  top,       ///< as every further page: below the top margin
  baseline,  ///< its first text on a given baseline, a figure with its top edge at the margin or where its space says
  below,     ///< below the last line of another stream, or at the top where that is empty
  level,     ///< on the baseline where another stream opens
};

/// Where a stream stands on each of its pages. All from the page's top left corner (right to left: its top right one).
struct Frame {
  Length left, right;                ///< edges of the first column, its label column included
  Length inset_left, inset_right;    ///< kept free for figures beside the text
  Length label, gutter;              ///< width of the label column and its distance to the text; 0: there is none
  bool label_measured = false;       ///< `label` is the most; what stands in it says how wide it is
  int columns = 1;                   ///< columns of this width side by side, the text going from one to the next
  Length between;                    ///< and the white between them
  Length top;                        ///< of the first line's type
  Length first_line;                 ///< from there to the first baseline
  Length lowest;                     ///< that a baseline may stand
  Opening opening = Opening::top;
  Length first_baseline;             ///< Opening::baseline
  std::size_t neighbour = 0;         ///< Opening::below, level: index of the stream meant
  Length bookmark_left;              ///< where bookmarks lead to
  Length leading;                    ///< of a line left empty, the unit of break costs
};

/// Sections that flow through a frame from page to page.
struct Stream {
  Frame frame;
  std::vector<ComposedSection> sections;
};

/// A line that pages repeat. U+E000 in its texts stands for the page's number, U+E001 for how many there are.
struct RunningLine {
  StyledText left, centre, right;
  StyleId style = 0;
};
constexpr std::string_view kPageNumber = "\uE000", kPageCount = "\uE001";

struct Composed {
  std::vector<Style> styles;       ///< StyleId indexes this; the first is the body's
  std::vector<std::string> links;  ///< LinkId indexes this; URIs
  Structure structure;
  std::vector<Stream> streams;          ///< in the order in which each page is read
  std::vector<RunningLine> running;     ///< beside the layout's PageRules::running
  std::string title, author, subject, language;  ///< of the document
  TextUsage usage;                               ///< of the language
  std::vector<std::string> keywords;
  bool right_to_left = false;           ///< the document's language is; x then counts from the right edge until page/mirror.h
  std::optional<std::int64_t> modified; ///< seconds since 1970-01-01 00:00 UTC
};

/// Visits the blocks of each part of a section: the note's, then the items'.
template <typename Section, typename Visit>
void for_each_part(Section& section, const Visit& visit) {
  if (section.note) visit(*section.note);
  for (auto& item : section.items) visit(item);
}

}  // namespace galley
