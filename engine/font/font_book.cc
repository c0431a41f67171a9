#include "font/font_book.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "base/suggest.h"
#include "font/font_file.h"
#include "font/font_store.h"

namespace galley {
namespace {

constexpr std::string_view kBesideTheData = "a folder 'fonts' beside the CV";

std::string joined(const std::string& folder, const std::string& name) {
  return folder.empty() || folder.back() == '/' ? folder + name : folder + "/" + name;
}

/// "ebgaramond" for "EB Garamond" and for "EBGaramond-Bold.ttf" up to the hyphen: how makers name font files.
std::string squeezed(std::string_view text) {
  std::string result;
  for (const char c : lower_case(text))
    if (c != ' ' && c != '-' && c != '_') result += c;
  return result;
}

bool goes_by(const FontFile& file, const std::string& family) {
  return std::any_of(file.families.begin(), file.families.end(),
                     [&](const std::string& name) { return same_name(name, family); });
}

std::vector<FontFile> files_of(const CatalogueFamily& family) {
  std::vector<FontFile> files;
  for (const CatalogueFace& face : family.faces) {
    FontFile file;
    file.path = face.file.substr(0, 1) == "/" ? face.file : joined(family.folder, face.file);
    file.index = face.index;
    file.families = {family.name};
    file.style = face.style;
    files.push_back(std::move(file));
  }
  return files;
}

/// A face and what was asked of its file.
struct Found {
  const Face* face = nullptr;
  FontFile file = {};
};

/// What a query's family, weight, slant and width lead to, by optical size; faces that have no such axis are looked for once.
struct FoundBySize {
  bool alike = false;  ///< at all sizes
  std::map<int, Found> found;
  [[nodiscard]] int key(int size) const { return alike ? 0 : size; }
};

FontQuery at_size(const FontQuery& query, int size) {
  FontQuery other = query;
  other.style.optical_size = size;
  return other;
}

}  // namespace

struct FontBook::Impl {
  Impl(FontStore& shared, std::vector<std::string> given) : store(shared), folders(std::move(given)) {}

  std::unique_ptr<FontStore> own_store;  // of a book that shares with nobody
  FontStore& store;
  bool has_system = true;  ///< false once the fonts of the system could not be asked for, which is told once
  const Catalogue& catalogue = store.catalogue();
  const std::vector<std::string> folders;

  // What was found out, by path or by query (family in lower case). nullptr: nothing usable there.
  std::map<std::string, std::shared_ptr<const FontDescription>> described;
  std::map<FaceKey, std::shared_ptr<const Face>> opened;
  std::map<FontQuery, FoundBySize> nearby, installed;  // by queries of no size
  std::set<std::pair<std::string, int>> widths_missed;  // family and width, each told once
  std::set<std::string> reported, refused;
  std::set<std::string> files_read;
  std::map<std::string, std::string> unreadable;  ///< why, by path; empty once it was said

