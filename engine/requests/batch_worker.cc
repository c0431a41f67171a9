#include "requests/batch_worker.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "requests/embed.h"
#include "requests/outputs.h"
#include "requests/pictures.h"
#include "requests/print.h"
#include "compose/compose.h"
#include "export/pdf/hash.h"

namespace galley {
namespace {

constexpr std::size_t kLargestFile = 256U << 20U;  // bytes: of outputs that are compared
/// A worker forgets its shaped words after so many jobs: new CVs bring new names, and memory must not grow with them.
constexpr std::size_t kJobsToRemember = 400;

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string{} : path.substr(0, slash + 1);
}

void count(const Document& document, BatchJob& job) {
  std::set<std::string> fonts;
  for (const Page& page : document.pages.pages)
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.what)) {
        fonts.insert(run->face->name());
        if (run->text.ends_with("\u00AD")) ++job.hyphens;
      }
  job.fonts.assign(fonts.begin(), fonts.end());
  job.pages = document.pages.pages.size();
}

}  // namespace

BatchWorker::BatchWorker(std::unique_ptr<Workspace> workspace, const BatchRequest& request, const Standards& standards)
    : workspace_(std::move(workspace)), request_(request), standards_(standards), session_(*workspace_) {}

bool BatchWorker::prepare() {
  const auto kinds = load_built_in(session_, "data/kinds.yaml");
  kinds_ = kinds ? read_kinds(*kinds, session_.diagnostics) : std::nullopt;
  catalogue_ = read_font_catalogue(session_);
  for (const std::string& name : request_.layouts) {
    const std::size_t first = session_.sources.size();
    const auto node = load_layout(session_, name, request_.each.set);
    for (std::size_t i = first; i < session_.sources.size(); ++i) layout_texts_[name] += session_.sources.get(static_cast<FileId>(i)).text;
    auto layout = node ? read_layout(*node, name, session_.diagnostics) : std::nullopt;
    if (!layout || !kinds_) continue;
    check_layout(*layout, *kinds_, session_.diagnostics);
    if (request_.each.pages > 0) layout->fit.pages = request_.each.pages;
    prepare_print(session_, request_.each.print, *layout);
    if (const auto& profile = layout->print.press.profile) layout_texts_[name] += *profile;
    layouts_.emplace(name, std::move(*layout));
  }
  kept_sources_ = session_.sources.size();
  return !session_.diagnostics.has_errors();
}

std::string BatchWorker::fingerprint(const BatchJob& job) {
  const ReadResult cv = workspace_->read(job.cv, kLargestFile);
  if (!cv.bytes) return {};
  std::string all = version() + '\n' + request_.each.standards + '\n' + std::to_string(request_.each.pages) + ' ' +
                    std::to_string(request_.each.resolution) + (request_.each.readable ? " readable" : "") + (request_.each.embed ? " embed" : "") +
                    (request_.each.with_private ? " private" : "") + (request_.each.date ? ' ' + std::to_string(*request_.each.date) : "") + '\n';
  const Print& print = request_.each.print;
  all += print.colours + '\n' + print.bleed + (print.crop_marks ? " marks\n" : "\n");
  for (const std::string& folder : request_.each.font_folders) all += folder + '\n';
  all += layout_texts_[job.layout] + '\n' + *cv.bytes;
  all += picture_bytes(job, *cv.bytes);
  return pdf::hash_in_hexadecimal(all);
}

std::string BatchWorker::picture_bytes(const BatchJob& job, const std::string& text) {
  if (text.find("alt") == std::string::npos) return {};  // no picture goes without: spare most CVs the reading
  const std::optional<Cv>& cv = read_cv_of(job).cv;
  return cv ? bytes_of_pictures(*workspace_, job.cv, *cv) : std::string();
}

BatchWorker::Type& BatchWorker::type_for(const std::string& cv) {
  if (++jobs_begun_ % kJobsToRemember == 0) type_.clear();
  Type& type = type_[folder_of(cv)];
  if (!type.fonts) {
    Request where = request_.each;
    where.cv = cv;
    type.fonts = std::make_unique<FontBook>(*workspace_, *catalogue_, font_folders(where));
    type.shaper = std::make_unique<Shaper>(*type.fonts);
  }
  return type;
}

const BatchWorker::ReadCv& BatchWorker::read_cv_of(const BatchJob& job) {
  if (cv_.path == job.cv) return cv_;
  session_.sources.keep_first(kept_sources_);
  session_.diagnostics = Diagnostics{};
  Request request;
  request.cv = job.cv;
  const auto node = load_cv(session_, request);
  cv_.path = job.cv;
  cv_.cv = node ? read_cv(*node, *kinds_, session_.diagnostics) : std::nullopt;
  if (cv_.cv) prepare_cv(request_.each, *cv_.cv);
  if (cv_.cv) load_pictures(session_, job.cv, *cv_.cv);
  cv_.heard = session_.diagnostics;
  cv_.sources = session_.sources.size();
  return cv_;
}

std::optional<Inputs> BatchWorker::read(const BatchJob& job) {
  const std::optional<Cv>& cv = read_cv_of(job).cv;
  session_.diagnostics = cv_.heard;
  if (!cv) return std::nullopt;
  auto language = languages_.find(cv->language);
  if (language == languages_.end()) {
    auto loaded = load_language(session_, *cv);
    if (!loaded) return std::nullopt;
    language = languages_.emplace(cv->language, std::move(*loaded)).first;
  }
  const Layout& layout = layouts_.at(job.layout);
  check_use(layout, *cv, language->second, session_.diagnostics);
  if (session_.diagnostics.has_errors()) return std::nullopt;
  return Inputs{*cv, layout, language->second, *kinds_};
}

void BatchWorker::run(BatchJob& job, const std::map<Format, std::string>& outputs) {
  const auto begin = std::chrono::steady_clock::now();
  session_.diagnostics = Diagnostics{};
  std::vector<OutputFile> files;
  if (const auto inputs = read(job)) {
    Type& type = type_for(job.cv);
    if (const auto document = typeset_fitted(*inputs, *type.shaper, session_.diagnostics)) {
      count(*document, job);
      if (const auto pdf = pdf_options(session_, request_.each, job.layout, standards_))
        for (const auto& [format, path] : outputs)
          for (OutputFile& file : make_outputs(*document, format, path, request_.each, *pdf, session_.diagnostics))
            files.push_back(std::move(file));
    }
  }
  if (!session_.diagnostics.has_errors()) write(job, files);
  const Outcome outcome = outcome_of(session_);
  job.status = outcome.status;
  job.messages = outcome.messages;
  for (const Diagnostic& each : session_.diagnostics.all()) {
    if (each.severity == Severity::warning) ++job.warnings;
    if (each.topic == Topic::overfull_line) ++job.overfull;
  }
  // Fonts and characters are complained of once by a FontBook and a Shaper: who comes next shall hear it too.
  if (!session_.diagnostics.all().empty()) type_.clear();
  session_.sources.keep_first(cv_.sources);
  job.done = true;
  job.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void BatchWorker::write(BatchJob& job, const std::vector<OutputFile>& files) {
  job.unchanged = true;
  for (const OutputFile& file : files) {
    const ReadResult old = workspace_->read(file.path, kLargestFile);
    if (!old.bytes || *old.bytes != file.bytes) {
      job.unchanged = false;
      const std::string why = workspace_->write(file.path, file.bytes);
      if (!why.empty()) session_.diagnostics.fail(Blame::machine, {}, "cannot write '" + file.path + "': " + why);
    }
    job.files.push_back(file.path);
    job.bytes += file.bytes.size();
  }
}

}  // namespace galley
