// A stream of jobs: one JSON object a line in, one a line out, in the order of the jobs, for as long as the input lasts.
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "cli/commands.h"

namespace galley::cli {
namespace {

/// Bytes of a line: twice the largest CV, and far above any.
constexpr std::size_t kLongestJob = 16U << 20U;

struct Line {
  std::string text;
  bool is_too_long = false;  ///< passed over; `text` is its beginning
};

/// nullopt at the end of the input.
std::optional<Line> next_line() {
  Line line;
  int c = std::fgetc(stdin);
  if (c == EOF) return std::nullopt;
  for (; c != EOF && c != '\n'; c = std::fgetc(stdin)) {
    line.is_too_long = line.is_too_long || line.text.size() == kLongestJob;
    if (!line.is_too_long) line.text += static_cast<char>(c);
  }
  return line;
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r") == std::string::npos; }

Job too_long() {
  Job job;
  job.refused.status = Status::limit;
  Message message;
  message.code = "limit";
  message.text = "a job takes one line of at most 16 MB";
  job.refused.messages.push_back(std::move(message));
  return job;
}

std::string answer_to(Engine& engine, const Line& line) {
  const Job job = line.is_too_long ? too_long() : read_job(line.text);
  return answer(job, job.request ? engine.render(*job.request) : job.refused) + '\n';
}

int work() {
  DiskWorkspace files;
  Engine engine(files);
  while (const auto line = next_line()) {
    if (is_blank(line->text)) continue;
    const std::string said = answer_to(engine, *line);
    if (const int failed = print_text(said); failed != 0) return failed;
  }
  if (std::ferror(stdin) == 0) return static_cast<int>(Status::good);
  return complain(Status::machine, "cannot read standard input");
}

}  // namespace

Command add_worker(CLI::App& program) {
  return {program.add_subcommand("worker", "Does jobs from standard input, one JSON object a line, and answers each with a line of JSON"), work};
}

}  // namespace galley::cli
