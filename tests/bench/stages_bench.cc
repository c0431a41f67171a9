// What each stage costs on the reference CV in `classic`. Read the ratios within one run: machines differ.

#include <benchmark/benchmark.h>

#include "requests/requests.h"
#include "compose/compose.h"
#include "export/pdf/pdf.h"
#include "page/flow.h"
#include "page/paginate.h"
#include "tests/support/typeset.h"
#include "tests/support/paths.h"

namespace galley::testing {
namespace {

constexpr const char* kCv = "data/ruiqi-gao.yaml";

Request reference_request() {
  Request request;
  request.cv = source_folder() + "/" + kCv;
  return request;
}

/// One set CV that the benchmarks of single stages start from.
Typeset& reference() {
  static const std::unique_ptr<Typeset> set = typeset_file(kCv, "classic");
  return *set;
}

void parse_data(benchmark::State& state) {
  DiskWorkspace workspace;
  for (auto _ : state) {
    Session session(workspace);
    benchmark::DoNotOptimize(load(session, {reference_request().cv, "the CV", {}, {}}));
  }
}
BENCHMARK(parse_data)->Unit(benchmark::kMicrosecond);

void read_everything(benchmark::State& state) {
  DiskWorkspace workspace;
  for (auto _ : state) {
    Session session(workspace);
    benchmark::DoNotOptimize(read_inputs(session, reference_request()));
  }
}
BENCHMARK(read_everything)->Unit(benchmark::kMicrosecond);

void compose_blocks(benchmark::State& state) {
  const Inputs& inputs = *reference().inputs;
  for (auto _ : state) benchmark::DoNotOptimize(compose(inputs.cv, inputs.layout, inputs.language));
}
BENCHMARK(compose_blocks)->Unit(benchmark::kMicrosecond);

/// All streams of the reference CV.
void flow_all(Shaper& shaper) {
  Diagnostics diagnostics;
  const Composed& composed = reference().document->composed;
  const Setter setter{composed, reference().inputs->layout.breaks, shaper, diagnostics};
  for (const Stream& stream : composed.streams) benchmark::DoNotOptimize(flow(stream, setter));
}

/// Fonts opened, every word shaped for the first time.
void shape_and_flow_cold(benchmark::State& state) {
  for (auto _ : state) {
    FontBook fonts(reference().workspace, *reference().catalogue, {});
    Shaper shaper(fonts);
    flow_all(shaper);
  }
}
BENCHMARK(shape_and_flow_cold)->Unit(benchmark::kMicrosecond);

/// The same with words remembered, as in a batch.
void shape_and_flow_warm(benchmark::State& state) {
  for (auto _ : state) flow_all(*reference().shaper);
}
BENCHMARK(shape_and_flow_warm)->Unit(benchmark::kMicrosecond);

void break_pages(benchmark::State& state) {
  const Document& document = *reference().document;
  for (auto _ : state) benchmark::DoNotOptimize(paginate(document.streams, document.composed, reference().inputs->layout));
}
BENCHMARK(break_pages)->Unit(benchmark::kMicrosecond);

void export_pdf(benchmark::State& state) {
  for (auto _ : state) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(write_pdf(reference().document->pages, {}, diagnostics));
  }
}
BENCHMARK(export_pdf)->Unit(benchmark::kMicrosecond);

void whole_render(benchmark::State& state) {
  DiskWorkspace workspace;
  for (auto _ : state) benchmark::DoNotOptimize(render(reference_request(), workspace));
}
BENCHMARK(whole_render)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace galley::testing

BENCHMARK_MAIN();
