// The TeX of bibliographies as text: accents and letters, dashes, quotes, braces, emphasis, and the small mathematics of titles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley {

struct TexText {
  std::string text;                  ///< NFC; white space made single
  std::vector<std::string> unknown;  ///< commands that nothing is known of: their arguments stay, they go
};

/// What becomes of \emph, \textbf and their like: the small Markdown of CVs, or only their words.
enum class TexMarkup : bool { dropped, kept };

/// With markup kept, \emph and \textbf become *…* and **…**, \href a link, and what would be a mark of the small Markdown is escaped;
/// without it the words alone remain, for names.
TexText tex_to_text(std::string_view tex, TexMarkup markup);

/// The same text as TeX: for what comes from elsewhere into a bibliography.
std::string tex_escaped(std::string_view text);

/// BibTeX's list of names, "A and {B and C} and D", parted at each "and" outside of braces.
std::vector<std::string_view> split_names(std::string_view names);

/// "First von Last" of a name in any of BibTeX's forms, as text: "von Last, First", "von Last, Jr, First" and as it is printed.
std::string printed_name(std::string_view name);

}  // namespace galley
