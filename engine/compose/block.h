// What a layout makes of a CV: blocks of styled text in reading order. Says what stands where; knows no fonts and no pages.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/structure.h"
#include "base/styled_text.h"

namespace galley {

/// Which part of the page's width a block is set in.
enum class Region : std::uint8_t { full, text_column };

/// A mark before a block's first line.
struct Bullet {
  StyledText mark;
  Length indent;     ///< from the region's edge to the mark
  Length gap;        ///< from the mark to the text, set as a space
  bool hang = true;  ///< further lines align with the text
};

/// Text flush right on the baseline of a block's first or last line: a date.
struct Aside {
  StyledText text;
  bool on_last = false;
};

struct Label {
  StyledText text;
  StyleId style = 0;
};

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
  std::optional<Bullet> bullet;
  std::optional<Aside> aside;
  std::optional<Label> label;   ///< in the label column, on the baseline of the first line
  Length space_before;          ///< to the baseline before; the page's first line ignores it
  bool space_from_leading = false;  ///< `space_before` is unset: the paragraph's leading
  bool starts_section = false, starts_entry = false;
  bool is_heading = false;      ///< stays with what follows
  std::vector<OutlineMark> outline;
  Span source;
};

struct Composed {
  std::vector<Style> styles;       ///< StyleId indexes this
  std::vector<std::string> links;  ///< LinkId indexes this; URIs
  Structure structure;
  std::vector<Block> blocks;
  std::string title, author, language;  ///< of the document
};

}  // namespace galley
