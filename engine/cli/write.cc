// Commands for who writes a CV: new, check, schema.
#include <cstdio>
#include <memory>
#include <string>

#include "cli/commands.h"
#include "cli/option_table.h"

namespace galley::cli {

Command add_check(CLI::App& program) {
  auto check = std::make_shared<Check>();
  CLI::App* command = program.add_subcommand("check", "Says what is wrong or odd in CVs, without rendering them");
  command->add_option("cvs", check->cvs, "The CVs' data files; - for standard input")->type_name(kFileValue)->required();
  add_layout_option(*command, check->each.layout, "The layout whose fields count; default: the variant's, else classic");
  add_version(*command, check->each.version);
  add_set(*command, check->each);
  command->add_flag("--strict", check->strict, "Warnings count as errors");
  return {command, [check] { return report(engine().check(*check), true); }};
}

Command add_new(CLI::App& program) {
  auto cv = std::make_shared<NewCv>();
  CLI::App* command = program.add_subcommand("new", "Writes a CV to begin your own with; never over an old file");
  command->add_option("name", cv->name, "Your name")->type_name("NAME")->required();
  takes_one_of(command->add_option("--kind", cv->kind, "What kind of CV it is to be"), {"academic", "industry", "creative", "short"})->capture_default_str();
  command->add_option("--language", cv->language, "Of the document")->type_name("CODE")->capture_default_str();
  add_layout_option(*command, cv->layout, "The layout that you want to render it in");
  add_output(*command, cv->output, "File to write; default: jane-doe.yaml for Jane Doe");
  return {command, [cv] { return report(engine().new_cv(*cv), true); }};
}

Command add_schema(CLI::App& program) {
  auto cv = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("schema", "Prints the JSON Schema of CV files, for editors");
  command->add_option("cv", *cv, "A CV whose own kinds of entries it is to know, too")->type_name(kFileValue);
  return {command, [cv] { return report(engine().schema(*cv), true); }};
}

}  // namespace galley::cli
