#include "export/pdf/pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>

#include "export/pdf/document.h"
#include "export/pdf/links.h"
#include "export/pdf/metadata.h"
#include "export/pdf/slug.h"
#include "export/pdf/tree.h"
#include "export/text/text.h"
#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string pdf_of(const Pages& pages, PdfOptions options = {}) {
  Diagnostics diagnostics;
  const std::optional<std::string> bytes = write_pdf(pages, options, diagnostics);
  for (const Diagnostic& each : diagnostics.all()) ADD_FAILURE() << each.message;
  return bytes.value_or("");
}

std::string readable(const Pages& pages) { return pdf_of(pages, {.readable = true}); }

/// The objects of a readable file that contain `needle`, on one line each.
std::vector<std::string> objects_with(const std::string& pdf, const std::string& needle) {
  std::vector<std::string> found;
  for (std::size_t at = pdf.find(" 0 obj\n"); at != std::string::npos; at = pdf.find(" 0 obj\n", at + 1)) {
    std::string object = pdf.substr(at + 7, pdf.find("endobj", at) - at - 7);
    for (char& c : object)
      if (c == '\n') c = ' ';
    if (object.find(needle) != std::string::npos) found.push_back(object);
  }
  return found;
}

std::string object_with(const std::string& pdf, const std::string& needle) {
  const std::vector<std::string> found = objects_with(pdf, needle);
  return found.empty() ? "no object with " + needle : found[0];
}

/// The number of the first object that holds `entry`.
std::string number_of(const std::string& pdf, const std::string& entry) {
  constexpr std::string_view kBegin = " 0 obj\n";
  const std::size_t at = pdf.rfind(kBegin, pdf.find(entry));
  if (at == std::string::npos || pdf.find(entry) == std::string::npos) return "none";
  const std::size_t line = pdf.rfind('\n', at);
  return pdf.substr(line + 1, at - line - 1);
}

// ---- the whole file

TEST(Pdf, PassesTheSyntaxCheck) {
  const Pages pages = two_page_sample().pages;
  for (const bool is_readable : {false, true}) {
    const std::string pdf = pdf_of(pages, {.readable = is_readable});
    EXPECT_THAT(run_on(pdf, "qpdf --check @"), HasSubstr("No syntax or stream encoding errors found"));
    keep_for_conformance(is_readable ? "two-pages-readable" : "two-pages", pdf, write_text(pages));
  }
}

TEST(Pdf, GivesItsTextBack) {
  SamplePages sample;
  const ElementId paragraph = sample.element(Role::heading1, sample.root);
  sample.text(paragraph, {72, 100}, "AVATAR & Zürich — Ελλάδα", sample.regular());
  sample.text(paragraph, {72, 120}, "no-break\xC2\xA0space", sample.regular());
  sample.page().items.push_back({{72_pt, 140_pt}, paragraph, fi_ligature(sample.regular())});
  sample.text(paragraph, {72 + sample.last_run().width().points(), 140}, "ne flour", sample.regular());
  const std::string pdf = pdf_of(sample.pages);
  EXPECT_EQ(run_on(pdf, "pdftotext -raw @ -"), "AVATAR & Zürich — Ελλάδα\nno-break space\nfine flour\n\f");
  keep_for_conformance("scripts", pdf, write_text(sample.pages));
}

TEST(Pdf, GivesRightToLeftTextBack) {
  SamplePages sample;
  sample.text(sample.element(Role::heading1, sample.root), {72, 100}, "שלום עולם", sample.regular());
  const std::string pdf = pdf_of(sample.pages);
  // pdftotext puts marks of direction around it.
  EXPECT_THAT(run_on(pdf, "pdftotext @ -"), HasSubstr("שלום עולם"));
  keep_for_conformance("right-to-left", pdf, "");
}

TEST(Pdf, GivesTheTextBackThatGlyphsAloneDoNot) {
  SamplePages sample;
  const ElementId heading = sample.element(Role::heading1, sample.root);
  sample.text(heading, {72, 100}, "oxo and oxen", sample.regular());
  GlyphRun cluster = shape("xo", sample.regular());
  cluster.text = "office";
  cluster.glyphs[0].text = {0, 6};
  cluster.glyphs[1].text = {6, 6};
  sample.page().items.push_back({{72_pt, 120_pt}, heading, cluster});
  const std::string pdf = pdf_of(sample.pages);
  EXPECT_EQ(run_on(pdf, "pdftotext -raw @ -"), "oxo and oxen\noffice\n\f");
  keep_for_conformance("actual-text", pdf, write_text(sample.pages));
}

