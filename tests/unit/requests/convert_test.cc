#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "galley/galley.h"
#include "tests/support/paths.h"
#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

using ::testing::HasSubstr;

struct Converted {
  std::string bytes, messages;
};

Converted converted(const std::string& file, const std::string& to, const std::string& name = "cv.yaml") {
  MemoryWorkspace files{{name, file}};
  const Outcome outcome = Engine(files).convert({.each = {.cv = name}, .from = {}, .to = to});
  std::string messages;
  for (const Message& message : outcome.messages) messages += printed(message);
  return {outcome.bytes, messages};
}

/// All that JSON Resume can hold, under its own titles.
constexpr const char* kWhole = R"yaml(cv:
  name: Ada Lovelace
  headline: Mathematician
  email: ada@example.org
  phone: +44 20 7946 0958
  website: https://example.org/
  location: London
  links:
    - "[github.com/ada](https://github.com/ada)"
  sections:
    Summary:
      - Engines that **compute**.
    Experience:
      - kind: experience
        position: Analyst
        company: Analytical Engine
        dates: 1842-02/present
        location: London
        url: https://example.org/engine
        summary: Notes
        highlights:
          - Wrote the first *program*
          - Three times as long as the paper
    Education:
      - kind: education
        institution: At home
        degree: None
        area: Mathematics
        dates: 1830/1835
    Awards:
      - kind: award
        award: Medal
        institution: Society
        dates: 1843-07-01
        summary: For notes
    Publications:
      - kind: publication
        title: Notes on the Engine
        authors:
          - Ada Lovelace
          - L. Menabrea
        venue: Scientific Memoirs
        dates: 1843-08
        url: https://example.org/notes
        doi: 10.1234/5
    Skills:
      - kind: skill
        label: Languages
        skills:
          - Punch cards
          - Tables
        level: high
    Languages:
      - kind: language
        languages:
          - French
        level: C1
    Interests:
      - kind: one-line
        label: Horses
        details: Races
    Projects:
      - kind: normal
        name: Flyology
        dates: 1828/1829
        highlights:
          - Wings
)yaml";

TEST(Convert, WhatJsonResumeHoldsComesBackAsItWas) {
  const Converted json = converted(kWhole, "json-resume");
  EXPECT_EQ(json.messages, "");
  ASSERT_TRUE(nlohmann::json::accept(json.bytes)) << json.bytes;
  const Converted back = converted(json.bytes, "galley", "cv.json");
  EXPECT_EQ(back.messages, "");
  EXPECT_EQ(back.bytes, kWhole);
}

TEST(Convert, WhatJsonResumeCannotHoldIsSaidFieldByField) {
  const Converted json = converted(
      "cv:\n  name: Ada\n  aliases: A. L.\n  sections:\n    Work:\n      - {position: Analyst, mentors: Charles, dates: ~1842/1843}\n    Talks: [{event: Colloquium, year: 1840}]\n    Publications: [{title: A, authors: \"Ada*, B\"}]\n", "json-resume");
  for (const char* said : {"3:12: warning: 'aliases' is not carried over: JSON Resume has no place for it", "warning: 'mentors' is not carried over",
                           "warning: that a date is not exact is not carried over", "warning: the title 'Work' is not carried over", "no entries of kind 'talk'", "marks after names are not carried over"})
    EXPECT_THAT(json.messages, HasSubstr(said));
  EXPECT_EQ(nlohmann::json::parse(json.bytes)["talks"][0]["name"], "Colloquium");
}

TEST(Convert, RolesAtAnEmployerBecomeEntriesOfTheirOwn) {
  const std::string cv = "cv:\n  name: Ada\n  sections:\n    Experience:\n      - {company: Engines, roles: [{position: Chief, dates: 1843}, {position: Analyst, dates: 1842}]}\n";
  const auto json = nlohmann::json::parse(converted(cv, "json-resume").bytes);
  ASSERT_EQ(json["work"].size(), 2U);
  EXPECT_EQ(json["work"][1]["name"], "Engines");
  EXPECT_EQ(json["work"][1]["position"], "Analyst");
}

