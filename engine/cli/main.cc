// The program: arguments in, a request to the library, its outcome as exit code. Decides nothing else.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <map>

#include "cli/commands.h"

namespace galley::cli {
namespace {

constexpr const char* kExamples = R"(Examples:
  galley render cv.yaml                       writes cv.pdf beside cv.yaml
  galley render cv.yaml -l classic -o out.pdf
  galley render cv.yaml -o - | lpr            to standard output
  galley render - -o cv.pdf < cv.yaml         from standard input
  galley render cv.yaml --standard none       no promise of PDF/UA-1 and PDF/A-2a, which are the default
  galley render cv.yaml --format text         the words in reading order
  galley render cv.yaml --verify              writes it only if all its text comes out again
  galley verify cv.pdf --data cv.yaml         does a PDF say all that the data say, in order?
  galley render cv.yaml --embed               with the data inside, for whoever gets the PDF
  galley extract cv.pdf -o cv.yaml            the data back, byte for byte
  galley render cv.yaml -l compact --pages 1  fitted to one page
  galley render cv.yaml -f pdf,png,svg        several formats at once
  galley batch *.yaml -l all -f pdf,png -o out
  galley preview cv.yaml -o sheet.png         one CV in all layouts, at a glance
  galley layout new mine --from classic       writes mine.yaml, a layout to begin your own with
  galley render cv.yaml -l mine.yaml --set styles.body.size=10.5pt
  galley new "Jane Doe" --kind academic       writes jane-doe.yaml, a CV to begin your own with
  galley check cv.yaml                        what is wrong or odd in it, without rendering
  galley render cv.yaml --variant '*' --language '*'
  galley worker <jobs.jsonl >done.jsonl       a stream of jobs, a line of JSON each
  galley dump --stage tags cv.yaml            what a screen reader walks through

Exit codes: 0 good, 1 your files are wrong, 2 wrong use, 3 reading, writing or fonts failed, 4 a limit or a fault of Galley's.
)";

/// Writing to a closed pipe or past a file size limit is an error to report, not a reason to die; and what we open must
/// never become file 0, 1 or 2 of a process that was started without them.
void prepare_process() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  for (int descriptor = 0; descriptor <= 2; ++descriptor)
    if (::fcntl(descriptor, F_GETFD) == -1) static_cast<void>(::open("/dev/null", O_RDWR));
}

/// Says that the end has come, without asking for memory.
[[noreturn]] void give_up() {
  static constexpr char kSaid[] = "galley: error: memory ran out, or this is a fault of Galley's own\n";
  static_cast<void>(!::write(STDERR_FILENO, kSaid, sizeof kSaid - 1));
  ::_exit(static_cast<int>(Status::limit));
}

/// Before other objects of the program are made: what they throw nobody could catch. Where there is no memory even for an
/// exception, the runtime aborts.
[[gnu::constructor(101)]] void prepare_to_give_up() {
  std::set_terminate(give_up);
  std::signal(SIGABRT, [](int) { give_up(); });
}

/// An option of every command.
void add_message_form(CLI::App& command) {
  const std::map<std::string, MessageForm> forms = {{"human", MessageForm::human}, {"short", MessageForm::brief}, {"json", MessageForm::json}};
  command
      .add_option_function<MessageForm>("--diagnostics", set_message_form, "How messages are said: human, short (a line each) or json (an object a line)")
      ->transform(CLI::CheckedTransformer(forms, CLI::ignore_case).description(""))
      ->type_name("FORM")
      ->trigger_on_parse();
  for (CLI::App* each : command.get_subcommands({})) add_message_form(*each);
}

/// The first argument if it stands where a command should; empty if it is one, or an option.
std::string command_that_is_none(const CLI::App& program, const std::string& first) {
  if (first.empty() || first.front() == '-') return {};
  const std::vector<const CLI::App*> commands = program.get_subcommands({});
  const auto is_it = [&](const CLI::App* command) { return command->get_name() == first; };
  return std::any_of(commands.begin(), commands.end(), is_it) ? std::string() : first;
}

std::string help_for(const CLI::App& program, const std::string& slip) {
  if (slip.find_first_of("./") != std::string::npos) return "did you mean 'galley render " + slip + "'?";
  std::string names;
  for (const CLI::App* command : program.get_subcommands({})) names += (names.empty() ? "" : ", ") + command->get_name();
  return "there are " + names;
}

int run(int argc, char** argv) {
  CLI::App program{"Galley sets a CV, written once as data, as a print-ready, tagged PDF.", "galley"};
  program.set_version_flag("-V,--version", "galley " + version());
  program.require_subcommand(1);
  program.footer(kExamples);
  const Command commands[] = {add_render(program), add_batch(program), add_dump(program), add_verify(program), add_extract(program),
                              add_fonts(program), add_layouts(program), add_layout(program), add_preview(program),
                              add_check(program), add_new(program), add_schema(program), add_worker(program)};
  add_message_form(program);
  if (const std::string slip = command_that_is_none(program, argc > 1 ? argv[1] : ""); !slip.empty())
    return complain(Status::usage, "there is no command '" + slip + "'", help_for(program, slip));
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    if (problem.get_exit_code() == 0) return program.exit(problem);  // --help and --version
    return complain(Status::usage, problem.what(), "galley --help shows how it is used, galley COMMAND --help how a command is");
  }
  for (const Command& command : commands)
    if (*command.app) return command.run();
  return static_cast<int>(Status::usage);
}

}  // namespace

const CLI::Validator kNotEmpty([](std::string& name) { return name.empty() ? std::string("the name is empty") : std::string(); }, "");

void add_font_path(CLI::App& command, Request& request) {
  command.add_option("--font-path", request.font_folders, "Folder to look for fonts in first; may be given again")
      ->allow_extra_args(false);
}

void add_version(CLI::App& command, Version& version) {
  command.add_option("--variant", version.variant, "One of the CV's variants")->type_name("NAME")->check(kNotEmpty);
  command.add_option("--language", version.language, "What texts in several languages are read in: en, zh …")->type_name("CODE")->check(kNotEmpty);
  add_tags(command, version);
}

void add_tags(CLI::App& command, Version& version) {
  command.add_option("--only", version.only, "Of what has tags only what has one of these, joined by commas or given again")->delimiter(',')->type_name("TAGS");
  command.add_option("--without", version.without, "Nothing that has one of these tags")->delimiter(',')->type_name("TAGS");
}

void add_pages(CLI::App& command, Request& request) {
  constexpr std::size_t kMostPages = 1000;
  command.add_option("--pages", request.pages, "Fit the CV into so many pages, as far as the layout's 'fit' allows")
      ->check(CLI::Range(std::size_t{1}, kMostPages));
}

void add_set(CLI::App& command, Request& request) {
  command.add_option("--set", request.set, "Change the layout: styles.body.size=10pt, or the CV: cv.phone=+15550100; may be given again")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
}

void add_cv(CLI::App& command, Request& request) {
  command.add_option("cv", request.cv, "The CV's data file, YAML or JSON; - for standard input")->required();
  command.add_option("-l,--layout", request.layout, "Name of a layout, or a layout file; default: the variant's, else classic");
  add_set(command, request);
  add_pages(command, request);
  add_font_path(command, request);
}

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
