#include "cv/marks.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/characters.h"
#include "base/utf8.h"

namespace galley {
namespace {

constexpr char32_t kNone = 0;  // before the first character and behind the last
constexpr std::string_view kNarrowSpace = "\u202F", kFullSpace = "\u00A0";
constexpr std::u32string_view kOpeners = U"([{«‹“‘„‚–—-/";
constexpr std::u32string_view kClosers = U")]}»›”’\"'";

bool is_space(char32_t c) { return c == kNone || is_white_space(c); }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_one_of(char32_t c, std::u32string_view all) { return all.find(c) != std::u32string_view::npos; }

/// Of a script that writes no spaces between words, or, as Korean, sets particles right behind a quote.
bool is_spaceless(char32_t c) {
  struct Block {
    char32_t first, last;
  };
  constexpr Block kBlocks[] = {{0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1100, 0x11FF}, {0x1780, 0x17FF}, {0x2E80, 0x9FFF},  // Thai, Lao; Myanmar; Hangul; Khmer
                               {0xAC00, 0xD7AF}, {0xF900, 0xFAFF}, {0xFF00, 0xFFEF}, {0x20000, 0x3FFFF}};               // Hangul; Chinese, Japanese
  return std::any_of(std::begin(kBlocks), std::end(kBlocks), [c](const Block& block) { return c >= block.first && c <= block.last; });
}

/// Of a word that a quote beside it would be part of: an apostrophe.
bool joins_word(char32_t c) { return belongs_to_word(c) && !is_spaceless(c); }

/// A character of a text with what it must keep to.
struct Character {
  char32_t value = kNone;
  std::size_t span = 0;
  bool literal = false;       ///< escaped by the author
  bool for_machines = false;  ///< part of an address, an option or code
};

std::vector<Character> flattened(const RichText& text) {
  std::vector<Character> all;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const RichSpan& span = text[i];
    for (std::size_t at = 0; at < span.text.size();) {
      const auto [value, length] = utf8::decode(span.text, at);
      all.push_back({value, i, std::find(span.literal.begin(), span.literal.end(), at) != span.literal.end(), false});
      at += length;
    }
  }
  return all;
}

void drop_last_character(std::string& text) {
  constexpr unsigned kContinues = 0x80, kContinuationBits = 0xC0;
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & kContinuationBits) == kContinues) text.pop_back();
  if (!text.empty()) text.pop_back();
}

bool has(const std::u32string& word, std::u32string_view part) { return word.find(part) != std::u32string::npos; }

/// An address, a path, an option, an attribute: what people copy and machines read.
bool is_for_machines(const std::u32string& word) {
  const bool option = word.size() > 2 && word.starts_with(U"--") && belongs_to_word(word[2]);
  const bool path = has(word, U"/") && has(word, U".") && !has(word, U"...");
  return option || path || has(word, U"://") || has(word, U"@") || has(word, U"=\"") || has(word, U"='") || word.starts_with(U"www.");
}

void protect_addresses(std::vector<Character>& all) {
  for (std::size_t begin = 0; begin < all.size();) {
    if (is_space(all[begin].value)) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    std::u32string word;
    for (; end < all.size() && !is_space(all[end].value); ++end) word += all[end].value;
    if (is_for_machines(word))
      for (std::size_t i = begin; i < end; ++i) all[i].for_machines = true;
    begin = end;
  }
}

/// What stands between two backticks, as people write code.
void protect_code(std::vector<Character>& all) {
  const auto is_backtick = [](const Character& each) { return each.value == U'`'; };
  for (auto begin = std::find_if(all.begin(), all.end(), is_backtick); begin != all.end();) {
    const auto end = std::find_if(begin + 1, all.end(), is_backtick);
    if (end == all.end()) return;
    for (auto each = begin; each != end; ++each) each->for_machines = true;
    begin = std::find_if(end + 1, all.end(), is_backtick);
  }
}

/// One pass over a text, which is written anew span by span.
class Writer {
 public:
  Writer(RichText& text, RangeDashes ranges, const MarksOf& marks_of) : text_(text), all_(flattened(text)), ranges_(ranges) {
    protect_addresses(all_);
    protect_code(all_);
    for (RichSpan& span : text) {
      marks_.push_back(marks_of(span.language));
      span.text.clear();
      span.literal.clear();
    }
  }

  void write() {
    for (std::size_t i = 0; i < all_.size();) i = all_[i].literal || all_[i].for_machines ? keep(i) : mark(i);
  }

