#include <algorithm>

#include "font/face.h"
#include "font/more_glyphs.h"
#include "font/outline.h"
#include "font/subset.h"
#include "image/decode.h"
#include "tests/fuzz/targets.h"
#include "verify/verify.h"

namespace galley::fuzz {

std::string try_font(std::string_view bytes) {
  std::string why;
  const auto face = Face::open("fuzz", std::string(bytes), 0, why);
  if (!face) return why.empty() ? "refused without a word" : "";
  std::vector<GlyphId> used = {0};
  for (const char32_t c : std::u32string_view(U"Ada lovelace 0123 fi\u0301\u0627")) {
    const GlyphId glyph = face->glyph_of(c);
    if (glyph >= face->glyph_count()) return "a glyph that the face does not have";
    used.push_back(glyph);
    static_cast<void>(glyph_outline(*face, glyph));
    if (face->advance(glyph) < 0) return "a negative advance";
  }
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  Diagnostics unheard;
  const auto once = subset(*face, used, unheard), twice = subset(*face, used, unheard);
  if (once.has_value() != twice.has_value() || (once && once->bytes != twice->bytes)) return "another subset the second time";
  static_cast<void>(with_more_glyphs(*face, {{used.back(), 300}, {std::nullopt, 200}}));
  return {};
}

std::string try_picture(std::string_view bytes) {
  const Decoded once = decode_image(bytes), twice = decode_image(bytes);
  if (!once.image) return once.why.empty() ? "refused without a word" : "";
  const Image& image = *once.image;
  const std::size_t dots = std::size_t{image.width} * image.height;
  if (image.pixels.size() != dots * static_cast<std::size_t>(image.channels)) return "not as many pixels as its size says";
  if (!image.alpha.empty() && image.alpha.size() != dots) return "not as much transparency as its size says";
  return twice.image && twice.image->pixels == image.pixels ? std::string() : "another picture the second time";
}

std::string try_pdf(std::string_view bytes) {
  Diagnostics diagnostics;
  VerifyOptions options;
  options.print = true;
  const auto seen = verify_pdf({"a.pdf", std::string(bytes)}, options, diagnostics);
  return !seen && !diagnostics.has_errors() ? "refused without a word" : "";
}

}  // namespace galley::fuzz
