// The program: arguments in, a request to the library, its outcome as exit code. Decides nothing else.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

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

/// The commands in the order that the help lists them.
struct CommandEntry {
  std::string_view name;
  Command (*add)(CLI::App&);
  bool tells_of_others = false;  ///< it has to know all commands
};
constexpr CommandEntry kCommands[] = {{"render", add_render}, {"batch", add_batch}, {"dump", add_dump}, {"verify", add_verify},
                                      {"extract", add_extract}, {"fonts", add_fonts}, {"layouts", add_layouts}, {"layout", add_layout},
                                      {"preview", add_preview}, {"check", add_check}, {"new", add_new}, {"schema", add_schema},
                                      {"convert", add_convert}, {"worker", add_worker}, {"man", add_man, true}, {"completions", add_completions, true}};

/// The program's options and commands: all, or only the one named.
class Arguments {
 public:
  explicit Arguments(std::string_view only = {}) {
    program.set_version_flag("-V,--version", "galley " + version());
    program.require_subcommand(1);
    for (const CommandEntry& each : kCommands)
      if (only.empty() || each.name == only) commands_.push_back(each.add(program));
    add_manners(program);
    add_footers(program);
  }
  /// What the command gives that was parsed.
  [[nodiscard]] int run() const {
    for (const Command& command : commands_)
      if (*command.app) return command.run();
    return static_cast<int>(Status::usage);
  }
  CLI::App program{"Galley sets a CV, written once as data, as a print-ready, tagged PDF.", "galley"};

 private:
  std::vector<Command> commands_;
};

bool stands_alone(std::string_view name) {
  return std::any_of(std::begin(kCommands), std::end(kCommands), [&](const CommandEntry& each) { return each.name == name && !each.tells_of_others; });
}

/// False: what is to be said of these arguments needs all commands in view.
bool parse_alone(Arguments& arguments, int argc, char** argv) {
  try {
    arguments.program.parse(argc, argv);
    return true;
  } catch (const CLI::ParseError&) {
    return false;
  }
}

int run(int argc, char** argv) {
  const std::string first = argc > 1 ? argv[1] : "";
  if (stands_alone(first)) {  // making the options of all commands takes a tenth of checking a CV
    Arguments alone(first);
    if (parse_alone(alone, argc, argv)) return alone.run();
  }
  Arguments arguments;
  if (const std::string slip = command_that_is_none(arguments.program, first); !slip.empty())
    return complain(Status::usage, no_command(arguments.program, slip));
  try {
    arguments.program.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    if (problem.get_exit_code() != 0) return complain(Status::usage, slip_of(problem, arguments.program));
    std::ostringstream text;
    arguments.program.exit(problem, text, text);  // --help and --version
    return print_text(text.str());
  }
  return arguments.run();
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
