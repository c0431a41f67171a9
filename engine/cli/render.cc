#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>

#include "cli/commands.h"
#include "cli/option_table.h"

namespace galley::cli {
namespace {

/// cv.yaml -> cv.pdf, beside the data; what comes from standard input goes to standard output.
std::string default_output(const std::string& cv, Format format) {
  if (cv == "-") return "-";
  const char* const extensions[] = {".pdf", ".txt", ".png", ".svg"};
  return std::filesystem::path(cv).replace_extension(extensions[static_cast<std::size_t>(format)]).string();
}

struct RenderOptions {
  Request request;
  Input input{request};
  bool sample = false;
  BuildOptions build;
  TimingOptions timings;
  std::vector<std::string> variants, languages;
};

/// cv.pdf -> cv-industry-de.pdf
std::string with_version(const std::string& path, const Version& version) {
  if (path == "-") return path;
  std::string suffix;
  for (const std::string& each : {version.variant, version.language})
    if (!each.empty()) suffix += '-' + each;
  const std::filesystem::path named = path;
  return (named.parent_path() / (named.stem().string() + suffix + named.extension().string())).string();
}

/// The names, with each that the CV has in place of "*"; one empty name where there are none.
std::vector<std::string> meant_by(const std::vector<std::string>& names, const std::vector<std::string>& all) {
  std::vector<std::string> meant;
  for (const std::string& name : names) {
    if (name == "*") meant.insert(meant.end(), all.begin(), all.end());
    else meant.push_back(name);
  }
  if (meant.empty()) meant.emplace_back();
  return meant;
}

bool asks_for_all(const std::vector<std::string>& names) { return std::find(names.begin(), names.end(), "*") != names.end(); }

/// The requests of all versions, each with its output. Without -o, and where there are several, names say which is which.
std::vector<Request> requests_of(const RenderOptions& options, const Versions& there) {
  const Request& request = options.request;
  const std::vector<std::string> variants = meant_by(options.variants, there.variants), languages = meant_by(options.languages, there.languages);
  const std::string output = request.output.empty() ? default_output(request.cv, request.formats.front()) : request.output;
  const bool names_versions = request.output.empty() || variants.size() * languages.size() > 1;
  std::vector<Request> requests;
  for (const std::string& variant : variants)
    for (const std::string& language : languages) {
      Request& one = requests.emplace_back(request);
      one.version.variant = variant;
      one.version.language = language;
      one.output = names_versions ? with_version(output, one.version) : output;
    }
  return requests;
}

/// The paths that would be written, a line each.
int list(const std::vector<Request>& requests) {
  std::vector<std::string> files;
  for (const Request& request : requests) {
    const Outcome planned = engine().plan(request);
    if (const int code = report(planned, false); code != 0) return code;
    files.insert(files.end(), planned.files.begin(), planned.files.end());
  }
  return print_outputs(files);
}

int render_versions(const RenderOptions& options) {
  Versions there;
  if (asks_for_all(options.variants) || asks_for_all(options.languages)) {
    there = engine().versions(options.request);
    if (there.outcome.status != Status::good) return report(there.outcome, false);
  }
  const std::vector<Request> requests = requests_of(options, there);
  if (!has_target(options.build, requests.front().output)) return static_cast<int>(Status::usage);
  if (options.build.list_outputs) return list(requests);
  int code = 0;
  std::set<std::string> said;  // what versions have in common is said once
  std::vector<DependencyRule> rules;
  for (const Request& request : requests) {
    Outcome outcome = engine().render(request);
    std::erase_if(outcome.messages, [&](const Message& message) { return !said.insert(printed(message)).second; });
    const int each = report(outcome, false);
    if (code == 0) code = each;
    if (outcome.files.empty()) outcome.files = engine().plan(request).files;
    rules.push_back({outcome.files, outcome.read});
  }
  return write_depfile(options.build, rules, code);
}

/// The format that an output's extension stands for; nullopt for others, which say nothing.
std::optional<Format> format_named_by(const std::string& output) {
  const std::pair<std::string_view, Format> extensions[] = {{".pdf", Format::pdf}, {".txt", Format::text}, {".png", Format::png}, {".svg", Format::svg}};
  std::string extension = std::filesystem::path(output).extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const auto& [name, format] : extensions)
    if (name == extension) return format;
  return std::nullopt;
}

/// A picture under the name of a PDF misleads whoever opens it. With several formats each has its own extension.
bool contradicts(const Request& request) {
  return request.formats.size() == 1 && format_named_by(request.output).value_or(request.formats.front()) != request.formats.front();
}

/// Puts the data into the request where they are not in a file. False after a message.
bool bring_data(RenderOptions& options) {
  Request& request = options.request;
  if (options.sample) {
    if (!request.cv.empty()) return complain(Status::usage, "--sample sets the CV that ships with Galley, not '" + request.cv + "'", "leave out one of the two"), false;
    SampleCv sample = sample_cv();
    request.cv = std::move(sample.name);
    request.data = std::move(sample.data);
    return true;
  }
  if (request.cv.empty()) return complain(Status::usage, "cv is required", "the path of a data file, - for standard input, or --sample"), false;
  return bring_standard_input(options.input, request);
}

int render_cv(RenderOptions& options, bool names_format) {
  Request& asked = options.request;
  if (!names_format) asked.formats = {format_named_by(asked.output).value_or(Format::pdf)};
  if (contradicts(asked)) return complain(Status::usage, "'" + asked.output + "' does not go with the format that is asked for", "leave out -f, and the format follows from the name");
  if (asked.cv == "-" && asked.output.empty()) asked.output = "-";
  if (asked.output == "-" && options.timings.file == "-") return complain(Status::usage, "standard output takes one file, and the timings are another", "give a name after -o or --timings");
  return bring_data(options) ? write_timings(options.timings, render_versions(options)) : static_cast<int>(Status::usage);
}

}  // namespace