TEST(Pdf, LongSampleIsSmall) {
  const Pages pages = long_sample().pages;
  const std::string pdf = pdf_of(pages);
  keep_for_conformance("long", pdf, write_text(pages));
  EXPECT_LT(pdf.size(), 60U * 1024);
}

TEST(Pdf, SamePagesGiveSameBytes) {
  for (const bool is_readable : {false, true}) {
    const std::string first = pdf_of(two_page_sample().pages, {.readable = is_readable});
    EXPECT_THAT(first, StartsWith("%PDF-"));
    EXPECT_EQ(pdf_of(two_page_sample().pages, {.readable = is_readable}), first);
  }
}

TEST(Pdf, SaysNeitherWhenItWasMadeNorWithWhichLibrary) {
  const std::string pdf = readable(two_page_sample().pages);
  EXPECT_THAT(pdf, HasSubstr("/Producer (Galley)"));
  for (const char* trace : {"Date", "Haru", "Creator "}) EXPECT_THAT(pdf, Not(HasSubstr(trace)));
}

// ---- fonts

TEST(Pdf, EmbedsFontsByGlyphNumber) {
  SamplePages sample;
  sample.text(sample.root, {72, 100}, "A ", sample.regular());
  sample.page().items.push_back({{90_pt, 100_pt}, sample.root, fi_ligature(sample.regular())});
  const std::string pdf = readable(sample.pages);
  ASSERT_EQ(objects_with(pdf, "/Subtype /Type0").size(), 1U);
  const std::string font = object_with(pdf, "/Subtype /Type0");
  EXPECT_THAT(font, testing::ContainsRegex("/BaseFont /[A-Z]{6}\\+Tinos "));
  EXPECT_THAT(font, HasSubstr("/Encoding /Identity-H"));
  const std::string descendant = object_with(pdf, "/CIDFontType2");
  EXPECT_THAT(descendant, HasSubstr("/CIDToGIDMap /Identity"));
  EXPECT_THAT(descendant,
              testing::ContainsRegex("/W\\[1\\[250 722.17 [0-9.]+\\]\\]"));  // space, A, fi: all that is used
  const std::string descriptor = object_with(pdf, "/Type /FontDescriptor");
  for (const char* key : {"/Flags 6", "/FontBBox[", "/ItalicAngle 0", "/Ascent 891", "/Descent -216", "/CapHeight ",
                          "/StemV ", "/FontFile2 "})
    EXPECT_THAT(descriptor, HasSubstr(key));
  EXPECT_THAT(pdf, HasSubstr("<00660069>\n"));  // the ligature stands for both letters
}

TEST(Pdf, EmbedsCffOutlines) {
  std::ifstream stream("/usr/share/fonts/opentype/urw-base35/P052-Roman.otf", std::ios::binary);
  if (!stream) GTEST_SKIP() << "needs the package fonts-urw-base35";
  std::string why;
  const auto face = Face::open("P052", std::string(std::istreambuf_iterator<char>(stream), {}), 0, why);
  ASSERT_TRUE(face) << why;
  SamplePages sample;
  const ElementId heading = sample.element(Role::heading1, sample.root);
  sample.text(heading, {72, 100}, "Outlines in cubic curves", {face.get(), 12, {}});
  const std::string pdf = readable(sample.pages);
  EXPECT_THAT(pdf, HasSubstr("/Subtype /CIDFontType0C"));
  EXPECT_THAT(object_with(pdf, "/CIDFontType0 "), Not(HasSubstr("CIDToGIDMap")));
  EXPECT_THAT(run_on(pdf, "qpdf --check @"), HasSubstr("No syntax or stream encoding errors found"));
  EXPECT_EQ(run_on(pdf, "pdftotext -raw @ -"), "Outlines in cubic curves\n\f");
  keep_for_conformance("cff", pdf, write_text(sample.pages));
}

