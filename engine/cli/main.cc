// The program: arguments in, a request to the library, its outcome as exit code. Decides nothing else.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <sstream>

#include "cli/commands.h"
#include "cli/option_table.h"

namespace galley::cli {
namespace {

/// Options of every command.
void add_manners(CLI::App& command) {
  takes_nth_of(command.add_option_function<int>("--diagnostics", [](int form) { set_message_form(static_cast<MessageForm>(form)); },
                                                "How messages are said: human, short (a line each) or json (an object a line)")
                   ->trigger_on_parse(),
               {"human", "short", "json"});
  command.add_flag_callback("-q,--quiet", silence_warnings, "No warnings and no progress; errors are said all the same")->trigger_on_parse();
  for (CLI::App* each : command.get_subcommands({})) add_manners(*each);
}

/// Of each command its own examples.
void add_footers(CLI::App& program) {
  program.footer([] { return help_footer(""); });
  for (CLI::App* command : program.get_subcommands({})) {
    command->footer([command] { return help_footer(command->get_name()); });
    for (CLI::App* each : command->get_subcommands({})) each->footer([command, each] { return help_footer(command->get_name() + " " + each->get_name()); });
  }
}

/// The first argument if it stands where a command should; empty if it is one, or an option.
std::string command_that_is_none(const CLI::App& program, const std::string& first) {
  if (first.empty() || first.front() == '-') return {};
  const std::vector<const CLI::App*> commands = program.get_subcommands({});
  const auto is_it = [&](const CLI::App* command) { return command->get_name() == first; };
  return std::any_of(commands.begin(), commands.end(), is_it) ? std::string() : first;
}

int run(int argc, char** argv) {
  CLI::App program{"Galley sets a CV, written once as data, as a print-ready, tagged PDF.", "galley"};
  program.set_version_flag("-V,--version", "galley " + version());
  program.require_subcommand(1);
  const Command commands[] = {add_render(program), add_batch(program), add_dump(program), add_verify(program), add_extract(program),
                              add_fonts(program), add_layouts(program), add_layout(program), add_preview(program),
                              add_check(program), add_new(program), add_schema(program), add_convert(program), add_worker(program),
                              add_man(program), add_completions(program)};
  add_manners(program);
  add_footers(program);
  if (const std::string slip = command_that_is_none(program, argc > 1 ? argv[1] : ""); !slip.empty())
    return complain(Status::usage, no_command(program, slip));
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    if (problem.get_exit_code() != 0) return complain(Status::usage, slip_of(problem, program));
    std::ostringstream text;
    program.exit(problem, text, text);  // --help and --version
    return print_text(text.str());
  }
  for (const Command& command : commands)
    if (*command.app) return command.run();
  return static_cast<int>(Status::usage);
}

}  // namespace
}  // namespace galley::cli

int main(int argc, char** argv) {
  galley::cli::prepare_process();
  try {
    return galley::cli::run(argc, argv);
  } catch (const std::exception& problem) {  // out of memory, most likely
    std::fprintf(stderr, "galley: error: %s\n", problem.what());
    return static_cast<int>(galley::Status::limit);
  }
}
