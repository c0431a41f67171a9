// Abbreviations that the CV explains become elements of their own, so that a screen reader can say what they stand for
// (PDF/UA-1, 7.2; ISO 32000-1, 14.9.5).
#pragma once

#include <map>
#include <string>

#include "base/styled_text.h"

namespace galley {

/// Sets off each word of the text that is a key of `abbreviations`: "UCLA" in "PhD (UCLA)", not in "UCLAN". The longest wins.
void mark_abbreviations(const std::map<std::string, std::string>& abbreviations, Structure& structure, StyledText& text);

}  // namespace galley
