// The C interface, as C sees it: handles, texts and codes.
#include "galley/galley_c.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstring>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using EngineHandle = std::unique_ptr<galley_engine, decltype(&galley_engine_free)>;
using ResultHandle = std::unique_ptr<galley_result, decltype(&galley_result_free)>;

EngineHandle new_engine() { return {galley_engine_new(), &galley_engine_free}; }

std::string cv_of(int number) { return "{cv: {name: Ada " + std::to_string(number) + ", sections: {Work: [Wrote program " + std::to_string(number) + "]}}}"; }

ResultHandle render(const EngineHandle& engine, const std::string& job, const std::string& cv, galley_watch watch = nullptr, void* context = nullptr) {
  return {galley_render_watched(engine.get(), job.data(), job.size(), cv.data(), cv.size(), watch, context), &galley_result_free};
}

std::string output_of(const ResultHandle& result) {
  return {static_cast<const char*>(galley_output_bytes(result.get(), 0)), galley_output_size(result.get(), 0)};
}

constexpr const char* kJob = R"({"cv": "cv.yaml", "layout": "compact", "formats": ["text", "svg"]})";

TEST(CInterface, EightThreadsShareOneEngine) {
  constexpr int kThreads = 8, kJobs = 12;
  const EngineHandle engine = new_engine();
  std::vector<std::string> alone;
  for (int i = 0; i < kJobs; ++i) alone.push_back(output_of(render(new_engine(), kJob, cv_of(i))));
  std::atomic<int> same = 0;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < kThreads; ++t)
      threads.emplace_back([&] {
        for (int i = 0; i < kJobs; ++i) {
          const ResultHandle result = render(engine, kJob, cv_of(i));
          const bool is_good = galley_result_status(result.get()) == GALLEY_GOOD && galley_output_count(result.get()) == 2;
          same += is_good && output_of(result) == alone[static_cast<std::size_t>(i)] ? 1 : 0;
        }
      });
  }
  EXPECT_EQ(same, kThreads * kJobs);
}

struct Heard {
  std::vector<std::string> stages;
  std::string stop_at;
};

int listen(void* context, const char* stage) {
  auto& heard = *static_cast<Heard*>(context);
  heard.stages.emplace_back(stage);
  return heard.stop_at == stage ? 1 : 0;
}

TEST(CInterface, TellsTheStagesOfARender) {
  Heard heard;
  const ResultHandle result = render(new_engine(), kJob, cv_of(1), listen, &heard);
  EXPECT_EQ(galley_result_status(result.get()), GALLEY_GOOD);
  EXPECT_THAT(heard.stages, ElementsAre("read", "set", "make", "make", "write")) << "make: for each format";
}

TEST(CInterface, IsStoppedByWhoWatches) {
  for (const char* stage : {"read", "set", "make", "write"}) {
    Heard heard{{}, stage};
    const ResultHandle result = render(new_engine(), kJob, cv_of(1), listen, &heard);
    EXPECT_EQ(galley_result_status(result.get()), GALLEY_STOPPED) << stage;
    EXPECT_EQ(galley_output_count(result.get()), 0U) << stage;
    EXPECT_EQ(heard.stages.back(), stage) << "nothing comes after it";
    EXPECT_STREQ(galley_message_code(result.get(), galley_message_count(result.get()) - 1), "stopped");
  }
}

TEST(CInterface, GivesNothingForNothing) {
  EXPECT_EQ(galley_result_status(nullptr), GALLEY_LIMIT);
  EXPECT_EQ(galley_output_bytes(nullptr, 0), nullptr);
  const ResultHandle result(galley_render(nullptr, nullptr, 0, nullptr, 0), &galley_result_free);
  EXPECT_EQ(galley_result_status(result.get()), GALLEY_USAGE);
  galley_engine_free(nullptr);
  galley_result_free(nullptr);
}

TEST(CInterface, SaysWhatIsWrong) {
  const ResultHandle result = render(new_engine(), R"({"cv": "cv.yaml", "layuot": "compact"})", cv_of(1));
  EXPECT_EQ(galley_result_status(result.get()), GALLEY_USAGE);
  ASSERT_EQ(galley_message_count(result.get()), 1U);
  EXPECT_THAT(galley_message_help(result.get(), 0), HasSubstr("layout"));
}

}  // namespace
