// Where a line is broken that has no place to be broken: a word wider than its column must not stand on what is beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/styled_text.h"
#include "text/line_items.h"
#include "text/shape.h"
#include "text/word_cuts.h"

namespace galley {

/// The stretches of a text between two chances to break that are wider than the narrowest line. None where that is so
/// narrow that it holds hardly a letter: such a column is a mistake of the layout.
std::vector<ByteRange> too_wide(const LineItems& items, const Measure& measure, Length size);

/// Places to divide a segment that is part of such a stretch, in bytes from its start: by Unicode and the patterns, whatever
/// the word looks like, its style or what it names says.
std::vector<WordCut> anyway_cuts(std::string_view word, const std::string& language);

/// Between any two characters, with a hyphen where letters are parted in a script that knows it, but in no address.
std::vector<WordCut> torn_cuts(std::string_view word, const Segment& segment);

}  // namespace galley
