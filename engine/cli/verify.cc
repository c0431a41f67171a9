// Commands over finished PDFs.
#include <memory>
#include <string>

#include "cli/commands.h"
#include "cli/option_table.h"

namespace galley::cli {

Command add_verify(CLI::App& program) {
  struct Options {
    Verification verification;
    Request fonts;  ///< only its font folders
  };
  auto options = std::make_shared<Options>();
  Verification& verification = options->verification;
  CLI::App* verify = program.add_subcommand("verify", "Reads a PDF back: does its text come out whole and in order?");
  verify->add_option("pdf", verification.pdf, "The PDF, of whatever program; - for standard input")->type_name(kFileValue)->required();
  verify->add_option("-d,--data", verification.cv,
                     "The CV that it was made from, to compare the words with; default: the one inside the PDF")
      ->type_name(kFileValue);
  add_layout_option(*verify, verification.layout,
                     "The layout that it was made with; default: the one that the PDF names, else classic");
  add_version(*verify, verification.version);
  verify->add_flag("--print", verification.print,
                   "Also what a print shop asks: boxes, no RGB, resolution of images, lines not too thin");
  add_font_path(*verify, options->fonts);
  return {verify, [options] {
            options->verification.font_folders = options->fonts.font_folders;
            return report(engine().verify(options->verification), true);
          }};
}

Command add_extract(CLI::App& program) {
  struct Options {
    std::string pdf, output = "-";
  };
  auto options = std::make_shared<Options>();
  CLI::App* extract =
      program.add_subcommand("extract", "Gives back the data inside a PDF that was rendered with --embed");
  extract->add_option("pdf", options->pdf, "The PDF; - for standard input")->type_name(kFileValue)->required();
  add_output(*extract, options->output, "File to write; - for standard output")->capture_default_str();
  return {extract, [options] { return report(engine().extract(options->pdf, options->output), false); }};
}

}  // namespace galley::cli
