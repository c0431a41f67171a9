// Whether pages keep what the asked standards forbid or demand of their content. What the sink can see to by itself is
// not asked here: see PDF_UA1.md and PDF_A.md.
#pragma once

#include <optional>
#include <string>

#include "export/pdf/standards.h"
#include "page/pages.h"

namespace galley::pdf {

struct Breach {
  std::string message, help;  ///< the message names the clause, and the page
  Span at = {};               ///< in the user's files, where the pages know it
};

/// The first breach in reading order. `pages` must be sound, as check() asks.
std::optional<Breach> first_breach(const Pages& pages, const Standards& standards);

}  // namespace galley::pdf
