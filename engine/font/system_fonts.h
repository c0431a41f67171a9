// The fonts that are installed on the machine, by fontconfig. For use inside this room only; no other file sees it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "font/font_file.h"

namespace galley {

/// Loads fontconfig's configuration on construction (some 10 ms and more), so make one only when it is needed. Reads
/// the user's environment, as every program that uses fontconfig does: documents that must look the same on every
/// machine keep their fonts in a folder.
class SystemFonts {
 public:
  SystemFonts();
  SystemFonts(const SystemFonts&) = delete;
  SystemFonts& operator=(const SystemFonts&) = delete;
  ~SystemFonts();

  /// Scalable faces of exactly this family; fontconfig's substitutes do not count. All families when it is empty.
  [[nodiscard]] std::vector<FontFile> faces(const std::string& family) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace galley
