// ToUnicode CMap, ISO 32000-1, 9.10.3, after Adobe Technical Note 5411. Written as blocks of at most 100 pairs:
//   <0003><0020>        one glyph, one character
//   <0012><00660069>    one glyph, several characters (a ligature): UTF-16BE
#include "export/pdf/to_unicode.h"

#include <algorithm>

#include "base/utf8.h"

namespace galley::pdf {
namespace {

constexpr std::size_t kPairsTogether = 100;

constexpr const char* kBegin =
    "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
constexpr const char* kEnd = "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";

void append_unit(std::string& out, unsigned unit) {
  for (int shift = 12; shift >= 0; shift -= 4) out += "0123456789ABCDEF"[(unit >> shift) & 0xF];
}

}  // namespace

std::string to_unicode_cmap(const std::map<unsigned, std::string>& texts) {
  std::string out = kBegin;
  std::size_t left = texts.size(), in_block = 0;
  for (const auto& [code, text] : texts) {
    if (in_block == 0) {
      in_block = std::min(left, kPairsTogether);
      out += std::to_string(in_block) + " beginbfchar\n";
    }
    out += '<';
    append_unit(out, code);
    out += "><";
    for (const char16_t unit : utf8::to_utf16(text)) append_unit(out, unit);
    out += ">\n";
    --left;
    if (--in_block == 0) out += "endbfchar\n";
  }
  return out + kEnd;
}

}  // namespace galley::pdf
