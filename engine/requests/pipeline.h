// Stages 4 to 8 in a row.
#pragma once

#include <optional>

#include "base/expected.h"
#include "requests/inputs.h"
#include "compose/composed.h"
#include "page/flow.h"
#include "page/pages.h"
#include "text/shape.h"

namespace galley {

/// A document between its stages.
struct Document {
  Composed composed;
  std::vector<Flowed> streams;  ///< beside Composed::streams; only where Inputs::keeps_flow asks for them
  Pages pages;
  ExpectedData expected;  ///< what the CV and the layout alone say that it has to hold, for whoever reads it back
  std::string fitted;  ///< what fitting it to its pages has changed; empty: nothing
};

/// In a layout, which may differ from that of the inputs. Fails only where a font family is missing.
std::optional<Document> typeset(const Inputs& inputs, const Layout& layout, Shaper& shaper, Diagnostics& diagnostics);

/// The same, fitted to the number of pages that the layout asks for, if it does.
std::optional<Document> typeset_fitted(const Inputs& inputs, Shaper& shaper, Diagnostics& diagnostics);

/// Stages 4 to 8 with the fonts and words that the engine shares.
std::optional<Document> make_document(Session& session, const Request& request, const Inputs& inputs);
/// Stages 0 to 8 of a request.
std::optional<Document> make_document(Session& session, const Request& request);

}  // namespace galley
