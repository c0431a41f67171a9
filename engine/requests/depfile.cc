#include "galley/depfile.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

namespace galley {
namespace {

/// As GNU make, ninja and compilers agree: `$` doubled; blanks, `#` and `:` behind a backslash, with the backslashes right
/// before them, and those at the end, doubled.
std::string in_makefile(std::string_view path) {
  std::string out;
  std::size_t backslashes = 0;  // right before what comes next
  for (const char c : path) {
    if (c == ' ' || c == '\t' || c == '#' || c == ':') out += std::string(backslashes, '\\') + '\\';
    if (c == '$') out += '$';
    out += c;
    backslashes = c == '\\' ? backslashes + 1 : 0;
  }
  return out + std::string(backslashes, '\\');
}

/// Sorted, each once: so that the order of reading does not show.
std::vector<std::string> sorted(std::vector<std::string> paths) {
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

std::string joined(const std::vector<std::string>& paths) {
  std::string out;
  for (const std::string& path : paths)
    if (path.find('\n') == std::string::npos) out += (out.empty() ? "" : " ") + in_makefile(path);
  return out;
}

std::string as_makefile(const std::vector<DependencyRule>& rules) {
  std::string out;
  std::set<std::string> inputs, outputs;
  for (const DependencyRule& rule : rules) {
    out += joined(rule.outputs) + ": " + joined(sorted(rule.inputs)) + '\n';
    inputs.insert(rule.inputs.begin(), rule.inputs.end());
    outputs.insert(rule.outputs.begin(), rule.outputs.end());
  }
  for (const std::string& input : inputs)
    if (!outputs.contains(input) && input.find('\n') == std::string::npos) out += in_makefile(input) + ":\n";
  return out;
}

std::string as_json(const std::vector<DependencyRule>& rules) {
  std::vector<std::string> inputs, outputs;
  nlohmann::ordered_json each = nlohmann::ordered_json::array();
  for (const DependencyRule& rule : rules) {
    each.push_back({{"outputs", rule.outputs}, {"inputs", sorted(rule.inputs)}});
    inputs.insert(inputs.end(), rule.inputs.begin(), rule.inputs.end());
    outputs.insert(outputs.end(), rule.outputs.begin(), rule.outputs.end());
  }
  const nlohmann::ordered_json all = {{"inputs", sorted(std::move(inputs))}, {"outputs", outputs}, {"rules", each}};
  return all.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string depfile(const std::vector<DependencyRule>& rules, DepfileFormat format) {
  return format == DepfileFormat::json ? as_json(rules) : as_makefile(rules);
}

}  // namespace galley
