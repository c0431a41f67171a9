// The Markdown and HTML that other programs' files have in their texts, as our own language writes it.
#pragma once

#include <string>
#include <string_view>

namespace galley {

/// "_x_" as "*x*", "__x__" as "**x**", "`x`" as its words, <b>, <i>, <a href>, <br>, <p> and <li> as what they mean, "&amp;" as its
/// character, "$$n^2$$" as text. What is none of these stays as it is.
std::string own_markup(std::string_view text);

}  // namespace galley
