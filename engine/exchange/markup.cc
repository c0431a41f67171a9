#include "exchange/markup.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/numbers.h"
#include "base/utf8.h"
#include "cv/reading.h"
#include "exchange/tex.h"

namespace galley {
namespace {

struct Meaning {
  std::string_view name, own;
};
/// What a tag of HTML writes where it opens, and, with a stroke, where it closes.
constexpr std::array<Meaning, 22> kTags = {{{"b", "**"}, {"/b", "**"}, {"strong", "**"}, {"/strong", "**"}, {"i", "*"}, {"/i", "*"},
                                            {"em", "*"}, {"/em", "*"}, {"br", "\n\n"}, {"p", "\n\n"}, {"/p", "\n\n"}, {"li", "\n- "},
                                            {"/li", "\n"}, {"ul", ""}, {"/ul", "\n"}, {"ol", ""}, {"/ol", "\n"}, {"div", "\n\n"},
                                            {"/div", "\n\n"}, {"span", ""}, {"/span", ""}, {"/a", ""}}};
constexpr std::array<Meaning, 6> kEntities = {{{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\u00A0"}}};
constexpr std::size_t kLongestEntity = 8, kLongestSpan = 1000;  // bytes; beyond that nothing is looked for, so that time grows with the text alone

bool is_word_character(char each) {
  return static_cast<unsigned char>(each) >= 0x80 || (each >= '0' && each <= '9') || (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
}
bool is_space(char each) { return each == ' ' || each == '\n' || each == '\t'; }

/// Letters that mean something to our own language stand for themselves.
std::string literal(std::string_view text) {
  std::string out;
  for (const char each : text) out += (each == '*' || each == '[' || each == '\\' ? "\\" : "") + std::string(1, each);
  return out;
}

class Converter {
 public:
  explicit Converter(std::string_view text) : text_(text) {}

  std::string convert() {
    while (at_ < text_.size()) {
      const char each = text_[at_];
      const bool done = address() ? true : each == '\\' ? copy(2) : each == '`' ? code() : each == '_' ? underscores() : each == '<' ? tag() : each == '&' ? entity() : each == '$' && mathematics();
      if (!done) copy(1);
    }
    return std::string(trim(out_));
  }

 private:
  /// Where `what` next stands, but not too far away.
  [[nodiscard]] std::size_t find(std::string_view what, std::size_t from, std::size_t farthest = kLongestSpan) const {
    return text_.substr(0, std::min(from + farthest, text_.size())).find(what, from);
  }

  bool copy(std::size_t count) {
    out_ += text_.substr(at_, count);
    at_ = std::min(at_ + count, text_.size());
    return true;
  }

  /// What is an address, or where a link leads, is no markup.
  bool address() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("](")) return copy(std::min(rest.find(')'), rest.size()));
    if (!rest.starts_with("http://") && !rest.starts_with("https://")) return false;
    return copy(std::min(rest.find_first_of(" \n\t<>)]\""), rest.size()));
  }

  bool code() {
    const std::size_t end = find("`", at_ + 1);
    if (end == std::string_view::npos || end == at_ + 1) return false;
    out_ += literal(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    return true;
  }

  [[nodiscard]] std::size_t run_at(std::size_t at) const {
    const std::size_t end = std::min(text_.find_first_not_of('_', at), text_.size());
    return end - at;
  }

  /// _x_, but not within a word: a_b_c.
  bool underscores() {
    const std::size_t run = run_at(at_), begin = at_ + run;
    const bool opens = (at_ == 0 || !is_word_character(text_[at_ - 1])) && begin < text_.size() && !is_space(text_[begin]);
    if (!opens || run > 3) return copy(run);
    for (std::size_t end = find("_", begin); end != std::string_view::npos && end < begin + kLongestSpan; end = find("_", end + run_at(end))) {
      const bool closes = run_at(end) == run && !is_space(text_[end - 1]) && (end + run >= text_.size() || !is_word_character(text_[end + run]));
      if (!closes) continue;
      const std::string mark(run, '*');
      out_ += mark + own_markup(text_.substr(begin, end - begin)) + mark;
      at_ = end + run;
      return true;
    }
    return copy(run);
  }

  /// A tag that is none of those known stays: "a < b > c".
  bool tag() {
    const std::size_t end = find(">", at_);
    if (end == std::string_view::npos || is_space(text_[at_ + 1])) return false;
    const std::string inside = to_lower_ascii(trim(text_.substr(at_ + 1, end - at_ - 1)));
    std::string_view name = std::string_view(inside).substr(0, inside.find_first_of(" /\n", 1));
    if (name == "a") return link(inside, end);
    const auto known = std::find_if(kTags.begin(), kTags.end(), [&](const Meaning& each) { return each.name == name; });
    if (known == kTags.end()) return false;
    out_ += known->own;
    at_ = end + 1;
    return true;
  }

  bool link(const std::string& inside, std::size_t end) {
    const std::size_t attribute = inside.find("href=");
    const std::size_t close = find("</a>", end) == std::string_view::npos ? find("</A>", end) : find("</a>", end);
    if (attribute == std::string::npos || attribute + 6 >= inside.size() || close == std::string_view::npos) return false;
    const char quote = inside[attribute + 5];
    const std::size_t begin = text_.find(quote, at_), finish = begin == std::string_view::npos ? begin : text_.find(quote, begin + 1);
    if ((quote != '"' && quote != '\'') || finish == std::string_view::npos || finish > end) return false;
    out_ += "[" + own_markup(text_.substr(end + 1, close - end - 1)) + "](" + std::string(text_.substr(begin + 1, finish - begin - 1)) + ")";
    at_ = close + std::string_view("</a>").size();
    return true;
  }

  bool entity() {
    const std::size_t end = find(";", at_, kLongestEntity);
    if (end == std::string_view::npos) return false;
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    const auto known = std::find_if(kEntities.begin(), kEntities.end(), [&](const Meaning& each) { return each.name == name; });
    const auto number = name.starts_with('#') ? parse_whole(name.substr(1)) : std::nullopt;
    if (known == kEntities.end() && (!number || *number < ' ' || *number > 0xFFFF || (*number >= 0xD800 && *number < 0xE000))) return false;
    if (known != kEntities.end()) out_ += known->own;
    else utf8::append(out_, static_cast<char32_t>(*number));
    at_ = end + 1;
    return true;
  }

  /// $$…$$
  bool mathematics() {
    if (!text_.substr(at_).starts_with("$$")) return false;
    const std::size_t end = find("$$", at_ + 2);
    if (end == std::string_view::npos) return false;
    out_ += tex_to_text("$" + std::string(text_.substr(at_ + 2, end - at_ - 2)) + "$", TexMarkup::kept).text;
    at_ = end + 2;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string own_markup(std::string_view text) {
  if (text.find_first_of("`_<&$") == std::string_view::npos) return std::string(text);
  return Converter(text).convert();
}

}  // namespace galley
