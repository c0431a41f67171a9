#include "tests/support/scene.h"
#include "tests/support/paths.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace galley::testing {

std::string Scene::messages() const {
  std::string all;
  for (const Diagnostic& each : session.diagnostics.all()) all += render(each, session.sources);
  return all;
}

std::unique_ptr<Scene> read_scene(const std::string& cv, const std::string& layout) {
  auto scene = std::make_unique<Scene>();
  scene->workspace.files = {{"cv.yaml", cv}, {"my.yaml", layout}};
  Request request;
  request.cv = "cv.yaml";
  request.layout = "my.yaml";
  scene->inputs = read_inputs(scene->session, request);
  return scene;
}

std::string cv_with(const std::string& sections) { return "cv:\n  name: Ada Lovelace\n  sections:\n" + sections; }

void add_test_fonts(MemoryWorkspace& workspace) {
  for (const auto& file : std::filesystem::directory_iterator(source_folder() + "/tests/fonts")) {
    std::ifstream bytes(file.path(), std::ios::binary);
    workspace.files["fonts/" + file.path().filename().string()] = {std::istreambuf_iterator<char>(bytes), {}};
  }
}

}  // namespace galley::testing
