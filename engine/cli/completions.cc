// Completions for bash, zsh and fish. Each script finds the command that stands before the cursor, then offers its options, or
// what may stand for the value of the option before the cursor.
#include <string_view>

#include "cli/option_table.h"

namespace galley::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// In single quotes, which close and open again around one of their own.
std::string shell_word(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string name_of(const CommandEntry& command) { return command.path.substr(command.path.rfind(' ') + 1); }

std::string names_of(const std::vector<CommandEntry>& commands) {
  std::string text;
  for (const CommandEntry& each : commands) text += (text.empty() ? "" : " ") + name_of(each);
  return text;
}

/// The option or argument whose value may be looked for, if a command has several arguments: its last.
const OptionEntry* argument_of(const CommandEntry& command) {
  const OptionEntry* found = nullptr;
  for (const OptionEntry& option : command.options)
    if (option.is_argument) found = &option;
  return found;
}

class Bash {
 public:
  Bash(const CommandEntry& program, const std::vector<std::string>& layouts) : program_(program), layouts_(joined(layouts)) {}

  std::string script() {
    std::string text = R"(# Completions of galley for bash, made by `galley completions bash`.
_galley_choose() {  # words; of a list joined by commas the last part counts
  local kept=${current%"${current##*,}"}
  mapfile -t COMPREPLY < <(compgen -P "$kept" -W "$1" -- "${current##*,}")
}
_galley_files() {
  compopt -o filenames 2>/dev/null
  local path
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$current")
}
_galley() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command='' i
  COMPREPLY=()
  if [[ $current == = ]]; then
    current=
  elif [[ $before == = ]]; then
    before=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command ${COMP_WORDS[i]}" in
)";
    text += "      " + paths() + ") command=${command:+$command }${COMP_WORDS[i]} ;;\n    esac\n  done\n  case \"$command $before\" in\n";
    for (const CommandEntry* command : all_commands(program_))
      for (const OptionEntry& option : command->options) text += value_case(*command, option);
    text += "  esac\n  case $command in\n";
    for (const CommandEntry* command : all_commands(program_)) text += command_case(*command);
    return text + "  esac\n}\ncomplete -F _galley galley\n";
  }

 private:
  std::string paths() const {
    std::string text;
    for (const CommandEntry* command : all_commands(program_))
      if (!command->path.empty()) text += (text.empty() ? "" : " | ") + shell_word(command->path.find(' ') == std::string::npos ? " " + command->path : command->path);
    return text;
  }

  std::string offer(const OptionEntry& option) const {
    if (!option.choices.empty()) return "_galley_choose " + shell_word(joined(option.choices));
    if (option.value == kLayoutValue) return "_galley_choose " + shell_word(layouts_) + "; _galley_files -f";
    if (option.value == kFolderValue) return "_galley_files -d";
    if (option.value == kFileValue) return "_galley_files -f";
    return ":";
  }

  std::string value_case(const CommandEntry& command, const OptionEntry& option) const {
    if (option.is_argument || option.value.empty()) return {};
    std::string names;
    for (const std::string& name : option.names) names += (names.empty() ? "" : " | ") + shell_word(command.path + " " + name);
    return "    " + names + ") " + offer(option) + "; return ;;\n";
  }

  std::string command_case(const CommandEntry& command) const {
    std::string names;
    for (const OptionEntry& option : command.options)
      if (!option.is_argument) names += (names.empty() ? "" : " ") + joined(option.names);
    const OptionEntry* argument = argument_of(command);
    const std::string otherwise = !command.commands.empty() ? "_galley_choose " + shell_word(names_of(command.commands)) : argument ? offer(*argument) : ":";
    return "    " + shell_word(command.path) + ")\n      if [[ $current == -* ]]; then _galley_choose " + shell_word(names) + "; else " + otherwise + "; fi ;;\n";
  }

  const CommandEntry& program_;
  std::string layouts_;
};

class Zsh {
 public:
  Zsh(const CommandEntry& program, const std::vector<std::string>& layouts) : program_(program), layouts_(joined(layouts)) {}

  std::string script() {
    std::string text = "#compdef galley\n# Completions of galley for zsh, made by `galley completions zsh`.\n_galley_names_of_layouts() {\n  _alternative " +
                       shell_word("layouts:layout:(" + layouts_ + ")") + " 'files:file:_files'\n}\n";
    for (const CommandEntry* command : all_commands(program_)) text += function_of(*command);
    return text + "if [ \"$funcstack[1]\" = _galley ]; then _galley \"$@\"; else compdef _galley galley; fi\n";
  }

