// Fitting to a number of pages: which knob is moved, how far, and what is said when nothing helps.
#include "requests/fit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "galley/galley.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A CV of so many bullets in one section, on a small page.
Outcome rendered(int bullets, const std::string& fit, std::size_t pages = 0) {
  std::string cv = "cv:\n  name: Ada\n  sections:\n    Work:\n";
  for (int i = 0; i < bullets; ++i) cv += "      - {position: Engineer}\n";
  MemoryWorkspace files{{"cv.yaml", cv},
                        {"my.yaml",
                         "extends: base\npage: {size: 100mm x 150mm, margins: {left: 10mm, right: 10mm, top: 10mm, bottom: 10mm}}\n"
                         "columns: {label: 20mm, gutter: 4mm}\nstyles: {body: {family: Square}}\nfit: {" + fit + "}\n"}};
  testing::add_test_fonts(files);
  Request request;
  request.cv = "cv.yaml";
  request.layout = "my.yaml";
  request.pages = pages;
  request.standards = standards_from("none").value;
  return Engine(files).render(request);
}

std::string said(const Outcome& outcome) {
  std::string all;
  for (const Message& message : outcome.messages) all += printed(message);
  return all;
}

TEST(Fit, ADocumentThatFitsIsLeftAlone) {
  const Outcome outcome = rendered(8, "pages: 1");
  EXPECT_EQ(outcome.pages, 1U);
  EXPECT_EQ(outcome.fitted, "");
}

TEST(Fit, GapsAreMovedFirstAndNoFurtherThanNeeded) {
  ASSERT_EQ(rendered(17, "pages: 0, squeeze: 1").pages, 2U);
  const Outcome outcome = rendered(17, "pages: 1, gaps: 0.2");
  EXPECT_EQ(outcome.pages, 1U);
  EXPECT_THAT(outcome.fitted, ::testing::MatchesRegex("gaps [5-9][0-9](\\.[0-9])? %")) << "gaps alone, above their floor";
}

TEST(Fit, TheNextKnobIsMovedOnlyWhenTheOneBeforeIsAtItsFloor) {
  const Outcome outcome = rendered(17, "pages: 1, gaps: 1, leading: 1, size: 0.6, margins: 1");
  EXPECT_EQ(outcome.pages, 1U);
  EXPECT_THAT(outcome.fitted, ::testing::StartsWith("size "));
}

TEST(Fit, WhatIsTooLongIsRefusedWithTheNumberOfLines) {
  const Outcome outcome = rendered(60, "pages: 1");
  EXPECT_EQ(outcome.status, Status::files);
  EXPECT_EQ(outcome.bytes, "");
  ASSERT_FALSE(outcome.messages.empty());
  EXPECT_THAT(printed(outcome.messages.back()), ::testing::ContainsRegex("the CV is [0-9]+ lines too long for 1 page"));
  EXPECT_THAT(printed(outcome.messages.back()), HasSubstr("the end of 'Work'"));
}

TEST(Fit, GapsGrowToFillThePage) {
  const Outcome outcome = rendered(8, "pages: 1, most-gaps: 1.5");
  EXPECT_EQ(outcome.pages, 1U);
  EXPECT_EQ(outcome.fitted, "gaps 150 %");
}

TEST(Fit, AShortLastPageIsSparedWhereGapsMayBeSqueezed) {
  ASSERT_EQ(rendered(17, "squeeze: 1").pages, 2U);
  const Outcome outcome = rendered(17, "squeeze: 0.2");
  EXPECT_EQ(outcome.pages, 1U);
  EXPECT_THAT(outcome.fitted, ::testing::MatchesRegex("gaps [5-9][0-9](\\.[0-9])? %"));
  EXPECT_EQ(rendered(32, "squeeze: 0.6").fitted, "") << "the last page is not short";
}

TEST(Fit, ItIsSaidWhatWouldSpareAShortLastPage) {
  const Outcome outcome = rendered(17, "squeeze: 1, gaps: 0.2");
  EXPECT_EQ(outcome.fitted, "");
  EXPECT_THAT(said(outcome), HasSubstr("page 2 holds "));
  EXPECT_THAT(said(outcome), HasSubstr("'--pages 1' would fit, gaps "));
  EXPECT_THAT(said(rendered(17, "squeeze: 1, gaps: 0.2}\nbreaks: {last-page: 0")), Not(HasSubstr("would fit"))) << "who does not mind is not told";
  EXPECT_THAT(said(rendered(17, "squeeze: 1, gaps: 1, leading: 1")), Not(HasSubstr("would fit"))) << "nothing would";
}

TEST(Fit, AMissingFontIsSaidOnce) {
  MemoryWorkspace files{{"cv.yaml", "cv: {name: Ada, sections: {}}\n"},
                        {"my.yaml", "extends: base\nstyles: {body: {family: No Such Font}}\nfit: {pages: 1}\n"}};
  Request request;
  request.cv = "cv.yaml";
  request.layout = "my.yaml";
  const Outcome outcome = Engine(files).render(request);
  EXPECT_EQ(outcome.status, Status::machine);
  EXPECT_EQ(outcome.messages.size(), 1U);
}

TEST(Fit, TheRequestsPagesWin) {
  EXPECT_EQ(rendered(17, "pages: 1", 2).pages, 2U);
  EXPECT_EQ(rendered(17, "pages: 2", 1).pages, 1U);
}

TEST(Fit, ScalingByOneChangesNothing) {
  Layout layout;
  layout.sections.space = 30_pt;
  layout.body.leading = 12_pt;
  EXPECT_EQ(scaled(layout, {}).sections.space, 30_pt);
  EXPECT_EQ(scaled(layout, {0.5, 1, 1, 1}).sections.space, 21_pt) << "12pt are leading, 18pt are a gap";
}

}  // namespace
}  // namespace galley
