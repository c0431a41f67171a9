// What went wrong where yaml-cpp gave up, in the words of somebody who writes a CV. The library's own texts speak of
// "illegal map values" and often of a place far below the slip; these messages are found by looking at the file.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/diagnostics.h"
#include "base/span.h"
#include "yaml/tree_builder.h"

namespace galley {

struct SyntaxFailure {
  std::string_view text;
  FileId file = kNoFile;
  std::size_t at = 0;                ///< the byte that yaml-cpp complains about
  std::string_view library_message;  ///< one of YAML::ErrorMsg
  const TreeBuilder& builder;        ///< what was understood before
};

void report_syntax_error(const SyntaxFailure& failure, Diagnostics& diagnostics);

/// `failure.at`: where text begins that belongs to no part of the first document.
void report_second_document(const SyntaxFailure& failure, Diagnostics& diagnostics);

}  // namespace galley
