#include "export/pdf/standards.h"

#include <vector>

#include "base/suggest.h"

namespace galley {
namespace {

constexpr std::string_view kNone = "none", kUa1 = "ua1";

struct NamedLevel {
  std::string_view name;
  ArchiveLevel level;
};
constexpr NamedLevel kLevels[] = {{"a2a", ArchiveLevel::a}, {"a2b", ArchiveLevel::b}, {"a2u", ArchiveLevel::u}};

std::vector<std::string> known_names() {
  std::vector<std::string> names = {std::string(kUa1)};
  for (const NamedLevel& each : kLevels) names.emplace_back(each.name);
  names.emplace_back(kNone);
  return names;
}

std::vector<std::string_view> split(std::string_view names) {
  std::vector<std::string_view> parts;
  for (std::size_t end = names.find_first_of(",+"); end != std::string_view::npos; end = names.find_first_of(",+")) {
    parts.push_back(names.substr(0, end));
    names.remove_prefix(end + 1);
  }
  parts.push_back(names);
  return parts;
}

ArchiveLevel level_of(std::string_view name) {
  for (const NamedLevel& each : kLevels)
    if (each.name == name) return each.level;
  return ArchiveLevel::none;
}

}  // namespace

std::optional<Standards> read_standards(std::string_view names, Diagnostics& diagnostics) {
  Standards standards = {false, ArchiveLevel::none};
  if (names == kNone) return standards;
  for (const std::string_view name : split(names)) {
    const ArchiveLevel level = level_of(name);
    if (name == kUa1) {
      standards.ua1 = true;
    } else if (name == kNone) {
      diagnostics.fail(Blame::usage, {}, "'none' stands beside other standards in '" + std::string(names) + "'",
                       "write 'none' alone, or leave it out");
      return std::nullopt;
    } else if (level == ArchiveLevel::none) {
      diagnostics.fail(Blame::usage, {}, "there is no standard '" + std::string(name) + "'",
                       did_you_mean(name, known_names()));
      return std::nullopt;
    } else if (standards.a2 != ArchiveLevel::none && standards.a2 != level) {
      diagnostics.fail(Blame::usage, {}, "a file has one level of PDF/A-2, but '" + std::string(names) + "' names two",
                       "choose one: a2a holds what a2u and a2b ask for");
      return std::nullopt;
    } else {
      standards.a2 = level;
    }
  }
  return standards;
}

std::string name_of(ArchiveLevel level) {
  for (const NamedLevel& each : kLevels)
    if (each.level == level) return "PDF/A-2" + std::string(each.name.substr(2));
  return {};
}

}  // namespace galley
