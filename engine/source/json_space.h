// White space that JSON allows and YAML, or yaml-cpp, does not: tabs at the beginning of lines, and a line end between a key and its
// ':'. A file that begins with a bracket gets spaces in their place before parsing, so that all places stay right.
#pragma once

#include <string>

namespace galley {

/// Changes nothing inside of quotes and comments, nor in a text that does not begin with '{' or '['. Keeps the length.
void make_json_space_plain(std::string& text);

}  // namespace galley
