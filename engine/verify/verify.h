// Does the finished PDF say what it should? Asked with libraries that had no part in making it: poppler reads the text
// as people who copy and machines that index get it, libqpdf looks at the objects.
//
//   PdfFile pdf{"cv.pdf", bytes};
//   const auto seen = verify_pdf(pdf, {.expected_text = write_text(pages)}, diagnostics);
//   // cv.pdf, page 2: error: lost: 'the first program' after 'Engine Wrote'
//
// Every fault is an error of the user's file in `diagnostics`, with the page and the words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/expected.h"

namespace galley {

/// A PDF of anybody's, in memory. `name` stands in messages.
struct PdfFile {
  std::string name;
  std::string bytes;
};

struct VerifyOptions {
  /// What the document says, in reading order; nullopt: only what the file itself can tell is checked.
  std::optional<std::string> expected_text = {};
  /// What the data alone say has to be there; nullopt: not asked. Looked at where the text is as expected or unknown.
  std::optional<ExpectedData> expected_data = {};
  /// Whether a print shop can use it: boxes, colours, resolution of images, thin lines.
  bool print = false;
};

/// What was looked at.
struct Seen {
  std::size_t pages = 0, words = 0;
};

/// nullopt when the file could not be read at all; then there is one error that says why.
std::optional<Seen> verify_pdf(const PdfFile& pdf, const VerifyOptions& options, Diagnostics& diagnostics);

}  // namespace galley
