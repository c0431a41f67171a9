// A face with further glyphs at its end: copies of its own and empty ones, with advances of one's choice.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "font/face.h"

namespace galley {

struct FurtherGlyph {
  std::optional<GlyphId> outline;  ///< the glyph whose outline it has; nullopt: none
  int advance = 0;                 ///< in font units, 0 to 65535
  auto operator<=>(const FurtherGlyph&) const = default;
};

/// The face as a new one of the same name whose glyphs from `face.glyph_count()` on are `further`. It has no hints, no layout
/// tables and no variations: made for embedding, not for shaping. nullptr where that cannot be done: CFF outlines, a font whose
/// licence allows embedding as a whole only, damaged tables, more glyphs than a font may have.
std::shared_ptr<const Face> with_more_glyphs(const Face& face, const std::vector<FurtherGlyph>& further);

}  // namespace galley
