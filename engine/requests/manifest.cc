#include "requests/manifest.h"

#include <algorithm>
#include <filesystem>

#include "base/suggest.h"
#include "requests/layout_files.h"
#include "source/map_reader.h"

namespace galley {
namespace {

/// Whether a file's name is what a pattern with `*` means.
bool matches(std::string_view name, std::string_view pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return name == pattern;
  if (!name.starts_with(pattern.substr(0, star))) return false;
  name.remove_prefix(star);
  pattern.remove_prefix(star + 1);
  for (std::size_t skipped = 0; skipped <= name.size(); ++skipped)
    if (matches(name.substr(skipped), pattern)) return true;
  return false;
}

class ManifestReader {
 public:
  ManifestReader(Session& session, const BatchRequest& request) : session_(session), request_(request), folder_(std::filesystem::path(request.manifest).parent_path()) {}

  /// The parts that its jobs are, or itself.
  std::vector<BatchRequest> read(const Node& root) {
    MapReader reader(&root, "a manifest", session_.diagnostics);
    if (const auto report = reader.text("report")) request_.report = seen_from_here(*report);
    read_part(reader);
    const Node* jobs = reader.get("jobs");
    reader.finish();
    if (!jobs) return {request_};
    std::vector<BatchRequest> parts;
    if (!expect_value(*jobs, Node::Kind::list, "jobs", session_.diagnostics)) return parts;
    const BatchRequest common = request_;
    for (const Node& job : jobs->items) {
      request_ = common;
      MapReader job_reader(&job, "a job of a manifest", session_.diagnostics);
      read_part(job_reader);
      job_reader.finish();
      parts.push_back(request_);
    }
    if (parts.empty()) session_.diagnostics.error(jobs->span, "'jobs' is empty", "each is a map of its own: {cvs: cv.yaml, layouts: classic}").code = Code::empty_value;
    return parts;
  }

 private:
  void read_part(MapReader& reader) {
    if (const Node* cvs = reader.get("cvs")) read_cvs(*cvs);
    if (const auto layouts = reader.texts("layouts")) {
      request_.layouts.clear();
      for (const std::string& layout : *layouts) request_.layouts.push_back(is_layout_path(layout) ? seen_from_here(layout) : layout);
    }
    if (const auto variants = reader.texts("variants")) request_.variants = *variants;
    if (const auto languages = reader.texts("languages")) request_.languages = *languages;
    if (const auto only = reader.texts("only")) request_.each.version.only = *only;
    if (const auto without = reader.texts("without")) request_.each.version.without = *without;
    if (const Node* formats = reader.get("formats")) read_formats(*formats);
    if (const auto folder = reader.text("output")) request_.folder = seen_from_here(*folder);
    if (const auto name = reader.text("name")) request_.name = *name;
    if (const auto standard = reader.text("standard")) read_standards(*reader.get("standard"));
    if (const auto set = reader.texts("set")) request_.each.set = *set;
    if (const auto embed = reader.boolean("embed")) request_.each.embed = *embed;
    if (const auto verify = reader.boolean("verify")) request_.each.verify = *verify;
    constexpr double kMostPages = 1000, kCoarsest = 10, kFinest = 1200;
    if (const auto pages = reader.number("pages", 0, kMostPages)) request_.each.pages = static_cast<std::size_t>(*pages);
    if (const auto resolution = reader.number("dpi", kCoarsest, kFinest)) request_.each.resolution = *resolution;
  }

  void read_standards(const Node& node) {
    const auto [standards, problem] = standards_from(node.text);
    request_.each.standards = standards;
    if (!standards) session_.diagnostics.error(node.span, problem.text, problem.help).code = Code::wrong_value;
  }

  [[nodiscard]] std::string seen_from_here(const std::string& path) const { return (folder_ / path).string(); }

  /// A value, or each of a list.
  template <typename Use>
  void for_each(const Node& node, const Use& use) {
    if (node.is_scalar()) return use(node);
    for (const Node& item : node.items)
      if (item.is_scalar()) {
        use(item);
      } else {
        session_.diagnostics.error(item.span, "this must be a text, not " + std::string(describe(item.kind))).code = Code::wrong_type;
      }
  }

  void read_cvs(const Node& node) {
    request_.cvs.clear();
    for_each(node, [&](const Node& each) {
      const std::string path = seen_from_here(each.text);
      if (path.find('*') == std::string::npos) {
        request_.cvs.push_back(path);
        return;
      }
      const std::filesystem::path folder = std::filesystem::path(path).parent_path();
      const std::string pattern = std::filesystem::path(path).filename().string();
      std::vector<std::string> found = session_.workspace.list(folder.empty() ? "." : folder.string());
      std::sort(found.begin(), found.end());
      const std::size_t before = request_.cvs.size();
      for (const std::string& name : found)
        if (matches(name, pattern)) request_.cvs.push_back((folder / name).string());
      if (request_.cvs.size() == before) session_.diagnostics.error(each.span, "no file matches '" + each.text + "'", "patterns are seen from the manifest's folder").code = Code::unknown_name;
    });
  }

  void read_formats(const Node& node) {
    request_.each.formats.clear();
    for_each(node, [&](const Node& each) {
      constexpr std::pair<std::string_view, Format> kFormats[] = {{"pdf", Format::pdf}, {"text", Format::text}, {"png", Format::png}, {"svg", Format::svg}};
      for (const auto& [name, format] : kFormats)
        if (each.text == name) {
          request_.each.formats.push_back(format);
          return;
        }
      session_.diagnostics.error(each.span, "there is no format '" + each.text + "'", did_you_mean(each.text, {"pdf", "text", "png", "svg"})).code = Code::unknown_name;
    });
  }

  Session& session_;
  BatchRequest request_;
  std::filesystem::path folder_;
};

}  // namespace

std::optional<std::vector<BatchRequest>> with_manifest(Session& session, BatchRequest request) {
  if (request.manifest.empty()) return std::vector{std::move(request)};
  const auto node = load(session, {request.manifest, "the manifest", "'cvs: [cv.yaml]'", {}});
  if (!node) return std::nullopt;
  std::vector<BatchRequest> parts = ManifestReader(session, request).read(*node);
  if (session.diagnostics.has_errors()) return std::nullopt;
  return parts;
}

}  // namespace galley
