#include "text/shape.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>
#include <new>

#include "base/utf8.h"
#include "text/features.h"
#include "text/font_query.h"
#include "text/hyphenate.h"
#include "text/line_memory.h"
#include "text/squares.h"
#include "text/unicode.h"

namespace galley {
namespace {

/// Marks on one base beyond this are dropped: Unicode's stream-safe limit (UAX 15, 13). HarfBuzz before 7 takes
/// quadratic time over them (CVE-2023-25193).
constexpr int kMostMarks = 30;

constexpr std::uint32_t kEmoji = HB_TAG('Z', 's', 'y', 'e');  ///< ISO 15924 for emoji

constexpr char32_t kHyphen = 0x2010, kNonBreakingHyphen = 0x2011;

std::string code_point_name(char32_t c) {
  std::array<char, 8> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<std::uint32_t>(c), 16);
  std::string hex(digits.data(), end);
  for (char& digit : hex) digit = digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
  return "U+" + std::string(hex.size() < 4 ? 4 - hex.size() : 0, '0') + hex;
}

/// The pieces' texts in their letter case, marks capped, and where each piece ends.
struct Joined {
  std::string text;
  std::vector<std::uint32_t> ends;
  std::vector<ByteRange> names;
};

std::string without_excess_marks(std::string text, Span source, Diagnostics& diagnostics) {
  if (text.size() <= kMostMarks) return text;
  int marks = 0;
  bool dropped = false;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = utf8::decode(text, at);
    marks = is_combining(c) ? marks + 1 : 0;
    if (marks > kMostMarks) {
      dropped = true;
    } else {
      out.append(text, at, length);
    }
    at += length;
  }
  if (!dropped) return text;
  diagnostics.warn(source, "more than 30 combining marks on one character; the rest is left out");
  return out;
}

Joined join(const StyledText& pieces, const std::vector<Style>& styles, const std::string& language, Diagnostics& diagnostics) {
  Joined joined;
  for (const Piece& piece : pieces) {
    const LetterCase to = styles[piece.style].letter_case;
    const auto place = [&](std::uint32_t at) {  // another case may have more or fewer bytes
      return static_cast<std::uint32_t>(joined.text.size() + (to == LetterCase::as_is ? at : change_case(piece.text.substr(0, at), to, language).size()));
    };
    for (const ByteRange& name : piece.names) joined.names.push_back({place(name.begin), place(name.end)});
    joined.text += without_excess_marks(change_case(piece.text, to, language), piece.source, diagnostics);
    joined.ends.push_back(static_cast<std::uint32_t>(joined.text.size()));
  }
  return joined;
}

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9'); }

/// Neither a space nor a control character.
bool is_printed_ascii(char32_t c) { return c > U' ' && c <= U'~'; }

bool matters_beyond_the_word(std::uint32_t script) {
  return script != HB_SCRIPT_LATIN && script != HB_SCRIPT_GREEK && script != HB_SCRIPT_CYRILLIC;
}

/// Code points on either side of a word that HarfBuzz looks at (its CONTEXT_LENGTH, hb-buffer.hh).
constexpr int kContextLength = 5;

std::string_view context_before(std::string_view text) {
  std::size_t begin = text.size();
  for (int left = kContextLength; begin > 0 && left > 0; --left) {
    do --begin; while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U);
  }
  return text.substr(begin);
}

std::string_view context_after(std::string_view text) {
  std::size_t end = 0;
  for (int left = kContextLength; end < text.size() && left > 0; --left) end += utf8::decode(text, end).length;
  return text.substr(0, end);
}

/// What a shaped word depends on, as a key for remembering it.
void make_key(const Stretch& part, const Segment& like, const Style& style, const std::string& language, bool divided, std::string& key) {
  const auto& [text, begin, end] = part;
  key.clear();
  const auto put = [&](auto value) { key.append(reinterpret_cast<const char*>(&value), sizeof value); };
  const auto put_text = [&](std::string_view words) {
    put(words.size());
    key += words;
  };
  put(like.face);
  put(like.script);
  put(static_cast<std::uint8_t>((like.level & 1U) | (divided ? 2U : 0U)));
  put_text(language);  // a font may have other forms for a language ("locl")
  put(style.squares.squeeze);
  put(like.scaled_caps ? style.scaled_caps : Em{});
  put(style.features.size());
  for (const Feature& feature : style.features) {
    key += feature.tag;
    put(feature.value);
  }
  if (matters_beyond_the_word(like.script) || (style.squares.squeeze && may_hold_marks(text.substr(begin, end - begin)))) {
    // Joining letters look at their neighbours, and so do marks in squares.
    put_text(context_before(text.substr(0, begin)));
    put_text(context_after(text.substr(end)));
  }
  key.append(text.substr(begin, end - begin));
}