 private:
  [[nodiscard]] char32_t before(std::size_t i) const { return i > 0 ? all_[i - 1].value : kNone; }
  [[nodiscard]] char32_t after(std::size_t i) const { return i + 1 < all_.size() ? all_[i + 1].value : kNone; }
  [[nodiscard]] const Language::Marks& marks(std::size_t i) const { return marks_[all_[i].span]; }
  std::string& out(std::size_t i) { return text_[all_[i].span].text; }
  [[nodiscard]] std::string_view no_break_space(std::size_t i) const { return marks(i).full_spaces ? kFullSpace : kNarrowSpace; }

  std::size_t keep(std::size_t i) { return put(i, {}); }

  /// Writes `instead` (or the character itself) for `count` characters. Gives the place behind them.
  std::size_t put(std::size_t i, std::string_view instead, std::size_t count = 1) {
    if (instead.empty()) utf8::append(out(i), all_[i].value);
    else out(i) += instead;
    return i + count;
  }

  std::size_t mark(std::size_t i) {
    switch (all_[i].value) {
      case U'"':
        return double_quote(i);
      case U'\'':
        return single_quote(i);
      case U'-':
        return dash(i);
      case U'.':
        return run(i) == 3 ? put(i, "…", 3) : keep_run(i);
      case U'«':
        return marks(i).narrow_inside ? open(i, "«") : keep(i);
      case U'»':
        return marks(i).narrow_inside ? close(i, "»") : keep(i);
      default:
        return spaced(i);
    }
  }

  /// How often the character stands there.
  [[nodiscard]] std::size_t run(std::size_t i) const {
    std::size_t end = i;
    while (end < all_.size() && all_[end].value == all_[i].value && !all_[end].literal && !all_[end].for_machines) ++end;
    return end - i;
  }

  std::size_t keep_run(std::size_t i) {
    for (std::size_t count = run(i); count > 0; --count) i = keep(i);
    return i;
  }

  /// Whether a quote there may open: behind a space, an opening bracket or another quote that has opened.
  [[nodiscard]] bool may_open(std::size_t i) const {
    const char32_t last = before(i);
    return !is_space(after(i)) && (is_space(last) || is_spaceless(last) || is_one_of(last, kOpeners) || (last == other(i) && opened_at_ == i));
  }
  [[nodiscard]] char32_t other(std::size_t i) const { return all_[i].value == U'"' ? U'\'' : U'"'; }

  /// A quote further on that could close it.
  [[nodiscard]] bool is_closed_later(std::size_t i) const {
    for (std::size_t j = i + 1; j < all_.size(); ++j) {
      const Character& each = all_[j];
      const bool closes = each.value == all_[i].value && !each.literal && !each.for_machines && !is_space(before(j)) && !joins_word(after(j));
      if (closes) return true;
    }
    return false;
  }

  std::size_t double_quote(std::size_t i) {
    if (double_open_ && !is_space(before(i))) {
      double_open_ = false;
      return close(i, marks(i).close);
    }
    if (double_open_ || !may_open(i) || !is_closed_later(i)) return keep(i);  // inches, seconds, a slip
    double_open_ = true;
    return open(i, marks(i).open);
  }

  std::size_t single_quote(std::size_t i) {
    const bool word_before = joins_word(before(i)), word_after = joins_word(after(i));
    if (word_before && word_after) return is_digit(before(i)) && is_digit(after(i)) ? keep(i) : put(i, "’");
    const bool is_decade = is_digit(after(i)) && i + 2 < all_.size() && is_digit(all_[i + 2].value);
    if (!single_open_ && !is_decade && may_open(i) && is_closed_later(i)) {
      single_open_ = true;
      return open(i, marks(i).inner_open);
    }
    if (single_open_ && !is_space(before(i))) {
      single_open_ = false;
      return close(i, marks(i).inner_close);
    }
    const bool is_prime = is_digit(before(i)) && !word_after;
    return !is_prime && (word_before || word_after) ? put(i, "’") : keep(i);
  }

  std::size_t open(std::size_t i, std::string_view mark) {
    put(i, mark);
    opened_at_ = i + 1;
    if (mark != "«" || !marks(i).narrow_inside) return i + 1;
    out(i) += no_break_space(i);
    return is_space(after(i)) && after(i) != kNone ? i + 2 : i + 1;
  }

  std::size_t close(std::size_t i, std::string_view mark) {
    if (mark == "»" && marks(i).narrow_inside) space_before(i);
    return put(i, mark);
  }

  /// A narrow space instead of the one that stands there, or where none does.
  void space_before(std::size_t i) {
    if (i > 0 && is_space(before(i)) && before(i) != U'\u2028') {
      drop_last_character(out(i - 1));
    }
    out(i) += no_break_space(i);
  }

