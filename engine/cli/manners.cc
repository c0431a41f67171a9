// Commands about the program itself: its manual and its completions, from the table of options.
#include <memory>

#include "cli/commands.h"
#include "cli/option_table.h"

namespace galley::cli {
namespace {

/// The names in "classic: one line about it".
std::vector<std::string> layout_names() {
  std::vector<std::string> names;
  const std::string listed = engine().list_layouts().bytes;
  for (std::size_t at = 0; at < listed.size(); at = listed.find('\n', at) + 1) names.push_back(listed.substr(at, listed.find(':', at) - at));
  return names;
}

}  // namespace

Command add_man(CLI::App& program) {
  CLI::App* command = program.add_subcommand("man", "Prints the manual page, for man(1)");
  return {command, [&program] { return print_text(manual_page(table_of(program))); }};
}

Command add_completions(CLI::App& program) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("completions", "Prints completions for a shell");
  takes_one_of(command->add_option("shell", *shell, "Which one")->required(), completion_shells());
  return {command, [&program, shell] { return print_text(completions(table_of(program), *shell, layout_names())); }};
}

}  // namespace galley::cli
