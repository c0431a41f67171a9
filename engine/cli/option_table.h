// What commands and options there are, as plain values: read off the argument parser, so that manual and completions say
// neither more nor less than `--help` and the parser itself.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace galley::cli {

struct OptionEntry {
  std::vector<std::string> names;    ///< "--layout", "-l"; of an argument without dashes its name: "cv"
  std::string value;                 ///< what stands for its value: "FILE", "human|short|json"; empty: it takes none
  std::vector<std::string> choices;  ///< all values that it may have; empty: not known, or too many
  std::string description, default_value, environment;
  bool is_argument = false;          ///< without dashes
  bool is_required = false, repeats = false;
};

struct CommandEntry {
  std::string path;  ///< "layout show"; empty for the program itself
  std::string description;
  std::vector<OptionEntry> options;
  std::vector<CommandEntry> commands;
};

CommandEntry table_of(const CLI::App& program);

/// The command and all those below it, in the order of `--help`.
std::vector<const CommandEntry*> all_commands(const CommandEntry& command);

/// What takes the place of a value in help texts tells completions what may stand there.
constexpr const char* kFileValue = "FILE";
constexpr const char* kFolderValue = "FOLDER";
constexpr const char* kLayoutValue = "LAYOUT";

/// A manual page, for man(1).
std::string manual_page(const CommandEntry& program);
/// A script of completions; `layouts` are those that ship. `shell`: one of completion_shells().
std::string completions(const CommandEntry& program, const std::string& shell, const std::vector<std::string>& layouts);
std::vector<std::string> completion_shells();

/// What stands at the end of `--help`: of a command its own examples, of the program all and the exit codes.
struct Example {
  const char* line;  ///< "galley render cv.yaml"
  const char* does;  ///< empty: it speaks for itself
};
std::vector<Example> examples_of(const std::string& command);
struct ExitCode {
  const char *code, *means;
};
std::vector<ExitCode> exit_codes();
std::string help_footer(const std::string& command);

}  // namespace galley::cli
