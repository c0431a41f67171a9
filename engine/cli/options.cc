// Options that several commands have, and what their values may be.
#include <algorithm>
#include <charconv>

#include "base/suggest.h"
#include "cli/commands.h"
#include "cli/option_table.h"

namespace galley::cli {
namespace {

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

std::string joined(const std::vector<std::string>& names, const char* between) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : between) + name;
  return text;
}

/// "no 'html'; there are pdf, text, png, svg"
std::string no_such(const std::string& name, const std::vector<std::string>& names) {
  return "no '" + name + "'; there are " + joined(names, ", ");
}

enum class Keep : bool { name, number };

CLI::Option* choose(CLI::Option* option, std::vector<std::string> names, Keep keep) {
  const auto check = [names, keep](std::string& text) {
    const auto found = std::find(names.begin(), names.end(), lower(text));
    if (found == names.end()) return no_such(text, names);
    text = keep == Keep::name ? *found : std::to_string(found - names.begin());
    return std::string();
  };
  return option->transform(CLI::Validator(check, ""))->type_name(joined(names, "|"));
}

}  // namespace

const CLI::Validator kNotEmpty([](std::string& name) { return name.empty() ? std::string("the name is empty") : std::string(); }, "");

CLI::Option* takes_one_of(CLI::Option* option, std::vector<std::string> names) { return choose(option, std::move(names), Keep::name); }

CLI::Option* takes_nth_of(CLI::Option* option, std::vector<std::string> names) { return choose(option, std::move(names), Keep::number); }

CLI::Option* takes_number(CLI::Option* option, std::int64_t least, std::int64_t most) {
  const auto check = [least, most](std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_within = error == std::errc() && end == text.data() + text.size() && value >= static_cast<double>(least) && value <= static_cast<double>(most);
    return is_within ? std::string() : "'" + text + "' is not a number from " + std::to_string(least) + " to " + std::to_string(most);
  };
  return option->check(CLI::Validator(check, ""))->type_name("NUMBER");
}

CLI::Option* add_layout_option(CLI::App& command, std::string& layout, const std::string& description) {
  return command.add_option("-l,--layout", layout, description)->type_name(kLayoutValue);
}

CLI::Option* add_output(CLI::App& command, std::string& output, const std::string& description) {
  return command.add_option("-o,--output", output, description)->type_name(kFileValue)->check(kNotEmpty);
}

void add_font_path(CLI::App& command, Request& request) {
  command.add_option("--font-path", request.font_folders, "Folder to look for fonts in first; may be given again")
      ->type_name(kFolderValue)
      ->allow_extra_args(false);
}

void add_version(CLI::App& command, Version& version) {
  command.add_option("--variant", version.variant, "One of the CV's variants")->type_name("NAME")->check(kNotEmpty);
  command.add_option("--language", version.language, "What texts in several languages are read in: en, zh …")->type_name("CODE")->check(kNotEmpty);
  add_tags(command, version);
}

void add_tags(CLI::App& command, Version& version) {
  command.add_option("--only", version.only, "Of what has tags only what has one of these, joined by commas or given again")->delimiter(',')->type_name("TAGS");
  command.add_option("--without", version.without, "Nothing that has one of these tags")->delimiter(',')->type_name("TAGS");
}

void add_pages(CLI::App& command, Request& request) {
  constexpr std::int64_t kMostPages = 1000;
  takes_number(command.add_option("--pages", request.pages, "Fit the CV into so many pages, as far as the layout's 'fit' allows"), 1, kMostPages);
}

void add_set(CLI::App& command, Request& request) {
  command.add_option("--set", request.set, "Change the layout: styles.body.size=10pt, or the CV: cv.phone=+15550100; may be given again")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
}

CLI::Option* add_cv(CLI::App& command, Input& input) {
  Request& request = input.request;
  CLI::Option* cv = command.add_option("cv", request.cv, "The CV's data file, YAML or JSON; - for standard input")->type_name(kFileValue)->required();
  command.add_option("--base-dir", input.base, "Where pictures, fonts and included files of data from standard input lie; default: where galley runs")
      ->type_name(kFolderValue)
      ->check(kNotEmpty);
  return cv;
}

void add_layout_and_changes(CLI::App& command, Request& request) {
  add_layout_option(command, request.layout, "Name of a layout, or a layout file; default: the variant's, else classic");
  add_set(command, request);
  add_pages(command, request);
  add_font_path(command, request);
}

bool bring_standard_input(const Input& input, Request& request) {
  if (request.cv != "-") {
    if (input.base.empty()) return true;
    complain(Status::usage, "--base-dir goes with data from standard input, and '" + request.cv + "' is a file", "what belongs to a file lies beside it");
    return false;
  }
  if (!input.base.empty() && !DiskWorkspace().is_folder(input.base)) {
    complain(Status::usage, "there is no folder '" + input.base + "'", "give the path of a folder after --base-dir");
    return false;
  }
  constexpr std::size_t kMostBytes = 64U << 20U;  // far above the limit of data, which the engine knows and tells
  ReadResult read = DiskWorkspace().read("-", kMostBytes);
  if (!read.bytes) {
    complain(read.too_large ? Status::limit : Status::machine, "cannot read standard input: " + read.why);
    return false;
  }
  request.data = std::move(*read.bytes);
  if (!input.base.empty()) request.cv = input.base + (input.base.ends_with('/') ? "-" : "/-");
  return true;
}

}  // namespace galley::cli
