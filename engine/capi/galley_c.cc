// The C interface over galley::Engine: handles are the objects themselves, and no exception gets through.
#include "galley/galley_c.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galley/engine.h"
#include "galley/job.h"

namespace {

/// Files of memory before those of the disk.
class Overlay final : public galley::Workspace {
 public:
  galley::MemoryWorkspace memory;

  galley::ReadResult read(const std::string& path, std::size_t limit) override { return of(path).read(path, limit); }
  std::vector<std::string> list(const std::string& folder) override {
    std::vector<std::string> names = memory.list(folder);
    for (std::string& name : disk_.list(folder)) names.push_back(std::move(name));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
  }
  bool is_folder(const std::string& path) override { return memory.is_folder(path) || disk_.is_folder(path); }
  std::string stamp(const std::string& path) override { return of(path).stamp(path); }
  bool is_same_file(const std::string& a, const std::string& b) override { return of(a).is_same_file(a, b); }
  std::string write(const std::string& path, std::string_view bytes) override { return disk_.write(path, bytes); }
  std::string append(const std::string& path, std::string_view bytes) override { return disk_.append(path, bytes); }
  std::string make_folder(const std::string& path) override { return disk_.make_folder(path); }

 private:
  galley::Workspace& of(const std::string& path) {
    return memory.files.contains(path) ? static_cast<galley::Workspace&>(memory) : disk_;
  }
  galley::DiskWorkspace disk_;
};

/// What `ask` gives, or `otherwise` when memory ends or something of ours is broken.
template <typename Value, typename Ask>
Value guarded(Value otherwise, const Ask& ask) {
  try {
    return ask();
  } catch (...) {
    return otherwise;
  }
}

/// Item `index` of a list, or nullptr.
template <typename Item>
const Item* at(const std::vector<Item>& items, std::size_t index) {
  return index < items.size() ? &items[index] : nullptr;
}

}  // namespace

struct galley_engine {
  Overlay files;
  galley::Engine engine{files};
};

struct galley_result {
  galley::Outcome outcome;
  std::vector<std::string> printed;  ///< the messages
};

namespace {

/// Whom to tell of the stages of a render; nobody where there is no function.
struct Watcher {
  galley_watch watch = nullptr;
  void* context = nullptr;
};

galley::Outcome outcome_of(galley_engine& engine, std::string job_text, std::string_view cv, bool brings_cv, const Watcher& watcher) {
  constexpr const char* kStages[] = {"read", "set", "make", "write"};
  galley::Job job = galley::read_job(job_text);
  if (!job.request) return std::move(job.refused);
  if (brings_cv) job.request->data = std::string(cv);
  std::atomic<bool> stop = false;
  job.request->stop = &stop;
  if (watcher.watch)
    job.request->progress = [&](galley::Stage stage) { stop = stop || watcher.watch(watcher.context, kStages[static_cast<std::size_t>(stage)]) != 0; };
  return engine.engine.render(*job.request);
}

const galley::Output* output(const galley_result* result, std::size_t index) {
  return result ? at(result->outcome.outputs, index) : nullptr;
}

const galley::Message* message(const galley_result* result, std::size_t index) {
  return result ? at(result->outcome.messages, index) : nullptr;
}

}  // namespace

uint32_t galley_abi_version(void) { return GALLEY_ABI_VERSION; }

const char* galley_version(void) {
  static const std::string version = galley::version();
  return version.c_str();
}

galley_engine* galley_engine_new(void) {
  return guarded<galley_engine*>(nullptr, [] { return new galley_engine; });
}
void galley_engine_free(galley_engine* engine) { delete engine; }

galley_status galley_engine_add_file(galley_engine* engine, const char* path, const void* bytes, size_t size) {
  if (!engine || !path || (!bytes && size > 0)) return GALLEY_USAGE;
  return guarded(GALLEY_LIMIT, [&] {
    engine->files.memory.files[path] = std::string(static_cast<const char*>(bytes), size);
    return GALLEY_GOOD;
  });
}

