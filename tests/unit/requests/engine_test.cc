// One engine for many requests: nothing that was asked before or beside a request changes what it gives.
#include "galley/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <new>
#include <thread>

#include "tests/support/paths.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class EngineTest : public ::testing::Test {
 protected:
  EngineTest() {
    files.files["cv.yaml"] = "cv:\n  name: ada\n  sections:\n    work: [a text]\n";
    files.files["my.yaml"] = "extends: base\nstyles:\n  body: {family: Square}\n  label: {case: as-is}\n";
    testing::add_test_fonts(files);
    request.cv = "cv.yaml";
    request.layout = "my.yaml";
  }

  MemoryWorkspace files;
  Request request;
};

/// 40 requests in many languages, layouts and formats.
std::vector<Request> mixed_requests() {
  const char* const cvs[] = {"data/ruiqi-gao.yaml",    "examples/nurse.yaml",    "examples/world/ja.yaml", "examples/world/zh.yaml",
                             "examples/world/ar.yaml", "examples/world/he.yaml", "examples/world/el.yaml", "examples/world/hi.yaml"};
  const char* const layouts[] = {"classic", "compact", "garamond", "plain", "classic"};
  std::vector<Request> requests;
  for (std::size_t i = 0; i < 40; ++i) {
    Request& request = requests.emplace_back();
    request.cv = source_folder() + "/" + cvs[i % std::size(cvs)];
    request.layout = layouts[i / std::size(cvs)];
    request.formats = {i % 3 == 0 ? Format::svg : Format::pdf};
    if (i % 5 == 0) request.set = {"styles.body.size=10.5pt"};
  }
  return requests;
}

TEST(Engine, FortyRequestsInEightThreadsGiveTheBytesThatEachGivesAlone) {
  const std::vector<Request> requests = mixed_requests();
  std::vector<Outcome> alone(requests.size()), together(requests.size());
  for (std::size_t i = 0; i < requests.size(); ++i) alone[i] = Engine().render(requests[i]);
  Engine engine;
  std::atomic<std::size_t> next = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([&] {
        for (std::size_t job; (job = next.fetch_add(1)) < requests.size();) together[job] = engine.render(requests[job]);
      });
  }
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const std::string name = requests[i].cv + " in " + requests[i].layout;
    ASSERT_EQ(alone[i].status, Status::good) << name << (alone[i].messages.empty() ? "" : printed(alone[i].messages[0]));
    EXPECT_GT(alone[i].bytes.size(), 1000U) << name;
    EXPECT_TRUE(alone[i].bytes == together[i].bytes) << name;
    EXPECT_EQ(alone[i].messages.size(), together[i].messages.size()) << name;
  }
}

TEST_F(EngineTest, TellsItsStages) {
  std::vector<Stage> stages;
  request.progress = [&](Stage stage) { stages.push_back(stage); };
  request.formats = {Format::pdf, Format::text};
  request.output = "cv.pdf";
  EXPECT_EQ(Engine(files).render(request).status, Status::good);
  EXPECT_THAT(stages, ElementsAre(Stage::read, Stage::set, Stage::make, Stage::make, Stage::write));
}

TEST_F(EngineTest, TellsOfEachSettingThatFittingTries) {
  int settings = 0;
  request.progress = [&](Stage stage) { settings += stage == Stage::set ? 1 : 0; };
  request.pages = 1;
  EXPECT_EQ(Engine(files).render(request).status, Status::good);
  EXPECT_GE(settings, 2);
}

TEST_F(EngineTest, IsStoppedAtAnyStageAndWritesNothing) {
  for (const Stage at : {Stage::read, Stage::set, Stage::make, Stage::write}) {
    std::atomic<bool> stop = false;
    request.progress = [&](Stage stage) { stop = stop || stage == at; };
    request.stop = &stop;
    request.output = "cv.pdf";
    const Outcome outcome = Engine(files).render(request);
    EXPECT_EQ(outcome.status, Status::stopped);
    EXPECT_THAT(outcome.outputs, ::testing::IsEmpty());
    ASSERT_FALSE(outcome.messages.empty());
    EXPECT_EQ(outcome.messages.back().code, "stopped");
    EXPECT_FALSE(files.files.contains("cv.pdf"));
  }
}

