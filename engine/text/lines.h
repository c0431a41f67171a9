// Stages 5 and 6 together: styled text + measure -> lines of glyph runs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/styled_text.h"
#include "font/glyph_run.h"
#include "text/break_lines.h"
#include "text/shape.h"

namespace galley {

/// A run and where it stands on its line.
struct SetRun {
  GlyphRun run;
  Length x;               ///< from the line's edge to the run's, on the side where the paragraph's lines begin (alignment included)
  std::uint32_t piece = 0;  ///< of the text, the first that the run holds something of; what follows is that one's
  StyleId style = 0;
  LinkId link = kNoLink;
  ElementId element = kArtifact;
};

struct SetLine {
  std::vector<SetRun> runs;  ///< logical order
  Length x, width;           ///< of the visible text; a space that ends the line hangs out and is not counted
  Length excess;             ///< overfull: how far the line is too long
  bool hyphenated = false;
  bool torn = false;         ///< it ends inside of a word that no rule divides
};

/// A paragraph to set.
struct Paragraph {
  const StyledText& text;
  const Style& style;                ///< alignment, costs, hyphenation
  const std::vector<Style>& styles;  ///< of the pieces
  const std::string& language;       ///< BCP 47
  Measure measure;
  bool right_to_left = false;        ///< lines begin on the right, and x counts from there to a run's right edge
  const TextUsage* usage = nullptr;  ///< of the language; none: spaces follow the style alone, no ties
};

std::vector<SetLine> set_lines(const Paragraph& paragraph, Shaper& shaper, Diagnostics& diagnostics);

}  // namespace galley
