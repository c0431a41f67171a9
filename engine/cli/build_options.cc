// What build tools ask: dependency files, names of outputs before there are any, files that keep their time.
#include <unistd.h>

#include <array>
#include <climits>

#include "cli/commands.h"
#include "cli/option_table.h"

namespace galley::cli {
namespace {

/// The program that runs: what ships inside it is as new as it is. Empty where the system does not tell.
std::string own_path() {
  std::array<char, PATH_MAX> buffer{};
  const ssize_t length = ::readlink("/proc/self/exe", buffer.data(), buffer.size());
  return length > 0 ? std::string(buffer.data(), static_cast<std::size_t>(length)) : std::string();
}

/// All rules as one for a target that the build tool knows them by.
std::vector<DependencyRule> under_one_target(const std::string& target, const std::vector<DependencyRule>& rules) {
  DependencyRule all{{target}, {}};
  for (const DependencyRule& rule : rules) all.inputs.insert(all.inputs.end(), rule.inputs.begin(), rule.inputs.end());
  return {all};
}

}  // namespace

void add_build_options(CLI::App& command, BuildOptions& options, Request& request) {
  command.add_option("--depfile", options.depfile, "Write which files the output was made of, fonts included, for make, ninja and CMake")
      ->type_name(kFileValue)
      ->check(kNotEmpty);
  takes_nth_of(command.add_option("--depfile-format", options.format, "Of that file: make or json"), {"make", "json"});
  command.add_option("--depfile-target", options.target, "What it says to depend on them; default: the files that are written")
      ->type_name("NAME")
      ->check(kNotEmpty);
  command.add_flag("--list-outputs", options.list_outputs, "Print the names of the files that would be written, and write none");
  command.add_flag("--touch", request.touch, "Also write files that are there already with the same bytes, to make them new");
}

bool has_target(const BuildOptions& options, const std::string& output) {
  if (options.depfile.empty() || !options.target.empty() || output != "-") return true;
  complain(Status::usage, "a depfile has to name an output, and standard output has no name", "give --depfile-target NAME, or a name after -o");
  return false;
}

int write_depfile(const BuildOptions& options, std::vector<DependencyRule> rules, int code) {
  if (options.depfile.empty()) return code;
  if (!options.target.empty()) rules = under_one_target(options.target, rules);
  const std::string self = own_path();
  for (DependencyRule& rule : rules)
    if (!self.empty()) rule.inputs.push_back(self);
  const std::string why = DiskWorkspace().write(options.depfile, depfile(rules, options.format));
  if (why.empty()) return code;
  const int failed = complain(Status::machine, "cannot write the depfile '" + options.depfile + "': " + why);
  return code == 0 ? failed : code;
}

int print_outputs(const std::vector<std::string>& paths) {
  std::string text;
  for (const std::string& path : paths) text += path + '\n';
  return print_text(text);
}

}  // namespace galley::cli
