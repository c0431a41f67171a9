#include "requests/inputs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/support/paths.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

using testing::Scene;

constexpr const char* kCv = "cv: {name: Ada, sections: {}}\n";

Request request_for(const std::string& layout) {
  Request request;
  request.cv = "cv.yaml";
  request.layout = layout;
  return request;
}

/// The messages about a request, given the files there are; nothing when it reads without complaint.
std::string said(const std::map<std::string, std::string>& files, const Request& request) {
  Scene scene;
  scene.workspace.files = files;
  scene.inputs = read_inputs(scene.session, request);
  EXPECT_EQ(scene.inputs.has_value(), !scene.session.diagnostics.has_errors());
  return scene.messages();
}

TEST(Session, ReadsABuiltInLayoutByName) { EXPECT_EQ(said({{"cv.yaml", kCv}}, request_for("classic")), ""); }

TEST(Session, AnUnknownLayoutIsTheRequestsFault) {
  Scene scene;
  scene.workspace.files = {{"cv.yaml", kCv}};
  EXPECT_FALSE(read_inputs(scene.session, request_for("clasic")));
  EXPECT_EQ(scene.messages(),
            "galley: error: there is no layout 'clasic'\n"
            "  help: did you mean 'classic'? (a layout of your own is named by its file, such as my-layout.yaml)\n");
  EXPECT_EQ(outcome_of(scene.session).status, Status::usage);
}

TEST(Session, AFileThatIsNotThereIsTheMachines) {
  Scene scene;
  EXPECT_FALSE(read_inputs(scene.session, request_for("my.yaml")));
  EXPECT_EQ(scene.messages(),
            "galley: error: cannot read the CV 'cv.yaml': no such file\n"
            "galley: error: cannot read the layout 'my.yaml': no such file\n");
  EXPECT_EQ(outcome_of(scene.session).status, Status::machine);
}

TEST(Session, AnEmptyFileIsToldHowToBegin) {
  EXPECT_EQ(said({{"cv.yaml", "# nothing\n"}, {"my.yaml", "extends: base\n"}}, request_for("my.yaml")),
            "cv.yaml:1:1: error: the file is empty\n"
            "    1 | # nothing\n"
            "      | ^ help: begin with 'cv:' and below it, indented, 'name: …'\n");
}

TEST(Session, ExtendsIsRelativeToTheFileThatSaysSo) {
  EXPECT_EQ(said({{"cv.yaml", kCv},
                  {"house/my.yaml", "extends: parts/type.yaml\n"},
                  {"house/parts/type.yaml", "extends: colours.yaml\n"},
                  {"house/parts/colours.yaml", "extends: ../base.yaml\n"},
                  {"house/parts/../base.yaml", "extends: base\n"}},
                 request_for("house/my.yaml")),
            "");
  EXPECT_EQ(said({{"cv.yaml", kCv}, {"a/my.yaml", "extends: /b/base.yaml\n"}, {"/b/base.yaml", "extends: base\n"}}, request_for("a/my.yaml")), "");
}

TEST(Session, ALayoutMayBeNamedLikeABuiltInOneThatItExtends) {
  EXPECT_EQ(said({{"cv.yaml", kCv}, {"classic.yaml", "extends: classic\n"}}, request_for("classic.yaml")), "");
}

TEST(Session, LayoutsThatExtendOneAnotherInACircle) {
  EXPECT_EQ(said({{"cv.yaml", kCv}, {"a.yaml", "extends: b.yaml\n"}, {"b.yaml", "extends: a.yaml\n"}}, request_for("a.yaml")),
            "a.yaml:1:10: error: layouts extend one another in a circle, or more than 8 deep\n"
            "    1 | extends: b.yaml\n"
            "      |          ^^^^^^\n");
}

TEST(Session, EachLayoutChangesTheOneThatItExtends) {
  Scene scene;
  scene.workspace.files = {{"cv.yaml", kCv},
                           {"my.yaml", "extends: house.yaml\nstyles: {body: {size: 11pt}}\n"},
                           {"house.yaml", "extends: classic\nstyles: {body: {size: 12pt, leading: 15pt}}\n"}};
  const auto inputs = read_inputs(scene.session, request_for("my.yaml"));
  ASSERT_TRUE(inputs) << scene.messages();
  EXPECT_EQ(inputs->layout.body.size, 11_pt);
  EXPECT_EQ(inputs->layout.body.leading, 15_pt);
  EXPECT_EQ(inputs->layout.body.family, "Tinos");
}

TEST(Session, AnUnknownLanguage) {
  EXPECT_EQ(said({{"cv.yaml", "cv:\n  language: qqq\n  name: Ada\n  sections: {}\n"}}, request_for("classic")),
            "cv.yaml:2:13: warning: there are no phrases for the language 'qqq'; those of English are used\n"
            "    2 |   language: qqq\n"
            "      |             ^^^\n");
}

TEST(Session, ALanguageOfARegionFallsBackToTheLanguage) {
  Scene scene;
  scene.workspace.files = {{"cv.yaml", "cv: {name: Ada, language: de-CH, sections: {}}\n"}};
  const auto inputs = read_inputs(scene.session, request_for("classic"));
  ASSERT_TRUE(inputs) << scene.messages();
  EXPECT_EQ(inputs->language.tag, "de");
  EXPECT_EQ(inputs->cv.language, "de-CH") << "the document says what it is";
}

