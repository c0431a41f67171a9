#include "galley/job.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/base64.h"
#include "requests/message_json.h"
#include "requests/session.h"
#include "source/map_reader.h"

namespace galley {
namespace {

/// The text of the JSON object whose key ends at `at`, braces included.
std::string_view object_after(std::string_view json, std::size_t at) {
  const std::size_t begin = json.find('{', at);
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = begin; i < json.size(); ++i) {
    if (json[i] == '"') quoted = !quoted;
    if (quoted && json[i] == '\\') ++i;
    if (!quoted && json[i] == '{') ++depth;
    if (!quoted && json[i] == '}' && --depth == 0) return json.substr(begin, i + 1 - begin);
  }
  return {};
}

std::string in_json(const std::string& text) { return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

class JobReader {
 public:
  JobReader(Session& session, const Node& root, std::string_view json)
      : session_(session), root_(root), json_(json), members_(&root, "a job", session.diagnostics) {}

  Request read() {
    read_cv();
    if (const auto layout = members_.text("layout")) request_.layout = *layout;
    read_version();
    if (const auto output = members_.text("output")) request_.output = *output;
    if (const Node* formats = members_.get("formats")) read_formats(*formats);
    read_changes();
    read_numbers();
    read_flags();
    read_value("standard", request_.standards, standards_from);
    if (const auto folders = members_.texts("font_path")) request_.font_folders = *folders;
    read_value("colours", request_.print.colours, inks_from);
    if (const auto profile = members_.text("profile")) request_.print.profile = *profile;
    read_value("bleed", request_.print.bleed, length_from);
    members_.finish();
    return std::move(request_);
  }

  /// As JSON; "null" without one.
  std::string id() {
    const Node* id = members_.get("id");
    if (!id) return "null";
    if (!id->is_scalar()) session_.diagnostics.error(id->span, "'id' must be a text or a number, not " + std::string(describe(id->kind))).code = Code::wrong_type;
    return id->plain ? id->text : in_json(id->text);
  }

 private:
  template <typename Value>
  void read_value(const std::string& name, std::optional<Value>& value, Parsed<Value> (*parse)(std::string_view)) {
    const auto text = members_.text(name);
    if (!text) return;
    const auto [parsed, problem] = parse(*text);
    value = parsed;
    if (!parsed) session_.diagnostics.error(members_.get(name)->span, problem.text, problem.help).code = Code::wrong_value;
  }

  /// A path, or an object with what a data file holds, or what stands below its `cv`.
  void read_cv() {
    const Node* cv = members_.require("cv", "the path of a data file, or the data themselves as an object");
    const auto folder = members_.text("folder");
    if (!cv || !cv->is_map()) {
      if (cv && expect_value(*cv, Node::Kind::scalar, "cv", session_.diagnostics)) request_.cv = cv->text;
      if (request_.cv == "-") session_.diagnostics.error(cv->span, "standard input holds the jobs", "give the data themselves as an object").code = Code::wrong_value;
      return;
    }
    const auto key = std::find_if(root_.keys.begin(), root_.keys.end(), [](const Node::Key& each) { return each.text == "cv"; });
    const std::string data(object_after(json_, key->span.end));
    const bool is_bare = cv->find("name") && !cv->find("cv") && !cv->find("employment");
    request_.data = is_bare ? "{\"cv\": " + data + "}" : data;
    request_.cv = folder.value_or("").empty() ? "cv.json" : *folder + "/cv.json";
  }

  void read_version() {
    Version& version = request_.version;
    if (const auto variant = members_.text("variant")) version.variant = *variant;
    if (const auto language = members_.text("language")) version.language = *language;
    if (const auto only = members_.texts("only")) version.only = *only;
    if (const auto without = members_.texts("without")) version.without = *without;
  }

  void read_formats(const Node& node) {
    request_.formats.clear();
    if (node.is_scalar()) return read_format(node);
    if (!expect_value(node, Node::Kind::list, "formats", session_.diagnostics)) return;
    for (const Node& each : node.items) read_format(each);
  }

  void read_format(const Node& node) {
    constexpr std::pair<std::string_view, Format> kFormats[] = {{"pdf", Format::pdf}, {"text", Format::text}, {"png", Format::png}, {"svg", Format::svg}};
    for (const auto& [name, format] : kFormats)
      if (node.text == name) {
        request_.formats.push_back(format);
        return;
      }
    session_.diagnostics.error(node.span, "there is no format " + in_quotes(node.text) + "; there are pdf, text, png and svg").code = Code::unknown_name;
  }

  /// ["styles.body.size=10pt"] or {"styles.body.size": "10pt"}
  void read_changes() {
    const Node* set = members_.get("set");
    if (!set) return;
    if (!set->is_map()) {
      request_.set = members_.texts("set").value_or(std::vector<std::string>{});
      return;
    }
    for (std::size_t i = 0; i < set->keys.size(); ++i)
      if (expect_value(set->items[i], Node::Kind::scalar, set->keys[i].text, session_.diagnostics))
        request_.set.push_back(set->keys[i].text + '=' + set->items[i].text);
  }

  void read_numbers() {
    constexpr int kMostPages = 1000;
    constexpr double kCoarsest = 10, kFinest = 1200, kEndOf9999 = 253402300799;
    if (const auto pages = members_.whole("pages", 1, kMostPages)) request_.pages = static_cast<std::size_t>(*pages);
    if (const auto resolution = members_.number("dpi", kCoarsest, kFinest)) request_.resolution = *resolution;
    if (const auto date = members_.number("date", 0, kEndOf9999)) request_.date = static_cast<std::int64_t>(*date);
  }

  void read_flags() {
    if (const auto embed = members_.boolean("embed")) request_.embed = *embed;
    if (const auto verify = members_.boolean("verify")) request_.verify = *verify;
    if (const auto with_private = members_.boolean("private")) request_.with_private = *with_private;
    if (const auto crop_marks = members_.boolean("crop_marks")) request_.print.crop_marks = *crop_marks;
    if (const auto readable = members_.boolean("readable")) request_.readable = *readable;
    if (const auto touch = members_.boolean("touch")) request_.touch = *touch;
  }

  Session& session_;
  const Node& root_;
  std::string_view json_;
  MapReader members_;
  Request request_;
};

void read_into(Session& session, const std::string& json, Job& job) {
  const auto root = parse_text(session, "job", json, "'{\"cv\": \"cv.yaml\"}'");
  if (!root) return;
  if (!root->is_map() || !nlohmann::json::accept(json)) {
    session.diagnostics.error(root->span, "a job is an object of JSON", "{\"cv\": \"cv.yaml\", \"layout\": \"classic\", \"output\": \"cv.pdf\"}").code = Code::syntax;
    return;
  }
  JobReader reader(session, *root, session.sources.get(root->span.file).text);
  job.id = reader.id();
  Request request = reader.read();
  if (!session.diagnostics.has_errors()) job.request = std::move(request);
}

const char* name_of(Status status) {
  switch (status) {
    case Status::good: return "good";
    case Status::files: return "files";
    case Status::usage: return "usage";
    case Status::machine: return "machine";
    case Status::limit: return "limit";
    case Status::stopped: return "stopped";
  }
  return "limit";
}

using Json = nlohmann::ordered_json;

std::string in_one_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json as_json(const Output& output) {
  const char* const names[] = {"pdf", "text", "png", "svg"};
  Json json = {{"format", names[static_cast<std::size_t>(output.format)]}};
  if (output.page > 0) json["page"] = output.page;
  if (output.path.empty()) {
    json["base64"] = base64(output.bytes);
  } else {
    json["path"] = output.path;
  }
  return json;
}

}  // namespace

Job read_job(const std::string& json) {
  Job job;
  MemoryWorkspace nothing;
  Shared shared(nothing);
  Session session(shared);
  read_into(session, json, job);
  job.refused = outcome_of(session);
  if (!job.request) job.refused.status = Status::usage;
  return job;
}

std::string answer(const Job& job, const Outcome& outcome) {
  Json outputs = Json::array(), messages = Json::array();
  for (const Output& output : outcome.outputs) outputs.push_back(as_json(output));
  for (const Message& message : outcome.messages) messages.push_back(as_json(message));
  const Report& report = outcome.report;
  Json json = {{"status", name_of(outcome.status)}, {"outputs", outputs}, {"messages", messages}};
  if (outcome.pages > 0) {
    json["report"] = {{"pages", outcome.pages}, {"warnings", report.warnings}, {"overfull", report.overfull}, {"hyphens", report.hyphens}, {"fonts", report.fonts}};
    if (!outcome.fitted.empty()) json["report"]["fitted"] = outcome.fitted;
  }
  return "{\"id\":" + job.id + ',' + in_one_line(json).substr(1);
}

std::string message_as_json(const Message& message) { return in_one_line(as_json(message)); }

}  // namespace galley
