// The program: arguments in, a request to the library, its outcome as exit code. Decides nothing else.

#include <fcntl.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "galley/galley.h"

namespace {

constexpr const char* kExamples = R"(Examples:
  galley render cv.yaml                       writes cv.pdf beside cv.yaml
  galley render cv.yaml -l classic -o out.pdf
  galley render cv.yaml -o - | lpr            to standard output
  galley render - -o cv.pdf < cv.yaml         from standard input
  galley render cv.yaml --standard none       no promise of PDF/UA-1 and PDF/A-2a, which are the default
  galley render cv.yaml --format text         the words in reading order
  galley dump --stage tags cv.yaml            what a screen reader walks through

Exit codes: 0 good, 1 your files are wrong, 2 wrong use, 3 reading, writing or fonts failed, 4 a limit or a fault of Galley's.
)";

/// Printed at most; beyond that the first ones have to be mended anyway.
constexpr std::size_t kMostMessages = 100;

/// Writing to a closed pipe or past a file size limit is an error to report, not a reason to die; and what we open must
/// never become file 0, 1 or 2 of a process that was started without them.
void prepare_process() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  for (int descriptor = 0; descriptor <= 2; ++descriptor)
    if (::fcntl(descriptor, F_GETFD) == -1) static_cast<void>(::open("/dev/null", O_RDWR));
}

/// Prints the messages, and the bytes that have nowhere else to go.
int report(const galley::Outcome& outcome, bool print_bytes) {
  for (std::size_t i = 0; i < std::min(outcome.messages.size(), kMostMessages); ++i)
    std::fputs(outcome.messages[i].text.c_str(), stderr);
  if (outcome.messages.size() > kMostMessages)
    std::fprintf(stderr, "galley: and %zu more\n", outcome.messages.size() - kMostMessages);
  if (print_bytes && std::fwrite(outcome.bytes.data(), 1, outcome.bytes.size(), stdout) != outcome.bytes.size())
    return static_cast<int>(galley::Status::machine);
  if (print_bytes && std::fflush(stdout) != 0) {
    std::fputs("galley: error: cannot write to standard output\n", stderr);
    return static_cast<int>(galley::Status::machine);
  }
  return static_cast<int>(outcome.status);
}

/// cv.yaml -> cv.pdf, beside the data; what comes from standard input goes to standard output.
std::string default_output(const std::string& cv, galley::Format format) {
  if (cv == "-") return "-";
  const std::size_t slash = cv.rfind('/');
  const std::size_t dot = cv.rfind('.');
  const bool has_extension = dot != std::string::npos && (slash == std::string::npos || dot > slash + 1);
  return (has_extension ? cv.substr(0, dot) : cv) + (format == galley::Format::pdf ? ".pdf" : ".txt");
}

void add_common(CLI::App& command, galley::Request& request) {
  command.add_option("cv", request.cv, "The CV's data file, YAML or JSON; - for standard input")->required();
  command.add_option("-l,--layout", request.layout, "Name of a layout, or a layout file")->capture_default_str();
  command.add_option("--font-path", request.font_folders, "Folder to look for fonts in first; may be given again")
      ->allow_extra_args(false);
}

int run(int argc, char** argv) {
  galley::Request request;
  std::string stage = "pages";
  CLI::App app{"Galley sets a CV, written once as data, as a print-ready, tagged PDF.", "galley"};
  app.set_version_flag("-V,--version", "galley " + galley::version());
  app.require_subcommand(1);
  app.footer(kExamples);

  CLI::App* render = app.add_subcommand("render", "Sets a CV and writes its PDF");
  add_common(*render, request);
  render->add_option("-o,--output", request.output, "File to write; - for standard output; default: beside the CV");
  std::string format = "pdf";
  render->add_option("-f,--format", format, "pdf or text")->check(CLI::IsMember({"pdf", "text"}))->capture_default_str();
  render
      ->add_option("--standard", request.standards,
                   "What the PDF must keep: none, ua1 (PDF/UA-1), a2a, a2b or a2u (PDF/A-2), several joined by commas")
      ->capture_default_str();
  render->add_flag("--readable", request.readable, "Leave the PDF's streams uncompressed, to look inside");
  CLI::App* dump = app.add_subcommand("dump", "Prints what a stage has made, as text");
  add_common(*dump, request);
  dump->add_option("-s,--stage", stage, "Which stage")->check(CLI::IsMember(galley::dump_stages()))->capture_default_str();
  CLI::App* fonts = app.add_subcommand("fonts", "Lists the fonts that can be used");
  fonts->add_option("--font-path", request.font_folders, "Folder to look for fonts in first; may be given again")
      ->allow_extra_args(false);
  CLI::App* layouts = app.add_subcommand("layouts", "Lists the layouts that ship with the program");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    // CLI11 numbers its own errors; ours is one code for every wrong use.
    return app.exit(problem) == 0 ? 0 : static_cast<int>(galley::Status::usage);
  }
  if (*render) {
    if (format == "text") request.format = galley::Format::text;
    if (request.output.empty()) request.output = default_output(request.cv, request.format);
    return report(galley::render(request), false);
  }
  if (*dump) return report(galley::dump(request, stage), true);
  if (*fonts) return report(galley::list_fonts(request), true);
  if (*layouts) return report(galley::list_layouts(), true);
  return static_cast<int>(galley::Status::usage);
}

}  // namespace

int main(int argc, char** argv) {
  prepare_process();
  try {
    return run(argc, argv);
  } catch (const std::exception& problem) {  // out of memory, most likely
    std::fprintf(stderr, "galley: error: %s\n", problem.what());
    return static_cast<int>(galley::Status::limit);
  }
}
