// Commands about layouts: layouts, layout list, show and new, preview.
#include <filesystem>
#include <memory>
#include <string>

#include "cli/commands.h"
#include "cli/option_table.h"

namespace galley::cli {

Command add_layouts(CLI::App& program) {
  return {program.add_subcommand("layouts", "Lists the layouts that ship with the program"),
          [] { return report(engine().list_layouts(), true); }};
}

Command add_layout(CLI::App& program) {
  struct Options {
    Request request;
    std::string name;
  };
  auto options = std::make_shared<Options>();
  options->request.layout = "classic";
  CLI::App* layout = program.add_subcommand("layout", "Shows a layout, or begins a new one");
  layout->require_subcommand(1);
  CLI::App* list = layout->add_subcommand("list", "Lists the layouts that ship with the program");
  CLI::App* show = layout->add_subcommand("show", "Prints a layout with all that it extends: one that needs no other");
  show->add_option("name", options->request.layout, "Name of a layout, or a layout file")->type_name(kLayoutValue)->required();
  add_set(*show, options->request);
  CLI::App* make = layout->add_subcommand("new", "Writes a layout file to begin your own with; never over an old one");
  make->add_option("name", options->name, "Of the new layout: NAME.yaml is written here; or a path")->type_name("NAME")->required();
  make->add_option("--from", options->request.layout, "The layout that it extends")->type_name(kLayoutValue)->capture_default_str();
  return {layout, [options, list, show] {
            if (*list) return report(engine().list_layouts(), true);
            if (*show) return report(engine().show_layout(options->request), true);
            return report(engine().new_layout(options->name, options->request.layout), false);
          }};
}

Command add_preview(CLI::App& program) {
  struct Options {
    Preview preview;
    Input input{preview.each};
    BuildOptions build;
  };
  auto options = std::make_shared<Options>();
  Preview* preview = &options->preview;
  Request& request = preview->each;
  CLI::App* command = program.add_subcommand("preview", "Draws a CV's first page in all layouts on one sheet (PNG)");
  add_cv(*command, options->input);
  add_output(*command, request.output, "PNG file to write; - for standard output; default: beside the CV, CV-preview.png");
  command->add_option("-l,--layout", preview->layouts, "Layouts, joined by commas or given again; all: each that ships")
      ->delimiter(',')
      ->type_name(kLayoutValue)
      ->capture_default_str();
  constexpr std::int64_t kMostColumns = 20, kNarrowest = 60, kWidest = 2000;
  takes_number(command->add_option("--columns", preview->columns, "Pictures side by side"), 1, kMostColumns)->capture_default_str();
  takes_number(command->add_option("--width", preview->width, "Of a picture, in dots"), kNarrowest, kWidest)->capture_default_str();
  add_version(*command, request.version);
  add_set(*command, request);
  add_font_path(*command, request);
  add_build_options(*command, options->build, request);
  return {command, [options] {
            Request& each = options->preview.each;
            if (each.output.empty()) {
              each.output = each.cv == "-" ? "-" : std::filesystem::path(each.cv).replace_extension().string() + "-preview.png";
            }
            if (!has_target(options->build, each.output)) return static_cast<int>(Status::usage);
            if (options->build.list_outputs) return print_outputs({each.output});
            if (!bring_standard_input(options->input, each)) return static_cast<int>(Status::usage);
            const Outcome outcome = engine().preview(options->preview);
            return write_depfile(options->build, {{{each.output}, outcome.read}}, report(outcome, false));
          }};
}

}  // namespace galley::cli
