#include <memory>
#include <string>

#include "cli/commands.h"

namespace galley::cli {
namespace {

/// cv.yaml -> cv.pdf, beside the data; what comes from standard input goes to standard output.
std::string default_output(const std::string& cv, Format format) {
  if (cv == "-") return "-";
  const std::size_t slash = cv.rfind('/');
  const std::size_t dot = cv.rfind('.');
  const bool has_extension = dot != std::string::npos && (slash == std::string::npos || dot > slash + 1);
  return (has_extension ? cv.substr(0, dot) : cv) + (format == Format::pdf ? ".pdf" : ".txt");
}

struct Options {
  Request request;
  std::string format = "pdf";
};

}  // namespace

Command add_render(CLI::App& program) {
  auto options = std::make_shared<Options>();
  Request& request = options->request;
  CLI::App* render = program.add_subcommand("render", "Sets a CV and writes its PDF");
  add_cv(*render, request);
  render->add_option("-o,--output", request.output, "File to write; - for standard output; default: beside the CV");
  render->add_option("-f,--format", options->format, "pdf or text")->check(CLI::IsMember({"pdf", "text"}))->capture_default_str();
  render
      ->add_option("--standard", request.standards,
                   "What the PDF must keep: none, ua1 (PDF/UA-1), a2a, a2b or a2u (PDF/A-2), several joined by commas")
      ->capture_default_str();
  render->add_flag("--readable", request.readable, "Leave the PDF's streams uncompressed, to look inside");
  render->add_flag("--verify", request.verify,
                   "Read the PDF back before it is written; if text is lost or out of order, the old file stays");
  return {render, [options] {
            Request& asked = options->request;
            if (options->format == "text") asked.format = Format::text;
            if (asked.output.empty()) asked.output = default_output(asked.cv, asked.format);
            return report(galley::render(asked), false);
          }};
}

}  // namespace galley::cli
