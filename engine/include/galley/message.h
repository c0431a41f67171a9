// What there is to say about a request.
#pragma once

#include <cstddef>
#include <string>

namespace galley {

struct Message {
  bool is_error = false;
  std::string text;         ///< as printed: "file:line:col: error: …", the line, a caret, help; ends with a line end
  std::string file;         ///< empty: none
  std::size_t line = 0, column = 0;
};

}  // namespace galley
