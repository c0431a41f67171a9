// What the tests of this room share: sources from text, and the messages as the user sees them.
#pragma once

#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "cv/cv.h"
#include "cv/kinds.h"
#include "source/node.h"
#include "source/source.h"
#include "tests/support/paths.h"

namespace galley::test {

inline std::string file_text(const std::string& path) {
  std::ifstream file(source_folder() + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// One file being read, with everything that was said about it.
struct Reading {
  SourceMap sources;
  Diagnostics diagnostics;

  std::optional<Node> node(const std::string& text, const std::string& name = "cv.yaml") {
    const auto file = add_checked(sources, name, text, diagnostics);
    return file ? parse(sources, *file, diagnostics) : std::nullopt;
  }

  [[nodiscard]] std::string messages() const {
    std::string all;
    for (const Diagnostic& each : diagnostics.all()) all += render(each, sources);
    return all;
  }
};

/// The table that ships.
inline Kinds built_in_kinds() {
  Reading reading;
  const auto node = reading.node(file_text("data/kinds.yaml"), "data/kinds.yaml");
  std::optional<Kinds> kinds = node ? read_kinds(*node, reading.diagnostics) : std::nullopt;
  return kinds.value_or(Kinds{});
}

inline std::optional<Cv> read_cv_text(Reading& reading, const std::string& text) {
  const auto node = reading.node(text);
  return node ? read_cv(*node, built_in_kinds(), reading.diagnostics) : std::nullopt;
}

}  // namespace galley::test
