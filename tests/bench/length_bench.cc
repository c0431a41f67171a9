// Time against length: how long setting a paragraph takes as it grows. The fit that is printed must be that of N.

#include <benchmark/benchmark.h>

#include <string>

#include "tests/support/paths.h"
#include "tests/support/type_room.h"
#include "text/lines.h"

namespace galley::testing {
namespace {

void set_paragraph(benchmark::State& state, std::string_view repeated, const std::string& family, const std::string& language) {
  std::string text;
  for (std::int64_t i = 0; i < state.range(0); ++i) text += repeated;
  DiskWorkspace workspace;
  Catalogue catalogue;
  FontBook fonts{workspace, catalogue, {source_folder() + "/tests/fonts"}};
  Style style = style_of(family);
  style.align = Align::justify;
  style.hyphenate = true;
  style.spacing = {0.25_em, 0.125_em, 0.08_em, {}, {}, 1};
  for (auto _ : state) {
    Shaper shaper(fonts);
    Diagnostics diagnostics;
    const StyledText pieces = plain(text);
    benchmark::DoNotOptimize(set_lines({pieces, style, {style}, language, {400_pt, 400_pt}}, shaper, diagnostics));
  }
  state.SetComplexityN(state.range(0));
}

void words(benchmark::State& state) { set_paragraph(state, "information on a page ", "Square", "en"); }
BENCHMARK(words)->RangeMultiplier(4)->Range(1000, 64000)->Unit(benchmark::kMillisecond)->Complexity();

/// One word without end: a script without spaces, here in characters that the test font lacks.
void ideographs(benchmark::State& state) { set_paragraph(state, "日本語組版", "Square", "ja"); }
BENCHMARK(ideographs)->RangeMultiplier(4)->Range(300, 20000)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
}  // namespace galley::testing
