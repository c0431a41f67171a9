#include "verify/file_checks.h"

#include <algorithm>

#include "base/utf8.h"
#include "verify/open.h"
#include "verify/words.h"

namespace galley::proof {
namespace {

/// Characters of untagged text, and pairs of words, that a message shows at most.
constexpr std::size_t kShownCharacters = 60, kShownPairs = 5;

QPDFObjectHandle key(QPDFObjectHandle dictionary, const char* name) {
  return dictionary.isDictionary() ? dictionary.getKey(name) : QPDFObjectHandle::newNull();
}

std::string xmp_of(QPDFObjectHandle catalog) {
  QPDFObjectHandle stream = key(catalog, "/Metadata");
  if (!stream.isStream()) return {};
  const auto buffer = stream.getStreamData(qpdf_dl_generalized);
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

bool has_pdfa_intent(QPDFObjectHandle catalog) {
  QPDFObjectHandle intents = key(catalog, "/OutputIntents");
  if (!intents.isArray()) return false;
  for (const QPDFObjectHandle& intent : intents.getArrayAsVector())
    if (key(intent, "/S").isNameAndEquals("/GTS_PDFA1")) return true;
  return false;
}

bool is_private_or_control(char32_t c) {
  return c == 0xFFFD || (c < 0x20 && c != '\n' && c != '\t' && c != '\f' && c != '\r') ||
         (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

/// Words with characters that mean nothing to anybody.
std::vector<Word> meaningless(const std::vector<Word>& words) {
  std::vector<Word> bad;
  for (const Word& word : words) {
    for (std::size_t at = 0; at < word.text.size();) {
      const utf8::Decoded next = utf8::decode(word.text, at);
      at += next.length;
      if (!is_private_or_control(next.code_point)) continue;
      bad.push_back(word);
      break;
    }
  }
  return bad;
}

std::string first_characters(const std::string& text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < kShownCharacters && end < text.size(); ++i) end += utf8::decode(text, end).length;
  return text.substr(0, end) + (end < text.size() ? "…" : "");
}

}  // namespace

void check_catalog(QPDF& file, const PdfFile& pdf, Diagnostics& diagnostics) {
  const QPDFObjectHandle catalog = file.getRoot();
  const auto fault = [&](const char* message, const char* help) { report_fault(pdf, 0, message, help, diagnostics); };
  if (!key(key(catalog, "/StructTreeRoot"), "/K").isInitialized() ||
      key(key(catalog, "/StructTreeRoot"), "/K").isNull())
    fault("there is no structure tree, so a screen reader has to guess headings, lists and order",
          "export it tagged (PDF/UA)");
  QPDFObjectHandle marked = key(key(catalog, "/MarkInfo"), "/Marked");
  if (!marked.isBool() || !marked.getBoolValue())
    fault("the file does not say that it is tagged (/MarkInfo /Marked)", "export it tagged (PDF/UA)");
  if (!key(catalog, "/Lang").isString())
    fault("the document has no language, so it is read aloud in whatever the machine speaks",
          "set the document's language");
  const std::string xmp = xmp_of(catalog);
  if (xmp.empty()) fault("there is no XMP metadata", "export it as PDF/A or PDF/UA");
  if (xmp.find("dc:title") == std::string::npos && !key(key(file.getTrailer(), "/Info"), "/Title").isString())
    fault("the document has no title", "set the document's title");
  if (xmp.find("pdfaid:part") != std::string::npos && !has_pdfa_intent(catalog))
    fault("the file claims to be PDF/A, but has no output intent that says what its colours mean", "render it again");
}

void check_fonts(const FontShelf& fonts, const PdfFile& pdf, Diagnostics& diagnostics) {
  for (const auto& [object, font] : fonts.all())
    if (!font.is_embedded)
      report_fault(pdf, 0, "the font '" + font.name + "' is not embedded: elsewhere another will stand for it",
                   "embed all fonts", diagnostics);
}

void check_page_text(const PageText& text, const PageContent& content, const PdfFile& pdf, Diagnostics& diagnostics) {
  const auto fault = [&](const std::string& message, const std::string& help) {
    report_fault(pdf, text.page, message, help, diagnostics);
  };
  const bool is_tagged_picture = content.has_tags && !content.images.empty();  // a signature alone on the last page
  if (text.words.empty() && !is_tagged_picture)
    fault("no text comes out of the page", "a picture of text says nothing to machines; export real text");
  for (const auto& [font, count] : content.unmapped)
    fault(std::to_string(count) + " glyphs of the font '" + font + "' stand for no text (no /ToUnicode)",
          "what they show can be seen, but neither copied, searched nor read aloud");
  const std::vector<Word> bad = meaningless(text.words);
  if (!bad.empty())
    fault("broken: characters that mean nothing come out in " + quoted_words(bad, 0, bad.size()),
          "the font's map to Unicode is wrong");
  if (content.untagged.find_first_not_of(" \t\n") != std::string::npos)
    fault("text stands outside of the tags: '" + first_characters(content.untagged) + "'",
          "a screen reader leaves it out; tag it, or mark it as an artifact");
  if (text.gaps.empty()) return;
  std::string shown;
  for (std::size_t i = 0; i < std::min(text.gaps.size(), kShownPairs); ++i)
    shown += (i == 0 ? "'" : ", '") + text.gaps[i] + "'";
  if (text.gaps.size() > kShownPairs) shown += " and " + std::to_string(text.gaps.size() - kShownPairs) + " more pairs";
  fault("glued: only a gap parts the words " + shown,
        "write space characters between words; not every reader looks at gaps");
}

}  // namespace galley::proof
