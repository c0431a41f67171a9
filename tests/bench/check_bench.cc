// Time against length: how long `galley check` takes as a list of publications grows. The fit that is printed must be that of N.
#include <benchmark/benchmark.h>

#include <string>

#include "galley/galley.h"

namespace galley {
namespace {

void publications(benchmark::State& state) {
  std::string cv = "cv:\n  name: Ada Lovelace\n  sections:\n    Publications:\n      group: year\n      numbers: backward\n      entries:\n";
  for (std::int64_t i = 0; i < state.range(0); ++i)
    cv += "        - {title: \"Notes on engine " + std::to_string(i) + "\", authors: \"Ada Lovelace*, L. Menabrea and C. Babbage\", venue: Memoirs, year: " + std::to_string(1900 + i % 120) + "}\n";
  MemoryWorkspace files{{"cv.yaml", cv}};
  Engine engine(files);
  for (auto _ : state) benchmark::DoNotOptimize(engine.check({.cvs = {"cv.yaml"}, .each = {}}));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(publications)->RangeMultiplier(10)->Range(100, 10'000)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
}  // namespace galley
