#include "exchange/import.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "cv/reading.h"
#include "exchange/publications.h"

namespace galley {
namespace {

constexpr std::array<std::string_view, 5> kBesideRenderCv = {"design", "locale", "locale_catalog", "settings", "rendercv_settings"};

/// "# yaml-language-server: $schema=https://…/rendercv/…"
bool names_rendercv_schema(std::string_view text) {
  const std::size_t at = text.find("yaml-language-server:");
  return at != std::string_view::npos && text.substr(at, text.find('\n', at) - at).find("rendercv") != std::string_view::npos;
}

bool has_starred_author(const Node& entry) {
  const Node* authors = entry.find("authors");
  return authors && authors->is_list() && std::any_of(authors->items.begin(), authors->items.end(), [](const Node& each) {
           return each.is_scalar() && each.text.starts_with('*');
         });
}

bool is_rendercv_entry(const Node& entry) {
  if (!entry.is_map()) return false;
  const bool both_dates = entry.find("date") && (entry.find("start_date") || entry.find("end_date"));
  const bool is_numbered = entry.keys.size() == 1 && (entry.find("number") || entry.find("reversed_number"));
  return both_dates || is_numbered || has_starred_author(entry);
}

bool has_rendercv_entry(const Node* sections) {
  if (!sections || !sections->is_map()) return false;
  return std::any_of(sections->items.begin(), sections->items.end(), [](const Node& section) {
    return section.is_list() && std::any_of(section.items.begin(), section.items.end(), is_rendercv_entry);
  });
}

bool is_rendercv(const Node& root, const Node& cv, std::string_view text) {
  const auto beside = [&](std::string_view key) { return root.find(key) != nullptr; };
  return std::any_of(kBesideRenderCv.begin(), kBesideRenderCv.end(), beside) || names_rendercv_schema(text) ||
         cv.find("social_networks") || cv.find("custom_connections") || has_rendercv_entry(cv.find("sections"));
}

const Node* find_in(const Node* map, std::string_view key) { return map && map->is_map() ? map->find(key) : nullptr; }

bool is_fresh(const Node& root) {
  const Node* format = find_in(root.find("meta"), "format");
  const bool says_so = format && format->is_scalar() && to_lower_ascii(format->text).starts_with("fresh");
  return says_so || (root.find("name") && find_in(root.find("employment"), "history"));
}

}  // namespace

Dialect recognise(const Node& root, std::string_view text) {
  if (!root.is_map() || root.find("kinds") || root.find("variants")) return Dialect::own;
  if (const Node* cv = root.find("cv"); cv && cv->is_map()) return is_rendercv(root, *cv, text) ? Dialect::rendercv : Dialect::own;
  if (root.find("cv")) return Dialect::own;
  if (find_in(root.find("content"), "basics")) return Dialect::yaml_resume;
  if (find_in(&root, "basics") || find_in(root.find("resume"), "basics")) return Dialect::json_resume;
  if (root.find("linkedin")) return Dialect::linkedin;
  if (root.find("SkillsPassport")) return Dialect::europass;
  if (root.find("orcid-identifier") || find_in(root.find("record"), "orcid-identifier")) return Dialect::orcid;
  return is_fresh(root) ? Dialect::fresh : Dialect::own;
}

std::string_view name_of(Dialect dialect) {
  switch (dialect) {
    case Dialect::own: return "Galley";
    case Dialect::rendercv: return "RenderCV";
    case Dialect::json_resume: return "JSON Resume";
    case Dialect::yaml_resume: return "YAMLResume";
    case Dialect::fresh: return "FRESH";
    case Dialect::orcid: return "ORCID";
    case Dialect::europass: return "Europass";
    case Dialect::linkedin: return "LinkedIn";
  }
  return {};
}

Node as_own_cv(Node root, const SourceMap& sources, Diagnostics& diagnostics) {
  const std::string_view text = root.span.is_nowhere() ? std::string_view{} : std::string_view(sources.get(root.span.file).text);
  switch (recognise(root, text)) {
    case Dialect::own: return root;
    case Dialect::rendercv: return from_rendercv(root, diagnostics);
    case Dialect::json_resume:
    case Dialect::yaml_resume: return from_json_resume(root, diagnostics);
    case Dialect::fresh: return from_fresh(root, diagnostics);
    case Dialect::orcid: return from_orcid(root, diagnostics);
    case Dialect::europass: return from_europass(root, diagnostics);
    case Dialect::linkedin: return from_linkedin(root, diagnostics);
  }
  return root;
}

Node import_cv(Node root, const std::string& path, Workspace& workspace, SourceMap& sources, Diagnostics& diagnostics) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  return with_bibliographies(as_own_cv(std::move(root), sources, diagnostics), (folder / "").string(), workspace, sources, diagnostics);
}

}  // namespace galley