TEST(Pdf, RefusesAFaceThatMustNotBeEmbedded) {
  std::string bytes(tinos_regular().bytes());
  const std::size_t entry = bytes.find("OS/2");  // table directory: tag, checksum, offset, length
  const auto byte = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes[entry + i]));
  };
  const std::size_t table = byte(8) << 24 | byte(9) << 16 | byte(10) << 8 | byte(11);
  bytes[table + 8] = 0;
  bytes[table + 9] = 2;  // fsType: restricted licence embedding
  std::string why;
  const auto face = Face::open("Locked", bytes, 0, why);
  ASSERT_TRUE(face) << why;
  SamplePages sample;
  sample.text(sample.root, {72, 100}, "text", {face.get(), 10, {}});
  Diagnostics diagnostics;
  EXPECT_FALSE(write_pdf(sample.pages, {}, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("'Locked' must not be embedded"));
}

// ---- structure

TEST(Pdf, TagsEveryPiece) {
  const std::string pdf = readable(two_page_sample().pages);
  for (const char* type : {"Document", "H1", "Sect", "H2", "P", "Link", "L", "LI", "Lbl", "LBody"})
    EXPECT_FALSE(objects_with(pdf, std::string("/S /") + type + " ").empty()) << type;
  EXPECT_EQ(objects_with(pdf, "/S /P ").size(), 2U);  // the empty third is left out
  EXPECT_THAT(pdf, HasSubstr("/MarkInfo <<\n/Marked true\n>>"));
  EXPECT_THAT(pdf, HasSubstr("/Lang (en)"));
}

TEST(Pdf, JoinsAnElementOverPages) {
  const std::string pdf = readable(two_page_sample().pages);
  const std::vector<std::string> over = objects_with(pdf, "/Lang (de)");
  ASSERT_EQ(over.size(), 1U);
  EXPECT_THAT(over[0], testing::ContainsRegex("/K \\[ [0-9]+ << /Type /MCR /Pg [0-9]+ 0 R /MCID 0 >> \\]"));
}

TEST(Pdf, TiesLinksToTheirPlaces) {
  const std::string pdf = readable(two_page_sample().pages);
  const std::vector<std::string> elements = objects_with(pdf, "/S /Link ");
  ASSERT_EQ(elements.size(), 1U);
  EXPECT_THAT(elements[0], testing::ContainsRegex(
                               "/K \\[ [0-9]+ << /Type /OBJR /Obj [0-9]+ 0 R >> << /Type /OBJR /Obj [0-9]+ 0 R >>"));
  const std::vector<std::string> links = objects_with(pdf, "/Subtype /Link");
  ASSERT_EQ(links.size(), 2U);
  for (const char* entry : {"/F 4", "/Border[0 0 0]", "/Contents (https:", "/S /URI"})
    EXPECT_THAT(links[0], HasSubstr(entry));
  // Keys count on from the two pages; the parent tree leads back to the one Link element.
  EXPECT_THAT(links[0], HasSubstr("/StructParent 2 "));
  EXPECT_THAT(links[1], HasSubstr("/StructParent 3 "));
  const std::string link = number_of(pdf, "/S /Link\n");
  EXPECT_THAT(objects_with(pdf, "/Nums").back(), HasSubstr(" 2 " + link + " 0 R 3 " + link + " 0 R ]"));
}

TEST(Pdf, SaysHowListsAreNumbered) {
  EXPECT_THAT(readable(two_page_sample().pages), HasSubstr("/ListNumbering /Disc"));
  SamplePages sample;
  const ElementId item = sample.element(Role::list_item, sample.element(Role::list, sample.root));
  sample.text(sample.element(Role::label, item), {72, 100}, "[1]", sample.regular());
  sample.text(sample.element(Role::list_body, item), {92, 100}, "first", sample.regular());
  EXPECT_THAT(readable(sample.pages), HasSubstr("/ListNumbering /Decimal"));
}

TEST(Tree, SplitsIntoLeavesWithLimits) {
  pdf::File file({.readable = true});
  std::vector<pdf::TreeValue> values;
  for (int i = 0; i < 2500; ++i) values.emplace_back(file.dict());
  file.catalog().refer("T", pdf::write_number_tree(file, values));
  file.page().numbers("MediaBox", {0, 0, 9, 9});
  const std::string bytes = file.save().value_or("");
  const std::vector<std::string> leaves = objects_with(bytes, "/Limits");
  ASSERT_EQ(leaves.size(), 3U);
  EXPECT_THAT(leaves[0], HasSubstr("/Limits [ 0 999 ]"));
  EXPECT_THAT(leaves[2], HasSubstr("/Limits [ 2000 2499 ]"));
  EXPECT_EQ(objects_with(bytes, "/Kids").size(), 2U);  // the page tree and ours
}

