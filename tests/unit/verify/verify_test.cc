#include "verify/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "export/pdf/pdf.h"
#include "export/text/text.h"
#include "tests/unit/export/sample_pages.h"
#include "tests/unit/verify/plain_pdf.h"

namespace galley {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

std::vector<std::string> messages_of(const Diagnostics& diagnostics) {
  std::vector<std::string> out;
  for (const Diagnostic& each : diagnostics.all()) out.push_back(each.message);
  return out;
}

std::vector<std::string> said(const std::string& bytes, const VerifyOptions& options = {}) {
  Diagnostics diagnostics;
  verify_pdf({"a.pdf", bytes}, options, diagnostics);
  return messages_of(diagnostics);
}

struct Sample {
  std::string pdf, text;
};

Sample sample(bool readable = true) {
  SamplePages pages;
  const ElementId heading = pages.element(Role::heading1, pages.root),
                  paragraph = pages.element(Role::paragraph, pages.root);
  pages.text(heading, {72, 100}, "Ada Lovelace", pages.bold(14));
  const double x = pages.text(paragraph, {72, 130}, "The first program had notes three times ", pages.regular());
  pages.text(paragraph, {x, 130}, "as long as ", pages.bold());
  pages.text(paragraph, {72, 142}, "the paper. It flies: fi, office, Ελλάδα, größer.", pages.regular());
  pages.add_page();
  pages.text(pages.element(Role::paragraph, pages.root), {72, 100}, "The second page ends here.", pages.regular());
  pages.text(kArtifact, {300, 800}, "2", pages.regular());
  Diagnostics diagnostics;
  PdfOptions options;
  options.readable = readable;
  return {write_pdf(pages.pages, options, diagnostics).value_or(""), write_text(pages.pages)};
}

/// With `old` overwritten by `with`, filled up with spaces, so that everything else stays in its place.
std::string spoilt(std::string pdf, const std::string& old, std::string with) {
  const std::size_t at = pdf.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  with.resize(old.size(), ' ');
  for (std::size_t place = at; place != std::string::npos; place = pdf.find(old, place + 1))
    pdf.replace(place, old.size(), with);
  return pdf;
}

TEST(Verify, FindsNothingInWhatWeMake) {
  for (const bool readable : {true, false}) {
    const Sample made = sample(readable);
    Diagnostics diagnostics;
    const auto seen = verify_pdf({"a.pdf", made.pdf}, {.expected_text = made.text}, diagnostics);
    EXPECT_THAT(messages_of(diagnostics), IsEmpty());
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->pages, 2U);
    EXPECT_GT(seen->words, 20U);
  }
}

TEST(Verify, NamesWhatTheTextHasBeyondTheFile) {
  Sample made = sample();
  EXPECT_THAT(said(made.pdf, {.expected_text = made.text.insert(made.text.find("second"), "other ")}),
              ElementsAre(AllOf(StartsWith("a.pdf, page 2: lost: 'other' after 'Ελλάδα, größer. The'"))));
}

TEST(Verify, NamesGlyphsWithoutText) {
  EXPECT_THAT(said(spoilt(sample().pdf, "/ToUnicode", "/ToUnicod_")),
              Contains(AllOf(StartsWith("a.pdf, page 1: "), HasSubstr("stand for no text (no /ToUnicode)"))));
}

TEST(Verify, NamesWrongLetters) {
  const Sample made = sample();
  EXPECT_THAT(said(spoilt(made.pdf, "><0065>\n", "><0061>\n"), {.expected_text = made.text}),
              Contains(HasSubstr("changed: expected")));
}

TEST(Verify, NamesMeaninglessLetters) {
  EXPECT_THAT(said(spoilt(sample().pdf, "><0065>\n", "><E000>\n")),
              Contains(HasSubstr("broken: characters that mean nothing come out in")));
}

TEST(Verify, NamesWhatIsMissingOfTheCatalog) {
  const std::string pdf = sample().pdf;
  EXPECT_THAT(said(spoilt(pdf, "/StructTreeRoot", "/StructTreeRoo_")), Contains(HasSubstr("no structure tree")));
  EXPECT_THAT(said(spoilt(pdf, "/MarkInfo", "/MarkInf_")), ElementsAre(HasSubstr("does not say that it is tagged")));
  EXPECT_THAT(said(spoilt(pdf, "/Lang", "/Lan_")), ElementsAre(HasSubstr("has no language")));
  EXPECT_THAT(said(spoilt(pdf, "/OutputIntents", "/OutputIntent_")), ElementsAre(HasSubstr("no output intent")));
  EXPECT_THAT(said(spoilt(pdf, "/Metadata ", "/Metadat_ ")), ElementsAre(HasSubstr("no XMP metadata")));
  EXPECT_THAT(said(spoilt(spoilt(pdf, "dc:title", "dc:titel"), "/Title", "/Titl_")),
              Contains(HasSubstr("has no title")));
}

TEST(Verify, NamesFontsThatAreNotEmbedded) {
  EXPECT_THAT(said(spoilt(sample().pdf, "/FontFile2", "/FontFile_")),
              Contains(AllOf(HasSubstr("Tinos"), HasSubstr("is not embedded"))));
}

TEST(Verify, NamesTextOutsideOfTags) {
  PlainPdf pdf;
  pdf.page(
      "/P<</MCID 0>>BDC BT /F1 10 Tf 20 100 Td (In a tag ) Tj ET EMC BT /F1 10 Tf 20 80 Td (nowhere) Tj ET "
      "/Artifact BMC BT /F1 10 Tf 20 60 Td (decoration) Tj ET EMC");
  EXPECT_THAT(said(pdf.bytes()), Contains("a.pdf, page 1: text stands outside of the tags: 'nowhere'"));
}