std::vector<hb_feature_t> features_of(const Style& style) {
  std::vector<hb_feature_t> features;
  for (const Feature& feature : style.features)
    features.push_back({hb_tag_from_string(feature.tag.data(), 4), feature.value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
  return features;
}

/// Reads HarfBuzz's answer. Glyph ids beyond the font (a lying cmap) become .notdef. Cluster ranges: the first glyph of a
/// cluster carries the cluster's bytes, further ones an empty range at its end.
std::vector<ShapedGlyph> read_glyphs(hb_buffer_t* buffer, const Face& face, std::uint32_t begin, std::uint32_t end, bool backwards) {
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, nullptr);
  const int most = 8 * face.metrics().units_per_em;
  std::vector<ShapedGlyph> glyphs(count);
  std::uint32_t cluster_end = end;
  std::uint32_t previous = end;
  for (unsigned step = 0; step < count; ++step) {
    const unsigned i = backwards ? step : count - 1 - step;  // from the text's end to its start
    const std::uint32_t cluster = infos[i].cluster;
    if (cluster != previous) cluster_end = previous;
    previous = cluster;
    ShapedGlyph& glyph = glyphs[i];
    glyph.id = infos[i].codepoint < face.glyph_count() ? infos[i].codepoint : 0;
    glyph.advance = std::clamp(places[i].x_advance, -most, most);
    glyph.x = std::clamp(places[i].x_offset, -most, most);
    glyph.y = std::clamp(places[i].y_offset, -most, most);
    glyph.begin = cluster - begin;
    glyph.end = cluster_end - begin;
    glyph.unsafe_to_break = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
  }
  for (unsigned i = 1; i < count; ++i)  // in visual order only the first glyph of a cluster keeps its text
    if (infos[i].cluster == infos[i - 1].cluster) glyphs[i].begin = glyphs[i].end;
  return glyphs;
}

/// The capitals of a part's letters, each standing for its letter.
void add_capitals(hb_buffer_t* buffer, const Stretch& part, const std::string& language) {
  hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  for (std::uint32_t at = part.begin; at < part.end;) {
    const auto length = static_cast<std::uint32_t>(utf8::decode(part.text, at).length);
    const std::string capital = change_case(part.text.substr(at, length), LetterCase::upper, language);  // ß has two
    for (std::size_t i = 0; i < capital.size();) {
      const auto [c, size] = utf8::decode(capital, i);
      hb_buffer_add(buffer, c, at);
      i += size;
    }
    at += length;
  }
}

/// Glyphs that are drawn at a part of the style's size, in units of the whole.
void scale(std::vector<ShapedGlyph>& glyphs, Em to) {
  constexpr Length kUnit = 1000_pt;
  const double share = to.at(kUnit).points() / kUnit.points();
  for (ShapedGlyph& glyph : glyphs)
    for (int* const each : {&glyph.advance, &glyph.x, &glyph.y}) *each = static_cast<int>(std::lround(*each * share));
}

bool is_variation_selector(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); }

