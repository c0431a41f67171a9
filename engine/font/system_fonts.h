// The fonts that are installed on the machine, by fontconfig. Few renders ask for them, so what loads fontconfig is a component
// (components/component.h), and this room knows only the way to it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "font/font_file.h"

namespace galley {

class SystemFonts {
 public:
  SystemFonts() = default;
  SystemFonts(const SystemFonts&) = delete;
  SystemFonts& operator=(const SystemFonts&) = delete;
  virtual ~SystemFonts() = default;

  /// Scalable faces of exactly this family; fontconfig's substitutes do not count. All families when it is empty.
  [[nodiscard]] virtual std::vector<FontFile> faces(const std::string& family) const = 0;
};

/// Loads fontconfig's configuration (some 10 ms and more), so ask only when it is needed. Reads the user's environment, as every
/// program that uses fontconfig does: documents that must look the same on every machine keep their fonts in a folder.
std::unique_ptr<const SystemFonts> load_system_fonts();

/// How the engine gets at them; nullptr: it cannot, and the loader has said so.
using SystemFontsLoader = std::function<std::unique_ptr<const SystemFonts>(Diagnostics&)>;

/// For who looks in folders and the catalogue alone.
inline std::unique_ptr<const SystemFonts> without_system_fonts(Diagnostics&) { return nullptr; }

}  // namespace galley
