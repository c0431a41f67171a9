// Labels of sections and the lines and bands that are drawn with them.
#pragma once

#include <memory>
#include <vector>

#include "page/setter.h"

namespace galley {

struct SetLabel {
  std::vector<Item> items;  ///< relative to the baseline of the section's first line
  Length hang;              ///< how far below that baseline the label reaches
  std::shared_ptr<const std::vector<Item>> again;  ///< what stands there on further pages; may be null
  Length again_hang = {};   ///< how far that reaches below its baseline
};

/// Where a label may stand.
struct LabelRoom {
  Slot slot;
  Length height;  ///< of a rotated one: its lines are no longer
};

/// The longest that a line of a rotated label may be and still stand on one page.
Length room_for_rotated(const Frame& frame, const Setter& setter);

/// How much of the label column the lines of a rotated label take.
Length rotated_width(const Label& label, Length height, const Setter& setter);

/// A label in the label column: beside its section, or rotated.
SetLabel set_label(const Label& label, const LabelRoom& room, const Setter& setter);

/// What is drawn with a section's first line, behind everything else: `slot` is the section's whole width, `text_right`
/// where the line's text ends, `further` how far below it the last line of a heading stands.
std::vector<Item> set_decorations(const std::vector<LineDecoration>& decorations, const Slot& slot, Length text_right, Length further);

/// The rule that runs along a section's lines, if it has one.
std::shared_ptr<const UprightRule> upright_rule(const std::vector<LineDecoration>& decorations, const Slot& slot);

/// Where the text of a line ends that stands on its baseline; a space that hangs out is no part of it.
Length right_end(const FlowLine& line);

}  // namespace galley
