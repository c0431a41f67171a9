// Blocks: what a layout makes of the lines of an entry. A block is text, a row, a figure, or a container of blocks. Says what
// stands where; knows no fonts and no pages.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/image.h"
#include "base/structure.h"
#include "base/styled_text.h"
#include "layout/layout.h"

namespace galley {

/// A mark, or a drawing, before a block's first line.
struct Bullet {
  StyledText mark;
  Length indent;     ///< from the column's edge to the mark
  Length gap;        ///< from the mark to the text, set as a space
  bool hang = true;  ///< further lines align with the text
  Length width = {}; ///< from the mark's left edge to the text, where `gap` is kept
  Icon icon = {};    ///< drawn instead of the mark, whose style gives the colour
  Length icon_size = {};
};

/// A paragraph.
struct TextBlock {
  StyledText text;
  StyleId style = 0;  ///< of the paragraph: leading, alignment, costs
  std::optional<Bullet> bullet;
  Length indent;      ///< from the column's edge
  Length hang = {};   ///< of further lines, beyond where the first one's text begins
};

/// Where the text beside a row stands: flush right on its first or last line, or in the label column.
enum class RowSide : std::uint8_t { right_of_first, right_of_last, label_column };

/// A paragraph with a short text beside it: a date.
struct Row {
  TextBlock main;
  StyledText beside;  ///< not empty
  RowSide side = RowSide::right_of_first;
};

/// A picture, or a QR code that says `code`. The space before it ends at its top edge.
struct Figure {
  FigureRule rule;
  std::shared_ptr<const Image> image;
  std::string code;
  std::shared_ptr<const QrCode> drawn;  ///< the code; nullptr: it is too long, and left out
  ElementId element = kArtifact;
  StyleId style = 0;  ///< whose leading gives the space before it where nothing else does
  Length indent;      ///< from the column's edge
};

struct Block;

/// Blocks below one another.
struct Stack {
  std::vector<Block> blocks;
};

/// One of several columns of blocks.
struct Column {
  std::vector<Block> blocks;
  std::optional<Length> width;  ///< unset: an equal share of what the others leave
};

/// Columns of blocks side by side. Their first baselines are level; a figure that opens one hangs from the height of the
/// capitals beside it. Read column by column, and never broken over pages.
struct Columns {
  std::vector<Column> columns;
  Length gap;  ///< between neighbours
};

/// Cells in rows of equal columns, read row by row. Pages break between rows.
struct Grid {
  std::vector<Block> cells;
  std::size_t columns = 1;  ///< at least 1
  Length gap;               ///< between columns
  SpaceRule space;          ///< around each row
};

struct Bookmark {
  std::string title;
  int level = 0;
  ElementId element = kArtifact;  ///< the heading
};

using BlockKind = std::variant<TextBlock, Row, Figure, Stack, Columns, Grid>;

struct Block {
  BlockKind kind;
  std::optional<Length> space;  ///< from the baseline before; unset: the leading
  bool is_heading = false;      ///< stays with what follows
  std::vector<Bookmark> bookmarks;
  Span source;
};

/// The paragraph of a text or a row; nullptr of others.
template <typename AnyBlock>
auto* paragraph_of(AnyBlock& block) {
  using Found = std::conditional_t<std::is_const_v<AnyBlock>, const TextBlock, TextBlock>;
  if (auto* row = std::get_if<Row>(&block.kind)) return static_cast<Found*>(&row->main);
  return static_cast<Found*>(std::get_if<TextBlock>(&block.kind));
}

/// Visits every block that is no container, in reading order.
template <typename Blocks, typename Visit>
void for_each_leaf(Blocks& blocks, const Visit& visit) {
  for (auto& block : blocks) {
    if (auto* stack = std::get_if<Stack>(&block.kind)) {
      for_each_leaf(stack->blocks, visit);
    } else if (auto* columns = std::get_if<Columns>(&block.kind)) {
      for (auto& column : columns->columns) for_each_leaf(column.blocks, visit);
    } else if (auto* grid = std::get_if<Grid>(&block.kind)) {
      for_each_leaf(grid->cells, visit);
    } else {
      visit(block);
    }
  }
}

}  // namespace galley
