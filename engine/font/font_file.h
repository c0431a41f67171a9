// What a font file says about the faces in it: family, style, axes. For use inside this room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "font/instance.h"

namespace galley {

/// A face that could be opened, not yet checked.
struct FontFile {
  std::string path;
  unsigned index = 0;                 ///< member of a collection
  std::vector<std::string> families;  ///< names it goes by; the typographic family before "Lato Light" and the like
  FaceStyle style = {};
  Axes axes = {};                     ///< of a variable font; on each of them its style is then what is asked of it
  [[nodiscard]] bool is_variable() const { return axes.any(); }
};

/// "TheSans Bold" == "thesans bold": names compare without ASCII case.
bool same_name(std::string_view a, std::string_view b);
std::string lower_case(std::string_view text);

/// ".ttf", ".otf", ".ttc" and the like by name, whatever the case.
bool is_font_file_name(std::string_view name);

/// The faces in a file's bytes; empty when it is no font that can be read.
std::vector<FontFile> faces_in(const std::string& path, std::string_view bytes);

/// The width that OS/2 usWidthClass, 1 to 9, stands for.
int width_of_class(unsigned width_class);

/// Best first (style_distance, face_style.h); the path decides between equals. Variable fonts are moved as near as their axes reach, and
/// stand behind others that fit as well.
void sort_by_distance(std::vector<FontFile>& faces, const FaceStyle& wanted);

}  // namespace galley
