#include <gtest/gtest.h>

#include "galley/galley.h"

namespace galley {
namespace {

class NewCvTest : public testing::Test {
 protected:
  MemoryWorkspace files;
  Engine engine{files};
};

TEST_F(NewCvTest, EveryStarterIsReadWithoutAWordAndNamesItsOwner) {
  for (const char* kind : {"academic", "industry", "creative", "short"})
    for (const char* language : {"en", "de"}) {
      const std::string path = std::string(kind) + language + ".yaml";
      const Outcome made = engine.new_cv({.name = "Ada \"A\" Lovelace", .kind = kind, .language = language, .output = path});
      ASSERT_EQ(made.status, Status::good) << path;
      EXPECT_EQ(made.files, std::vector<std::string>{path});
      const Outcome checked = engine.check({.cvs = {path}, .each = {}});
      EXPECT_EQ(checked.status, Status::good);
      for (const Message& each : checked.messages) EXPECT_NE(each.text.find("does not show"), std::string::npos) << each.text;
      const Outcome read = engine.dump({.cv = path}, "cv");
      EXPECT_NE(read.bytes.find("Ada \\\"A\\\" Lovelace"), std::string::npos) << read.bytes.substr(0, 200);
      EXPECT_EQ(files.files.at(path).find("Jane Doe\""), std::string::npos);
    }
}

TEST_F(NewCvTest, TheOwnerIsFoundAmongTheAuthors) {
  ASSERT_EQ(engine.new_cv({.name = "Jana Müller", .kind = "academic", .output = "a.yaml"}).status, Status::good);
  EXPECT_NE(files.files.at("a.yaml").find("aliases: [J. Müller]"), std::string::npos);
  EXPECT_NE(engine.dump({.cv = "a.yaml"}, "cv").bytes.find("\"J. Müller\" owner"), std::string::npos);
  EXPECT_EQ(files.files.at("a.yaml").find("Doe"), std::string::npos);
}

TEST_F(NewCvTest, IsNamedAfterItsOwnerAndNeverWritesOverAFile) {
  const Outcome first = engine.new_cv({.name = "Ada Lovelace", .layout = "compact"});
  EXPECT_EQ(first.bytes, "wrote ada-lovelace.yaml; now: galley render ada-lovelace.yaml -l compact\n");
  EXPECT_NE(files.files.at("ada-lovelace.yaml").find("galley render ada-lovelace.yaml -l compact\n"), std::string::npos);
  files.files["ada-lovelace.yaml"] = "mine";
  const Outcome second = engine.new_cv({.name = "Ada Lovelace"});
  EXPECT_EQ(second.status, Status::usage);
  EXPECT_EQ(printed(second.messages.at(0)), "galley: error: there is a file 'ada-lovelace.yaml' already\n  help: give another name after -o\n");
  EXPECT_EQ(files.files.at("ada-lovelace.yaml"), "mine");
}

TEST_F(NewCvTest, SaysWhatThereIs) {
  EXPECT_EQ(printed(engine.new_cv({.name = "Ada", .kind = "academc"}).messages.at(0)), "galley: error: there is no starter 'academc'\n  help: did you mean 'academic'?\n");
  EXPECT_EQ(printed(engine.new_cv({.name = "Ada", .layout = "clasic"}).messages.at(0)), "galley: error: there is no layout 'clasic'\n  help: did you mean 'classic'?\n");
  EXPECT_EQ(engine.new_cv({.name = " "}).status, Status::usage);
  EXPECT_EQ(engine.new_cv({.name = "Ada", .language = "xx"}).status, Status::usage);
  const Outcome french = engine.new_cv({.name = "Ada", .language = "fr"});
  EXPECT_EQ(french.status, Status::good);
  EXPECT_EQ(french.messages.size(), 1U);
  EXPECT_NE(files.files.at("ada.yaml").find("language: fr "), std::string::npos);
}

/// The titles that the file of a language has: all of them, so that no starter mixes languages in its headings.
TEST_F(NewCvTest, TitlesAreInTheLanguageWhereItHasSome) {
  for (const char* language : {"fr", "es", "it", "pt", "ca", "nl", "sv", "da", "nb", "pl", "ru", "ja", "zh", "zh-Hant"})
    for (const char* kind : {"academic", "creative", "industry", "short"}) {
      const std::string name = std::string(kind) + "." + language + ".yaml";
      ASSERT_EQ(engine.new_cv({.name = "Ada Byron", .kind = kind, .language = language, .output = name}).status, Status::good);
      for (const char* title : {"Appointments:", "Education:", "Talks:", "Teaching:", "Students:", "Grants and awards:", "About:", "Selected work:", "Experience:", "Awards:", "Skills:", "Profile:", "Languages:"})
        EXPECT_EQ(files.files.at(name).find("\n    " + std::string(title)), std::string::npos) << name << ": " << title;
      EXPECT_EQ(engine.check({.cvs = {name}, .each = {}}).status, Status::good) << name;
    }
  EXPECT_NE(files.files.at("academic.fr.yaml").find("`Publications: papers.bib`"), std::string::npos);
  EXPECT_NE(files.files.at("academic.es.yaml").find("    Publicaciones: "), std::string::npos);
  EXPECT_NE(files.files.at("academic.es.yaml").find("`Publicaciones: papers.bib`"), std::string::npos);
}

}  // namespace
}  // namespace galley
