// CVs that are no YAML or JSON: LinkedIn's tables in a folder, and XML.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "galley/galley.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string converted(MemoryWorkspace& files, const std::string& cv) {
  const Outcome outcome = Engine(files).convert({.each = {.cv = cv}, .to = "galley"});
  std::string all = outcome.bytes;
  for (const Message& each : outcome.messages) all += printed(each);
  return all;
}

constexpr const char* kProfile = "\xEF\xBB\xBF" "First Name,Last Name,Summary,Nickname\r\nAda,Lovelace,\"Wrote \"\"it\"\",\nlong ago\",Countess\r\n";

TEST(Foreign, TablesOfAFolderAreOneCv) {
  MemoryWorkspace files{{"in/Profile.csv", kProfile},
                        {"in/Positions.csv", "Company Name,Title,Started On,Finished On\nEngines,Analyst,Feb 1842,\n\nLooms,Guest,1840,1841,x\n"},
                        {"in/messages.csv", "A\nsecret\n"}};
  const std::string cv = converted(files, "in/Profile.csv");
  for (const char* words : {"name: Ada Lovelace", "Wrote \"it\",", "long ago", "position: Analyst", "dates: 1842-02/present", "dates: 1840/1841",
                            "'Nickname' in the table 'Profile' is not carried over", "in/Profile.csv:3:11", "this cell stands in no column"})
    EXPECT_THAT(cv, HasSubstr(words));
  EXPECT_THAT(cv, Not(HasSubstr("secret")));
  EXPECT_EQ(converted(files, "in"), cv) << "the folder stands for it";
}

TEST(Foreign, TablesWithoutAProfileAreRefused) {
  MemoryWorkspace files{{"in/Skills.csv", "Name\nTables\n"}};
  EXPECT_THAT(converted(files, "in/Skills.csv"), HasSubstr("there is no Profile.csv with a row in it"));
}

constexpr const char* kXml =
    "<?xml version='1.0'?>\n<r:record xmlns:r='x'><c:orcid-identifier><c:path>0000-0001</c:path></c:orcid-identifier>"
    "<person><name visibility='public'><given-names>Ada</given-names><family-name>Lovelace &amp; Co</family-name></name><shoes>40</shoes></person>"
    "<activities-summary><employments><affiliation-group><employment-summary><role-title>Analyst</role-title>"
    "<start-date><year>1842</year></start-date><organization><name>Engines</name></organization></employment-summary></affiliation-group>"
    "<affiliation-group><employment-summary><role-title>Guest</role-title><organization><name>Looms</name></organization></employment-summary></affiliation-group>"
    "</employments></activities-summary></r:record>\n";

TEST(Foreign, XmlIsReadAsTheJsonThatItIs) {
  MemoryWorkspace files{{"orcid.xml", kXml}};
  const std::string cv = converted(files, "orcid.xml");
  for (const char* words : {"name: Ada Lovelace & Co", "orcid.org/0000-0001", "position: Analyst", "dates: 1842/present", "company: Looms", "orcid.xml:2:", "'shoes' in 'person' is not carried over"})
    EXPECT_THAT(cv, HasSubstr(words));
}

TEST(Foreign, XmlThatIsNoneIsRefusedWithItsPlace) {
  MemoryWorkspace files{{"a.xml", "<a>\n<b></a>"}, {"b.xml", std::string(200, '<') }, {"c.xml", ""}};
  EXPECT_THAT(converted(files, "a.xml"), HasSubstr("a.xml:2:"));
  EXPECT_THAT(converted(files, "a.xml"), HasSubstr("this XML is not well-formed"));
  EXPECT_THAT(converted(files, "b.xml"), HasSubstr("this XML is not well-formed"));
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<a>";
  for (int i = 0; i < 1000; ++i) deep += "</a>";
  files.files["d.xml"] = deep;
  EXPECT_THAT(converted(files, "d.xml"), HasSubstr("nested too deeply"));
}

TEST(Foreign, WhatIsAttachedIsTheCvAsOurs) {
  MemoryWorkspace files{{"orcid.xml", kXml}};
  testing::add_test_fonts(files);
  files.files["plain.yaml"] = "extends: base\nstyles: {body: {family: Square}, label: {case: as-is}}\n";
  Request request{.cv = "orcid.xml", .layout = "plain.yaml", .output = "cv.pdf"};
  request.embed = true;
  request.standards = standards_from("none").value;  // the font for tests has few letters
  const Outcome made = Engine(files).render(request);
  ASSERT_EQ(made.status, Status::good) << printed(made.messages.back());
  const Outcome back = Engine(files).extract("cv.pdf", "back");
  EXPECT_THAT(back.bytes, HasSubstr("name: Ada Lovelace & Co"));
  EXPECT_THAT(back.bytes, Not(HasSubstr("shoes")));
}

}  // namespace
}  // namespace galley