/// A variation selector chooses among the font's glyphs. Where the font has no choice it gets an empty glyph, behind which readers
/// of PDFs miss a space.
void drop_selectors(std::vector<ShapedGlyph>& glyphs, std::string_view word) {
  for (std::size_t i = glyphs.size(); i-- > 1;) {
    const bool ends_cluster = i + 1 == glyphs.size() || glyphs[i + 1].end > glyphs[i + 1].begin;
    const bool is_empty = glyphs[i].end == glyphs[i].begin && glyphs[i].advance == 0;
    if (!ends_cluster || !is_empty || glyphs[i].end == 0) continue;
    std::uint32_t last = glyphs[i].end - 1;
    while (last > 0 && (static_cast<unsigned char>(word[last]) & 0xC0U) == 0x80U) --last;
    if (is_variation_selector(utf8::decode(word, last).code_point)) glyphs.erase(glyphs.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

/// `buffer` is empty.
std::shared_ptr<ShapedWord> shape_word(const Stretch& part, const Segment& like, const Style& style, const std::string& language, hb_buffer_t* buffer) {
  const auto& [text, begin, end] = part;
  if (like.scaled_caps) add_capitals(buffer, part, language);
  else hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), begin, static_cast<int>(end - begin));
  const bool backwards = (like.level & 1U) != 0;
  hb_buffer_set_direction(buffer, backwards ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, static_cast<hb_script_t>(like.script));
  hb_buffer_set_language(buffer, hb_language_from_string(language.c_str(), -1));
  const std::vector<hb_feature_t> features = features_of(style);
  if (!hb_shape_full(like.face->shaper_font(), buffer, features.data(), static_cast<unsigned>(features.size()), nullptr))
    throw std::bad_alloc();  // no plan: the letters would stand where they are in the text, in glyphs of no width
  auto word = std::make_shared<ShapedWord>();
  // Out of memory, or out of HarfBuzz's own bounds ("GSUB bomb"): the buffer is cut short, and nothing else tells.
  word->is_cut_short = !hb_buffer_allocation_successful(buffer);
  word->glyphs = read_glyphs(buffer, *like.face, begin, end, backwards);
  if (like.scaled_caps) scale(word->glyphs, style.scaled_caps);
  if (style.squares.squeeze && may_hold_marks(text.substr(begin, end - begin))) squeeze_marks(word->glyphs, part, *like.face);
  if (!backwards) drop_selectors(word->glyphs, text.substr(begin, end - begin));
  word->face = like.face->shared_from_this();
  word->is_address = is_address(text.substr(begin, end - begin));
  return word;
}

}  // namespace

const Face* Shaper::face_of(const Style& style, Diagnostics& diagnostics) { return fonts_.find(query_of(style), style.family_source, diagnostics); }

void Shaper::remember_lines() {
  if (lines_) return;
  own_lines_ = std::make_shared<LineMemory>();
  lines_ = own_lines_.get();
}

void Shaper::FreeBuffer::operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }

std::span<const ShapedGlyph> Shaper::glyphs(const Stretch& part, const Segment& like, const Style& style, const std::string& language,
                                               Diagnostics& diagnostics) {
  return word(part, like, style, language, nullptr, diagnostics).glyphs;
}

const ShapedWord& Shaper::word(const Stretch& part, const Segment& like, const Style& style, const std::string& language, const HyphenationTable* patterns,
                               Diagnostics& diagnostics) {
  make_key(part, like, style, language, patterns != nullptr, key_);
  if (const auto known = words_.find(key_); known != words_.end()) return *known->second;
  std::shared_ptr<const ShapedWord> found = shared_ ? shared_->find(key_) : nullptr;
  if (!found) {
    if (buffer_) hb_buffer_clear_contents(buffer_.get());
    else buffer_.reset(hb_buffer_create());
    const auto made = shape_word(part, like, style, language, buffer_.get());
    made->key = key_;
    if (patterns && !made->is_address) made->hyphens = hyphen_cuts(part.text.substr(part.begin, part.end - part.begin), *patterns);
    found = made;
    if (found->is_cut_short) buffer_.reset();  // it may not recover
    if (shared_ && !found->is_cut_short) shared_->add(key_, found);
  }
  if (found->is_cut_short)
    diagnostics.fail(Blame::limit, {}, "a word cannot be set whole: the font " + like.face->name() + " grows it beyond all bounds, or memory ran out",
                     "use another font, or close other programs");
  const std::string_view key = found->key;
  return *words_.emplace(key, std::move(found)).first->second;
}

namespace {

/// A word or a space, on average.
constexpr std::size_t kBytesOfSegment = 3;

/// Cuts a text into segments: at spaces, and wherever piece, script, direction or face change.
class Segmenter {
 public:
  Segmenter(const StyledText& pieces, const std::vector<Style>& styles, const std::string& language, FontBook& fonts,
            std::vector<char32_t>& reported, Diagnostics& diagnostics)
      : pieces_(pieces), styles_(styles), language_(language), fonts_(fonts), reported_(reported), diagnostics_(diagnostics) {}

