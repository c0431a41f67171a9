#include "galley/timings.h"

#include <gtest/gtest.h>

#include "galley/engine.h"
#include "requests/timed.h"

namespace galley {
namespace {

std::uint64_t counted = 0;

TEST(Timings, AddUpByStageInTheOrderOfTheFirstTime) {
  StageTimes times([] { return counted; });
  counted = 100;
  {
    const Timed lines(&times, "lines");
    counted += 7;
  }
  {
    const Timed pages(&times, "pages");
  }
  {
    const Timed lines(&times, "lines");
    counted += 2;
  }
  const std::vector<StageTime> all = times.all();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].stage, "lines");
  EXPECT_EQ(all[0].allocations, 9U);
  EXPECT_EQ(all[0].times, 2U);
  EXPECT_EQ(all[1].stage, "pages");
  EXPECT_GE(all[0].milliseconds, 0);
}

TEST(Timings, AsJson) {
  StageTimes times;
  times.add("tree", 1.25, 3);
  times.add("pdf", 2.5, 4);
  EXPECT_EQ(timings_as_json(times), R"({
  "stages": [
    {
      "stage": "tree",
      "milliseconds": 1.25,
      "allocations": 3,
      "times": 1
    },
    {
      "stage": "pdf",
      "milliseconds": 2.5,
      "allocations": 4,
      "times": 1
    }
  ],
  "milliseconds": 3.75,
  "allocations": 7
}
)");
}

TEST(Timings, NobodyAsksNothingIsMeasured) { const Timed nothing(nullptr, "lines"); }

TEST(Timings, ARequestTellsItsStages) {
  StageTimes times;
  Request request;
  request.cv = "ada.yaml";
  request.data = "cv: {name: Ada Lovelace}\n";
  request.timings = &times;
  request.formats = {Format::text};
  ASSERT_EQ(Engine().render(request).status, Status::good);
  std::string stages;
  for (const StageTime& each : times.all()) stages += each.stage + ' ';
  EXPECT_EQ(stages, "tree layout fields combine compose lines pages checks text ");
}

}  // namespace
}  // namespace galley
