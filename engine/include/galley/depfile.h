// What was made of what, in the words of build tools.
#pragma once

#include <string>
#include <vector>

namespace galley {

/// Outputs that are made together, and the files they were made of (Outcome::read).
struct DependencyRule {
  std::vector<std::string> outputs, inputs;
};

enum class DepfileFormat : unsigned char {
  make,  ///< rules of a makefile, as compilers write them; ninja and CMake read them, too
  json,  ///< {"inputs": […], "outputs": […], "rules": [{"outputs": […], "inputs": […]}]}; the first two over all rules
};

/// A dependency file. In makefiles each input is also a target that needs nothing, so that one that was deleted means "make
/// it again", not an error; names with a line end, which a makefile cannot say, are left out.
std::string depfile(const std::vector<DependencyRule>& rules, DepfileFormat format);

}  // namespace galley
