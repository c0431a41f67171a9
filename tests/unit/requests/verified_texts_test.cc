// Texts that were once lost, misspelt or refused on their way into a PDF and back: each renders with `verify`, in real type.
#include <gtest/gtest.h>

#include <fstream>

#include "galley/galley.h"

namespace galley {
namespace {

struct Row {
  const char* name;
  const char* items;  ///< of a section, one a line
};

class VerifiedText : public ::testing::TestWithParam<Row> {};

TEST_P(VerifiedText, ComesOutOfThePdf) {
  const std::string path = ::testing::TempDir() + "galley-" + GetParam().name + ".yaml";
  std::ofstream(path) << "cv:\n  name: Ada\n  sections:\n    A:\n" << GetParam().items;
  DiskWorkspace workspace;
  Request request;
  request.cv = path;
  request.verify = true;
  const Outcome outcome = Engine(workspace).render(request);
  std::string messages;
  for (const Message& message : outcome.messages) messages += message.text;
  EXPECT_EQ(outcome.status, Status::good) << messages;
}

INSTANTIATE_TEST_SUITE_P(Of, VerifiedText,
                         ::testing::Values(Row{"zero_width_space", "      - \"One\\u200Btwo three\\u200B\"\n      - \"\\u200Bbegin\"\n"},
                                           Row{"steering", "      - \"So\\u00ADft and non\\u2060break \\u200Eleft\\u200E\"\n"},
                                           Row{"joiners", "      - نرم‌افزار می‌نویسم\n      - سال‌ها بی‌دردسر و پیش‌بینی\n"},
                                           Row{"arabic_with_digits", "      - Arabic ليلى 2020 in a line, and ليلى ٤٠ too; 12 ليلى\n"
                                                                     "      - (ليلى 2020) and more\n      - \"\\u2067ليلى 2020\\u2069 isolated\"\n"},
                                           Row{"tamil_before_a_colon", "      - {label: கருவிகள், skills: தமிழ்}\n"},
                                           Row{"line_breaks", "      - \"one\\L two\"\n      - \"one \\L two\\L\"\n      - \"\\Lthree\\L\\Lfour\"\n"}),
                         [](const auto& row) { return std::string(row.param.name); });

/// The timeline sets a year once in ranges within it, where the language has its years.
TEST(VerifiedDates, OfOneYearComeOutWhole) {
  for (const auto& [language, word] : {std::pair("en", "Analyst"), {"ja", "Analyst"}, {"hu", "Analyst"}, {"ru", "Analyst"}, {"ar", "محللة"}}) {
    const std::string path = ::testing::TempDir() + "galley-dates.yaml";
    std::ofstream(path) << "cv:\n  name: " << word << "\n  language: " << language << "\n  sections:\n    " << word << ":\n"
                        << "      - {position: " << word << ", dates: 2020-06/2020-09}\n"
                        << "      - {position: " << word << ", dates: [2019-01-05/2019-01-09, 2018-spring/2018-autumn]}\n";
    DiskWorkspace workspace;
    Request request;
    request.cv = path;
    request.layout = "timeline";
    request.verify = true;
    const Outcome outcome = Engine(workspace).render(request);
    std::string messages;
    for (const Message& message : outcome.messages) messages += message.text;
    EXPECT_EQ(outcome.status, Status::good) << language << ": " << messages;
  }
}

}  // namespace
}  // namespace galley
