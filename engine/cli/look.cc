// Commands that show something and write nothing: dump, fonts.
#include <memory>
#include <string>

#include "cli/commands.h"

namespace galley::cli {

Command add_dump(CLI::App& program) {
  struct Options {
    Request request;
    Input input{request};
    std::string stage = "pages";
  };
  auto options = std::make_shared<Options>();
  CLI::App* dump = program.add_subcommand("dump", "Prints what a stage has made, as text");
  add_cv(*dump, options->input);
  add_layout_and_changes(*dump, options->request);
  add_version(*dump, options->request.version);
  takes_one_of(dump->add_option("-s,--stage", options->stage, "Which stage"), dump_stages())->capture_default_str();
  return {dump, [options] {
            if (!bring_standard_input(options->input, options->request)) return static_cast<int>(Status::usage);
            return report(engine().dump(options->request, options->stage), true);
          }};
}

Command add_fonts(CLI::App& program) {
  struct Options {
    Request request;
    bool all = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* fonts = program.add_subcommand("fonts", "Lists the families of fonts that can be used, and what to install for others");
  fonts->add_flag("--all", options->all, "Each face of them, with its file");
  add_font_path(*fonts, options->request);
  return {fonts, [options] { return report(engine().list_fonts(options->request, options->all ? Engine::FontList::faces : Engine::FontList::families), true); }};
}

}  // namespace galley::cli
