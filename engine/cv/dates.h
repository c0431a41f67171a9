// Reading dates: 2016, 2016-09, 2016-09-01, 2024-summer, present; two of them joined by '/' are a range. Notation after
// ISO 8601-1 and its extended format EDTF (ISO 8601-2: 2024-21 to 2024-24 are the seasons), checked against the
// calendar.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "cv/cv.h"
#include "source/node.h"

namespace galley {

/// A date, a range, a list of either, or {date: 2020-06/2020-09, shown: "summer of 2020"} with the author's own
/// wording.
std::optional<Dates> read_dates(const Node& node, Diagnostics& diagnostics);

/// What `start_date` and `end_date` say; without an end it goes on until the present.
std::optional<Dates> read_dates_between(const Node& start, const Node* end, Diagnostics& diagnostics);

}  // namespace galley
