// The reference CV's publications from BibTeX come out as they do from its data.
#include "exchange/publications.h"

#include <gtest/gtest.h>

#include "exchange/import.h"
#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

constexpr std::string_view kSection = "    Publications:\n";

/// The reference CV with another section of publications.
std::string with_section(const std::string& section) {
  std::string cv = test::file_text("data/ruiqi-gao.yaml");
  const std::size_t begin = cv.find(kSection);
  std::size_t end = begin + kSection.size();
  while (end < cv.size() && (cv.substr(end).starts_with("     ") || cv[end] == '\n')) end = cv.find('\n', end) + 1;
  return cv.replace(begin, end - begin, section);
}

std::optional<Cv> read(test::Reading& reading, const std::string& text) {
  MemoryWorkspace files{{"publications.bib", test::file_text("tests/reference/publications.bib")}};
  auto node = reading.node(text);
  if (node) node = import_cv(std::move(*node), "cv.yaml", files, reading.sources, reading.diagnostics);
  return node ? read_cv(*node, test::built_in_kinds(), reading.diagnostics) : std::nullopt;
}

const Section& publications(const Cv& cv) {
  return *std::find_if(cv.sections.begin(), cv.sections.end(), [](const Section& each) { return plain_text(each.title) == "Publications"; });
}

std::string field_text(const Field& field) {
  if (const auto* text = std::get_if<RichText>(&field.value)) {
    std::string all;
    for (const RichSpan& each : *text) all += (each.emphasis ? "/" : "") + each.text + (each.link.empty() ? "" : "<" + each.link + ">");
    return all;
  }
  std::string all;
  if (const auto* people = std::get_if<People>(&field.value))
    for (const Person& each : *people) all += (each.is_owner ? "!" : "") + each.name + each.marks + ";";
  if (const auto* url = std::get_if<std::string>(&field.value)) all = *url;
  if (const auto* dates = std::get_if<Dates>(&field.value)) all = std::to_string(dates->ranges.at(0).start.year) + dates->wording;
  return all;
}

std::string separators(const Field& field) {
  std::string all;
  if (const auto* people = std::get_if<People>(&field.value))
    for (const Person& each : *people) all += each.separator.value_or("?") + ";";
  return all;
}

TEST(Publications, OfTheReferenceComeOutOfBibTeXWordForWord) {
  test::Reading reading;
  const auto ours = read(reading, test::file_text("data/ruiqi-gao.yaml"));
  const auto from_bib = read(reading, with_section(std::string("    Publications: publications.bib\n")));
  ASSERT_TRUE(ours && from_bib) << reading.messages();
  EXPECT_EQ(reading.messages(), "");
  const auto& expected = publications(*ours).items;
  const auto& items = publications(*from_bib).items;
  ASSERT_EQ(items.size(), expected.size());
  ASSERT_EQ(items.size(), 35U);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& made = std::get<Entry>(items[i]);
    for (const Field& field : std::get<Entry>(expected[i]).fields) {
      if (field.name == "also") continue;  // BibTeX has nothing like it
      ASSERT_TRUE(made.find(field.name)) << i << ' ' << field.name;
      std::string text = field_text(field);
      if (text.starts_with("\u2028")) text.erase(0, 3);  // nor breaks
      EXPECT_EQ(field_text(*made.find(field.name)), text) << i;
    }
  }
}

TEST(Publications, FieldsOfTheCvCountInsteadOfTheBibliographys) {
  test::Reading reading;
  const auto ours = read(reading, test::file_text("data/ruiqi-gao.yaml"));
  const std::string section = test::file_text("tests/reference/publications.yaml");
  const auto from_bib = read(reading, with_section(section.substr(section.find(kSection))));
  ASSERT_TRUE(ours && from_bib) << reading.messages();
  EXPECT_EQ(plain_text(publications(*from_bib).note), plain_text(publications(*ours).note));
  for (std::size_t i = 0; i < publications(*ours).items.size(); ++i) {
    const auto& expected = std::get<Entry>(publications(*ours).items[i]);
    const auto& made = std::get<Entry>(publications(*from_bib).items[i]);
    EXPECT_EQ(made.fields.size(), expected.fields.size()) << i;
    for (const Field& field : expected.fields) {
      ASSERT_TRUE(made.find(field.name)) << i << ' ' << field.name;
      EXPECT_EQ(field_text(*made.find(field.name)), field_text(field)) << i;
      const std::string between = separators(*made.find(field.name));
      if (between.find('?') != std::string::npos) continue;  // a list: the layout parts its names
      EXPECT_EQ(between, separators(field)) << i;
    }
  }
}

}  // namespace
}  // namespace galley
