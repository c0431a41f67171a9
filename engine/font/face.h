// One font face, read once, checked, and shared by shaping and embedding.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/length.h"
#include "source/workspace.h"

struct hb_font_t;

namespace galley {

using GlyphId = std::uint32_t;

/// What the font's licence bits (OS/2 fsType) allow.
enum class Embedding : std::uint8_t { subset, whole_only, forbidden };

/// Facts of a face in font units (1/units_per_em), y upwards.
struct FaceMetrics {
  int units_per_em = 1000;
  int ascender = 0, descender = 0;  ///< descender below the baseline is negative
  int cap_height = 0;
  int box_left = 0, box_bottom = 0, box_right = 0, box_top = 0;
  double italic_angle = 0;  ///< degrees counter-clockwise from the vertical
  bool fixed_pitch = false, serif = false;
};

/// Immutable once made, and so usable by several threads at once. Keeps the file's bytes; HarfBuzz and FreeType work on those
/// bytes only. Always held by shared pointers: pages keep the faces they are set in.
class Face : public std::enable_shared_from_this<Face> {
 public:
  /// Reads a face from bytes: TrueType, OpenType/CFF or one member of a collection. Refuses (nullptr and `why`) what
  /// either library cannot read, what they disagree on (glyph count, units per em), upem outside 16..16384, no glyphs,
  /// WOFF, Type 1 and bitmap fonts.
  static std::shared_ptr<const Face> open(std::string name, SharedBytes bytes, unsigned index, std::string& why);

  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;
  ~Face();

  [[nodiscard]] const std::string& name() const { return name_; }                    ///< for messages and dumps: "Tinos-Bold"
  [[nodiscard]] const std::string& postscript_name() const { return postscript_; }   ///< valid as a PDF name
  [[nodiscard]] const FaceMetrics& metrics() const { return metrics_; }
  [[nodiscard]] Embedding embedding() const { return embedding_; }
  [[nodiscard]] bool is_cff() const { return cff_; }
  [[nodiscard]] GlyphId glyph_count() const { return glyph_count_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_.view(); }
  [[nodiscard]] unsigned index() const { return index_; }

  /// Glyph of a code point by the cmap, 0 if the face has none.
  [[nodiscard]] GlyphId glyph_of(char32_t code_point) const;
  /// Whether there is one.
  [[nodiscard]] bool has(char32_t code_point) const { return code_point < kAscii ? ascii_[code_point] : glyph_of(code_point) != 0; }
  /// Horizontal advance in font units, clamped to 0..8 em.
  [[nodiscard]] int advance(GlyphId glyph) const;
  /// At a scale of one unit per font unit. Immutable, thread-safe.
  [[nodiscard]] hb_font_t* shaper_font() const { return font_; }

 private:
  Face() = default;
  static constexpr std::size_t kAscii = 0x80;
  std::bitset<kAscii> ascii_;  ///< which characters of ASCII there are: nearly all that is asked for
  std::string name_, postscript_;
  SharedBytes bytes_;
  unsigned index_ = 0;
  FaceMetrics metrics_;
  Embedding embedding_ = Embedding::subset;
  bool cff_ = false;
  GlyphId glyph_count_ = 0;
  hb_font_t* font_ = nullptr;
};

}  // namespace galley