Command add_render(CLI::App& program) {
  auto shared = std::make_shared<RenderOptions>();
  Request& request = shared->request;
  CLI::App* render = program.add_subcommand("render", "Sets a CV and writes its PDF");
  add_cv(*render, shared->input)->required(false);
  render->add_flag("--sample", shared->sample, "Set the CV that ships with Galley");
  add_layout_and_changes(*render, request);
  add_output(*render, request.output, "File to write; - for standard output; default: beside the CV");
  render->add_option("--variant", shared->variants, "One of the CV's variants; several: joined by commas or given again, '*': each")
      ->delimiter(',')
      ->type_name("NAME");
  render->add_option("--language", shared->languages, "What texts in several languages are read in: en, zh …; several as with variants")
      ->delimiter(',')
      ->type_name("CODE");
  add_tags(*render, request.version);
  CLI::Option* format = add_formats(*render, request.formats);
  add_resolution(*render, request);
  add_value(*render, "--standard", request.standards, standards_from,
                     "What the PDF must keep: none, ua1 (PDF/UA-1), a2a, a2b or a2u (PDF/A-2), a3a, a3b or a3u (PDF/A-3), "
                   "several joined by commas; default: ua1,a2a, with --embed ua1,a3a")
      ->type_name("ua1|a2a|a2b|a2u|a3a|a3b|a3u|none");
  add_disclosure(*render, request);
  add_print(*render, request.print);
  render->add_flag("--embed", request.embed, "Attach the CV's data to the PDF; galley extract gives them back");
  render->add_flag("--readable", request.readable, "Leave the PDF's streams uncompressed, to look inside");
  render->add_flag("--verify", request.verify,
                   "Read the PDF back before it is written; if text is lost or out of order, the old file stays");
  add_build_options(*render, shared->build, request);
  add_timings(*render, shared->timings, request);
  return {render, [shared, format] {
            return render_cv(*shared, format->count() > 0);
          }};
}

void add_disclosure(CLI::App& command, Request& request) {
  constexpr std::int64_t kEndOf9999 = 253402300799;
  command.add_flag("--private", request.with_private, "Set the CV's private fields, too; they are never embedded");
  CLI::Option* date = command.add_option_function<std::int64_t>(
      "--date", [&request](std::int64_t seconds) { request.date = seconds; },
      "The document's date in its metadata, in seconds since 1970; default: the day that the CV's 'updated' names, else none");
  takes_number(date, 0, kEndOf9999)->envname("SOURCE_DATE_EPOCH")->type_name("SECONDS");
}

void add_print(CLI::App& command, Print& print) {
  add_value(command, "--colours,--colors", print.colours, inks_from, "For print: rgb, grey or cmyk (black stays pure black)")->type_name("rgb|grey|cmyk");
  command.add_option("--profile", print.profile, "ICC profile of the press, for cmyk")->type_name(kFileValue);
  add_value(command, "--bleed", print.bleed, length_from, "How far colour goes on beyond the edge of the page, e.g. 3mm")->type_name("LENGTH");
  command.add_flag("--crop-marks", print.crop_marks, "Mark on a larger sheet where to cut");
}

void add_resolution(CLI::App& command, Request& request) {
  constexpr std::int64_t kCoarsest = 10, kFinest = 1200;
  takes_number(command.add_option("--dpi", request.resolution, "Dots per inch of png"), kCoarsest, kFinest)->capture_default_str();
}

CLI::Option* add_formats(CLI::App& command, std::vector<Format>& formats) {
  CLI::Option* option = command.add_option("-f,--format", formats, "What to make of it; several joined by commas")->delimiter(',');
  return takes_nth_of(option, {"pdf", "text", "png", "svg"});
}

}  // namespace galley::cli