galley_result* galley_render(galley_engine* engine, const char* job, size_t job_size, const void* cv, size_t cv_size) {
  return galley_render_watched(engine, job, job_size, cv, cv_size, nullptr, nullptr);
}
galley_result* galley_render_watched(galley_engine* engine, const char* job, size_t job_size, const void* cv, size_t cv_size,
                                     galley_watch watch, void* context) {
  return guarded<galley_result*>(nullptr, [&] {
    auto result = std::make_unique<galley_result>();
    if (engine && job) {
      const std::string_view data(static_cast<const char*>(cv), cv ? cv_size : 0);
      result->outcome = outcome_of(*engine, std::string(job, job_size), data, cv != nullptr, {watch, context});
    } else {
      result->outcome.status = galley::Status::usage;
    }
    for (const galley::Message& each : result->outcome.messages) result->printed.push_back(galley::printed(each));
    return result.release();
  });
}
void galley_result_free(galley_result* result) { delete result; }

galley_status galley_result_status(const galley_result* result) {
  return result ? static_cast<galley_status>(result->outcome.status) : GALLEY_LIMIT;
}
size_t galley_result_pages(const galley_result* result) { return result ? result->outcome.pages : 0; }

size_t galley_output_count(const galley_result* result) { return result ? result->outcome.outputs.size() : 0; }
const char* galley_output_format(const galley_result* result, size_t index) {
  constexpr const char* kNames[] = {"pdf", "text", "png", "svg"};
  const galley::Output* each = output(result, index);
  return each ? kNames[static_cast<std::size_t>(each->format)] : nullptr;
}
size_t galley_output_page(const galley_result* result, size_t index) {
  const galley::Output* each = output(result, index);
  return each ? each->page : 0;
}
const char* galley_output_path(const galley_result* result, size_t index) {
  const galley::Output* each = output(result, index);
  return each ? each->path.c_str() : nullptr;
}
const void* galley_output_bytes(const galley_result* result, size_t index) {
  const galley::Output* each = output(result, index);
  return each ? each->bytes.data() : nullptr;
}
size_t galley_output_size(const galley_result* result, size_t index) {
  const galley::Output* each = output(result, index);
  return each ? each->bytes.size() : 0;
}

size_t galley_message_count(const galley_result* result) { return result ? result->outcome.messages.size() : 0; }
int galley_message_is_error(const galley_result* result, size_t index) {
  const galley::Message* each = message(result, index);
  return each && each->severity == galley::Severity::error ? 1 : 0;
}
const char* galley_message_code(const galley_result* result, size_t index) {
  const galley::Message* each = message(result, index);
  return each ? each->code.c_str() : nullptr;
}
const char* galley_message_text(const galley_result* result, size_t index) {
  const galley::Message* each = message(result, index);
  return each ? each->text.c_str() : nullptr;
}
const char* galley_message_help(const galley_result* result, size_t index) {
  const galley::Message* each = message(result, index);
  return each ? each->help.c_str() : nullptr;
}
const char* galley_message_file(const galley_result* result, size_t index) {
  const galley::Message* each = message(result, index);
  return each ? each->location.file.c_str() : nullptr;
}
const char* galley_message_printed(const galley_result* result, size_t index) {
  const std::string* text = result ? at(result->printed, index) : nullptr;
  return text ? text->c_str() : nullptr;
}
size_t galley_message_line(const galley_result* result, size_t index) {
  const galley::Message* each = message(result, index);
  return each ? each->location.line : 0;
}
size_t galley_message_column(const galley_result* result, size_t index) {
  const galley::Message* each = message(result, index);
  return each ? each->location.column : 0;
}
size_t galley_message_end_line(const galley_result* result, size_t index) {
  const galley::Message* each = message(result, index);
  return each ? each->location.end_line : 0;
}
size_t galley_message_end_column(const galley_result* result, size_t index) {
  const galley::Message* each = message(result, index);
  return each ? each->location.end_column : 0;
}

size_t galley_dependency_count(const galley_result* result) { return result ? result->outcome.read.size() : 0; }
const char* galley_dependency(const galley_result* result, size_t index) {
  const std::string* path = result ? at(result->outcome.read, index) : nullptr;
  return path ? path->c_str() : nullptr;
}
