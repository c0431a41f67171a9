// What a font file says about the faces in it: family, weight, slant. For use inside this room only.
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
  int weight = 400;                   ///< 1 to 1000, as in CSS and OS/2 usWeightClass
  int width = 5;                      ///< OS/2 usWidthClass: 5 is normal, less is condensed
  bool italic = false;                ///< or oblique
  Axes axes = {};                     ///< of a variable font, whose weight and slant are then what is asked of it
  [[nodiscard]] bool is_variable() const { return axes.most_weight > 0 || axes.slants; }
};

/// "TheSans Bold" == "thesans bold": names compare without ASCII case.
bool same_name(std::string_view a, std::string_view b);
std::string lower_case(std::string_view text);

/// ".ttf", ".otf", ".ttc" and the like by name, whatever the case.
bool is_font_file_name(std::string_view name);

/// The faces in a file's bytes; empty when it is no font that can be read.
std::vector<FontFile> faces_in(const std::string& path, std::string_view bytes);

/// "regular", "bold italic", "weight 350".
std::string style_name(int weight, bool italic);

/// Best first by CSS Fonts 4, 5.2: width, then slant, then weight; the path decides between equals. Variable fonts are moved as near
/// as their axes reach, and stand behind others that fit as well.
void sort_by_distance(std::vector<FontFile>& faces, int weight, bool italic);

}  // namespace galley
