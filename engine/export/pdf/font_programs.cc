#include "export/pdf/font_programs.h"

namespace galley::pdf {

std::string program_key(const Face& face, const std::vector<GlyphId>& used) {
  const Face* const address = &face;
  std::string key(reinterpret_cast<const char*>(&address), sizeof address);
  return key.append(reinterpret_cast<const char*>(used.data()), used.size() * sizeof(GlyphId));
}

}  // namespace galley::pdf
