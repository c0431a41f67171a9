// Commands that show something and write nothing: dump, fonts.
#include <memory>
#include <string>

#include "cli/commands.h"

namespace galley::cli {

Command add_dump(CLI::App& program) {
  struct Options {
    Request request;
    std::string stage = "pages";
  };
  auto options = std::make_shared<Options>();
  CLI::App* dump = program.add_subcommand("dump", "Prints what a stage has made, as text");
  add_cv(*dump, options->request);
  add_version(*dump, options->request.version);
  dump->add_option("-s,--stage", options->stage, "Which stage")->check(CLI::IsMember(dump_stages()))->capture_default_str();
  return {dump, [options] { return report(Engine().dump(options->request, options->stage), true); }};
}

Command add_fonts(CLI::App& program) {
  auto request = std::make_shared<Request>();
  CLI::App* fonts = program.add_subcommand("fonts", "Lists the fonts that can be used");
  add_font_path(*fonts, *request);
  return {fonts, [request] { return report(Engine().list_fonts(*request), true); }};
}

}  // namespace galley::cli
