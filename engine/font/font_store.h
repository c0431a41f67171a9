// What is known about font files, shared by all who look for fonts: files described, faces opened, the system asked, each once.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "font/catalogue.h"
#include "font/face.h"
#include "font/font_file.h"
#include "font/system_fonts.h"
#include "source/workspace.h"

namespace galley {

/// The faces in a file, or why none of them can be used.
struct FontDescription {
  std::vector<FontFile> faces;
  std::string why;  ///< when there are none: "cannot be read: …", "is damaged …"
};

/// File, member of a collection, and of a variable font the style it is set in.
using FaceKey = std::tuple<std::string, unsigned, FaceStyle>;
FaceKey key_of(const FontFile& file);

/// A face, or why there is none.
struct OpenedFace {
  std::shared_ptr<const Face> face;
  std::string why;       ///< when there is no face: "is damaged …"; empty if the file is missing
  bool is_default_instance = false;  ///< of a variable font that could not be set as asked
};

/// Thread-safe. Remembers a file for as long as its stamp (Workspace::stamp) stays the same, so a font that is replaced is
/// read again. Bounded: forgets everything when it holds more than 256 MB of fonts or 4096 descriptions; faces in use stay.
/// What the system has installed is asked once for each family.
class FontStore {
 public:
  /// Both must outlive the store; the workspace must be thread-safe if the store is used by several threads.
  FontStore(Workspace& workspace, const Catalogue& catalogue, SystemFontsLoader load);
  FontStore(const FontStore&) = delete;
  FontStore& operator=(const FontStore&) = delete;

  /// The faces in a file. Never nullptr.
  std::shared_ptr<const FontDescription> describe(const std::string& path);
  OpenedFace open(const FontFile& file);
  /// Faces that are installed of exactly this family; of all families when it is empty. nullopt if the loader gives none.
  std::optional<std::vector<FontFile>> installed(const std::string& family, Diagnostics& diagnostics);

  [[nodiscard]] Workspace& workspace() const { return workspace_; }
  [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }

 private:
  template <typename Value>
  struct Kept {
    std::string stamp;
    Value value;
  };
  using Description = std::shared_ptr<const FontDescription>;

  Workspace& workspace_;
  const Catalogue& catalogue_;
  std::mutex mutex_;  // over all that follows; held while a file is read, so that nobody reads it twice
  std::map<std::string, Kept<Description>> described_;
  std::map<FaceKey, Kept<OpenedFace>> opened_;
  std::size_t opened_bytes_ = 0;
  SystemFontsLoader load_;
  std::unique_ptr<const SystemFonts> system_;
  std::map<std::string, std::vector<FontFile>> installed_;
};

}  // namespace galley