// ---- links, bookmarks, metadata

TEST(AsUri, EncodesWhatAUriCannotHold) {
  EXPECT_EQ(pdf::as_uri("https://example.org/a%20b?c=(d)#e"), "https://example.org/a%20b?c=(d)#e");
  EXPECT_EQ(pdf::as_uri("https://example.org/a b<c>\"\\"), "https://example.org/a%20b%3Cc%3E%22%5C");
  EXPECT_EQ(pdf::as_uri("https://münchen.example/\n"), "https://m%C3%BCnchen.example/%0A");
}

TEST(Pdf, RefusesNulInATarget) {
  SamplePages sample;
  const ElementId link = sample.element(Role::link, sample.root);
  sample.link(link, {72, 100}, "here", std::string("https://example.org/\0x", 22), sample.regular());
  Diagnostics diagnostics;
  EXPECT_FALSE(write_pdf(sample.pages, {}, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("NUL"));
}

TEST(Slug, KeepsLettersAndDigits) {
  EXPECT_EQ(pdf::slug("Work & Experience (2019)"), "work-experience-2019");
  EXPECT_EQ(pdf::slug("& — !"), "section");
  EXPECT_EQ(pdf::slug(""), "section");
}

TEST(Slug, DropsAccents) {
  EXPECT_EQ(pdf::slug("Expérience à l’étranger"), "experience-a-l-etranger");
  EXPECT_EQ(pdf::slug("Œuvre, Straße, Łódź × 2"), "oeuvre-strasse-lodz-2");
  EXPECT_EQ(pdf::slug("Čeština ž"), "cestina-z");
}

TEST(Slug, KeepsTheLettersOfOtherScripts) {
  EXPECT_EQ(pdf::slug("Εργασιακή Εμπειρία"), "εργασιακή-εμπειρία");
  EXPECT_EQ(pdf::slug("الخبرة العملية"), "الخبرة-العملية");
  EXPECT_EQ(pdf::slug("学歴・職歴"), "学歴-職歴");
  EXPECT_EQ(pdf::slug("शिक्षा"), "शिक्षा");
  EXPECT_EQ(pdf::slug("e\u0301tudes"), "etudes") << "the accent by itself";
}

TEST(Slug, IsNotEndless) { EXPECT_EQ(pdf::slug(std::string(5000, 'a')).size(), 100U); }

TEST(Pdf, CallsItsPagesByNumber) {
  EXPECT_THAT(readable(two_page_sample().pages), HasSubstr("/PageLabels <<\n/Nums [ 0 <<\n/S /D\n>> ]\n>>"));
}

TEST(Pdf, HasBookmarksInLevels) {
  SamplePages sample;
  for (const auto& [title, level] :
       std::vector<std::pair<std::string, int>>{{"A", 0}, {"B", 1}, {"C", 2}, {"A", 1}, {"D", 0}})
    sample.bookmark(title, level, {72, 100}, kArtifact);
  const std::string pdf = readable(sample.pages);
  EXPECT_THAT(pdf, HasSubstr("/PageMode /UseOutlines"));
  EXPECT_THAT(object_with(pdf, "/Type /Outlines"), HasSubstr("/Count 5"));
  const std::vector<std::string> tops = objects_with(pdf, "/Title (A)");
  ASSERT_EQ(tops.size(), 2U);
  EXPECT_THAT(tops[0], HasSubstr("/Dest (a) "));
  EXPECT_THAT(tops[0], HasSubstr("/Count 3"));
  EXPECT_THAT(tops[1], HasSubstr("/Dest (a-2) "));
  EXPECT_THAT(tops[1], HasSubstr("/Prev"));
  EXPECT_THAT(object_with(pdf, "/Names ["),
              testing::ContainsRegex("\\(a\\) .*\\(a-2\\) .*\\(b\\) .*\\(c\\) .*\\(d\\)"));
  EXPECT_THAT(object_with(pdf, "/XYZ"), HasSubstr("/XYZ 72 742 0"));
  EXPECT_THAT(run_on(pdf, "qpdf --check @"), HasSubstr("No syntax"));
}

TEST(Pdf, WithoutBookmarksHasNoPanel) {
  SamplePages sample;
  EXPECT_THAT(readable(sample.pages), Not(HasSubstr("Outlines")));
}

TEST(Metadata, SaysTheSameTwice) {
  SamplePages sample;
  sample.pages.metadata.title = "Zoë <&> \xF0\x9F\x98\x80";
  sample.pages.metadata.subject = "line\nbreak";
  sample.pages.metadata.keywords = {"one", "two"};
  const std::string pdf = readable(sample.pages);
  EXPECT_THAT(pdf, HasSubstr("/Title <FEFF005A006F00EB0020003C0026003E0020D83DDE00>"));
  EXPECT_THAT(pdf, HasSubstr("<rdf:li xml:lang=\"x-default\">Zoë &lt;&amp;&gt; \xF0\x9F\x98\x80</rdf:li>"));
  EXPECT_THAT(pdf, HasSubstr("/Subject (line break)"));
  EXPECT_THAT(pdf, HasSubstr(">line break<"));
  EXPECT_THAT(pdf, HasSubstr("/Keywords (one, two)"));
  EXPECT_THAT(pdf, HasSubstr("<pdf:Keywords>one, two</pdf:Keywords>"));
  EXPECT_THAT(run_on(pdf, "pdfinfo @"), HasSubstr("Zoë <&> \xF0\x9F\x98\x80"));
}

struct Claim {
  const char* asked;
  const char* claims;  ///< what of the packet says it, without tags
  bool has_intent;
};

class Claims : public testing::TestWithParam<Claim> {};

TEST_P(Claims, AreThoseThatWereAskedFor) {
  Diagnostics diagnostics;
  const auto standards = standards_from(GetParam().asked).value;
  ASSERT_TRUE(standards);
  const std::string pdf = pdf_of(two_page_sample().pages, {.readable = true, .standards = *standards});
  std::string claims;
  const std::regex claim("<(pdfu?aid:[a-z]+)>(.)<");
  for (std::sregex_iterator each(pdf.begin(), pdf.end(), claim), end; each != end; ++each)
    claims += (*each)[1].str() + ' ' + (*each)[2].str() + ' ';
  EXPECT_EQ(claims, GetParam().claims);
  EXPECT_EQ(pdf.find("/OutputIntents") != std::string::npos, GetParam().has_intent);
  EXPECT_THAT(pdf, HasSubstr("/StructTreeRoot"));
}

INSTANTIATE_TEST_SUITE_P(All, Claims,
                         testing::Values(Claim{"none", "", false}, Claim{"ua1", "pdfuaid:part 1 ", false},
                                         Claim{"a2b", "pdfaid:part 2 pdfaid:conformance B ", true},
                                         Claim{"a2u", "pdfaid:part 2 pdfaid:conformance U ", true},
                                         Claim{"ua1,a2a", "pdfuaid:part 1 pdfaid:part 2 pdfaid:conformance A ", true},
                                         Claim{"a2b+ua1", "pdfuaid:part 1 pdfaid:part 2 pdfaid:conformance B ", true}));

TEST(Metadata, ClaimsPdfUa) {
  const std::string packet = pdf::xmp_packet(two_page_sample().pages.metadata, {});
  EXPECT_THAT(packet, HasSubstr("<pdfuaid:part>1</pdfuaid:part>"));
  EXPECT_THAT(packet, HasSubstr("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"));
  EXPECT_THAT(pdf_of(two_page_sample().pages), HasSubstr(packet)) << "the packet must not be deflated";
}

// ---- memory running out in the midst of a real document

int allocations_left = 0;
void* allocate_some(unsigned size) { return allocations_left-- > 0 ? std::malloc(size) : nullptr; }

TEST(Pdf, SurvivesEveryAllocationThatFails) {
  const Pages pages = two_page_sample().pages;
  const auto write = [&](int allocations, Diagnostics& diagnostics) {
    allocations_left = allocations;
    pdf::File file({.memory = {allocate_some, std::free}});
    return pdf::write_document(file, pages, {}, diagnostics);
  };
  int n = 0;
  for (bool is_done = false; !is_done; n += 7) {  // a prime step reaches all kinds of calls
    ASSERT_LT(n, 20000);
    Diagnostics diagnostics;
    is_done = write(n, diagnostics).has_value();
    if (is_done) break;
    ASSERT_EQ(diagnostics.all().size(), 1U) << n;
    EXPECT_EQ(diagnostics.all()[0].message, "memory ran out while the PDF was written");
    EXPECT_EQ(diagnostics.all()[0].blame, Blame::limit);
  }
  EXPECT_GT(n, 300);
}

}  // namespace
}  // namespace galley
