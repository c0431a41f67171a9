// fonts/catalogue.yaml: which files make up a family, which package ships them, which families help out per script.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "font/face_style.h"
#include "source/node.h"

namespace galley {

struct CatalogueFace {
  FaceStyle style;
  std::string file;    ///< name within the family's folder, or an absolute path
  unsigned index = 0;  ///< member of a collection
};

struct CatalogueFamily {
  std::string name, package, folder;
  std::vector<CatalogueFace> faces;
  bool serif = false;                  ///< among fallbacks, families with or without serifs like the text's are preferred
  std::vector<std::string> fallbacks;  ///< families tried for a missing glyph, before the per-script ones
};

struct Catalogue {
  std::vector<CatalogueFamily> families;
  std::map<std::string, std::vector<std::string>> script_fallbacks;  ///< ISO 15924 code -> families, in order
  [[nodiscard]] const CatalogueFamily* find(std::string_view family) const;  ///< ASCII case does not matter
};

/// Reads the catalogue's form as explained in catalogue.cc and fonts/README.md. Reports all errors; empty on any.
std::optional<Catalogue> read_catalogue(const Node& root, Diagnostics& diagnostics);

}  // namespace galley
