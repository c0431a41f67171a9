// Words in messages: quoted, and "did you mean" the nearest of the names that would have been right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley {

/// "'word'"
std::string in_quotes(std::string_view word);

/// "did you mean 'title'?", or "one of: a, b, c" when no name is near, or "" when there are no names.
/// Near: an edit distance (Damerau-Levenshtein, adjacent transpositions) of at most a third of the word, at least 1.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& names);

}  // namespace galley
