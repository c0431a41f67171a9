#include "verify/right_to_left.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace galley::proof {
namespace {

constexpr char32_t kTurned = 0x202B, kLeftToRight = 0x202A, kEnd = 0x202C;

using BidiPointer = std::unique_ptr<UBiDi, decltype(&ubidi_close)>;

bool reads_left(char32_t c) {
  const UCharDirection direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

/// The text with its characters in the other order; as it was if memory ran out.
std::string reordered(const std::string& text, bool right_to_left, UBiDiReorderingMode mode) {
  const icu::UnicodeString before = icu::UnicodeString::fromUTF8(text);
  const BidiPointer bidi(ubidi_open(), ubidi_close);
  UErrorCode error = U_ZERO_ERROR;
  ubidi_setReorderingMode(bidi.get(), mode);
  ubidi_setPara(bidi.get(), before.getBuffer(), before.length(), right_to_left ? 1 : 0, nullptr, &error);
  icu::UnicodeString after;
  char16_t* buffer = after.getBuffer(before.length() + 1);
  const int32_t length = ubidi_writeReordered(bidi.get(), buffer, before.length() + 1, 0, &error);
  after.releaseBuffer(U_SUCCESS(error) ? length : 0);
  std::string out;
  return U_SUCCESS(error) ? after.toUTF8String(out) : text;
}

/// Words [begin, end), which are drawn beside each other, added in reading order.
void add_turned(std::vector<Word>& out, std::vector<Word>::const_iterator begin, std::vector<Word>::const_iterator end, bool right_to_left) {
  if (!right_to_left && std::none_of(begin, end, [](const Word& word) { return has_right_to_left(word.text); })) {
    out.insert(out.end(), begin, end);
    return;
  }
  std::string line;
  for (auto word = begin; word != end; ++word) line += (word == begin ? "" : " ") + word->text;
  std::vector<Word> turned = words_of(reordered(line, right_to_left, UBIDI_REORDER_INVERSE_LIKE_DIRECT), begin->page);
  for (Word& word : turned) {
    word.at_edge = begin->at_edge;
    word.ends_line = false;
    out.push_back(std::move(word));
  }
  if (!turned.empty()) out.back().ends_line = std::prev(end)->ends_line;
}

}  // namespace

bool has_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    if (reads_left(next.code_point)) return true;
    at += next.length;
  }
  return false;
}

bool is_right_to_left(const std::vector<Word>& words) {
  const auto count = std::count_if(words.begin(), words.end(), [](const Word& word) { return has_right_to_left(word.text); });
  return 3 * static_cast<std::size_t>(count) > words.size();
}

std::string drawn(const std::string& text, bool right_to_left) {
  return right_to_left || has_right_to_left(text) ? reordered(text, right_to_left, UBIDI_REORDER_DEFAULT) : text;
}

std::string as_drawn(std::string_view text) {
  std::string out;
  std::u32string turned;
  bool is_turned = false;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    at += next.length;
    if (next.code_point == kTurned) {
      is_turned = true;
    } else if (next.code_point == kEnd || (is_turned && at >= text.size())) {
      if (next.code_point != kEnd) turned += next.code_point;
      std::for_each(turned.rbegin(), turned.rend(), [&](char32_t c) { utf8::append(out, c); });
      turned.clear();
      is_turned = false;
    } else if (is_turned) {
      turned += next.code_point;
    } else if (next.code_point != kLeftToRight) {
      utf8::append(out, next.code_point);
    }
  }
  return out;
}

std::vector<Word> in_reading_order(const std::vector<Word>& words) {
  const bool right_to_left = is_right_to_left(words);
  std::vector<Word> out;
  for (auto begin = words.begin(); begin != words.end();) {
    auto end = std::next(begin);
    while (end != words.end() && !std::prev(end)->ends_line && !end->begins_tag) ++end;
    add_turned(out, begin, end, right_to_left);
    begin = end;
  }
  return out;
}

}  // namespace galley::proof
