// A parsed file as text: what the parser has made of it, and where each thing stands.
//
//   2:3     cv: map
//   2:3       name: Ada Lovelace
//   3:9       phone: "+1 555"           quoted in the file, too
#pragma once

#include <string>

#include "source/node.h"
#include "source/source.h"

namespace galley {

std::string dump_nodes(const Node& root, const SourceMap& sources);

/// "12:5    ", the left column of dumps that show a user's file; blank for what stands nowhere.
std::string place_column(Span span, const SourceMap& sources);

}  // namespace galley
