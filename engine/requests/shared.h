// What the requests of one engine share: tables that ship with the program, layouts, languages, fonts, shaped words,
// set paragraphs, font programs.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "cv/kinds.h"
#include "cv/language.h"
#include "export/pdf/font_programs.h"
#include "font/catalogue.h"
#include "font/font_store.h"
#include "layout/layout.h"
#include "requests/recording_workspace.h"
#include "source/node.h"
#include "source/source.h"
#include "source/workspace.h"
#include "text/line_memory.h"
#include "text/shaped_words.h"

namespace galley {

/// A value with the texts that its places are in and what there was to say while it was read.
template <typename Value>
struct Reading {
  std::optional<Value> value;  ///< empty after an error
  SourceMap sources;
  Diagnostics heard;
  std::vector<StampedFile> files;  ///< that were read; none for what ships with the program
};

/// A layout with all that it extends and all changes that the request makes.
struct LayoutReading : Reading<Layout> {
  std::optional<Node> node;          ///< the merged tree; there even where the layout has errors
  std::shared_ptr<const Kinds> kinds;  ///< those that ship, with the layout's own; null: it has none
};

/// Thread-safe; what it gives never changes. Bounded: layouts beyond 256 make it forget those it has.
class Shared {
 public:
  /// The workspace must outlive it, and be thread-safe if several threads use it.
  explicit Shared(Workspace& workspace);
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;

  [[nodiscard]] Workspace& workspace() const { return workspace_; }
  /// For maps of sources that may meet in one request.
  [[nodiscard]] const SourceMap::Numbers& numbers() const { return numbers_; }

  const Kinds& kinds();
  const Catalogue& catalogue();
  FontStore& fonts();
  ShapedWords& words() { return words_; }
  /// Where set paragraphs are remembered; nullptr for a CV that has not been set in this layout before: most never are again, and
  /// would only pay for it.
  LineMemory* lines_for(const std::string& cv, const std::string& layout);
  pdf::FontPrograms& font_programs() { return font_programs_; }

  /// A layout by name or path; `changes`: "styles.body.size=10pt". A file of the user's is read again when it has changed.
  std::shared_ptr<const LayoutReading> layout(const std::string& name, const std::vector<std::string>& changes);
  /// The phrases of a language that ships with the program, by its exact tag; nullptr when there is none.
  std::shared_ptr<const Reading<Language>> language(const std::string& tag);

 private:
  [[nodiscard]] bool is_current(const LayoutReading& layout) const;

  Workspace& workspace_;
  SourceMap::Numbers numbers_;
  ShapedWords words_;
  LineMemory lines_;
  pdf::FontPrograms font_programs_;
  std::once_flag kinds_once_, catalogue_once_, fonts_once_;
  Kinds kinds_;
  Catalogue catalogue_;
  std::unique_ptr<FontStore> fonts_;
  std::mutex mutex_;  // over what follows
  std::set<std::pair<std::string, std::string>> set_before_;  // CVs and layouts
  std::map<std::vector<std::string>, std::shared_ptr<const LayoutReading>> layouts_;  // by name and changes
  std::map<std::string, std::shared_ptr<const Reading<Language>>> languages_;
};

}  // namespace galley
