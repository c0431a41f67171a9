// Dates in words, by a layout's format and a language's names.
#pragma once

#include <string>

#include "cv/cv.h"
#include "cv/language.h"
#include "layout/layout.h"

namespace galley {

/// Whose dashes stand in dates that the author has put into words: the author's, or those of the layout's other ranges.
enum class DashesOf : bool { layout, author };

/// The author's own wording where there is one, else each date by the format. Unless the author's dashes are to stay, those
/// between the words are the ones of the format's ranges.
std::string format_dates(const Dates& dates, const DateFormat& format, const Language& language, DashesOf dashes = DashesOf::author);

}  // namespace galley
