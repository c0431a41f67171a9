// Pages as pictures, by Cairo. The glyphs are those of the PDF, drawn from their outlines.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "page/pages.h"

namespace galley {

constexpr double kUsualResolution = 150;  // dots per inch: sharp on a screen, small enough to send

/// A page on white paper, as the bytes of a PNG file. `resolution` in dots per inch, 10 to 1200. Links are not drawn.
/// Same page, same bytes. nullopt with an error when there is no memory for so many dots.
std::optional<std::string> write_png(const Page& page, double resolution, Diagnostics& diagnostics);

/// Pictures of pages beside and below one another, `columns` in a row, each `width` dots wide.
std::optional<std::string> write_contact_sheet(const std::vector<const Page*>& pages, int columns, int width, Diagnostics& diagnostics);

}  // namespace galley