  /// "mot !" and "mot!" in French.
  std::size_t spaced(std::size_t i) {
    const std::string& narrow = marks(i).narrow_before;
    const auto is_narrow = [&](char32_t c) { return c != kNone && c < 0x80 && narrow.find(static_cast<char>(c)) != std::string::npos; };
    if (!is_narrow(all_[i].value)) return keep(i);
    std::size_t last_mark = i;
    while (is_narrow(after(last_mark))) ++last_mark;
    const char32_t next = after(last_mark);
    const bool ends = is_space(next) || is_one_of(next, kClosers) || next == U'.';
    const char32_t last = is_space(before(i)) && i > 1 ? all_[i - 2].value : before(i);
    if (ends && before(i) != kNone && (belongs_to_word(last) || is_one_of(last, U")]»”’%…\""))) space_before(i);
    return keep(i);
  }

  std::size_t dash(std::size_t i) {
    const std::size_t count = run(i);
    const char32_t next = i + count < all_.size() ? all_[i + count].value : kNone;
    const bool is_arrow = before(i) == U'<' || next == U'>';
    if (count == 1 && ranges_ == RangeDashes::en && is_range(i)) return put(i, "–");
    if (is_arrow || count < 2 || count > 3) return keep_run(i);
    return put(i, count == 2 ? "–" : "—", count);
  }

  /// "pp. 10-20", "2019-2021": two whole numbers of which the second is larger, alone in their word.
  [[nodiscard]] bool is_range(std::size_t i) const {
    std::size_t begin = i, end = i + 1;
    while (begin > 0 && is_digit(all_[begin - 1].value)) --begin;
    while (end < all_.size() && is_digit(all_[end].value)) ++end;
    constexpr std::size_t kLongest = 5;  // digits: pages and years
    const std::size_t first = i - begin, second = end - i - 1;
    if (first == 0 || second < first || second > kLongest || all_[begin].value == U'0' || all_[i + 1].value == U'0') return false;
    const char32_t outside = begin > 0 ? all_[begin - 1].value : kNone, behind = end < all_.size() ? all_[end].value : kNone;
    if (!is_space(outside) && !is_one_of(outside, U"([")) return false;
    if (belongs_to_word(behind) || behind == U'-' || behind == U'/') return false;
    if (begin > 1 && is_digit(all_[begin - 2].value)) return false;  // "555 0100-0199"
    return second > first || digits(begin, i) < digits(i + 1, end);
  }

  [[nodiscard]] std::u32string digits(std::size_t begin, std::size_t end) const {
    std::u32string out;
    for (std::size_t i = begin; i < end; ++i) out += all_[i].value;
    return out;
  }

  RichText& text_;
  std::vector<Character> all_;
  std::vector<Language::Marks> marks_;  ///< of each span
  RangeDashes ranges_;
  bool double_open_ = false, single_open_ = false;
  std::size_t opened_at_ = 0;  ///< the place behind the last quote that opened
};

/// Whether there is anything to do at all.
bool has_marks(const RichText& text) {
  return std::any_of(text.begin(), text.end(), [](const RichSpan& span) { return span.text.find_first_of("\"'-.;:!?") != std::string::npos || span.text.find("\u00AB") != std::string::npos || span.text.find("\u00BB") != std::string::npos; });
}

/// Each text of an entry.
struct SetValue {
  RangeDashes ranges;
  const MarksOf& marks_of;

  void operator()(RichText& text) const { set_marks(text, ranges, marks_of); }
  void operator()(std::vector<RichText>& texts) const {
    for (RichText& text : texts) set_marks(text, ranges, marks_of);
  }
  void operator()(std::vector<Entry>& entries) const {
    for (Entry& entry : entries)
      for (Field& field : entry.fields) std::visit(*this, field.value);
  }
  void operator()(People& people) const {
    for (Person& person : people) {
      RichText name(1);
      name.front().text = person.name;
      set_marks(name, RangeDashes::as_typed, marks_of);
      person.name = name.front().text;
    }
  }
  void operator()(Dates&) const {}        // spelt by layout and language
  void operator()(std::string&) const {}  // an address
  void operator()(PictureFile&) const {}
};

}  // namespace

void set_marks(RichText& text, RangeDashes ranges, const MarksOf& marks_of) {
  if (has_marks(text)) Writer(text, ranges, marks_of).write();
}

void set_marks(Cv& cv, const MarksOf& marks_of) {
  for (Field& field : cv.person.fields) std::visit(SetValue{RangeDashes::as_typed, marks_of}, field.value);
  for (Section& section : cv.sections) {
    set_marks(section.title, RangeDashes::en, marks_of);
    set_marks(section.note, RangeDashes::en, marks_of);
    for (auto& item : section.items) {
      if (auto* heading = std::get_if<SubHeading>(&item)) set_marks(heading->title, RangeDashes::en, marks_of);
      if (auto* entry = std::get_if<Entry>(&item))
        for (Field& field : entry->fields) std::visit(SetValue{RangeDashes::en, marks_of}, field.value);
    }
  }
}

}  // namespace galley
