#include "requests/batch_plan.h"

#include <algorithm>
#include <filesystem>

#include "base/fill.h"
#include "base/suggest.h"
#include "requests/inputs.h"
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
  const std::vector<std::string> known = {"stem", "variant", "language", "layout", "ext", "dir"};
  for (const std::string& field : fields_of(pattern)) {
    if (std::find(known.begin(), known.end(), field) != known.end()) continue;
    usage(session, "'{" + field + "}' in the names of outputs stands for nothing",
          did_you_mean(field, known) + "; {stem} is the CV's file name, {dir} its folder, {ext} the extension; the others are the names of the job's variant, language and layout");
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

/// Axes that are not used leave no trace.
std::string pattern_of(const BatchRequest& request) {
  if (!request.name.empty()) return request.name;
  return std::string("{stem}") + (request.variants.empty() ? "" : "-{variant}") + (request.languages.empty() ? "" : "-{language}") + "-{layout}.{ext}";
}

std::map<Format, std::string> outputs_of(const BatchRequest& request, const PlannedJob& job) {
  std::map<Format, std::string> outputs;
  for (const Format format : request.each.formats) {
    const std::string name = fill(pattern_of(request), {{"{stem}", fs::path(job.cv).stem().string()},
                                                 {"{variant}", job.version.variant},
                                                 {"{language}", job.version.language},
                                                 {"{layout}", fs::path(job.layout).stem().string()},
                                                 {"{ext}", extension_of(format)},
                                                 {"{dir}", folder_name(job.cv)}});
    outputs[format] = (fs::path(request.folder) / name).string();
  }
  return outputs;
}

void check_names(Session& session, const std::vector<PlannedJob>& jobs) {
  std::map<std::string, std::vector<std::string>> cvs;  // by what they are called within their folders
  for (const PlannedJob& job : jobs)
    if (auto& same = cvs[fs::path(job.cv).filename()]; same.empty() || same.back() != job.cv) same.push_back(job.cv);
  std::map<std::string, const PlannedJob*> writers;
  for (const PlannedJob& job : jobs)
    for (const auto& [format, path] : job.outputs) {
      const auto [found, is_new] = writers.emplace(path, &job);
      const PlannedJob& other = *found->second;
      if (!is_new)
        usage(session, "'" + path + "' would be written twice: for '" + other.cv + "' in '" + other.layout + "' and for '" + job.cv + "' in '" + job.layout + "'",
              "use {stem}, {dir}, {variant}, {language}, {layout} and {ext} in --name, so that each output has a name of its own");
      if (const auto there = cvs.find(fs::path(path).filename()); there != cvs.end())
        for (const std::string& cv : there->second)
          if (session.workspace.is_same_file(path, cv)) usage(session, "the output '" + path + "' is one of the CVs", "give another folder with -o");
      if (session.diagnostics.all().size() > kMostMessages) return;
    }
}

/// What "*" means for a CV, or else the names themselves; one empty name where there are none.
std::vector<std::string> meant_by(const std::vector<std::string>& names, const std::vector<std::string>& all) {
  std::vector<std::string> meant;
  for (const std::string& name : names)
    for (const std::string& each : name == "*" ? all : std::vector{name})
      if (std::find(meant.begin(), meant.end(), each) == meant.end()) meant.push_back(each);
  if (meant.empty()) meant.emplace_back();
  return meant;
}

/// The versions of a CV that the batch makes, without what all jobs share. A CV that cannot be read has one: its job will say why.
std::vector<Version> versions_meant(Session& session, const BatchRequest& request, const std::string& cv) {
  const auto asks_for_all = [](const std::vector<std::string>& names) { return std::find(names.begin(), names.end(), "*") != names.end(); };
  CvVersions there;
  if (asks_for_all(request.variants) || asks_for_all(request.languages)) {
    Session reading(session.shared);
    Request one = request.each;
    one.cv = cv;
    there = versions_of(reading, one).value_or(CvVersions{});
  }
  std::vector<Version> versions;
  for (const std::string& variant : meant_by(request.variants, there.variants))
    for (const std::string& language : meant_by(request.languages, there.languages)) {
      Version version = request.each.version;
      if (!request.variants.empty()) version.variant = variant;
      if (!request.languages.empty()) version.language = language;
      versions.push_back(std::move(version));
    }
  return versions;
}

/// The layouts that the request names, else the one that the CV's variant asks for.
std::vector<std::string> layouts_for(Session& session, const std::vector<BatchRequest>& parts, const PlannedJob& job) {
  if (!parts[job.part].layouts.empty()) return layouts_meant_by(parts[job.part].layouts);
  const Request one = request_for(parts, job);
  return {layout_name(one, one.version.variant.empty() ? CvReading{} : read_cv_of(session.shared, one))};
}

void plan_part(Session& session, const std::vector<BatchRequest>& parts, std::size_t part, std::vector<PlannedJob>& jobs) {
  const BatchRequest& request = parts[part];
  if (request.cvs.empty()) usage(session, "there is no CV to render", "galley batch data/*.yaml --layout all -o out");
  if (!is_good_pattern(session, pattern_of(request))) return;
  for (const std::string& cv : request.cvs)
    for (const Version& version : versions_meant(session, request, cv)) {
      PlannedJob job{part, cv, version, {}, {}};
      for (const std::string& layout : layouts_for(session, parts, job)) {
        job.layout = layout;
        job.outputs = outputs_of(request, job);
        jobs.push_back(job);
      }
      job.layout.clear();
    }
}

}  // namespace

Request request_for(const std::vector<BatchRequest>& parts, const PlannedJob& job) {
  Request request = parts[job.part].each;
  request.cv = job.cv;
  request.version = job.version;
  request.layout = job.layout;
  request.progress = {};  // of single renders; a batch has its own
  request.stop = nullptr;
  return request;
}

std::vector<PlannedJob> plan_of(Session& session, const std::vector<BatchRequest>& parts) {
  std::vector<PlannedJob> jobs;
  for (std::size_t part = 0; part < parts.size(); ++part) plan_part(session, parts, part, jobs);
  check_names(session, jobs);
  return jobs;
}

}  // namespace galley
