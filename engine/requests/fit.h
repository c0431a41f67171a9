// Fitting a document to a number of pages by what its layout allows (FitRules). Knows no CV and draws nothing.
#pragma once

#include <optional>
#include <string>

#include "requests/pipeline.h"

namespace galley {

/// Factors of what a layout says.
struct FitScale {
  double gaps = 1, leading = 1, size = 1, margins = 1;
  bool operator==(const FitScale&) const = default;
};

/// The layout with its lengths scaled. Gaps are what space rules give beyond the leading; margins at the sides stay
/// where boxes or a sidebar are placed by the page's edges.
Layout scaled(const Layout& layout, const FitScale& scale);

/// A document of at most layout.fit.pages pages, filling them as well as the rules allow, and in `report` what was
/// changed ("gaps 64 %, leading 97 %"; empty: nothing). An error that says by how many lines it is over when the floors
/// do not suffice. Costs about ten settings of the text, of which only those of another size shape anything anew.
///
/// Where no number is asked for, a short last page (BreakRules::last_page) is spared by squeezing gaps as far as the layout
/// allows unasked. Where that does not do, but gaps and leading at their floors would, a warning says so.
std::optional<Document> typeset_to_fit(const Inputs& inputs, Shaper& shaper, Diagnostics& diagnostics, std::string& report);

}  // namespace galley
