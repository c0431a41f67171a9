// A section of the CV + a layout's rules -> a section as it is set.
#pragma once

#include "compose/composed.h"
#include "compose/expand.h"
#include "compose/lines.h"

namespace galley {

/// What the sections of one stream are set by.
struct StreamRules {
  const SectionRules& sections;
  const EntryRules* own_entries = nullptr;  ///< where they differ from the layout's; may be null
  StyleId base = 0;                         ///< what styles are applied over
};

ComposedSection compose_section(const Section& section, const StreamRules& rules, ElementId document, Context& context);

/// Lines of the person as a section without a label: the head, the closing, the top of a sidebar. No items if all lines vanish.
ComposedSection compose_person(const std::vector<LineRule>& lines, const Entry& person, const EntryPlace& place, Context& context);

}  // namespace galley