TEST(Verify, NamesWordsThatOnlyAGapParts) {
  PlainPdf pdf;
  pdf.page("BT /F1 10 Tf 20 100 Td [(the) -400 (first) -400 (program)] TJ ET");
  EXPECT_THAT(said(pdf.bytes()),
              Contains("a.pdf, page 1: glued: only a gap parts the words 'the|first', 'first|program'"));
  PlainPdf honest;
  honest.page("BT /F1 10 Tf 20 100 Td [(the ) -40 (first) -40 ( program)] TJ ET");
  EXPECT_THAT(said(honest.bytes()), Not(Contains(HasSubstr("glued"))));
}

TEST(Verify, TellsArtifactsFromText) {
  SamplePages pages;
  const ElementId paragraph = pages.element(Role::paragraph, pages.root);
  pages.text(kArtifact, {72, 50}, "Running", pages.regular());
  pages.text(kArtifact, {172, 50}, "head", pages.regular());
  pages.text(paragraph, {72, 100}, "One line ", pages.regular());
  pages.text(kArtifact, {72, 112}, "One aside", pages.regular());
  pages.text(paragraph, {72, 124}, "another line", pages.regular());
  pages.text(paragraph, {72, 136}, "and the last", pages.regular());
  Diagnostics diagnostics;
  const std::string pdf = write_pdf(pages.pages, {}, diagnostics).value_or("");
  EXPECT_THAT(said(pdf, {.expected_text = "One line another line and the last"}), IsEmpty());
  EXPECT_THAT(
      said(pdf, {.expected_text = "One line another line"}),
      ElementsAre("a.pdf, page 1: added: 'and the last' after 'line another line', which the text does not have"));
}

TEST(Verify, NamesPagesWithoutText) {
  PlainPdf pdf;
  pdf.page("BT /F1 10 Tf 20 100 Td (Text) Tj ET");
  pdf.page("0 0 100 100 re f");
  EXPECT_THAT(said(pdf.bytes()), Contains("a.pdf, page 2: no text comes out of the page"));
}

TEST(Verify, ReadsFormsAndReplacedText) {
  PlainPdf pdf;
  pdf.resources = "/XObject<</X 100 0 R>>";
  pdf.more = {{100, PlainPdf::stream("/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</Font<</F1 3 0 R>>>>",
                                     "/Span<</MCID 0/ActualText(first)>>BDC BT /F1 10 Tf 20 100 Td (1st) Tj ET EMC")}};
  pdf.page("/X Do");
  EXPECT_THAT(said(pdf.bytes(), {.expected_text = "first\n"}),
              Not(Contains(AnyOf(HasSubstr("lost"), HasSubstr("changed"), HasSubstr("outside")))));
}

TEST(Verify, FollowsNoCircleOfForms) {
  PlainPdf pdf;
  pdf.resources = "/XObject<</X 100 0 R>>";
  pdf.more = {{100, PlainPdf::stream("/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<</X 100 0 R>>>>",
                                     "/X Do")}};
  pdf.page("/X Do");
  EXPECT_THAT(said(pdf.bytes()), Contains(HasSubstr("no text comes out")));
}

// ---- files that cannot be read: one message each

TEST(VerifyUnreadable, EmptyFile) { EXPECT_THAT(said(""), ElementsAre("a.pdf: the file is empty")); }

TEST(VerifyUnreadable, SomethingElse) {
  EXPECT_THAT(said("cv:\n  name: Ada\n"), ElementsAre("a.pdf: the file is not a PDF: it does not begin with '%PDF-'"));
}

TEST(VerifyUnreadable, CutOffAnywhere) {
  const std::string pdf = sample(false).pdf;
  for (std::size_t length = 6; length + 8 < pdf.size(); length += pdf.size() / 23)
    EXPECT_THAT(said(pdf.substr(0, length)), ElementsAre(StartsWith("a.pdf: the PDF is cut off or damaged: ")))
        << length;
}

TEST(VerifyUnreadable, BeginIsMissing) {
  const std::string pdf = sample(false).pdf;
  EXPECT_THAT(said("%PDF-1.7\n" + pdf.substr(pdf.size() / 2)),
              ElementsAre(StartsWith("a.pdf: the PDF is cut off or damaged: ")));
}

TEST(VerifyUnreadable, Encrypted) {
  const std::string pdf = sample(false).pdf;
  for (const char* password : {"secret", "\"\""}) {
    const std::string locked = run_on(pdf, std::string("qpdf --encrypt ") + password + " owner 256 -- @ -");
    EXPECT_THAT(said(locked), ElementsAre("a.pdf: the PDF is encrypted, so not every reader gets what it says"))
        << password;
  }
}

TEST(VerifyUnreadable, SpoiltBytesNeverEndTheProgram) {
  const std::string pdf = sample(false).pdf;
  std::size_t complained = 0;
  for (std::size_t at = 9; at < pdf.size(); at += 97) {
    std::string mutated = pdf;
    mutated[at] = static_cast<char>(mutated[at] ^ 0x55);
    complained += said(mutated).empty() ? 0U : 1U;
  }
  EXPECT_GT(complained, pdf.size() / 97 / 4);
}

}  // namespace
}  // namespace galley
