#include "requests/shared.h"

#include <cassert>
#include <utility>

#include "components/component.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "requests/layout_files.h"
#include "requests/session.h"

namespace galley {
namespace {

constexpr std::size_t kMostLayouts = 256;
constexpr std::size_t kMostSetBefore = 1024;

/// A table that ships with the program. It is held against its reader by tests, so it reads without errors.
template <typename Table, typename Reader>
Table read_table(Shared& shared, std::string_view path, const Reader& read) {
  Session session(shared);
  const auto node = load_built_in(session, path);
  auto table = node ? read(*node, session.diagnostics) : std::nullopt;
  assert(table);
  return table ? std::move(*table) : Table{};
}

std::unique_ptr<const SystemFonts> load_fonts(Diagnostics& diagnostics) {
  const FontsComponent* component = fonts_component(diagnostics);
  return component ? component->load_system_fonts() : nullptr;
}

}  // namespace

Shared::Shared(Workspace& workspace) : workspace_(workspace), numbers_(std::make_shared<std::atomic<FileId>>(0)) {}

const Kinds& Shared::kinds() {
  std::call_once(kinds_once_, [this] { kinds_ = read_table<Kinds>(*this, "data/kinds.yaml", read_kinds); });
  return kinds_;
}

const Catalogue& Shared::catalogue() {
  std::call_once(catalogue_once_, [this] { catalogue_ = read_table<Catalogue>(*this, "fonts/catalogue.yaml", read_catalogue); });
  return catalogue_;
}

FontStore& Shared::fonts() {
  std::call_once(fonts_once_, [this] { fonts_ = std::make_unique<FontStore>(workspace_, catalogue(), load_fonts); });
  return *fonts_;
}

LineMemory* Shared::lines_for(const std::string& cv, const std::string& layout) {
  const std::lock_guard lock(mutex_);
  if (set_before_.size() >= kMostSetBefore) set_before_.clear();
  return set_before_.emplace(cv, layout).second ? nullptr : &lines_;
}

bool Shared::is_current(const LayoutReading& layout) const {
  for (const StampedFile& file : layout.files)
    if (file.stamp.empty() || workspace_.stamp(file.path) != file.stamp) return false;
  return true;
}

std::shared_ptr<const LayoutReading> Shared::layout(const std::string& name, const std::vector<std::string>& changes) {
  std::vector<std::string> key = changes;
  key.push_back(name);
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = layouts_.find(key); known != layouts_.end() && is_current(*known->second)) return known->second;
  }
  auto reading = std::make_shared<LayoutReading>();
  Session session(*this);
  reading->node = load_layout(session, name, changes);
  if (reading->node) reading->value = read_layout(*reading->node, name, session.diagnostics);
  if (const Node* own = reading->value ? reading->node->find("kinds") : nullptr)
    reading->kinds = std::make_shared<const Kinds>(with_own_kinds(kinds(), *own, session.diagnostics));
  if (reading->value) check_layout(*reading->value, reading->kinds ? *reading->kinds : kinds(), session.diagnostics);
  reading->sources = std::move(session.sources);
  reading->heard = std::move(session.diagnostics);
  reading->files = session.workspace.read_files();
  const std::lock_guard lock(mutex_);
  if (layouts_.size() >= kMostLayouts) layouts_.clear();
  if (reading->value) layouts_.insert_or_assign(std::move(key), reading);
  return reading;
}

namespace {

std::string language_path(const std::string& tag) { return "data/languages/" + tag + ".yaml"; }

/// A language's file over that of the language it extends: "fr-CA" over "fr".
std::optional<Node> language_tree(Session& session, const std::string& tag) {
  std::optional<Node> node = load_built_in(session, language_path(tag));
  const Node* extended = node ? node->find("extends") : nullptr;
  if (!extended) return node;
  std::optional<Node> parent = language_tree(session, extended->text);
  if (!parent) return std::nullopt;
  Node whole = merge(std::move(*parent), *node);
  for (std::size_t i = 0; i < whole.keys.size(); ++i) {
    if (whole.keys[i].text != "extends") continue;
    whole.keys.erase(whole.keys.begin() + static_cast<std::ptrdiff_t>(i));
    whole.items.erase(whole.items.begin() + static_cast<std::ptrdiff_t>(i));
    break;
  }
  return whole;
}

}  // namespace

std::shared_ptr<const Reading<Language>> Shared::language(const std::string& tag) {
  if (!built_in(language_path(tag))) return nullptr;
  const std::lock_guard lock(mutex_);
  auto& known = languages_[tag];
  if (known) return known;
  auto reading = std::make_shared<Reading<Language>>();
  Session session(*this);
  const auto node = language_tree(session, tag);
  if (node) reading->value = read_language(*node, session.diagnostics);
  reading->sources = std::move(session.sources);
  reading->heard = std::move(session.diagnostics);
  known = reading;
  return known;
}

}  // namespace galley
