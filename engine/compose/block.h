// What a layout makes of a CV: blocks of styled text in reading order. Says what stands where; knows no fonts and no pages.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/image.h"
#include "base/structure.h"
#include "base/styled_text.h"
#include "layout/layout.h"

namespace galley {

/// Which part of the page's width a block is set in.
enum class Region : std::uint8_t { full, text_column, sidebar };

/// A mark, or a drawing, before a block's first line.
struct Bullet {
  StyledText mark;
  Length indent;     ///< from the region's edge to the mark
  Length gap;        ///< from the mark to the text, set as a space
  bool hang = true;  ///< further lines align with the text
  Length width = {}; ///< from the mark's left edge to the text, where `gap` is kept
  Icon icon = {};    ///< drawn instead of the mark, whose style gives the colour
  Length icon_size = {};
};

/// Text flush right on the baseline of a block's first or last line, or in the label column: a date.
struct Aside {
  StyledText text;
  bool on_last = false;
  bool in_label_column = false;
};

struct Label {
  StyledText text;
  StyleId style = 0;
  bool rotated = false;   ///< reads upwards
  StyledText again = {};  ///< what stands there on further pages of the section; empty: nothing
};

/// A picture, or a QR code that says `code`.
struct Figure {
  FigureRule rule;
  std::shared_ptr<const Image> image;
  std::string code;
  ElementId element = kArtifact;
};

/// A line that pages repeat. U+E000 in its texts stands for the page's number, U+E001 for how many there are.
struct RunningLine {
  StyledText left, centre, right;
  StyleId style = 0;
};
constexpr std::string_view kPageNumber = "\uE000", kPageCount = "\uE001";

struct OutlineMark {
  std::string title;
  int level = 0;
  ElementId element = kArtifact;
};

/// A paragraph with what stands beside it.
struct Block {
  StyledText text;
  StyleId style = 0;            ///< of the paragraph: leading, alignment, costs
  Region region = Region::text_column;
  std::optional<Figure> figure;  ///< stands here instead of text; `space_before` then ends at its top edge
  std::optional<Bullet> bullet;
  std::optional<Aside> aside;
  std::optional<Label> label;   ///< in the label column, on the baseline of the first line
  Length indent;                ///< from the region's edge
  Length inset_left, inset_right;   ///< kept free for a figure beside
  Length space_before;          ///< to the baseline before; the page's first line ignores it
  bool space_from_leading = false;  ///< `space_before` is unset: the paragraph's leading
  bool starts_section = false, starts_entry = false;
  bool is_heading = false;      ///< stays with what follows
  bool stays_with_before = false;   ///< of the closing: no page begins with it where that can be helped
  bool section_label = false;   ///< the section's label on a line of its own
  bool opens_section = false;   ///< the first with text of its section: the layout's rules for sections are drawn with it
  std::vector<OutlineMark> outline;
  Span source;
};

struct Composed {
  std::vector<Style> styles;       ///< StyleId indexes this
  std::vector<std::string> links;  ///< LinkId indexes this; URIs
  Structure structure;
  std::vector<Block> blocks;            ///< the head, the sections, the sidebar
  std::vector<RunningLine> running;     ///< beside the layout's PageRules::running
  std::string title, author, subject, language;  ///< of the document
  TextUsage usage;                               ///< of the language
  std::vector<std::string> keywords;
  bool right_to_left = false;           ///< the document's language is; x then counts from the right edge until page/mirror.h
  std::optional<std::int64_t> modified; ///< seconds since 1970-01-01 00:00 UTC
};

}  // namespace galley
