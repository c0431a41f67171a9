// Where the repository, its build and the hyphenation dictionaries lie. Said in paths.cc alone, so that the other objects are the
// same in every checkout and a compiler cache can share them.
#pragma once

#include <string>

namespace galley {

std::string source_folder();
std::string build_folder();
std::string hyphen_folder();

}  // namespace galley
