// Dates as people write them: "September 2014", "09/2014", "Mar 2019 - Jun 2020".
#pragma once

#include <string>
#include <string_view>

namespace galley {

/// How our language writes what is meant: "2014-09", "2019-03/2020-06". Empty where that is not clear, as with 03/04/2014.
std::string our_spelling(std::string_view text);

}  // namespace galley
