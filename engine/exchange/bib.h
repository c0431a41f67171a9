// Bibliographies: BibTeX files (.bib), with the types and fields of biblatex, and CSL-JSON.
//
// The grammar is that of BibTeX 0.99d as its own source and "Tame the BeaST" (N. Markey, 2009) have it: @string, @preamble, @comment,
// concatenation with '#', values in braces or quotes, entries in braces or parentheses, anything outside of entries a comment.
// Debian's library for it, btparse, knows lines but no columns, prints its messages itself and keeps its state in globals.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/span.h"
#include "source/node.h"
#include "source/source.h"

namespace galley {

struct BibField {
  std::string name;  ///< in lower case
  std::string text;  ///< TeX, strings put in and parts joined, without the outer braces or quotes
  Span name_at, at;
};

struct BibEntry {
  std::string type;  ///< in lower case: "article"
  std::string key;
  Span at;           ///< of the key
  std::vector<BibField> fields;
  bool is_parent = false;  ///< another entry's `crossref` names it
  [[nodiscard]] const BibField* find(std::string_view name) const;
};

using Bibliography = std::vector<BibEntry>;

/// The entries in the file's order, what `crossref` and `xdata` name filled in. Nothing after an error. Repeated keys and fields,
/// unknown strings and cross-references are warnings.
std::optional<Bibliography> read_bib(const SourceMap& sources, FileId file, Diagnostics& diagnostics);

/// A list of items of CSL-JSON 1.0.2, as Zotero and others write it.
std::optional<Bibliography> read_csl(const Node& list, Diagnostics& diagnostics);

}  // namespace galley
