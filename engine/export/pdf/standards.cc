#include "export/pdf/standards.h"

#include <utility>
#include <vector>

#include "base/suggest.h"

namespace galley {
namespace {

constexpr std::string_view kNone = "none", kUa1 = "ua1";

struct NamedLevel {
  std::string_view name;
  ArchivePart part;
  ArchiveLevel level;
};
constexpr NamedLevel kLevels[] = {
    {"a2a", ArchivePart::two, ArchiveLevel::a},   {"a2b", ArchivePart::two, ArchiveLevel::b},
    {"a2u", ArchivePart::two, ArchiveLevel::u},   {"a3a", ArchivePart::three, ArchiveLevel::a},
    {"a3b", ArchivePart::three, ArchiveLevel::b}, {"a3u", ArchivePart::three, ArchiveLevel::u},
};

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

const NamedLevel* find_level(std::string_view name) {
  for (const NamedLevel& each : kLevels)
    if (each.name == name) return &each;
  return nullptr;
}

Parsed<Standards> none_of(std::string text, std::string help) {
  return {std::nullopt, {.code = "wrong-value", .text = std::move(text), .help = std::move(help)}};
}

}  // namespace

Parsed<Standards> standards_from(std::string_view names) {
  Standards standards = {false, ArchiveLevel::none};
  if (names == kNone) return {standards};
  for (const std::string_view name : split(names)) {
    const NamedLevel* wanted = find_level(name);
    if (name == kUa1) {
      standards.ua1 = true;
    } else if (name == kNone) {
      return none_of("'none' stands beside other standards in '" + std::string(names) + "'", "write 'none' alone, or leave it out");
    } else if (!wanted) {
      return none_of("there is no standard '" + std::string(name) + "'", did_you_mean(name, known_names()));
    } else if (standards.archive != ArchiveLevel::none && (standards.archive != wanted->level || standards.part != wanted->part)) {
      return none_of("a file has one part and level of PDF/A, but '" + std::string(names) + "' names two",
                     "choose one: a2a holds what a2u and a2b ask for, a3a what a3u and a3b do");
    } else {
      standards.archive = wanted->level;
      standards.part = wanted->part;
    }
  }
  return {standards};
}

std::string name_of_archive(const Standards& standards) {
  for (const NamedLevel& each : kLevels)
    if (each.level == standards.archive && each.part == standards.part)
      return "PDF/A-" + std::string(each.name.substr(1));
  return {};
}

}  // namespace galley
