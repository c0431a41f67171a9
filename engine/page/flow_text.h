// Paragraphs and rows -> flow lines.
#pragma once

#include <vector>

#include "page/setter.h"

namespace galley {

/// The lines of a paragraph, at least one, a leading apart. Their costs are those of orphans and widows.
std::vector<FlowLine> flow_text(const TextBlock& block, const Slot& slot, Span source, const Setter& setter);

/// The same with the text beside it. That is read after the whole row, wherever it stands: a short row is never broken, so
/// that it can be drawn with the last line.
std::vector<FlowLine> flow_row(const Row& row, const Slot& slot, Span source, const Setter& setter);

}  // namespace galley
