#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "cli/commands.h"

namespace galley::cli {
namespace {

/// cv.yaml -> cv.pdf, beside the data; what comes from standard input goes to standard output.
std::string default_output(const std::string& cv, Format format) {
  if (cv == "-") return "-";
  const char* const extensions[] = {".pdf", ".txt", ".png", ".svg"};
  return std::filesystem::path(cv).replace_extension(extensions[static_cast<std::size_t>(format)]).string();
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

int list(const Outcome& planned) {
  const int code = report(planned, false);
  return code == 0 ? print_outputs(planned.files) : code;
}

}  // namespace

Command add_render(CLI::App& program) {
  struct Options {
    Request request;
    BuildOptions build;
  };
  auto options = std::make_shared<Options>();
  Request& request = options->request;
  CLI::App* render = program.add_subcommand("render", "Sets a CV and writes its PDF");
  add_cv(*render, request);
  render->add_option("-o,--output", request.output, "File to write; - for standard output; default: beside the CV")->check(kNotEmpty);
  CLI::Option* format = add_formats(*render, request.formats);
  add_resolution(*render, request);
  add_value(*render, "--standard", request.standards, standards_from,
                     "What the PDF must keep: none, ua1 (PDF/UA-1), a2a, a2b or a2u (PDF/A-2), a3a, a3b or a3u (PDF/A-3), "
                   "several joined by commas; default: ua1,a2a, with --embed ua1,a3a");
  add_disclosure(*render, request);
  add_print(*render, request.print);
  render->add_flag("--embed", request.embed, "Attach the CV's data to the PDF; galley extract gives them back");
  render->add_flag("--readable", request.readable, "Leave the PDF's streams uncompressed, to look inside");
  render->add_flag("--verify", request.verify,
                   "Read the PDF back before it is written; if text is lost or out of order, the old file stays");
  add_build_options(*render, options->build, request);
  return {render, [options, format] {
            Request& asked = options->request;
            if (!format->count()) asked.formats = {format_named_by(asked.output).value_or(Format::pdf)};
            if (contradicts(asked)) return complain(Status::usage, "'" + asked.output + "' does not go with the format that is asked for", "leave out -f, and the format follows from the name");
            if (asked.output.empty()) asked.output = default_output(asked.cv, asked.formats.front());
            if (!has_target(options->build, asked.output)) return static_cast<int>(Status::usage);
            Engine engine;
            if (options->build.list_outputs) return list(engine.plan(asked));
            Outcome outcome = engine.render(asked);
            const int code = report(outcome, false);
            if (outcome.files.empty()) outcome.files = engine.plan(asked).files;
            return write_depfile(options->build, {{outcome.files, outcome.read}}, code);
          }};
}

void add_disclosure(CLI::App& command, Request& request) {
  constexpr std::int64_t kEndOf9999 = 253402300799;
  command.add_flag("--private", request.with_private, "Set the CV's private fields, too; they are never embedded");
  command
      .add_option_function<std::int64_t>(
          "--date", [&request](std::int64_t seconds) { request.date = seconds; },
          "The document's date in its metadata, in seconds since 1970; default: the day that the CV's 'updated' names, else none")
      ->envname("SOURCE_DATE_EPOCH")
      ->check(CLI::Range(std::int64_t{0}, kEndOf9999))
      ->type_name("SECONDS");
}

void add_print(CLI::App& command, Print& print) {
  add_value(command, "--colours,--colors", print.colours, inks_from, "For print: rgb, grey or cmyk (black stays pure black)")->type_name("KIND");
  command.add_option("--profile", print.profile, "ICC profile of the press, for cmyk")->type_name("FILE");
  add_value(command, "--bleed", print.bleed, length_from, "How far colour goes on beyond the edge of the page, e.g. 3mm")->type_name("LENGTH");
  command.add_flag("--crop-marks", print.crop_marks, "Mark on a larger sheet where to cut");
}

void add_resolution(CLI::App& command, Request& request) {
  constexpr double kCoarsest = 10, kFinest = 1200;
  command.add_option("--dpi", request.resolution, "Dots per inch of png")->check(CLI::Range(kCoarsest, kFinest))->capture_default_str();
}

CLI::Option* add_formats(CLI::App& command, std::vector<Format>& formats) {
  const std::map<std::string, Format> names = {{"pdf", Format::pdf}, {"png", Format::png}, {"svg", Format::svg}, {"text", Format::text}};
  return command.add_option("-f,--format", formats, "pdf, text, png or svg; several joined by commas")
      ->delimiter(',')
      ->transform(CLI::CheckedTransformer(names, CLI::ignore_case).description(""))
      ->type_name("FORMATS");
}

}  // namespace galley::cli
