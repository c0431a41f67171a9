// What stands at the end of help texts and of the manual.
#include <string_view>

#include "cli/option_table.h"

namespace galley::cli {
namespace {

constexpr Example kExamples[] = {
    {"galley render --sample", "the CV that ships with Galley, to see that all is well"},
    {"galley render cv.yaml", "writes cv.pdf beside cv.yaml"},
    {"galley render cv.yaml -l classic -o out.pdf", ""},
    {"galley render cv.yaml -o - | lpr", "to standard output"},
    {"galley render - --base-dir people <people/cv.yaml", "from standard input, pictures beside it"},
    {"galley render cv.yaml --standard none", "no promise of PDF/UA-1 and PDF/A-2a, which are the default"},
    {"galley render cv.yaml --format text", "the words in reading order"},
    {"galley render cv.yaml --verify", "writes it only if all its text comes out again"},
    {"galley render cv.yaml --embed", "with the data inside, for whoever gets the PDF"},
    {"galley render cv.yaml -l compact --pages 1", "fitted to one page"},
    {"galley render cv.yaml -f pdf,png,svg", "several formats at once"},
    {"galley render cv.yaml -l mine.yaml --set styles.body.size=10.5pt", ""},
    {"galley render cv.yaml --variant '*' --language '*'", "each version of it"},
    {"galley render cv.yaml --depfile cv.d", "and what it was made of, for make and ninja"},
    {"galley batch *.yaml -l all -f pdf,png -o out", "every CV in every layout"},
    {"galley batch -m batch.yaml", "what a file says"},
    {"galley verify cv.pdf --data cv.yaml", "does a PDF say all that the data say, in order?"},
    {"galley extract cv.pdf -o cv.yaml", "the data back, byte for byte"},
    {"galley preview cv.yaml -o sheet.png", "one CV in all layouts, at a glance"},
    {"galley layout new mine --from classic", "writes mine.yaml, a layout to begin your own with"},
    {"galley new \"Jane Doe\" --kind academic", "writes jane-doe.yaml, a CV to begin your own with"},
    {"galley check cv.yaml", "what is wrong or odd in it, without rendering"},
    {"galley convert cv.yaml -o cv.docx", "for Word; also .html, .md, .txt and .json (JSON Resume)"},
    {"galley worker <jobs.jsonl >done.jsonl", "a stream of jobs, a line of JSON each"},
    {"galley dump --stage tags cv.yaml", "what a screen reader walks through"},
    {"galley fonts --font-path mine", "families that can be used"},
    {"galley completions bash >~/.local/share/bash-completion/completions/galley", ""},
    {"galley man | man -l -", "the manual, where it is not installed"},
};

constexpr ExitCode kExitCodes[] = {
    {"0", "good"},
    {"1", "your files are wrong"},
    {"2", "wrong use"},
    {"3", "reading, writing or fonts failed"},
    {"4", "a limit or a fault of Galley's own"},
    {"130, 143", "stopped by SIGINT or SIGTERM"},
};

}  // namespace

std::vector<Example> examples_of(const std::string& command) {
  std::vector<Example> examples;
  for (const Example& each : kExamples)
    if (command.empty() || std::string_view(each.line).starts_with("galley " + command + " ")) examples.push_back(each);
  return examples;
}

std::vector<ExitCode> exit_codes() { return {std::begin(kExitCodes), std::end(kExitCodes)}; }

std::string help_footer(const std::string& command) {
  constexpr std::size_t kColumn = 44;  // where comments begin, if they can
  std::string text;
  for (const Example& each : examples_of(command)) {
    const std::string line = each.line;
    text += text.empty() ? "Examples:\n" : "";
    text += "  " + line;
    if (*each.does) text += std::string(line.size() < kColumn ? kColumn - line.size() : 2, ' ') + each.does;
    text += '\n';
  }
  if (!command.empty()) return text;
  text += "\nExit codes:";
  for (const ExitCode& each : kExitCodes) text += std::string(&each == kExitCodes ? " " : ", ") + each.code + " " + each.means;
  return text + ".\n";
}

}  // namespace galley::cli
