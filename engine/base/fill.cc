#include "base/fill.h"

#include <algorithm>

namespace galley {

std::string fill(std::string_view pattern, std::initializer_list<Filling> fillings) {
  std::string out;
  while (!pattern.empty()) {
    const auto* found = std::find_if(fillings.begin(), fillings.end(), [&](const Filling& each) { return pattern.starts_with(each.mark); });
    if (found == fillings.end()) {
      out += pattern.front();
      pattern.remove_prefix(1);
    } else {
      out += found->value;
      pattern.remove_prefix(found->mark.size());
    }
  }
  return out;
}

}  // namespace galley
