// What setting text needs: the fonts of tests/fonts, where every letter is one em wide (see their README), and a shaper.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "font/font_book.h"
#include "text/shape.h"
#include "tests/support/installed_fonts.h"
#include "tests/support/paths.h"

namespace galley::testing {

struct TypeRoom {
  DiskWorkspace workspace;
  Catalogue catalogue;
  FontBook fonts{workspace, catalogue, {source_folder() + "/tests/fonts"}, installed_fonts};
  Shaper shaper{fonts};
  Diagnostics diagnostics;

  ShapedText shape(const StyledText& text, const std::vector<Style>& styles, const std::string& language = "en") {
    return shaper.shape(text, styles, {language}, diagnostics);
  }
  [[nodiscard]] std::string messages() const {
    std::string all;
    for (const Diagnostic& each : diagnostics.all()) all += each.message + (each.help.empty() ? "" : " | " + each.help) + "\n";
    return all;
  }
};

/// Ten-point type of a test family, a line every twelve points, set from the left without stretch.
inline Style style_of(const std::string& family) {
  Style style;
  style.name = family;
  style.family = family;
  return style;
}

inline StyledText plain(const std::string& text) { return {Piece{text, 0, kNoLink, 0, {}}}; }

}  // namespace galley::testing
