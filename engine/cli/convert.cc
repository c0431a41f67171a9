// A CV from another program, or for one.
#include <memory>
#include <string>

#include "cli/commands.h"
#include "cli/option_table.h"

namespace galley::cli {

Command add_convert(CLI::App& program) {
  auto conversion = std::make_shared<Conversion>();
  Request& request = conversion->each;
  CLI::App* command = program.add_subcommand("convert", "Writes a CV for another program or reader, and says what that cannot hold");
  command->add_option("cv", request.cv, "The file to read, of Galley or another program (YAML, JSON, XML, zip, a folder); - for standard input")->type_name(kFileValue)->required();
  add_layout_option(*command, request.layout, "The layout whose looks count, where the format has any; default: the variant's, else classic");
  add_output(*command, request.output, "File to write; - for standard output")->required();
  takes_one_of(command->add_option("--from", conversion->from, "For bibliographies; other files are known by their content"), {"bibtex", "csl-json"});
  takes_one_of(command->add_option("--to", conversion->to, "Format to write; default: told by the output's extension"),
               {"galley", "json-resume", "rendercv", "markdown", "html", "docx", "text"});
  add_version(*command, request.version);
  command->add_flag("--private", request.with_private, "Also what stands under 'private'");
  add_set(*command, request);
  return {command, [conversion] { return report(engine().convert(*conversion), false); }};
}

}  // namespace galley::cli