  std::vector<Segment> segments(const Joined& joined, bool right_to_left) {
    const std::vector<std::uint32_t> scripts = scripts_of(joined.text);
    const std::vector<std::uint8_t> levels = bidi_levels(joined.text, right_to_left);
    std::vector<Segment> result;
    result.reserve(joined.text.size() / kBytesOfSegment + 1);
    std::uint32_t piece = 0;
    char32_t before = 0;
    for (std::uint32_t at = 0; at < joined.text.size();) {
      while (at >= joined.ends[piece]) ++piece;
      if (is_printed_ascii(before) && is_plain(result.back())) {
        Segment& last = result.back();
        const std::uint32_t begin = at;
        while (at < joined.ends[last.piece] && goes_plainly_on(joined.text[at]) && scripts[at] == last.script && levels[at] == last.level) ++at;
        if (at > begin) {
          before = static_cast<char32_t>(joined.text[at - 1]);
          last.end = at;
          continue;
        }
      }
      const auto [c, length] = utf8::decode(joined.text, at);
      Segment next{at, at + static_cast<std::uint32_t>(length), piece, pieces_[piece].style, nullptr, levels[at], is_space(c), false, false, scripts[at], {}};
      const bool is_break = is_line_break(c);
      next.face = is_break         ? base_face(next.style)
                  : next.is_space ? face_of_space(c, next, result)
                                  : face_for(c, next, result);
      if (!next.face) return {};  // reported: a family is missing
      next.scaled_caps = !is_break && !next.is_space && is_scaled(c, next, result);
      next.set_off = next.level % 2 == 0 && styles_[next.style].squares.letters > Em{} && parts_squares(before, c);
      before = c;
      if (!is_break && !next.is_space && !next.set_off && !result.empty() && continues(result.back(), next, joined.text)) {
        result.back().end = next.end;
      } else {
        result.push_back(std::move(next));
      }
      at += static_cast<std::uint32_t>(length);
    }
    return result;
  }

 private:
  static bool continues(const Segment& last, const Segment& next, std::string_view text) {
    return !last.is_space && last.scaled_caps == next.scaled_caps && !is_line_break(utf8::decode(text, last.begin).code_point) && last.piece == next.piece && last.face == next.face && last.level == next.level &&
           last.script == next.script;
  }

  /// Whether ASCII that its face has can only go on with a segment that ends in ASCII, as nearly all of Latin does.
  [[nodiscard]] bool is_plain(const Segment& last) const {
    return last.face == cached_face_ && last.style == cached_style_ && styles_[last.style].scaled_caps == Em{};
  }
  [[nodiscard]] bool goes_plainly_on(char c) const {
    const auto code_point = static_cast<unsigned char>(c);
    return is_printed_ascii(code_point) && cached_face_->has(code_point);
  }

  [[nodiscard]] bool is_scaled(char32_t c, const Segment& next, const std::vector<Segment>& before) const {
    const Style& style = styles_[next.style];
    if (style.scaled_caps == Em{}) return false;
    if (is_combining(c)) return !before.empty() && before.back().scaled_caps;
    const ScaledCaps which = is_lower(c) || is_upper(c) ? scaled_caps_of(style, *next.face) : ScaledCaps::none;
    return which == ScaledCaps::all_letters || (which == ScaledCaps::small_letters && is_lower(c));
  }

  const Face* base_face(StyleId style) {
    if (style == cached_style_ && cached_face_) return cached_face_;
    cached_style_ = style;
    return cached_face_ = fonts_.find(query_of(styles_[style]), styles_[style].family_source, diagnostics_);
  }

  /// The space after a word is its face's, where that is another than the style's: Arabic words with Latin spaces between
  /// them would stand unevenly, and not in one run.
  const Face* face_of_space(char32_t c, const Segment& space, const std::vector<Segment>& before) {
    return goes_on_in_face(c, space, before) ? before.back().face : base_face(space.style);
  }

  static bool goes_on_in_face(char32_t c, const Segment& next, const std::vector<Segment>& before) {
    return !before.empty() && before.back().piece == next.piece && before.back().level == next.level && before.back().face &&
           matters_beyond_the_word(before.back().script) && before.back().face->has(c);
  }

  /// Marks and joiners stay with what they modify, whatever face that is and whatever others have; nullptr: it modifies nothing.
  static const Face* face_of_modified(char32_t c, const Segment& next, const std::vector<Segment>& before) {
    if (!is_combining(c) && !is_ignorable(c)) return nullptr;
    return !before.empty() && before.back().piece == next.piece && !before.back().is_space ? before.back().face : nullptr;
  }

