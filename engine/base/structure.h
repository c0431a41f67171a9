// The logical structure of a document: what a screen reader walks through. Made while composing, carried unchanged to
// the sinks. Each piece of text and each drawn item names the element it belongs to.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace galley {

/// Standard structure types of ISO 32000-1, 14.8.4 that we use; the names are those of the standard.
enum class Role : std::uint8_t { document, section, heading1, heading2, heading3, paragraph, list, list_item, label, list_body, span, link, figure };

/// The name that dumps use, e.g. "list_item".
const char* role_name(Role role);

using ElementId = std::uint32_t;
constexpr ElementId kArtifact = std::numeric_limits<ElementId>::max();  ///< drawn, but no part of the meaning

struct Element {
  Role role = Role::span;
  ElementId parent = kArtifact;  ///< kArtifact only for the root
  std::string language;          ///< BCP 47, empty: as the parent
  std::string alternative;       ///< what the element says in words (a link's target, a picture's meaning); may be empty
  std::string expansion = {};    ///< what an abbreviation stands for; may be empty
};

/// Elements in reading order of their start; element 0 is the document. Children come after their parents.
struct Structure {
  std::vector<Element> elements;

  ElementId add(Role role, ElementId parent) {
    elements.push_back({role, parent, {}, {}, {}});
    return static_cast<ElementId>(elements.size() - 1);
  }
};

}  // namespace galley
