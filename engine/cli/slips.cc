// Slips of the command line, said as those of data are: what was found, what there is, what was most likely meant.
#include <algorithm>

#include "base/suggest.h"
#include "cli/commands.h"

namespace galley::cli {
namespace {

const CLI::App& command_at_fault(const CLI::App& program) {
  const CLI::App* command = &program;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().back();
  return *command;
}

std::string path_of(const CLI::App& command) {
  return command.get_parent() ? path_of(*command.get_parent()) + " " + command.get_name() : "galley";
}

std::vector<std::string> names_of_commands(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* each : command.get_subcommands({})) names.push_back(each->get_name());
  return names;
}

std::vector<std::string> names_of_options(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

/// "did you mean '--layout'?", but no list of all: `--help` has that.
std::string near(const std::string& name, const std::vector<std::string>& names) {
  const std::string hint = did_you_mean(name, names);
  return hint.starts_with("did you mean") ? hint : std::string();
}

std::string help_of(const CLI::App& command) { return path_of(command) + " --help shows how it is used"; }

std::string or_help(std::string hint, const CLI::App& command) { return hint.empty() ? help_of(command) : hint; }

/// Names of problems are not theirs alone, so their types tell them apart.
template <typename Problem>
bool is(const CLI::ParseError& problem) {
  return dynamic_cast<const Problem*>(&problem) != nullptr;
}

/// What the command has no place for.
Slip unexpected(const CLI::App& command) {
  const std::vector<std::string> remaining = command.remaining(true);
  const std::string first = remaining.empty() ? "" : remaining.front();
  if (first.size() > 1 && first.front() == '-') {
    const std::string name = first.substr(0, first.find('='));
    return {path_of(command) + " has no option '" + name + "'", or_help(near(name, names_of_options(command)), command)};
  }
  const std::vector<std::string> commands = names_of_commands(command);
  if (!commands.empty()) return {"there is no command '" + path_of(command) + " " + first + "'", did_you_mean(first, commands)};
  return {path_of(command) + " has no place for '" + first + "'", help_of(command)};
}

/// "--dpi: 1 required NUMBER missing" is the parser's way to say that an option has no value.
Slip without_value(const CLI::App& command, const std::string& said) {
  const std::size_t colon = said.find(": 1 required ");
  if (colon == std::string::npos) return {said, help_of(command)};
  const std::string name = said.substr(0, colon);
  const CLI::Option* option = command.get_option_no_throw(name);
  return {name + " takes a value", option ? option->get_type_name() + ": " + option->get_description() : help_of(command)};
}

Slip missing(const CLI::App& command, const std::string& said) {
  const std::vector<std::string> commands = names_of_commands(command);
  if (!commands.empty()) return {path_of(command) + " takes a subcommand", did_you_mean("", commands)};
  const CLI::Option* option = command.get_option_no_throw(said.substr(0, said.find(' ')));
  return {said, option ? option->get_description() : help_of(command)};
}

}  // namespace

Slip slip_of(const CLI::ParseError& problem, const CLI::App& program) {
  const CLI::App& command = command_at_fault(program);
  const std::string said = problem.what();
  const bool has_extras = !command.remaining(true).empty();  // of which a command that is missing may be a consequence
  if (has_extras && (is<CLI::ExtrasError>(problem) || is<CLI::RequiredError>(problem))) return unexpected(command);
  if (is<CLI::ArgumentMismatch>(problem)) return without_value(command, said);
  if (is<CLI::RequiredError>(problem)) return missing(command, said);
  return {said, help_of(command)};
}

Slip no_command(const CLI::App& program, const std::string& slip) {
  const std::string hint = near(slip, names_of_commands(program));
  const bool is_file = slip.find_first_of("./") != std::string::npos;
  return {"there is no command '" + slip + "'", is_file ? "did you mean 'galley render " + slip + "'?" : hint.empty() ? did_you_mean("", names_of_commands(program)) : hint};
}

}  // namespace galley::cli
