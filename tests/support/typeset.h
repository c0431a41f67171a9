// A CV set from a file of the repository, for tests and benchmarks.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "requests/pipeline.h"

namespace galley::testing {

/// Owns everything that the pages point into.
struct Typeset {
  DiskWorkspace workspace;
  Shared shared{workspace};
  std::unique_ptr<Session> session = std::make_unique<Session>(shared);
  std::optional<Inputs> inputs;
  std::unique_ptr<FontBook> fonts;
  std::unique_ptr<Shaper> shaper;
  std::optional<Document> document;
  [[nodiscard]] std::string messages() const;
};

/// `cv` is a path below the repository's root. On an error `document` is empty and messages() says why.
std::unique_ptr<Typeset> typeset_file(const std::string& cv, const std::string& layout);

}  // namespace galley::testing
