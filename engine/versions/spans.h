// Tags of a stretch of text: "Led a team of nine[, two of them abroad]{for=industry}."
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace galley {

/// What follows the bracket of such a stretch.
constexpr std::string_view kSpanTags = "]{for=";

/// The text with the stretches that stay, without their brackets and tags, and without the others and the space that these would leave
/// before a space, a mark or the end. `stays` is asked for the tags of each.
std::string keep_spans(std::string_view text, const std::function<bool(const std::vector<std::string>& tags)>& stays);

}  // namespace galley
