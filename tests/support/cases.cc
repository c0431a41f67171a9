#include "tests/support/cases.h"
#include "tests/support/paths.h"

#include <fstream>

namespace galley::testing {

namespace {

void drop_empty_line(std::string& part) {
  if (part == "\n" || part.ends_with("\n\n")) part.pop_back();
}

}  // namespace

std::vector<Case> read_cases(const std::string& file) {
  std::ifstream lines(source_folder() + "/tests/cases/" + file);
  std::vector<Case> cases;
  std::string* part = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("=== ")) {
      if (part) drop_empty_line(*part);
      cases.push_back({line.substr(4), {}, {}});
      part = &cases.back().input;
    } else if (cases.empty()) {
      continue;
    } else if (line == ">>>") {
      part = &cases.back().expected;
    } else if (line.starts_with("--- ")) {
      part = &cases.back().parts[line.substr(4)];
    } else {
      *part += line + '\n';
    }
  }
  if (part) drop_empty_line(*part);
  return cases;
}

std::map<std::string, std::string> files_of(const Case& each) {
  constexpr std::string_view kFile = "file ";
  std::map<std::string, std::string> files;
  for (const auto& [title, text] : each.parts)
    if (title.starts_with(kFile)) files[title.substr(kFile.size())] = text;
  return files;
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
