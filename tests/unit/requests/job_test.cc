// Jobs as JSON: what they ask, what is wrong with them, and how they are answered.
#include "galley/job.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "galley/engine.h"
#include "tests/support/paths.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Json = nlohmann::json;

std::string errors_of(const std::string& json) {
  const Job job = read_job(json);
  EXPECT_FALSE(job.request) << json;
  EXPECT_EQ(job.refused.status, Status::usage);
  std::string all;
  for (const Message& message : job.refused.messages) all += printed(message);
  return all;
}

Request request_of(const std::string& json) {
  const Job job = read_job(json);
  EXPECT_TRUE(job.request) << (job.refused.messages.empty() ? json : job.refused.messages[0].text);
  return job.request.value_or(Request{});
}

TEST(Job, AsksWhatARequestCanAsk) {
  const Request request = request_of(
      R"({"id": 7, "cv": "ada.yaml", "layout": "compact", "formats": ["pdf", "png"], "output": "ada.pdf", "set": {"styles.body.size": "9pt"},)"
      R"( "pages": 2, "dpi": 96, "embed": true, "private": true, "date": 1000000000, "font_path": ["a", "b"], "colours": "grey"})");
  EXPECT_EQ(request.cv, "ada.yaml");
  EXPECT_EQ(request.layout, "compact");
  EXPECT_THAT(request.formats, ElementsAre(Format::pdf, Format::png));
  EXPECT_EQ(request.output, "ada.pdf");
  EXPECT_THAT(request.set, ElementsAre("styles.body.size=9pt"));
  EXPECT_EQ(request.pages, 2U);
  EXPECT_EQ(request.resolution, 96);
  EXPECT_TRUE(request.embed && request.with_private && !request.verify);
  EXPECT_EQ(request.date, 1000000000);
  EXPECT_THAT(request.font_folders, ElementsAre("a", "b"));
}

TEST(Job, AsksForAVersion) {
  const Version version = request_of(R"({"cv": "ada.yaml", "variant": "short", "language": "de", "only": ["a", "b+c"], "without": "talks"})").version;
  EXPECT_EQ(version, (Version{.variant = "short", .language = "de", .only = {"a", "b+c"}, .without = {"talks"}}));
}

TEST(Job, BringsItsDataByteForByte) {
  const Request whole = request_of(R"({"cv": {"cv": {"name": "A \"}\" B", "x": 4.00}}, "folder": "people"})");
  EXPECT_EQ(whole.data, R"({"cv": {"name": "A \"}\" B", "x": 4.00}})");
  EXPECT_EQ(whole.cv, "people/cv.json");
  EXPECT_EQ(request_of(R"({"cv":{"name":"Ada"}})").data, R"({"cv": {"name":"Ada"}})");
  EXPECT_EQ(request_of("\xEF\xBB\xBF{\"cv\":{\"basics\":{}}}\r").data, R"({"basics":{}})");
}

TEST(Job, SaysAllThatIsWrongWithIt) {
  const std::string said = errors_of(R"({"cv": "a.yaml", "layuot": "x", "formats": ["docx"], "pages": 0, "embed": "maybe", "set": [[]], "standard": "ua2", "bleed": "wide"})");
  EXPECT_THAT(said, HasSubstr("job:1:18: error: unknown key 'layuot' in a job"));
  EXPECT_THAT(said, HasSubstr("did you mean 'layout'?"));
  EXPECT_THAT(said, HasSubstr("there is no format 'docx'; there are pdf, text, png and svg"));
  EXPECT_THAT(said, HasSubstr("'pages' must be a whole number from 1 to 1000"));
  EXPECT_THAT(said, HasSubstr("'embed' cannot be 'maybe'"));
  EXPECT_THAT(said, HasSubstr("'set' must be a list of texts"));
  EXPECT_THAT(said, HasSubstr("did you mean 'ua1'?"));
  EXPECT_THAT(said, HasSubstr("'wide'"));
}

TEST(Job, IsAnObjectOfJson) {
  EXPECT_THAT(errors_of(R"({"layout": "x"})"), HasSubstr("'cv' is missing in a job"));
  EXPECT_THAT(errors_of("{cv: a.yaml}"), HasSubstr("a job is an object of JSON"));
  EXPECT_THAT(errors_of("[1]"), HasSubstr("a job is an object of JSON"));
  EXPECT_THAT(errors_of("{\"cv\": "), HasSubstr("job:1:"));
  EXPECT_THAT(errors_of("{\"cv\": \"\xFF\"}"), HasSubstr("not valid UTF-8"));
  EXPECT_THAT(errors_of(R"({"cv": "-"})"), HasSubstr("standard input holds the jobs"));
  EXPECT_THAT(errors_of(R"({"cv": "a.yaml", "cv": "b.yaml"})"), HasSubstr("cv"));
}

