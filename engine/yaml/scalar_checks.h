// Things that YAML allows in a scalar and that in a CV are always, or nearly always, a slip of the pen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/span.h"

namespace galley {

/// A scalar as it stands in the file.
struct WrittenScalar {
  std::string_view text;     ///< the whole file
  Span span;                 ///< of the scalar, quotes included
  bool in_brackets = false;  ///< inside [ ] or { }, where indentation means nothing
  std::size_t indent = 0;    ///< lines that belong to the scalar are indented by at least so many spaces
};

/// An unclosed quote swallows the lines below it: reported where it opens. False after an error.
bool check_quoted(const WrittenScalar& scalar, Diagnostics& diagnostics);

/// Control characters made by escapes (`"\u0000"`) are errors; the line ends "\r\n" and "\r" become "\n".
void check_escapes(const WrittenScalar& scalar, std::string& value, Diagnostics& diagnostics);

/// Warns when a plain scalar of several lines takes in lines that look like list items.
void warn_about_items(const WrittenScalar& scalar, Diagnostics& diagnostics);

/// Warns when a plain text or a missing value that ends at `end` is followed by ` #`, which starts a comment. With two
/// or more spaces before it the comment is taken to be meant.
void warn_about_comment(std::string_view text, FileId file, std::size_t end, Diagnostics& diagnostics);

}  // namespace galley
