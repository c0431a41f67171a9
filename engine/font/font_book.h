// From "Tinos, bold" to a Face: folders given, the folder `fonts` beside the data, the catalogue, the system.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/diagnostics.h"
#include "font/catalogue.h"
#include "font/face.h"
#include "font/font_store.h"
#include "source/workspace.h"

namespace galley {

struct FontQuery {
  std::string family;
  FaceStyle style = {};
  auto operator<=>(const FontQuery&) const = default;  // NOLINT(modernize-use-nullptr): clang-tidy 14 errs on <=>
};

/// One request's view of the fonts: finds faces through a FontStore and keeps them, so they stay valid as long as the book (and
/// longer for who shares them). Complains once of what it does not find. Make a book for each request; it costs nothing.
class FontBook {
 public:
  /// `folders` are searched before the catalogue, in order. The store must outlive the book.
  FontBook(FontStore& store, std::vector<std::string> folders);
  /// With a store of its own. The workspace and the catalogue must outlive the book.
  FontBook(Workspace& workspace, const Catalogue& catalogue, std::vector<std::string> folders, SystemFontsLoader load = without_system_fonts);

  /// The face nearest to the query within the family (style_distance, face_style.h). nullptr, once, with an error that says
  /// which package to install, when the family is nowhere; later calls for the same query are silent.
  const Face* find(const FontQuery& query, Span asked_at, Diagnostics& diagnostics);

  /// A face for text that `query`'s own face lacks: the catalogue's fallbacks for the family and the ISO 15924 script
  /// code, alone ("Grek") or with a language ("Hani-ja"), the first that has `code_point`. nullptr when none has (silent: the caller words the warning).
  const Face* fallback(const FontQuery& query, std::string_view script, char32_t code_point, Diagnostics& diagnostics);

  /// The package of the first family that the catalogue holds for a script (ISO 15924); empty: none.
  [[nodiscard]] std::string package_for_script(std::string_view script) const;

  /// The font files that were read for this book, by it or by another that shares its store: what was found hangs on them. Sorted.
  [[nodiscard]] std::vector<std::string> files_read() const;

  /// One line per face that could be used: family, style, file; for `galley fonts`. Scans the system.
  struct Listing {
    std::string family, style, file, origin;  ///< origin: "folder", "catalogue", "system"
    bool installed = true;
    std::string package;  ///< catalogue only: the package that ships it
  };
  std::vector<Listing> list_all(Diagnostics& diagnostics);

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace galley
