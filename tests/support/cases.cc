#include "tests/support/cases.h"
#include "tests/support/paths.h"

#include <fstream>

namespace galley::testing {

std::vector<Case> read_cases(const std::string& file) {
  std::ifstream lines(source_folder() + "/tests/cases/" + file);
  std::vector<Case> cases;
  bool in_input = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), {}, {}});
      in_input = true;
    } else if (cases.empty()) {
      continue;
    } else if (line == ">>>") {
      in_input = false;
    } else {
      (in_input ? cases.back().input : cases.back().expected) += line + '\n';
    }
  }
  return cases;
}

std::string test_name(const Case& each) {
  std::string name;
  for (const char c : each.name) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    name += is_plain ? c : '_';
  }
  return name;
}

}  // namespace galley::testing
