// Data cases: a file of blocks "=== name", an input, ">>>", what is expected of it, and any number of further parts, each after
// its "--- title". Lines before the first block are comment; an empty line before the next block belongs to none.
#pragma once

#include <map>
#include <ostream>
#include <string>
#include <vector>

namespace galley::testing {

struct Case {
  std::string name, input, expected;
  std::map<std::string, std::string> parts = {};  ///< by title
  [[nodiscard]] std::string part(const std::string& title) const {
    const auto found = parts.find(title);
    return found == parts.end() ? std::string() : found->second;
  }
};

/// `file` is a name in tests/cases.
std::vector<Case> read_cases(const std::string& file);

/// The files that stand in its parts "--- file NAME", by name.
std::map<std::string, std::string> files_of(const Case& each);

/// The case's name in letters, digits and underscores, as GoogleTest wants it.
std::string test_name(const Case& each);

inline void PrintTo(const Case& each, std::ostream* out) { *out << each.name; }

}  // namespace galley::testing
