// Commands over finished PDFs.
#include <memory>

#include "cli/commands.h"

namespace galley::cli {

Command add_verify(CLI::App& program) {
  auto verification = std::make_shared<Verification>();
  Request& document = verification->document;
  CLI::App* verify = program.add_subcommand("verify", "Reads a PDF back: does its text come out whole and in order?");
  verify->add_option("pdf", verification->pdf, "The PDF, of whatever program; - for standard input")->required();
  verify->add_option("-d,--data", document.cv, "The CV that it was made from, to compare the words with");
  verify->add_option("-l,--layout", document.layout, "The layout that it was made with")->capture_default_str();
  verify->add_flag("--print", verification->print,
                   "Also what a print shop asks: boxes, no RGB, resolution of images, lines not too thin");
  add_font_path(*verify, document);
  return {verify, [verification] { return report(galley::verify(*verification), true); }};
}

}  // namespace galley::cli
