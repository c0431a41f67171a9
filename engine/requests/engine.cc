#include "galley/engine.h"

#include <exception>
#include <new>

#include "requests/batch.h"
#include "requests/requests.h"
#include "source/workspace.h"

namespace galley {
namespace {

/// What a function gives, or the outcome that says why it gives nothing: no exception crosses the interface.
template <typename AnOutcome, typename Ask>
AnOutcome guarded(const Ask& ask) {
  AnOutcome outcome;
  outcome.status = Status::limit;
  Message message;
  message.code = "limit";
  try {
    return ask();
  } catch (const std::bad_alloc&) {
    message.text = "out of memory";
  } catch (const std::exception& fault) {
    message.text = "a fault of Galley's own: " + std::string(fault.what());
  }
  outcome.messages.push_back(std::move(message));
  return outcome;
}

}  // namespace

Engine::Engine() : own_(std::make_unique<DiskWorkspace>()), shared_(std::make_unique<Shared>(*own_)) {}
Engine::Engine(Workspace& workspace) : shared_(std::make_unique<Shared>(workspace)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Outcome Engine::render(const Request& request) {
  return guarded<Outcome>([&] { return galley::render(*shared_, request); });
}
Versions Engine::versions(const Request& request) {
  Versions versions;
  versions.outcome = guarded<Outcome>([&] {
    versions = galley::versions(*shared_, request);
    return versions.outcome;
  });
  return versions;
}
BatchOutcome Engine::batch(const BatchRequest& request) {
  return guarded<BatchOutcome>([&] { return galley::batch(*shared_, request); });
}
Outcome Engine::plan(const Request& request) {
  return guarded<Outcome>([&] { return galley::plan(*shared_, request); });
}
BatchOutcome Engine::plan(const BatchRequest& request) {
  return guarded<BatchOutcome>([&] { return galley::plan(*shared_, request); });
}
Outcome Engine::preview(const Preview& preview) {
  return guarded<Outcome>([&] { return galley::preview(*shared_, preview); });
}
Outcome Engine::dump(const Request& request, const std::string& stage) {
  return guarded<Outcome>([&] { return galley::dump(*shared_, request, stage); });
}
Outcome Engine::verify(const Verification& verification) {
  return guarded<Outcome>([&] { return galley::verify(*shared_, verification); });
}
Outcome Engine::extract(const std::string& pdf, const std::string& output) {
  return guarded<Outcome>([&] { return galley::extract(*shared_, pdf, output); });
}
Outcome Engine::check(const Check& check) {
  return guarded<Outcome>([&] { return galley::check(*shared_, check); });
}
Outcome Engine::new_cv(const NewCv& cv) {
  return guarded<Outcome>([&] { return galley::new_cv(*shared_, cv); });
}
Outcome Engine::schema(const std::string& cv) {
  return guarded<Outcome>([&] { return galley::schema(*shared_, cv); });
}
Outcome Engine::convert(const Conversion& conversion) {
  return guarded<Outcome>([&] { return galley::convert(*shared_, conversion); });
}
Outcome Engine::list_fonts(const Request& request, FontList list) {
  return guarded<Outcome>([&] { return galley::list_fonts(*shared_, request, list); });
}
Outcome Engine::list_layouts() {
  return guarded<Outcome>([&] { return galley::list_layouts(*shared_); });
}
Outcome Engine::show_layout(const Request& request) {
  return guarded<Outcome>([&] { return galley::show_layout(*shared_, request); });
}
Outcome Engine::new_layout(const std::string& name, const std::string& from) {
  return guarded<Outcome>([&] { return galley::new_layout(*shared_, name, from); });
}

std::string version() { return GALLEY_VERSION; }

SampleCv sample_cv() {
  constexpr std::string_view kPath = "data/ruiqi-gao.yaml";
  return {std::string(kPath.substr(kPath.rfind('/') + 1)), std::string(built_in(kPath).value_or(std::string_view()))};
}

}  // namespace galley
