// A CV and a layout as texts, read as the program reads files; the tests' fonts stand beside them.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "requests/inputs.h"

namespace galley::testing {

struct Scene {
  MemoryWorkspace workspace;
  Shared shared{workspace};
  Session session{shared};
  std::optional<Inputs> inputs;
  Scene() = default;
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;
  [[nodiscard]] std::string messages() const;
};

/// What `cv.yaml` and `my.yaml` give; `inputs` is empty after an error.
std::unique_ptr<Scene> read_scene(const std::string& cv, const std::string& layout);

/// The whole file of a CV with these sections, indented by four spaces.
std::string cv_with(const std::string& sections);

/// Puts the files of tests/fonts into the folder `fonts`.
void add_test_fonts(MemoryWorkspace& workspace);

}  // namespace galley::testing
