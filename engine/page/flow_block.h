// Blocks -> flow lines: paragraphs, rows, figures, and containers of them.
#pragma once

#include <optional>
#include <vector>

#include "page/setter.h"

namespace galley {

/// Blocks below one another. The space before the first one is `space`; unset: its own. Break costs are those between and
/// within paragraphs alone: orphans, widows, headings that stay with what follows, rows that are never broken.
std::vector<FlowLine> flow_blocks(const std::vector<Block>& blocks, const Slot& slot, std::optional<Length> space, const Setter& setter);

/// The space between two neighbours, baseline to baseline: the larger of what the two ask for, and at least `least`.
Length space_between(SpaceRule above, SpaceRule below, Length least);

/// The space before a block as it asks for it itself: its own rule, else its leading.
Length own_space(const Block& block, const Setter& setter);

/// The leading of a block's first paragraph.
Length leading_of(const Block& block, const Setter& setter);

/// Whether it must not be left alone at the end of a page.
bool stays_with_next(const std::vector<Block>& blocks);

}  // namespace galley
