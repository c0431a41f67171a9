// What a font of a PDF says about its codes: which text each stands for, and whether its outlines are in the file.
#pragma once

#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace galley::proof {

struct PdfFont {
  std::string name;  ///< as the file has it, subset letters included
  bool is_embedded = false;
  bool is_composite = false;             ///< Type 0: we take its codes to have two bytes, as nearly all do
  bool codes_tell = false;               ///< codes mean something without a ToUnicode map: a known encoding
  std::map<unsigned, std::string> text;  ///< by code, from ToUnicode
};

PdfFont read_font(QPDFObjectHandle font);

/// The entries of a ToUnicode stream (ISO 32000-1, 9.10.3): bfchar and bfrange.
std::map<unsigned, std::string> read_to_unicode(QPDFObjectHandle stream);

/// The fonts of a document, each read once.
class FontShelf {
 public:
  const PdfFont& get(QPDFObjectHandle font);
  [[nodiscard]] const std::map<QPDFObjGen, PdfFont>& all() const { return fonts_; }

 private:
  std::map<QPDFObjGen, PdfFont> fonts_;
};

}  // namespace galley::proof
