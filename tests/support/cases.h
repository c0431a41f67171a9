// Data cases: a file of blocks "=== name", an input, ">>>", what is expected of it. Lines before the first block are
// comment.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace galley::testing {

struct Case {
  std::string name, input, expected;
};

/// `file` is a name in tests/cases.
std::vector<Case> read_cases(const std::string& file);

/// The case's name in letters, digits and underscores, as GoogleTest wants it.
std::string test_name(const Case& each);

inline void PrintTo(const Case& each, std::ostream* out) { *out << each.name; }

}  // namespace galley::testing
