// The program's commands: each adds itself to the argument parser and says how it is run.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galley/galley.h"

namespace galley::cli {

/// The program's, for as long as it runs: taking it apart would cost a hundredth of a render.
inline Engine& engine() {
  static Engine& only = *new Engine;
  return only;
}

struct Command {
  CLI::App* app = nullptr;
  std::function<int()> run;  ///< the program's exit code; called after parsing, if this command was given
};

Command add_render(CLI::App& program);
Command add_batch(CLI::App& program);
Command add_dump(CLI::App& program);
Command add_verify(CLI::App& program);
Command add_extract(CLI::App& program);
Command add_fonts(CLI::App& program);
Command add_layouts(CLI::App& program);
Command add_layout(CLI::App& program);
Command add_preview(CLI::App& program);
Command add_check(CLI::App& program);
Command add_new(CLI::App& program);
Command add_schema(CLI::App& program);
Command add_convert(CLI::App& program);
Command add_worker(CLI::App& program);
Command add_man(CLI::App& program);
Command add_completions(CLI::App& program);

/// An option whose text stands for a value; a text that stands for none is wrong use. `target` must outlive the parser.
template <typename Value>
CLI::Option* add_value(CLI::App& command, const std::string& name, std::optional<Value>& target, Parsed<Value> (*parse)(std::string_view),
                       const std::string& description) {
  const auto take = [name, &target, parse](const std::string& text) {
    auto [value, problem] = parse(text);
    if (!value) throw CLI::ValidationError(name.substr(0, name.find(',')), problem.text + "; " + problem.help);
    target = std::move(value);
  };
  return command.add_option_function<std::string>(name, take, description);
}

/// What an option's value may be; other values are wrong use. With the number of a name instead of itself for enumerations that
/// have these names in this order; large letters are as good as small ones.
CLI::Option* takes_one_of(CLI::Option* option, std::vector<std::string> names);
CLI::Option* takes_nth_of(CLI::Option* option, std::vector<std::string> names);
CLI::Option* takes_number(CLI::Option* option, std::int64_t least, std::int64_t most);

CLI::Option* add_layout_option(CLI::App& command, std::string& layout, const std::string& description);
CLI::Option* add_output(CLI::App& command, std::string& output, const std::string& description);

/// A CV on the command line.
struct Input {
  Request& request;
  std::string base = {};  ///< where what belongs to data from standard input lies; empty: where the program runs
};
/// What every command over a CV has. `input` must outlive the parser.
CLI::Option* add_cv(CLI::App& command, Input& input);
/// Reads standard input into the request if it is to be read. False after a message.
bool bring_standard_input(const Input& input, Request& request);
void add_layout_and_changes(CLI::App& command, Request& request);
/// Which version of the CV: with its variant and language, or only its tags.
void add_version(CLI::App& command, Version& version);
void add_tags(CLI::App& command, Version& version);
void add_resolution(CLI::App& command, Request& request);
CLI::Option* add_formats(CLI::App& command, std::vector<Format>& formats);
/// What the document says of itself and what it leaves out.
void add_disclosure(CLI::App& command, Request& request);
/// What a print shop asks for.
void add_print(CLI::App& command, Print& print);
/// Changes to the layout.
void add_set(CLI::App& command, Request& request);
/// What fits the CV to a number of pages.
void add_pages(CLI::App& command, Request& request);
void add_font_path(CLI::App& command, Request& request);

/// What build tools ask of a command that writes files.
struct BuildOptions {
  std::string depfile, target;  ///< empty: no such file; its outputs are the targets
  DepfileFormat format = DepfileFormat::make;
  bool list_outputs = false;
};
/// `request` must outlive the parser, and `options`, too.
void add_build_options(CLI::App& command, BuildOptions& options, Request& request);
/// Whether the command goes on: false after a message, because a depfile has no target to name.
bool has_target(const BuildOptions& options, const std::string& output);
/// Writes the depfile, if one is asked for, with the program itself among all inputs. Gives `code`, or why it could not be written.
int write_depfile(const BuildOptions& options, std::vector<DependencyRule> rules, int code);

/// What stages take, for who asks for it.
struct TimingOptions {
  TimingOptions();
  std::string file;  ///< empty: nobody asks
  StageTimes times;
};
/// `request` must outlive the parser, and `options` all that is done.
void add_timings(CLI::App& command, TimingOptions& options, Request& request);
/// Writes the file, if one is asked for. Gives `code`, or why it could not be written.
int write_timings(const TimingOptions& options, int code);

/// Prints the paths of outputs, one a line.
int print_outputs(const std::vector<std::string>& paths);

/// For options that name a file: an empty name is most likely an unset variable of a script.
extern const CLI::Validator kNotEmpty;

/// How messages are said.
enum class MessageForm : unsigned char {
  human,     ///< with the line of the file, a caret and what to do
  brief,     ///< a line each: "file:line:col: error: …", for editors
  json,      ///< an object a line, for programs
};
/// That of `--diagnostics`, for the whole run of the program.
void set_message_form(MessageForm form);
/// That of `--quiet`: errors alone are said, and no progress is shown.
void silence_warnings();
bool is_quiet();
void print(const std::vector<Message>& messages);
/// Says what is wrong with the command line or the machine. Gives the exit code.
int complain(Status status, std::string text, std::string help = {});

/// What is wrong with the command line.
struct Slip {
  std::string text, help;
};
int complain(Status status, Slip slip);
Slip slip_of(const CLI::ParseError& problem, const CLI::App& program);
/// Something that is no command stands where one should.
Slip no_command(const CLI::App& program, const std::string& slip);

/// Before anything else: writing to a closed pipe or past a file size limit becomes an error to report, not a reason to die; signals
/// end with a message; what we open never becomes file 0, 1 or 2 of a process that was started without them, and writing to one
/// that is closed fails.
void prepare_process();
/// To standard output. Gives the exit code.
int print_text(std::string_view text);

/// Prints the messages, and the bytes that have nowhere else to go. Gives the exit code.
int report(const Outcome& outcome, bool print_bytes);

}  // namespace galley::cli
