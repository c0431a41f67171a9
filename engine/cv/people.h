// Reading names: a list, or one text as the author wrote it ("A. Author*, B. Writer and C. Third").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "cv/cv.h"
#include "source/node.h"

namespace galley {

/// Marks (* † ‡ § ¶) at the end of a name are taken off it. A text is cut at commas, semicolons, "and" and "&"; each
/// person then remembers the separator before the name ("" before the first). In a list: texts, or {name, marks}.
std::optional<People> read_people(const Node& node, Diagnostics& diagnostics);

/// The names that a CV's owner goes by.
class OwnerNames {
 public:
  OwnerNames() = default;
  explicit OwnerNames(const std::vector<std::string>& names);
  /// Whether it is one of them, letter case and Unicode spelling (NFKC) aside: in full, by initials ("R. Gao"), or with the family
  /// name first ("Gao, Ruiqi"; in full also "Gao Ruiqi").
  [[nodiscard]] bool hold(std::string_view name) const;

 private:
  struct Folded {
    std::string name;
    std::vector<std::string> parts;
  };
  std::vector<Folded> names_;
};

/// Sets `is_owner` on everyone whose name is among `names`.
void mark_owner(People& people, const OwnerNames& names);

}  // namespace galley