TEST(Convert, WhatRenderCvHoldsComesBack) {
  const Converted theirs = converted(kWhole, "rendercv");
  EXPECT_THAT(theirs.messages, HasSubstr("'url' is not carried over: RenderCV has no place for it"));
  const Converted back = converted(theirs.bytes, "galley");
  EXPECT_EQ(back.messages, "");
  for (const char* words : {"Analytical Engine", "dates: 1842-02/present", "Wrote the first *program*", "L. Menabrea", "venue: Scientific Memoirs", "Flyology", "Engines that **compute**."})
    EXPECT_THAT(back.bytes, HasSubstr(words));
}

TEST(Convert, RenderCvGetsTheAreaThatItWantsOfEachEducation) {
  const Converted theirs = converted("cv: {name: Ada, sections: {Education: [{institution: At home, degree: Mathematics}]}}\n", "rendercv");
  EXPECT_THAT(theirs.bytes, HasSubstr("area: Mathematics"));
  EXPECT_THAT(theirs.bytes, ::testing::Not(HasSubstr("degree")));
}

TEST(Convert, EveryExampleGoesOutAndComesBackWithoutAnError) {
  for (const char* path : {"data/ruiqi-gao.yaml", "examples/nurse.yaml", "data/starters/academic.yaml", "data/starters/industry.yaml", "data/starters/creative.yaml", "data/starters/short.yaml"})
    for (const char* to : {"json-resume", "rendercv", "galley"}) {
      std::string text = test::file_text(path);
      ASSERT_FALSE(text.empty()) << path;
      MemoryWorkspace files{{"cv.yaml", text}};
      for (const char* picture : {"portrait.jpg", "signature.png"}) files.files[picture] = test::file_text(std::string("examples/") + picture);
      Engine engine(files);
      const Outcome out = engine.convert({.each = {.cv = "cv.yaml", .output = "out.yaml"}, .from = {}, .to = to});
      EXPECT_EQ(out.status, Status::good) << path << " to " << to << (out.messages.empty() ? "" : printed(out.messages.front()));
      const Outcome back = engine.check({.cvs = {"out.yaml"}, .each = {}});
      EXPECT_EQ(back.status, Status::good) << path << " from " << to << (back.messages.empty() ? "" : printed(back.messages.front()));
    }
}

TEST(Convert, TheFormatIsNamedOrToldByTheExtension) {
  MemoryWorkspace files{{"cv.yaml", "cv: {name: Ada, sections: {A: [b]}}\n"}};
  Engine engine(files);
  EXPECT_EQ(engine.convert({.each = {.cv = "cv.yaml", .output = "out.json"}}).status, Status::good);
  EXPECT_TRUE(nlohmann::json::accept(files.files["out.json"]));
  const Outcome unknown = engine.convert({.each = {.cv = "cv.yaml", .output = "out.xyz"}});
  EXPECT_EQ(unknown.status, Status::usage);
  EXPECT_EQ(engine.convert({.each = {.cv = "cv.yaml", .output = "cv.yaml"}}).status, Status::usage) << "the data survive";
}

TEST(Convert, PicturesStandInHtmlAndAreSaidToBeMissingInMarkdown) {
  const std::string cv = "cv:\n  name: Ada\n  photo: {file: portrait.jpg, alt: \"Ada & a <dog>\"}\n  sections: {Work: [A text]}\n";
  const auto as = [&](const std::string& to) {
    MemoryWorkspace files{{"cv.yaml", cv}, {"portrait.jpg", test::file_text("examples/portrait.jpg")}};
    const Outcome outcome = Engine(files).convert({.each = {.cv = "cv.yaml", .layout = "banner"}, .from = {}, .to = to});
    std::string messages;
    for (const Message& each : outcome.messages) messages += printed(each);
    return Converted{outcome.bytes, messages};
  };
  const Converted html = as("html");
  EXPECT_EQ(html.messages, "");
  EXPECT_THAT(html.bytes, HasSubstr("<img alt=\"Ada &amp; a &lt;dog&gt;\""));
  EXPECT_THAT(html.bytes, HasSubstr("src=\"data:image/jpeg;base64,/9j/"));
  EXPECT_LT(html.bytes.find("<img"), html.bytes.find("<h1")) << "text flows round it";
  for (const char* to : {"markdown", "text"}) {
    const Converted plain = as(to);
    EXPECT_THAT(plain.messages, HasSubstr("pictures are left out: this format has none"));
    EXPECT_EQ(plain.bytes.find("dog"), std::string::npos);
  }
}

}  // namespace
}  // namespace galley
