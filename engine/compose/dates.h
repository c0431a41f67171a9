// Dates in words, by a layout's format and a language's names.
#pragma once

#include <string>

#include "cv/cv.h"
#include "cv/language.h"
#include "layout/layout.h"

namespace galley {

/// The author's own wording where there is one, else each date by the format. Unless the author's dashes are to stay, those
/// between the words are the ones of the format's ranges.
std::string format_dates(const Dates& dates, const DateFormat& format, const Language& language, bool authors_dashes = true);

}  // namespace galley
