#include "verify/file_checks.h"

#include <algorithm>

#include "base/utf8.h"
#include "verify/open.h"
#include "verify/words.h"

namespace galley {
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
std::vector<Word> meaningless(const std::string& text) {
  std::vector<Word> words, bad;
  add_words(words, text, 1);
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

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\f' || c == '\r' || c == '\t'; }

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

std::vector<std::string> parted_by_gaps(const std::string& extracted, const std::string& content) {
  std::vector<Word> words;
  add_words(words, extracted, 1);
  std::vector<std::string> pairs;
  std::size_t at = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool parted = false;
    for (; at < content.size() &&
           (is_blank(content[at]) || content[at] == kMark || content.compare(at, 2, "\xC2\xA0") == 0);
         ++at)
      parted = true;
    if (i > 0 && !parted && !words[i - 1].ends_line) pairs.push_back(words[i - 1].text + "|" + words[i].text);
    for (const char letter : words[i].text) {
      while (at < content.size() && content[at] == kMark) ++at;
      if (at >= content.size() || content[at] != letter) return pairs;
      ++at;
    }
  }
  return pairs;
}

void check_page_text(const std::string& extracted, const PageContent& content, std::size_t page, const PdfFile& pdf,
                     Diagnostics& diagnostics) {
  const auto fault = [&](const std::string& message, const std::string& help) {
    report_fault(pdf, page, message, help, diagnostics);
  };
  if (std::all_of(extracted.begin(), extracted.end(), is_blank))
    fault("no text comes out of the page", "a picture of text says nothing to machines; export real text");
  for (const auto& [font, count] : content.unmapped)
    fault(std::to_string(count) + " glyphs of the font '" + font + "' stand for no text (no /ToUnicode)",
          "what they show can be seen, but neither copied, searched nor read aloud");
  const std::vector<Word> bad = meaningless(extracted);
  if (!bad.empty())
    fault("broken: characters that mean nothing come out in " + quoted_words(bad, 0, bad.size()),
          "the font's map to Unicode is wrong");
  if (content.untagged.find_first_not_of(" \t\n") != std::string::npos)
    fault("text stands outside of the tags: '" + first_characters(content.untagged) + "'",
          "a screen reader leaves it out; tag it, or mark it as an artifact");
  std::vector<std::string> pairs = parted_by_gaps(extracted, content.text);
  if (pairs.empty()) return;
  std::string shown;
  for (std::size_t i = 0; i < std::min(pairs.size(), kShownPairs); ++i)
    shown += (i == 0 ? "'" : ", '") + pairs[i] + "'";
  fault("glued: only a gap parts the words " + shown +
            (pairs.size() > kShownPairs ? " and " + std::to_string(pairs.size() - kShownPairs) + " more pairs" : ""),
        "write space characters between words; not every reader looks at gaps");
}

}  // namespace galley
