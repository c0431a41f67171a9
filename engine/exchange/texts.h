// Texts and addresses of other programs' files as our own language writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/span.h"
#include "source/node.h"

namespace galley {

/// An address with its scheme: "example.org/me" gets https, "a@b.org" mailto; a space and other characters that no address may have
/// are percent-encoded. Nothing for what is none: "N/A", "file:x", "#".
std::optional<std::string> web_address(std::string_view text);

/// How an address is shown on paper: "example.org/me".
std::string shown_address(std::string_view address);

/// The text of a value. Members of a list are joined by commas; a map of one text ("Led: a team", which YAML takes for a key and its
/// value) is that text, one of a name and an address
/// a link. Links that lead nowhere lose their address, with a warning. Nothing, with a warning, for anything else.
std::optional<Node> text_of(const Node& value, Diagnostics& diagnostics);

/// A text with lists in Markdown ("- Led a team") taken out of it: what remains, its lines as paragraphs, and the items.
struct Prose {
  std::string words;
  std::vector<std::string> items;
};
Prose split_lists(std::string_view text);

/// Each member of a list, or the one text, as text_of().
std::vector<Node> texts_of(const Node& value, Diagnostics& diagnostics);

/// A text whose line ends are meant, as in JSON: each becomes a line break.
Node with_line_breaks(Node text);

/// The words alone, for places that know no markup; a link that goes lost is said.
std::string without_markup(std::string_view text, Span span, Diagnostics& diagnostics);

/// "**word**" for each of the words where it stands by itself and is not strong already.
void embolden(std::string& text, const std::vector<std::string>& words);

}  // namespace galley