 private:
  static std::string function_name(const CommandEntry& command) {
    std::string name = command.path.empty() ? "_galley" : "_galley_" + command.path;
    for (char& c : name) c = c == ' ' ? '_' : c;
    return name;
  }

  static std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) out += (c == '[' || c == ']' || c == ':' || c == '\\' ? std::string("\\") : std::string()) + c;
    return out;
  }

  static std::string action(const OptionEntry& option) {
    if (!option.choices.empty()) return "_values -s , value " + joined(option.choices);
    if (option.value == kLayoutValue) return "_galley_names_of_layouts";
    if (option.value == kFolderValue) return "_files -/";
    if (option.value == kFileValue) return "_files";
    return " ";
  }

  static std::string spec_of(const OptionEntry& option, const std::string& name) {
    const std::string value = option.value.empty() ? "" : ":" + escaped(option.choices.empty() ? option.value : name) + ":" + action(option);
    if (option.is_argument) return shell_word((option.repeats ? "*" : "") + std::string(":") + escaped(name) + ":" + action(option));
    return shell_word("*" + name + "[" + escaped(option.description) + "]" + value);
  }

  std::string function_of(const CommandEntry& command) const {
    std::string text = function_name(command) + "() {\n";
    std::string specs;
    for (const OptionEntry& option : command.options)
      for (const std::string& name : option.names) specs += " \\\n    " + spec_of(option, name);
    if (command.commands.empty()) return text + "  _arguments -S" + specs + "\n}\n";
    text += "  local context state line\n  typeset -A opt_args\n  _arguments -C" + specs + " \\\n    '1:command:->command' '*::argument:->argument'\n  case $state in\n";
    text += "    command)\n      local -a commands=(";
    for (const CommandEntry& each : command.commands) text += "\n        " + shell_word(name_of(each) + ":" + escaped(each.description));
    text += ")\n      _describe command commands ;;\n    argument)\n      case $words[1] in\n";
    for (const CommandEntry& each : command.commands) text += "        " + name_of(each) + ") " + function_name(each) + " ;;\n";
    return text + "      esac ;;\n  esac\n}\n";
  }

  const CommandEntry& program_;
  std::string layouts_;
};

class Fish {
 public:
  Fish(const CommandEntry& program, const std::vector<std::string>& layouts) : program_(program), layouts_(joined(layouts)) {}

  std::string script() {
    std::string text = "# Completions of galley for fish, made by `galley completions fish`.\nfunction __galley_at\n  set -l at ''\n  for word in (commandline -opc)[2..]\n    switch \"$at $word\"\n      case ";
    for (const CommandEntry* command : all_commands(program_))
      if (!command->path.empty()) text += shell_word(command->path.find(' ') == std::string::npos ? " " + command->path : command->path) + " ";
    text += "\n        set at (string trim \"$at $word\")\n    end\n  end\n  test \"$at\" = \"$argv\"\nend\ncomplete -c galley -f\n";
    for (const CommandEntry* command : all_commands(program_)) text += lines_of(*command);
    return text;
  }

 private:
  std::string value_of(const OptionEntry& option) const {
    if (!option.choices.empty()) return " -x -a " + shell_word(joined(option.choices));
    if (option.value == kLayoutValue) return " -r -F -a " + shell_word(layouts_);
    if (option.value == kFolderValue) return " -x -a '(__fish_complete_directories)'";
    if (option.value == kFileValue) return " -r -F";
    return option.value.empty() ? "" : " -x";
  }

  std::string lines_of(const CommandEntry& command) const {
    const std::string begin = "complete -c galley -n " + shell_word("__galley_at " + command.path);
    std::string text;
    for (const CommandEntry& each : command.commands) text += begin + " -a " + shell_word(name_of(each)) + " -d " + shell_word(each.description) + "\n";
    for (const OptionEntry& option : command.options) {
      if (option.is_argument) {
        text += option.value == kFileValue ? begin + " -F\n" : value_of(option).empty() || option.value == "TEXT" ? "" : begin + value_of(option) + "\n";
        continue;
      }
      std::string names;
      for (const std::string& name : option.names) names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      text += begin + names + value_of(option) + " -d " + shell_word(option.description) + "\n";
    }
    return text;
  }

  const CommandEntry& program_;
  std::string layouts_;
};

}  // namespace

std::vector<std::string> completion_shells() { return {"bash", "zsh", "fish"}; }

std::string completions(const CommandEntry& program, const std::string& shell, const std::vector<std::string>& layouts) {
  if (shell == "bash") return Bash(program, layouts).script();
  if (shell == "zsh") return Zsh(program, layouts).script();
  return Fish(program, layouts).script();
}

}  // namespace galley::cli
