// A variable font at one place of its axes, as a font like any other: what follows, embedding included, knows of no axes.
#pragma once

#include <string>
#include <string_view>

namespace galley {

/// What the axes of a variable font reach.
struct Axes {
  int least_weight = 0, most_weight = 0;  ///< 0: no axis of weight
  bool slants = false;                    ///< has upright and slanted letters in one file
};

/// Of a face in a file; none where it is not variable or cannot be read.
Axes axes_of(std::string_view bytes, unsigned index);

struct Instance {
  enum class Kind { as_it_stands, made, failed };  ///< as_it_stands: the place asked for is the font's default
  Kind kind = Kind::as_it_stands;
  std::string bytes;  ///< made: a whole font file without axes, named after its weight
};

/// Other axes (width, optical size) stay at their defaults.
Instance instance_of(std::string_view bytes, unsigned index, int weight, bool italic);

}  // namespace galley
