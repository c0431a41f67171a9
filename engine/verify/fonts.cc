#include "verify/fonts.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace galley::proof {
namespace {

/// Codes that one bfrange may cover: two bytes of them.
constexpr unsigned kMostCodes = 0x10000;

unsigned number_of(const std::string& code) {
  unsigned number = 0;
  for (const char c : code) number = (number << 8U) | static_cast<unsigned char>(c);
  return number;
}

std::string utf8_of(const std::string& utf16) {
  const auto unit = [&](std::size_t at) { return static_cast<char32_t>(number_of(utf16.substr(at, 2))); };
  std::string out;
  for (std::size_t at = 0; at + 1 < utf16.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < utf16.size()) {
      at += 2;
      c = 0x10000 + ((c - 0xD800) << 10U) + (unit(at) & 0x3FFU);
    }
    utf8::append(out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
  }
  return out;
}

/// The same with `step` added to the last unit, as ranges count.
std::string counted_on(std::string utf16, unsigned step) {
  if (utf16.size() < 2) return utf16;
  const std::size_t at = utf16.size() - 2;
  const unsigned unit = number_of(utf16.substr(at)) + step;
  utf16[at] = static_cast<char>((unit >> 8U) & 0xFFU);
  utf16[at + 1] = static_cast<char>(unit & 0xFFU);
  return utf16;
}

/// A CMap has the syntax of a content stream, as far as we read it: operands, then an operator.
class MapReader final : public QPDFObjectHandle::ParserCallbacks {
 public:
  std::map<unsigned, std::string> text;

  void handleObject(QPDFObjectHandle object, std::size_t /*offset*/, std::size_t /*length*/) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    const std::string name = object.getOperatorValue();
    if (name == "endbfchar") {
      for (std::size_t i = 0; i + 1 < operands_.size(); i += 2)
        if (operands_[i].isString() && operands_[i + 1].isString())
          text[number_of(operands_[i].getStringValue())] = utf8_of(operands_[i + 1].getStringValue());
    } else if (name == "endbfrange") {
      for (std::size_t i = 0; i + 2 < operands_.size(); i += 3)
        read_range(operands_[i], operands_[i + 1], operands_[i + 2]);
    }
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  void read_range(QPDFObjectHandle from, QPDFObjectHandle to, QPDFObjectHandle meaning) {
    if (!from.isString() || !to.isString()) return;
    const unsigned first = number_of(from.getStringValue()), last = number_of(to.getStringValue());
    if (last < first) return;
    const unsigned count = std::min(last - first + 1, kMostCodes);
    const auto items = meaning.isArray() ? meaning.getArrayAsVector() : std::vector<QPDFObjectHandle>();
    for (unsigned i = 0; i < count; ++i) {
      if (meaning.isString()) text[first + i] = utf8_of(counted_on(meaning.getStringValue(), i));
      QPDFObjectHandle item = i < items.size() ? items[i] : QPDFObjectHandle::newNull();
      if (item.isString()) text[first + i] = utf8_of(item.getStringValue());
    }
  }

  std::vector<QPDFObjectHandle> operands_;
};

QPDFObjectHandle key(QPDFObjectHandle dictionary, const char* name) {
  return dictionary.isDictionary() ? dictionary.getKey(name) : QPDFObjectHandle::newNull();
}

bool has_font_file(QPDFObjectHandle font) {
  const QPDFObjectHandle descriptor = key(font, "/FontDescriptor");
  for (const char* name : {"/FontFile", "/FontFile2", "/FontFile3"})
    if (key(descriptor, name).isStream()) return true;
  return false;
}

/// Whether text can be had without ToUnicode (ISO 32000-1, 9.10.2).
bool do_codes_tell(QPDFObjectHandle font, QPDFObjectHandle descendant) {
  if (descendant.isDictionary()) {
    QPDFObjectHandle ordering = key(key(descendant, "/CIDSystemInfo"), "/Ordering");
    return ordering.isString() && ordering.getStringValue() != "Identity";
  }
  constexpr int kSymbolic = 4;
  QPDFObjectHandle flags = key(key(font, "/FontDescriptor"), "/Flags");
  const bool symbolic = flags.isInteger() && (flags.getIntValueAsInt() & kSymbolic) != 0;
  return !key(font, "/Encoding").isNull() || !symbolic;
}

}  // namespace

std::map<unsigned, std::string> read_to_unicode(QPDFObjectHandle stream) {
  MapReader reader;
  if (stream.isStream()) QPDFObjectHandle::parseContentStream(stream, &reader);
  return std::move(reader.text);
}

PdfFont read_font(QPDFObjectHandle font) {
  PdfFont out;
  QPDFObjectHandle name = key(font, "/BaseFont"), descendants = key(font, "/DescendantFonts");
  out.name = name.isName() ? name.getName().substr(1) : "without a name";
  out.is_composite = descendants.isArray() && descendants.getArrayNItems() > 0;
  const QPDFObjectHandle descendant = out.is_composite ? descendants.getArrayItem(0) : QPDFObjectHandle::newNull();
  const bool is_type_3 = key(font, "/CharProcs").isDictionary();  // its outlines are content streams
  out.is_embedded = is_type_3 || has_font_file(out.is_composite ? descendant : font);
  out.codes_tell = do_codes_tell(font, descendant);
  out.text = read_to_unicode(key(font, "/ToUnicode"));
  return out;
}

const PdfFont& FontShelf::get(QPDFObjectHandle font) {
  const auto known = fonts_.find(font.getObjGen());
  if (known != fonts_.end() && font.isIndirect()) return known->second;
  return fonts_[font.getObjGen()] = read_font(font);
}

}  // namespace galley::proof