  const Face* face_for(char32_t c, const Segment& segment, const std::vector<Segment>& before) {
    const Face* face = base_face(segment.style);
    if (face && is_ascii_letter(c) && face->has(c)) return face;  // nearly always
    if (const Face* same = face_of_modified(c, segment, before)) return same;
    // The full stop after an Arabic word is Arabic type's, too.
    if (is_punctuation(c) && !before.empty() && !before.back().is_space && goes_on_in_face(c, segment, before)) return before.back().face;
    if (!face || face->has(c)) return face;
    if (c == kNonBreakingHyphen && face->glyph_of(kHyphen) != 0) return face;  // HarfBuzz takes the one for the other
    if (is_combining(c) || is_ignorable(c)) return face;
    const std::uint32_t script = is_pictograph(c) ? kEmoji : segment.script;
    const std::array<char, 4> tag = {static_cast<char>(script >> 24U), static_cast<char>((script >> 16U) & 0xFFU),
                                     static_cast<char>((script >> 8U) & 0xFFU), static_cast<char>(script & 0xFFU)};
    // "Hani-ja": Chinese and Japanese write one code point with different strokes.
    const std::string wanted = std::string(tag.data(), 4) + '-' + language_.substr(0, language_.find('-'));
    if (const Face* other = fonts_.fallback(query_of(styles_[segment.style]), wanted, c, diagnostics_)) return other;
    report_missing(c, {tag.data(), 4}, segment);
    return face;
  }

  void report_missing(char32_t c, std::string_view script, const Segment& segment) {
    if (std::find(reported_.begin(), reported_.end(), c) != reported_.end()) return;
    reported_.push_back(c);
    std::string shown;
    utf8::append(shown, c);
    const std::string package = fonts_.package_for_script(script);
    diagnostics_.warn(pieces_[segment.piece].source,
                      "no font has the character '" + shown + "' (" + code_point_name(c) + "); a gap is left in its place",
                      "the family '" + styles_[segment.style].family + "' and its fallbacks were tried; " +
                          (package.empty() ? "choose a family that has it" : "'apt install " + package + "' brings one that has it")).code = Code::missing_character;
  }

  const StyledText& pieces_;
  const std::vector<Style>& styles_;
  const std::string& language_;
  FontBook& fonts_;
  std::vector<char32_t>& reported_;
  Diagnostics& diagnostics_;
  StyleId cached_style_ = 0;
  const Face* cached_face_ = nullptr;
};

}  // namespace

ShapedText Shaper::shape(const StyledText& text, const std::vector<Style>& styles, const ReadingOf& reading, Diagnostics& diagnostics) {
  const std::string& language = reading.language;
  ShapedText shaped;
  shaped.right_to_left = reading.right_to_left;
  if (text.empty()) return shaped;
  Joined joined = join(text, styles, language, diagnostics);
  shaped.segments = Segmenter(text, styles, language, fonts_, reported_, diagnostics).segments(joined, reading.right_to_left);
  shaped.text = std::move(joined.text);
  shaped.names = std::move(joined.names);
  const bool any_divided = std::any_of(text.begin(), text.end(), [&](const Piece& piece) { return styles[piece.style].hyphenate; });
  const HyphenationTable* patterns = any_divided ? hyphenation_for(language) : nullptr;
  const Segment* space = nullptr;  // the last one between words: most others are like it
  for (Segment& segment : shaped.segments) {
    if (is_line_break(utf8::decode(shaped.text, segment.begin).code_point)) continue;
    const bool is_plain_space = segment.is_space && shaped.text[segment.begin] == ' ' && !matters_beyond_the_word(segment.script);
    if (is_plain_space && space && space->style == segment.style && space->face == segment.face && space->script == segment.script && space->level == segment.level) {
      segment.glyphs = space->glyphs;
      continue;
    }
    if (is_plain_space) space = &segment;
    const Style& style = styles[segment.style];
    const ShapedWord& known = word({shaped.text, segment.begin, segment.end}, segment, style, language, style.hyphenate ? patterns : nullptr, diagnostics);
    segment.glyphs = known.glyphs;
    segment.hyphens = known.hyphens;
    segment.is_address = known.is_address;
  }
  shaped.chances = breaks_.chances(shaped.text, styles[text.front().style].break_at, language);
  return shaped;
}

}  // namespace galley