TEST(Job, KeepsItsName) {
  const auto id_of = [](const std::string& id) { return read_job(R"({"cv": "a.yaml", "id": )" + id + "}").id; };
  EXPECT_EQ(id_of("12345678901234567890123"), "12345678901234567890123");
  EXPECT_EQ(id_of("\"a \\\"b\\u00e9\""), "\"a \\\"b\u00E9\"");
  EXPECT_EQ(id_of("null"), "null");
  EXPECT_EQ(read_job(R"({"id": "x", "cv": 1, "no": 2})").id, "\"x\"");
}

TEST(Answer, HoldsTheBytesOfWhatWasNotWrittenAndThePathsOfWhatWas) {
  MemoryWorkspace files{{"my.yaml", "extends: base\nstyles: {body: {family: Square}, label: {case: as-is}}\n"}};
  testing::add_test_fonts(files);
  Engine engine(files);
  Job job = read_job(R"({"id": 1, "cv": {"name": "ada", "sections": {"work": ["a text"]}}, "layout": "my.yaml", "formats": ["text", "svg"], "standard": "none"})");
  Json said = Json::parse(answer(job, engine.render(*job.request)));
  EXPECT_EQ(said["id"], 1);
  ASSERT_EQ(said["status"], "good") << said.dump(1);
  EXPECT_EQ(said["outputs"][0], Json::parse(R"({"format": "text", "base64": "YWRhCgp3b3JrCgphIHRleHQK"})"));
  EXPECT_EQ(said["outputs"][1]["page"], 1);
  EXPECT_EQ(said["report"]["pages"], 1);
  EXPECT_EQ(said["report"]["fonts"], Json::parse(R"(["Square-Bold", "Square-Regular"])"));
  job.request->output = "out.txt";
  said = Json::parse(answer(job, engine.render(*job.request)));
  EXPECT_EQ(said["outputs"][1]["path"], "out.svg");
  EXPECT_FALSE(said["outputs"][1].contains("base64"));
}

TEST(Answer, SaysWhereSomethingIsWrong) {
  const Job job = read_job(R"({"id": "x", "cv": {"nam": "ada", "cv": {"nam": "ada"}}})");
  ASSERT_TRUE(job.request);
  const std::string line = answer(job, Engine().render(*job.request));
  EXPECT_EQ(line.find('\n'), std::string::npos);
  const Json said = Json::parse(line);
  EXPECT_EQ(said["status"], "files");
  EXPECT_EQ(said["messages"][0]["file"], "cv.json");
  EXPECT_EQ(said["messages"][0]["severity"], "error");
  EXPECT_EQ(said["messages"][0]["code"], "unknown-key");
  EXPECT_TRUE(said["outputs"].empty());
}

/// The schemas are what others read: they have to name what is read and written, and no more.
TEST(JobSchema, NamesExactlyTheMembersThatAreRead) {
  const Json schema = Json::parse(std::ifstream(source_folder() + "/data/schema/job.schema.json"));
  EXPECT_EQ(schema["additionalProperties"], false);
  ASSERT_GT(schema["properties"].size(), 20U);
  for (const auto& [name, rule] : schema["properties"].items()) {
    Json job = {{"cv", "a.yaml"}};
    job[name] = rule["examples"][0];
    EXPECT_TRUE(read_job(job.dump()).request) << job;
  }
  std::string source((std::istreambuf_iterator<char>(std::ifstream(source_folder() + "/engine/requests/job.cc").rdbuf())), {});
  std::size_t read = 0;
  for (std::size_t at = 0; (at = source.find("members_.", at)) != std::string::npos; ++at) {
    const std::size_t quote = source.find('"', at);
    if (quote > source.find('\n', at)) continue;  // finish()
    const std::string name = source.substr(quote + 1, source.find('"', quote + 1) - quote - 1);
    EXPECT_TRUE(schema["properties"].contains(name)) << name;
    ++read;
  }
  EXPECT_GT(read, 15U);
}

TEST(AnswerSchema, NamesTheMembersOfAnswers) {
  const Json schema = Json::parse(std::ifstream(source_folder() + "/data/schema/answer.schema.json"));
  Outcome outcome;
  outcome.pages = 1;
  outcome.fitted = "gaps 64 %";
  outcome.outputs = {{Format::png, 1, "", "x"}, {Format::pdf, 0, "x.pdf", "x"}};
  Message message;
  message.location.file = "cv.yaml";
  message.help = "help";
  message.notes = {{{"cv.yaml", 1, 2, 1, 3}, "here"}};
  outcome.messages = {message};
  const Json said = Json::parse(answer(Job{}, outcome));
  const auto check = [](const Json& value, const Json& rules) {
    for (const auto& [name, member] : value.items()) EXPECT_TRUE(rules.contains(name)) << name;
  };
  check(said, schema["properties"]);
  check(said["report"], schema["properties"]["report"]["properties"]);
  for (const Json& output : said["outputs"]) check(output, schema["properties"]["outputs"]["items"]["properties"]);
  for (const Json& each : said["messages"]) check(each, schema["properties"]["messages"]["items"]["properties"]);
}

}  // namespace
}  // namespace galley
