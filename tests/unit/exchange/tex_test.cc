#include "exchange/tex.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

std::string text(std::string_view tex) { return tex_to_text(tex, TexMarkup::kept).text; }

TEST(Tex, AccentsInEveryWayToWriteThem) {
  EXPECT_EQ(text("\\'e \\'{e} {\\'e} {\\'{e}} \\'{\\i} \\\"{\\j}"), "é é é é í j\u0308");
  EXPECT_EQ(text("\\v{C}ech \\c c \\k{a} \\H{o} \\u{g} \\r{u} \\d{s} \\=o \\.z \\~n \\^o \\`a"), "Čech ç ą ő ğ ů ṣ ō ż ñ ô à");
  EXPECT_EQ(text("Stra{\\ss}e \\AA ngstr\\o m \\O{}re \\L\\'od\\'z"), "Straße Ångstrøm Øre Łódź");
}

TEST(Tex, PunctuationAndSpaces) {
  EXPECT_EQ(text("a~b -- c --- ``d'' `e' f's  \n g\\ h\\,i \\& \\% \\$ \\# \\_ \\{\\}"), "a\u00A0b – c — “d” ‘e’ f’s g h i & % $ # _ {}");
}

TEST(Tex, EmphasisAndLinks) {
  EXPECT_EQ(text("\\emph{E. coli} {\\it in vitro} \\textbf{x} \\textsc{Nasa} \\href{https://a.org}{here}"), "*E. coli* *in vitro* **x** Nasa [here](https://a.org)");
  EXPECT_EQ(text("A* and [b]"), "A\\* and \\[b]");
  EXPECT_EQ(tex_to_text("\\emph{A}*", TexMarkup::dropped).text, "A*");
}

TEST(Tex, Mathematics) {
  EXPECT_EQ(text("$\\mathcal{O}(n^2)$, H$_2$O, $x_{10}$, $10^{-3}$, $\\alpha\\leq\\beta$, 5\\textsuperscript{th}"), "O(n²), H₂O, x₁₀, 10−3, α≤β, 5th");
}

TEST(Tex, ColoursAreLooksAndLineEndsAreSpaces) {
  EXPECT_EQ(text("\\textcolor{red}{Notes} {\\color{blue} on} {\\k\n  e}pie{\\'n}"), "Notes on ępień");
}

TEST(Tex, UnknownCommandsAreNamedAndTheirArgumentsStay) {
  const TexText decoded = tex_to_text("\\foo{bar} \\baz qux", TexMarkup::kept);
  EXPECT_EQ(decoded.text, "bar qux");
  EXPECT_EQ(decoded.unknown, (std::vector<std::string>{"foo", "baz"}));
}

TEST(Tex, NothingBreaksIt) {
  for (const std::string_view tex : {"\\", "{", "}", "{{}", "$", "\\'", "\\emph", "\\emph{", "^", "$^", "\\href{a}", "{\\em", "\\v{"}) text(tex);
  EXPECT_EQ(tex_to_text(tex_escaped("50% of {R&D} #1 ~a^b_c $5 \\ x"), TexMarkup::dropped).text, "50% of {R&D} #1 ~a^b_c $5 \\ x");
}

TEST(Names, InEveryFormOfBibTeX) {
  EXPECT_EQ(printed_name("Ada Lovelace"), "Ada Lovelace");
  EXPECT_EQ(printed_name("Lovelace, Ada"), "Ada Lovelace");
  EXPECT_EQ(printed_name("van der Berg, Jan"), "Jan van der Berg");
  EXPECT_EQ(printed_name("King, Jr., Martin Luther"), "Martin Luther King, Jr.");
  EXPECT_EQ(printed_name("{Barnes and Noble, Inc.}"), "Barnes and Noble, Inc.");
  EXPECT_EQ(printed_name("Gao*, Ruiqi"), "Ruiqi Gao*");
  const auto names = split_names("{A and B} and\n C, D AND {E}");
  EXPECT_EQ(std::vector<std::string>(names.begin(), names.end()), (std::vector<std::string>{"{A and B}", "C, D", "{E}"}));
}

}  // namespace
}  // namespace galley
