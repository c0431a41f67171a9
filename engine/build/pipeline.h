// Stages 4 to 8 in a row.
#pragma once

#include <optional>

#include "build/session.h"
#include "compose/block.h"
#include "page/flow.h"
#include "page/pages.h"
#include "text/shape.h"

namespace galley {

/// A document between its stages; what each stage made is kept for the dumps.
struct Document {
  Composed composed;
  std::vector<FlowLine> lines;
  Pages pages;
};

/// Fails only where a font family is missing. The shaper's FontBook must outlive the document.
std::optional<Document> typeset(const Inputs& inputs, Shaper& shaper, Diagnostics& diagnostics);

}  // namespace galley