  const std::vector<FontFile>& describe(const std::string& path);
  std::vector<FontFile> in_folder(const std::string& folder, const std::string& family, Span asked_at, Diagnostics& diagnostics);
  void report_unreadable(const std::string& path, Span asked_at, Diagnostics& diagnostics);
  const Face* open(const FontFile& file, Span asked_at, Diagnostics& diagnostics);
  Found nearest(std::vector<FontFile> files, const FontQuery& query, Span asked_at, Diagnostics& diagnostics);
  Found look_nearby(const FontQuery& query, Span asked_at, Diagnostics& diagnostics);
  const Found& search_nearby(const FontQuery& query, int size, Span asked_at, Diagnostics& diagnostics);
  const Found& search_system(const FontQuery& query, int size, Span asked_at, Diagnostics& diagnostics);
  void report_width(const FontQuery& query, const Found& found, Span asked_at, Diagnostics& diagnostics);
  std::vector<std::string> fallback_families(const FontQuery& query, std::string_view script, Diagnostics& diagnostics);
  void report_missing(const FontQuery& query, Span asked_at, Diagnostics& diagnostics);
  std::vector<FontFile> of_system(const std::string& family, Diagnostics& diagnostics);
  std::vector<std::string> all_families(Diagnostics& diagnostics);
};

const std::vector<FontFile>& FontBook::Impl::describe(const std::string& path) {
  const auto [at, is_new] = described.try_emplace(path);
  if (is_new) {
    files_read.insert(path);
    at->second = store.describe(path);
    if (!at->second->why.empty()) unreadable[path] = at->second->why;
  }
  return at->second->faces;
}

/// A file that cannot be opened is said where it may be the one that was meant: another is taken instead, or none.
void FontBook::Impl::report_unreadable(const std::string& path, Span asked_at, Diagnostics& diagnostics) {
  const auto found = unreadable.find(path);
  if (found == unreadable.end() || found->second.empty()) return;
  diagnostics.warn(asked_at, "the font file '" + path + "' " + found->second, "the font file is passed over").code = Code::damaged_font;
  found->second.clear();
}

/// Files named like the family come first; the others are opened, for the names inside, only if none of those fits.
std::vector<FontFile> FontBook::Impl::in_folder(const std::string& folder, const std::string& family, Span asked_at,
                                                Diagnostics& diagnostics) {
  std::vector<std::string> likely, others;
  for (const std::string& name : store.workspace().list(folder))
    if (is_font_file_name(name)) (squeezed(name).rfind(squeezed(family), 0) == 0 ? likely : others).push_back(name);
  std::vector<FontFile> found;
  for (const std::vector<std::string>* names : {&likely, &others}) {
    for (const std::string& name : *names) {
      for (const FontFile& file : describe(joined(folder, name)))
        if (goes_by(file, family)) found.push_back(file);
      if (names != &likely || !unreadable.contains(joined(folder, name))) continue;
      refused.insert(lower_case(family));
      report_unreadable(joined(folder, name), asked_at, diagnostics);
    }
    if (!found.empty()) break;
  }
  return found;
}

const Face* FontBook::Impl::open(const FontFile& file, Span asked_at, Diagnostics& diagnostics) {
  const auto [at, is_new] = opened.try_emplace(key_of(file));
  if (!is_new) return at->second.get();
  OpenedFace found = store.open(file);
  at->second = std::move(found.face);
  if (at->second || !found.why.empty()) files_read.insert(file.path);
  if (found.is_default_instance)
    diagnostics.warn(asked_at, "the variable font '" + file.path + "' cannot be set in " + style_name(file.style) + "; its default instance stands for it",
                     "install static faces of the family").code = Code::damaged_font;
  if (!found.why.empty()) {
    for (const std::string& family : file.families) refused.insert(lower_case(family));
    diagnostics.warn(asked_at, "the font file '" + file.path + "' " + found.why, "the font file is passed over").code = Code::damaged_font;
  }
  return at->second.get();
}

/// The first that opens, best first.
Found FontBook::Impl::nearest(std::vector<FontFile> files, const FontQuery& query, Span asked_at, Diagnostics& diagnostics) {
  sort_by_distance(files, query.style);
  for (FontFile& file : files)
    if (const Face* face = open(file, asked_at, diagnostics)) return {face, std::move(file)};
  return {};
}

Found FontBook::Impl::look_nearby(const FontQuery& query, Span asked_at, Diagnostics& diagnostics) {
  for (const std::string& folder : folders)
    if (Found found = nearest(in_folder(folder, query.family, asked_at, diagnostics), query, asked_at, diagnostics); found.face) return found;
  const CatalogueFamily* known = catalogue.find(query.family);
  return known ? nearest(files_of(*known), query, asked_at, diagnostics) : Found{};
}

/// What `look` finds, once for each size, or once for all where the face has no axis of sizes.
template <typename Look>
const Found& remembered(FoundBySize& known, int size, Look look) {
  if (const auto found = known.found.find(known.key(size)); found != known.found.end()) return found->second;
  Found found = look();
  known.alike = !found.file.axes.optical_size.is_there();
  return known.found.emplace(known.key(size), std::move(found)).first->second;
}

const Found& FontBook::Impl::search_nearby(const FontQuery& query, int size, Span asked_at, Diagnostics& diagnostics) {
  return remembered(nearby[query], size, [&] { return look_nearby(at_size(query, size), asked_at, diagnostics); });
}

const Found& FontBook::Impl::search_system(const FontQuery& query, int size, Span asked_at, Diagnostics& diagnostics) {
  return remembered(installed[query], size, [&] {
    return query.family.empty() ? Found{} : nearest(of_system(query.family, diagnostics), at_size(query, size), asked_at, diagnostics);
  });
}

void FontBook::Impl::report_width(const FontQuery& query, const Found& found, Span asked_at, Diagnostics& diagnostics) {
  if (found.file.style.width == query.style.width || !widths_missed.insert({lower_case(query.family), query.style.width}).second) return;
  const std::string nearest = found.file.style.width == kNormalWidth ? "its normal width" : per_cent(found.file.style.width);
  diagnostics.warn(asked_at, "the font family '" + query.family + "' has no face of width " + per_cent(query.style.width) + "; " + nearest + " stands for it",
                   "'galley fonts --all' lists the faces that there are; a variable font with an axis of width has them all").code = Code::missing_font;
}

/// The family's own fallbacks, then the script's, of these first the ones with or without serifs like the family.
std::vector<std::string> FontBook::Impl::fallback_families(const FontQuery& query, std::string_view script,
                                                           Diagnostics& diagnostics) {
  const CatalogueFamily* known = catalogue.find(query.family);
  const Face* own = known ? nullptr : search_nearby(at_size(query, 0), query.style.optical_size, {}, diagnostics).face;
  const bool serif = known ? known->serif : own && own->metrics().serif;
  auto of_script = catalogue.script_fallbacks.find(std::string(script));
  if (of_script == catalogue.script_fallbacks.end())
    of_script = catalogue.script_fallbacks.find(std::string(script.substr(0, script.find('-'))));
  if (of_script == catalogue.script_fallbacks.end()) of_script = catalogue.script_fallbacks.find("Zyyy");
  std::vector<std::string> families;
  if (known) families = known->fallbacks;
  if (of_script == catalogue.script_fallbacks.end()) return families;
  std::vector<std::string> more = of_script->second;
  std::stable_partition(more.begin(), more.end(), [&](const std::string& name) {
    const CatalogueFamily* family = catalogue.find(name);
    return family && family->serif == serif;
  });
  families.insert(families.end(), more.begin(), more.end());
  return families;
}

std::vector<FontFile> FontBook::Impl::of_system(const std::string& family, Diagnostics& diagnostics) {
  auto found = has_system ? store.installed(family, diagnostics) : std::nullopt;
  has_system = found.has_value();
  return found ? std::move(*found) : std::vector<FontFile>{};
}

std::vector<std::string> FontBook::Impl::all_families(Diagnostics& diagnostics) {
  std::set<std::string> names;
  for (const CatalogueFamily& family : catalogue.families) names.insert(family.name);
  for (const auto& [path, files] : described)
    for (const FontFile& file : files->faces) names.insert(file.families.begin(), file.families.end());
  for (const FontFile& file : of_system("", diagnostics)) names.insert(file.families.begin(), file.families.end());
  return {names.begin(), names.end()};
}

void FontBook::Impl::report_missing(const FontQuery& query, Span asked_at, Diagnostics& diagnostics) {
  for (const auto& [path, why] : unreadable) report_unreadable(path, asked_at, diagnostics);
  const std::string family = "the font family '" + query.family + "'";
  const CatalogueFamily* known = catalogue.find(query.family);
  if (refused.count(lower_case(query.family)) != 0) {
    diagnostics.fail(Blame::machine, asked_at, family + " has no file that can be used",
                     "the warnings say what is wrong with its files").code = Code::missing_font;
  } else if (known && !known->package.empty()) {
    diagnostics.fail(
        Blame::machine, asked_at, family + " is not installed",
        "install it: apt install " + known->package + " (or put its files into " + std::string(kBesideTheData) + ")").code = Code::missing_font;
  } else {
    const std::string near = did_you_mean(query.family, all_families(diagnostics));
    const bool is_near = near.rfind("did you mean", 0) == 0;
    diagnostics.fail(Blame::machine, asked_at, family + " was not found",
                     is_near ? near
                             : "put its files into " + std::string(kBesideTheData) +
                                   "; 'galley fonts' lists the families that can be used").code = Code::missing_font;
  }
}

FontBook::FontBook(FontStore& store, std::vector<std::string> folders) : impl_(std::make_shared<Impl>(store, std::move(folders))) {}

FontBook::FontBook(Workspace& workspace, const Catalogue& catalogue, std::vector<std::string> folders, SystemFontsLoader load) {
  auto own = std::make_unique<FontStore>(workspace, catalogue, std::move(load));
  impl_ = std::make_shared<Impl>(*own, std::move(folders));
  impl_->own_store = std::move(own);
}

const Face* FontBook::find(const FontQuery& query, Span asked_at, Diagnostics& diagnostics) {
  FontQuery key{lower_case(query.family), query.style};
  const int size = std::exchange(key.style.optical_size, 0);
  for (const auto search : {&Impl::search_nearby, &Impl::search_system}) {
    const Found& found = ((*impl_).*search)(key, size, asked_at, diagnostics);
    if (!found.face) continue;
    impl_->report_width(query, found, asked_at, diagnostics);
    return found.face;
  }
  if (impl_->reported.insert(key.family).second) impl_->report_missing(query, asked_at, diagnostics);
  return nullptr;
}

std::vector<std::string> FontBook::files_read() const { return {impl_->files_read.begin(), impl_->files_read.end()}; }

std::string FontBook::package_for_script(std::string_view script) const {
  const auto found = impl_->catalogue.script_fallbacks.find(std::string(script));
  if (found == impl_->catalogue.script_fallbacks.end()) return {};
  for (const std::string& name : found->second)
    if (const CatalogueFamily* family = impl_->catalogue.find(name)) return family->package;
  return {};
}

const Face* FontBook::fallback(const FontQuery& query, std::string_view script, char32_t code_point,
                               Diagnostics& diagnostics) {
  const std::vector<std::string> families = impl_->fallback_families(query, script, diagnostics);
  for (const auto search : {&Impl::search_nearby, &Impl::search_system}) {
    for (const std::string& family : families) {
      const FontQuery key = at_size({lower_case(family), query.style}, 0);
      const Face* face = ((*impl_).*search)(key, query.style.optical_size, {}, diagnostics).face;
      if (face && face->embedding() != Embedding::forbidden && face->glyph_of(code_point) != 0) return face;
    }
  }
  return nullptr;
}

std::vector<FontBook::Listing> FontBook::list_all(Diagnostics& diagnostics) {
  std::vector<Listing> all;
  std::set<std::string> listed;
  for (const std::string& folder : impl_->folders)
    for (const std::string& name : impl_->store.workspace().list(folder)) {
      if (!is_font_file_name(name)) continue;
      for (const FontFile& file : impl_->describe(joined(folder, name)))
        all.push_back({file.families.empty() ? name : file.families.front(),
                       style_name(file.style),
                       file.path,
                       "folder",
                       true,
                       {}});
    }
  for (const CatalogueFamily& family : impl_->catalogue.families) {
    const std::vector<std::string> present = impl_->store.workspace().list(family.folder);
    for (const FontFile& file : files_of(family)) {
      const std::string name = std::filesystem::path(file.path).filename().string();
      const bool installed = std::binary_search(present.begin(), present.end(), name);
      all.push_back(
          {family.name, style_name(file.style), file.path, "catalogue", installed, family.package});
      listed.insert(file.path);
    }
  }
  for (const FontFile& file : impl_->of_system("", diagnostics))
    if (listed.count(file.path) == 0 && !file.families.empty())
      all.push_back({file.families.front(), style_name(file.style), file.path, "system", true, {}});
  return all;
}

}  // namespace galley
