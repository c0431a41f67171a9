#include "export/pdf/file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>

#include "tests/unit/export/sample_pages.h"

namespace galley::pdf {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A file with one page, so that checkers are content.
void add_minimum(File& file) { file.page().numbers("MediaBox", {0, 0, 100, 100}).dict("Resources"); }

std::string saved(File& file) {
  add_minimum(file);
  const std::optional<std::string> bytes = file.save();
  EXPECT_FALSE(file.problem()) << file.problem()->message;
  return bytes.value_or("");
}

std::string message_of(const File& file) { return file.problem() ? file.problem()->message : "no problem"; }

TEST(File, IsVersionOneSeven) {
  File file({.readable = true});
  EXPECT_THAT(saved(file), testing::StartsWith("%PDF-1.7\n"));
}

TEST(File, EscapesWhatWouldEndAString) {
  File file({.readable = true});
  file.dict().bytes("URI", ")>>/S/JavaScript(\n\\");
  const std::string bytes = saved(file);
  EXPECT_THAT(bytes, HasSubstr("(\\051\\076\\076\\057S\\057JavaScript\\050\\012\\134)"));
  EXPECT_THAT(run_on(bytes, "qpdf --check @"), HasSubstr("No syntax"));
}

TEST(File, WritesTextBeyondAsciiAsUtf16WithItsMark) {
  File file({.readable = true});
  file.dict().text("T", "Zoë \xF0\x9F\x98\x80");  // an emoji beyond the BMP
  EXPECT_THAT(saved(file), HasSubstr("<FEFF005A006F00EB0020D83DDE00>"));
}

TEST(File, WritesNumbersInPlainNotation) {
  File file({.readable = true});
  file.dict().number("A", 841.89).number("B", 1e-7).number("C", -0.5).numbers("D", {595.276, 1e5});
  EXPECT_THAT(saved(file), HasSubstr("/A 841.89/B 0/C -0.5/D[595.276 100000]"));
}

TEST(File, NestsNumbers) {
  File file({.readable = true});
  Numbers widths;
  widths.add(3).open().add(250).add(443.85).close().add(9).open().add(1).close();
  file.dict().numbers("W", widths);
  EXPECT_THAT(saved(file), HasSubstr("/W[3[250 443.85] 9[1]]"));
}

class BadNumber : public testing::TestWithParam<double> {};

TEST_P(BadNumber, IsRefused) {
  File one({}), list({});
  one.dict().number("A", GetParam());
  list.dict().numbers("A", {0, GetParam()});
  EXPECT_TRUE(one.problem());
  EXPECT_TRUE(list.problem());
  EXPECT_FALSE(one.save());
}

INSTANTIATE_TEST_SUITE_P(All, BadNumber,
                         testing::Values(std::nan(""), std::numeric_limits<double>::infinity(), 1.0000001e6, -1e300));

// Each limit: the last that is allowed, and the first that is not.

TEST(File, LimitsLists) {
  File file({});
  Array list = file.array();
  for (std::size_t i = 0; i < kLongestArray; ++i) list.whole(1);
  EXPECT_FALSE(file.problem());
  list.whole(1);
  EXPECT_THAT(message_of(file), HasSubstr("a list of 32768 is too long"));
}

TEST(File, LimitsDictionaries) {
  File file({});
  Dict dict = file.dict();
  for (std::size_t i = 0; i < kLargestDict; ++i) dict.whole(("K" + std::to_string(i)).c_str(), 1);
  EXPECT_FALSE(file.problem());
  dict.whole("One", 1);
  EXPECT_THAT(message_of(file), HasSubstr("a dictionary of 4096 is too long"));
}

TEST(File, LimitsStrings) {
  File file({});
  file.dict().bytes("A", std::string(kLongestString, 'a'));
  EXPECT_FALSE(file.problem());
  file.dict().bytes("A", std::string(kLongestString + 1, 'a'));
  EXPECT_THAT(message_of(file), HasSubstr("a text of 32768 is too long"));
}

TEST(File, LimitsTextInUtf16) {
  File file({});
  std::string accents;
  for (int i = 0; i < 16382; ++i) accents += "é";
  file.dict().text("A", accents + "é");
  EXPECT_THAT(message_of(file), HasSubstr("a text of 32768 is too long"));
}

TEST(File, EscapesWhatANameMayNotHold) {
  File file({.readable = true});
  file.dict().name("Font", "A B/C#(é");
  EXPECT_THAT(saved(file), HasSubstr("/Font /A#20B#2FC#23#28#C3#A9"));
}

TEST(File, LimitsNames) {
  File file({});
  file.dict().name("A", std::string(kLongestName, 'a'));
  EXPECT_FALSE(file.problem());
  file.dict().name("A", std::string(kLongestName + 1, 'a'));
  EXPECT_THAT(message_of(file), HasSubstr("a name of 128 is too long"));
}

TEST(File, LimitsItsSize) {
  for (const bool readable : {false, true}) {
    File file({.readable = readable, .largest = 2000});
    for (int i = 0; i < 100; ++i) file.dict().text("Text", "some text to fill the file");
    add_minimum(file);
    EXPECT_FALSE(file.save());
    EXPECT_THAT(message_of(file), HasSubstr("larger than"));
    EXPECT_EQ(file.problem()->blame, Blame::limit);
  }
}

TEST(File, RefusesNul) {
  File bytes({}), text({}), accents({});
  bytes.dict().bytes("A", std::string("a\0b", 3));
  text.dict().text("A", std::string("a\0b", 3));
  accents.dict().text("A", std::string("é\0b", 4));
  for (const File* file : {&bytes, &text, &accents}) EXPECT_THAT(message_of(*file), HasSubstr("NUL"));
}

TEST(File, KeepsTheFirstProblemAndDoesNothingAfterIt) {
  File file({});
  Dict before = file.dict();
  before.name("A", std::string(200, 'a'));
  const std::string first = message_of(file);
  Dict after = file.dict();
  EXPECT_FALSE(after);
  after.name("A", "a").whole("B", 1).number("C", 1).boolean("D", true).text("E", "é").bytes("F", "f");
  after.refer("G", before).dict("H").array("I").whole(1).name("a").bytes("b").dict().array("J");
  file.catalog().refer("K", file.stream("x", File::Packing::deflated));
  file.array().array().refer(before);
  file.page().numbers("A", {1});
  before.number("A", std::nan(""));
  EXPECT_EQ(message_of(file), first);
  EXPECT_FALSE(file.save());
}

// libharu copies a stream in blocks of 4096 bytes: sizes around them.
class StreamSize : public testing::TestWithParam<std::size_t> {};

TEST_P(StreamSize, ComesBackWhole) {
  std::string content;
  while (content.size() < GetParam()) content += static_cast<char>('a' + content.size() * 7 % 23);
  for (const auto packing : {File::Packing::deflated, File::Packing::plain}) {
    for (const bool readable : {false, true}) {
      File file({.readable = readable});
      file.stream(content, packing);  // object 4: catalogue, page tree and information stand first
      EXPECT_EQ(run_on(saved(file), "qpdf --show-object=4 --filtered-stream-data @"), content);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, StreamSize, testing::Values(0, 1, 4095, 4096, 4097, 8192, 100000));

TEST(File, PacksSmallObjectsTogether) {
  const auto fill = [](File& file) {
    for (int i = 0; i < 2500; ++i) file.dict().whole("Number", i);
  };
  File packed({}), plain({.readable = true});
  fill(packed);
  fill(plain);
  const std::string bytes = saved(packed);
  EXPECT_LT(bytes.size() * 5, saved(plain).size());
  EXPECT_THAT(run_on(bytes, "qpdf --check @"), HasSubstr("No syntax or stream encoding errors found"));
  EXPECT_THAT(run_on(bytes, "qpdf --show-object=2400 @"), HasSubstr("/Number 2396"));
}

TEST(File, NamesItselfByItsContent) {
  const auto id_of = [](const std::string& title) {
    File file({.readable = true});
    file.info().text("Title", title);
    const std::string bytes = saved(file);
    return bytes.substr(bytes.find("/ID [ <") + 7, 32);
  };
  EXPECT_EQ(id_of("one"), id_of("one"));
  EXPECT_NE(id_of("one"), id_of("two"));
  EXPECT_NE(id_of("one"), std::string(32, '0'));
}

// ---- memory running out

int allocations_left = 0;
void* allocate_some(unsigned size) { return allocations_left-- > 0 ? std::malloc(size) : nullptr; }
/// Fails once and then goes on: what was built around the hole must still hold.
void* fail_once(unsigned size) { return allocations_left-- == 0 ? nullptr : std::malloc(size); }

/// Whether the document could be written with what memory there was.
bool write_something(const Memory& memory, bool readable) {
  File file({.readable = readable, .memory = memory});
  Dict dict = file.dict();
  dict.name("A", "a").whole("B", 1).number("C", 1.5).boolean("D", true).text("E", "é").bytes("F", "f");
  dict.dict("G").array("H").name("a").bytes("b").array().whole(1);
  file.array().refer(dict).dict().refer("I", dict);
  file.catalog().refer("J", file.stream(std::string(10000, 'x'), File::Packing::deflated));
  for (int i = 0; i < 30; ++i) file.dict().whole("N", i);  // makes libharu's lists grow
  add_minimum(file);
  const bool written = file.save().has_value();
  EXPECT_EQ(message_of(file), written ? "no problem" : "memory ran out while the PDF was written");
  return written;
}

TEST(File, SurvivesEveryAllocationThatFails) {
  for (const bool readable : {false, true}) {
    for (auto* allocate : {allocate_some, fail_once}) {
      int n = 0;
      for (allocations_left = 0; !write_something({allocate, std::free}, readable); allocations_left = ++n)
        ASSERT_LT(n, 2000);
      EXPECT_GT(n, 100);
    }
  }
}

}  // namespace
}  // namespace galley::pdf
