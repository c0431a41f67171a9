// Where a link may lead.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/span.h"

namespace galley {

/// An http, https, mailto or tel URI in ASCII: other characters are percent-encoded (RFC 3987, 3.1). Anything else is
/// an error: a CV is opened by strangers, so no file:, javascript: or relative links.
std::optional<std::string> read_uri(std::string_view text, Span span, Diagnostics& diagnostics);

}  // namespace galley
