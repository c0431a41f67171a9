// Dates as other programs' files have them, in the notation of our own language.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "source/node.h"

namespace galley {

/// One date: "2014-06-29T00:00:00Z", "2014-6", "June 2014", "Aug. 1st, 2018", "06/2014", "Fall 2014" and "Present" as "2014-06-29",
/// "2014-06", …, "2014-autumn", "present". Nothing where the words do not tell one date for certain ("03/04/2020").
std::optional<std::string> loose_date(std::string_view text);

/// A value for `dates`: a date, a range ("2010 – 2014", "Jun 2014 to present"), or {shown: …} for words that tell neither.
Node loose_dates(const Node& written, Diagnostics& diagnostics);

/// The same for two texts, each of which may be missing (nullptr). With a start alone it goes on until the present. A range that
/// ends before it starts is shown as it is written, with a warning.
Node loose_dates_between(const Node* start, const Node* end, Diagnostics& diagnostics);

}  // namespace galley
