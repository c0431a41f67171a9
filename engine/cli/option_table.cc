#include "cli/option_table.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace galley::cli {
namespace {

std::vector<std::string> parts_of(const std::string& text, char between) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(between, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

OptionEntry entry_of(const CLI::Option& option) {
  OptionEntry entry;
  for (const std::string& name : option.get_lnames()) entry.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) entry.names.push_back("-" + name);
  entry.is_argument = entry.names.empty();
  if (entry.is_argument) entry.names.push_back(option.get_name(true));
  if (option.get_items_expected_max() > 0) entry.value = option.get_type_name();
  if (entry.value.find('|') != std::string::npos) entry.choices = parts_of(entry.value, '|');
  entry.description = option.get_description();
  entry.default_value = option.get_default_str();
  entry.environment = option.get_envname();
  entry.is_required = option.get_required();
  entry.repeats = option.get_expected_max() > 1 || option.get_items_expected_max() > 1;
  return entry;
}

CommandEntry entry_of(const CLI::App& command, const std::string& path) {
  CommandEntry entry;
  entry.path = path;
  entry.description = command.get_description();
  for (const CLI::Option* option : command.get_options()) entry.options.push_back(entry_of(*option));
  for (const CLI::App* each : command.get_subcommands({})) entry.commands.push_back(entry_of(*each, path.empty() ? each->get_name() : path + " " + each->get_name()));
  return entry;
}

}  // namespace

CommandEntry table_of(const CLI::App& program) { return entry_of(program, ""); }

std::vector<const CommandEntry*> all_commands(const CommandEntry& command) {
  std::vector<const CommandEntry*> all = {&command};
  for (const CommandEntry& each : command.commands)
    for (const CommandEntry* below : all_commands(each)) all.push_back(below);
  return all;
}

}  // namespace galley::cli
