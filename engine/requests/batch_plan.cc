#include "requests/batch_plan.h"

#include <algorithm>
#include <filesystem>

#include "base/fill.h"
#include "base/suggest.h"
#include "requests/layout_files.h"
#include "requests/outputs.h"

namespace galley {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostMessages = 10;  // about names; one pattern makes them all wrong

void usage(Session& session, std::string message, std::string help) {
  session.diagnostics.fail(Blame::usage, {}, std::move(message), std::move(help));
}

/// What stands between braces in a pattern for names, in order.
std::vector<std::string> fields_of(const std::string& pattern) {
  std::vector<std::string> fields;
  for (std::size_t open = 0; (open = pattern.find('{', open)) != std::string::npos; ++open) {
    const std::size_t close = pattern.find('}', open);
    if (close == std::string::npos) break;
    fields.push_back(pattern.substr(open + 1, close - open - 1));
  }
  return fields;
}

bool is_good_pattern(Session& session, const std::string& pattern) {
  const std::vector<std::string> known = {"stem", "layout", "ext", "dir"};
  for (const std::string& field : fields_of(pattern)) {
    if (std::find(known.begin(), known.end(), field) != known.end()) continue;
    usage(session, "'{" + field + "}' in the names of outputs stands for nothing",
          did_you_mean(field, known) + "; {stem} is the CV's file name, {dir} its folder, {layout} and {ext} are the layout's name and the extension");
    return false;
  }
  const fs::path normal = fs::path(pattern).lexically_normal();
  const bool leaves = normal.is_absolute() || (!normal.empty() && *normal.begin() == "..");
  if (!leaves && normal.has_filename() && normal.filename() != ".") return true;
  usage(session, "'" + pattern + "' does not name files in the folder for outputs", "a name such as {stem}-{layout}.{ext}; the folder is given with -o");
  return false;
}

/// The name of the folder that a file is in; empty for a file in the working folder.
std::string folder_name(const fs::path& file) { return file.parent_path().lexically_normal().filename().string(); }

std::map<Format, std::string> outputs_of(const BatchRequest& request, const PlannedJob& job) {
  std::map<Format, std::string> outputs;
  for (const Format format : request.each.formats) {
    const std::string name = fill(request.name, {{"{stem}", fs::path(job.cv).stem().string()},
                                                 {"{layout}", fs::path(job.layout).stem().string()},
                                                 {"{ext}", extension_of(format)},
                                                 {"{dir}", folder_name(job.cv)}});
    outputs[format] = (fs::path(request.folder) / name).string();
  }
  return outputs;
}

void check_names(Session& session, const BatchRequest& request, const std::vector<PlannedJob>& jobs) {
  std::map<std::string, const PlannedJob*> writers;
  for (const PlannedJob& job : jobs)
    for (const auto& [format, path] : job.outputs) {
      const auto [found, is_new] = writers.emplace(path, &job);
      const PlannedJob& other = *found->second;
      if (!is_new)
        usage(session, "'" + path + "' would be written twice: for '" + other.cv + "' in '" + other.layout + "' and for '" + job.cv + "' in '" + job.layout + "'",
              "use {stem}, {dir}, {layout} and {ext} in --name, so that each output has a name of its own");
      for (const std::string& cv : request.cvs)
        if (fs::path(path).filename() == fs::path(cv).filename() && session.workspace.is_same_file(path, cv))
          usage(session, "the output '" + path + "' is one of the CVs", "give another folder with -o");
      if (session.diagnostics.all().size() > kMostMessages) return;
    }
}

}  // namespace

std::vector<PlannedJob> plan_of(Session& session, const BatchRequest& request) {
  if (request.cvs.empty()) usage(session, "there is no CV to render", "galley batch data/*.yaml --layout all -o out");
  if (!is_good_pattern(session, request.name)) return {};
  std::vector<PlannedJob> jobs;
  for (const std::string& cv : request.cvs)
    for (const std::string& layout : layouts_meant_by(request.layouts)) {
      PlannedJob job{cv, layout, {}};
      job.outputs = outputs_of(request, job);
      jobs.push_back(std::move(job));
    }
  check_names(session, request, jobs);
  return jobs;
}

}  // namespace galley