TEST(Session, MonthsAreThoseOfTheRegionWhereTheFileOfTheLanguageHasNone) {
  const auto language = [](const std::string& tag) {
    Scene scene;
    scene.workspace.files = {{"cv.yaml", "cv: {name: Ada, language: " + tag + ", sections: {}}\n"}};
    const auto inputs = read_inputs(scene.session, request_for("ruled"));
    EXPECT_TRUE(inputs) << scene.messages();
    return inputs ? inputs->language : Language{};
  };
  EXPECT_EQ(language("de").months[0], "Januar");
  EXPECT_EQ(language("de").months_short[8], "Sept.");
  EXPECT_EQ(language("de-AT").months[0], "Jänner");
  EXPECT_EQ(language("ru").months[0], "январь");
  EXPECT_EQ(language("ru").months_with_day[0], "января") << "the genitive after a day";
  EXPECT_EQ(language("ru").months_short[4], "май") << "the file's, since it has some";
  EXPECT_EQ(language("ja").months[11], "12月");
  EXPECT_EQ(language("en").months_short[8], "Sep");
}

TEST(Session, AFileOfARegionSaysOnlyWhatDiffers) {
  Scene scene;
  const auto canadian = scene.session.shared.language("fr-CA"), british = scene.session.shared.language("en-GB");
  ASSERT_TRUE(canadian->value && british->value) << scene.messages();
  EXPECT_EQ(canadian->value->tag, "fr-CA");
  EXPECT_EQ(canadian->value->marks.narrow_before, ":");
  EXPECT_TRUE(canadian->value->marks.narrow_inside && canadian->value->marks.full_spaces);
  EXPECT_EQ(canadian->value->present, scene.session.shared.language("fr")->value->present);
  EXPECT_EQ(british->value->seasons[2], "Autumn");
  EXPECT_EQ(british->value->phrase("advisor")->one, "Supervisor");
  EXPECT_EQ(british->value->phrase("gpa")->one, "GPA");
}

TEST(Session, ErrorsOfBothFilesAreReportedTogether) {
  const std::string all = said({{"cv.yaml", "cv: {nam: Ada}\n"}, {"my.yaml", "extends: base\npages: 1\n"}}, request_for("my.yaml"));
  EXPECT_THAT(all, ::testing::HasSubstr("unknown key 'pages'"));
  EXPECT_THAT(all, ::testing::HasSubstr("'nam'"));
}

TEST(Session, FontsAreLookedForWhereAskedThenBesideTheData) {
  Request request;
  request.cv = "data/cv.yaml";
  request.font_folders = {"a", "b"};
  EXPECT_THAT(font_folders(request), ::testing::ElementsAre("a", "b", "data/fonts"));
  request.cv = "cv.yaml";
  request.font_folders.clear();
  EXPECT_THAT(font_folders(request), ::testing::ElementsAre("fonts"));
}

TEST(Session, TheFirstErrorDecidesTheStatusAndWarningsDoNot) {
  Scene scene;
  scene.session.diagnostics.warn({}, "careful");
  EXPECT_EQ(outcome_of(scene.session).status, Status::good);
  scene.session.diagnostics.fail(Blame::limit, {}, "too much");
  scene.session.diagnostics.error({}, "wrong");
  const Outcome outcome = outcome_of(scene.session);
  EXPECT_EQ(outcome.status, Status::limit);
  ASSERT_EQ(outcome.messages.size(), 3U);
  EXPECT_FALSE(outcome.messages[0].severity == Severity::error);
  EXPECT_TRUE(outcome.messages[1].severity == Severity::error);
  EXPECT_EQ(printed(outcome.messages[1]), "galley: error: too much\n");
}

TEST(Session, MessagesTellProgramsWhatTheyPrint) {
  Scene scene;
  scene.workspace.files = {{"cv.yaml", kCv}, {"my.yaml", "extends: base\npages: 1\n"}};
  read_inputs(scene.session, request_for("my.yaml"));
  const Outcome outcome = outcome_of(scene.session);
  ASSERT_EQ(outcome.messages.size(), 1U);
  const Message& message = outcome.messages[0];
  EXPECT_EQ(message.severity, Severity::error);
  EXPECT_EQ(message.code, "unknown-key");
  EXPECT_EQ(message.location.file, "my.yaml");
  EXPECT_EQ(message.location.line, 2U);
  EXPECT_EQ(message.location.column, 1U);
  EXPECT_EQ(message.location.end_line, 2U);
  EXPECT_EQ(message.location.end_column, 6U);
  EXPECT_EQ(message.text, "unknown key 'pages' in a layout");
  EXPECT_EQ(message.help, "did you mean 'page'?");
  EXPECT_EQ(message.excerpt, "    2 | pages: 1\n      | ^^^^^");
  EXPECT_EQ(printed(message), "my.yaml:2:1: error: unknown key 'pages' in a layout\n    2 | pages: 1\n      | ^^^^^ help: did you mean 'page'?\n");
}

TEST(Session, WhatHasNoCodeOfItsOwnGoesUnderWhoHasToAct) {
  Scene scene;
  Diagnostics& diagnostics = scene.session.diagnostics;
  diagnostics.error({}, "a");
  diagnostics.fail(Blame::usage, {}, "b");
  diagnostics.fail(Blame::machine, {}, "c");
  diagnostics.fail(Blame::limit, {}, "d");
  diagnostics.fail(Blame::machine, {}, "e").code = Code::cannot_read;
  std::vector<std::string> codes;
  for (const Message& each : outcome_of(scene.session).messages) codes.push_back(each.code);
  EXPECT_THAT(codes, ::testing::ElementsAre("data", "request", "machine", "limit", "cannot-read"));
}

TEST(Session, EveryCodeIsDocumented) {
  std::ifstream file(source_folder() + "/engine/include/galley/MESSAGES.md");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  for (const MessageCode& each : message_codes()) EXPECT_THAT(text, ::testing::HasSubstr("| `" + each.code + "` | " + each.about + " |"));
}

}  // namespace
}  // namespace galley
