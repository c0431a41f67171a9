// Text that reads upwards, in every sink.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "export/pdf/pdf.h"
#include "export/svg/svg.h"
#include "export/text/text.h"
#include "page/paths.h"
#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

using ::testing::HasSubstr;

/// "Work" up the page in two runs, then a level line.
SamplePages upwards_sample() {
  SamplePages sample;
  const ElementId title = sample.element(Role::heading1, sample.root);
  for (const char* part : {"Wo", "rk"}) {
    const double before = part[0] == 'W' ? 0 : sample.last_run().width().points();
    sample.text(title, {40, 700 - before}, part, sample.bold(10));
    sample.last_run().upwards = true;
  }
  sample.text(sample.element(Role::paragraph, sample.root), {60, 660}, "a level line", sample.bold(10));
  return sample;
}

TEST(Upwards, TurnsTheTextMatrixAndBack) {
  const Pages pages = upwards_sample().pages;
  Diagnostics diagnostics;
  const auto pdf = write_pdf(pages, {.readable = true}, diagnostics);
  ASSERT_TRUE(pdf);
  EXPECT_THAT(*pdf, HasSubstr("0 1 -1 0 40 141.89 Tm\n"));
  EXPECT_THAT(*pdf, HasSubstr("1 0 0 1 0 0 Tm\n60 181.89 Td\n"));
  EXPECT_THAT(run_on(*pdf, "pdftotext -raw @ -"), HasSubstr("Work"));
}

TEST(Upwards, IsOneLineToReaders) { EXPECT_EQ(write_text(upwards_sample().pages), "Work\n\na level line\n"); }

TEST(Upwards, IsTurnedInSvg) {
  const Pages pages = upwards_sample().pages;
  EXPECT_THAT(write_svg(pages, pages.pages[0]), HasSubstr("translate(40 700) rotate(-90) scale("));
}

TEST(Upwards, ReachesUpThePage) {
  const SamplePages sample = upwards_sample();
  const Item& item = sample.pages.pages[0].items[0];
  const Rectangle extent = extent_of(item);
  EXPECT_EQ(extent.bottom, 700_pt);
  EXPECT_EQ(extent.bottom - extent.top, std::get<GlyphRun>(item.what).width());
  EXPECT_LT(extent.left, 40_pt);
}

}  // namespace
}  // namespace galley