TEST_F(EngineTest, IsStoppedWhileItFits) {
  std::atomic<bool> stop = false;
  int settings = 0;
  request.progress = [&](Stage stage) {
    settings += stage == Stage::set ? 1 : 0;
    stop = settings == 2;
  };
  request.stop = &stop;
  request.pages = 1;
  EXPECT_EQ(Engine(files).render(request).status, Status::stopped);
  EXPECT_EQ(settings, 2) << "no setting is tried after that";
}

TEST_F(EngineTest, ReadsALayoutAgainThatHasChanged) {
  Engine engine(files);
  const std::string before = engine.render(request).bytes;
  EXPECT_EQ(engine.render(request).bytes, before);
  files.files["my.yaml"] = "extends: base\nstyles:\n  body: {family: Square, size: 14pt}\n  label: {case: as-is}\n";
  const std::string after = engine.render(request).bytes;
  EXPECT_THAT(after, StartsWith("%PDF-"));
  EXPECT_NE(after, before);
  EXPECT_EQ(after, Engine(files).render(request).bytes);
}

TEST_F(EngineTest, ReadsALayoutAgainThatAnotherExtendsAndThatHasChanged) {
  files.files["your.yaml"] = "extends: my.yaml\n";
  request.layout = "your.yaml";
  Engine engine(files);
  const std::string before = engine.render(request).bytes;
  files.files["my.yaml"] = "extends: base\nstyles: {body: {family: Square, size: 14pt}}\n";
  EXPECT_NE(engine.render(request).bytes, before);
}

TEST_F(EngineTest, ReadsAFontAgainThatHasChanged) {
  Engine engine(files);
  const std::string before = engine.render(request).bytes;
  ASSERT_THAT(before, StartsWith("%PDF-"));
  files.files["fonts/Square-Regular.ttf"] = "no font any more";
  const Outcome outcome = engine.render(request);
  ASSERT_FALSE(outcome.messages.empty());
  EXPECT_THAT(printed(outcome.messages[0]), HasSubstr("the font file 'fonts/Square-Regular.ttf' is not a font"));
}

TEST_F(EngineTest, SaysToEveryRequestWhatConcernsIt) {
  files.files["cv.yaml"] = "cv:\n  name: ada\n  sections:\n    work: [a \xF0\x90\x8E\xA0 text]\n";  // a letter of Old Persian
  request.standards = standards_from("none").value;
  files.files["missing.yaml"] = "extends: base\nstyles: {body: {family: No Such Family}}\n";
  Request missing = request;
  missing.layout = "missing.yaml";
  Engine engine(files);
  for (int i = 0; i < 3; ++i) {
    const Outcome outcome = engine.render(request);
    ASSERT_EQ(outcome.messages.size(), 1U);
    EXPECT_THAT(printed(outcome.messages[0]), HasSubstr("no font has the character"));
    const Outcome other = engine.render(missing);
    ASSERT_EQ(other.messages.size(), 2U);  // and a damaged file among the fonts, which may be the one that is meant
    EXPECT_THAT(printed(other.messages[1]), HasSubstr("the font family 'No Such Family' was not found"));
  }
}

/// Files of a program that has run out of memory.
class Exhausted final : public Workspace {
 public:
  ReadResult read(const std::string&, std::size_t) override { throw std::bad_alloc(); }
  std::vector<std::string> list(const std::string&) override { return {}; }
  bool is_folder(const std::string&) override { return false; }
  bool is_same_file(const std::string&, const std::string&) override { return false; }
  std::string write(const std::string&, std::string_view) override { throw std::runtime_error("torn"); }
  std::string append(const std::string&, std::string_view) override { return {}; }
  std::string make_folder(const std::string&) override { return {}; }
};

TEST(Engine, LetsNoExceptionOut) {
  Exhausted files;
  Engine engine(files);
  const Outcome outcome = engine.render(Request{.cv = "cv.yaml"});
  EXPECT_EQ(outcome.status, Status::limit);
  ASSERT_EQ(outcome.messages.size(), 1U);
  EXPECT_EQ(printed(outcome.messages[0]), "galley: error: out of memory\n");
  EXPECT_EQ(engine.verify(Verification{.pdf = "a.pdf", .cv = {}, .layout = {}, .font_folders = {}}).status, Status::limit);
}

}  // namespace
}  // namespace galley
