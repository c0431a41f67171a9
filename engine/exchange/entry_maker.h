// Filling an entry of our own from values of another program's: each step takes a value that may be missing (nullptr).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "source/node.h"

namespace galley {

class EntryMaker {
 public:
  EntryMaker(Node& entry, Diagnostics& diagnostics) : entry_(entry), diagnostics_(diagnostics) {}

  void kind(std::string_view name);
  /// The line ends of a text are meant.
  void text(std::string_view field, const Node* value);
  void texts(std::string_view field, const Node* value);
  /// A list of names, or of maps with `name` or `given` and `family`.
  void people(std::string_view field, const Node& value);
  /// An address that is none is said and left out.
  void url(const Node* value);
  void dates(const Node* start, const Node* end, const Node* date);
  /// A summary may hold a list in Markdown ("- Led a team"): its items become highlights. A second summary follows the first.
  void summary(const Node* value);
  /// A further line, begun with the label: "Courses: Algebra, Logic".
  void detail(std::string_view label, const Node* value);
  /// Adds the highlights and details gathered; call last.
  void finish();

 private:
  Node& entry_;
  Diagnostics& diagnostics_;
  std::vector<Node> details_, highlights_;
};

}  // namespace galley
