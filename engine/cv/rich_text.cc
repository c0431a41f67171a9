#include "cv/rich_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "cv/reading.h"
#include "cv/source_places.h"
#include "cv/uri.h"

namespace galley {
namespace {

constexpr std::string_view kLineBreak = "\u2028";
constexpr std::string_view kLanguage = "{lang=";

/// "[text](address)" or "[text]{lang=fr}": the places of both brackets and of the end.
struct Link {
  std::size_t open = 0, close = 0, end = 0;
  std::string uri, language;
};

/// One or two stars that stand for emphasis or strong text, not for themselves.
struct Star {
  std::size_t at = 0, length = 1;
  bool opens = true;
};

bool is_space(char each) { return each == ' ' || each == '\t' || each == '\r' || each == '\n'; }

bool is_punctuation(char each) {
  return (each >= '!' && each <= '/') || (each >= ':' && each <= '@') || (each >= '[' && each <= '`') ||
         (each >= '{' && each <= '~');
}

bool is_escape(std::string_view text, std::size_t at) {
  return text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1]);
}

/// What stands beside a run of stars decides whether it opens or closes.
enum class Beside { space, punctuation, word };

Beside beside(char32_t code_point) {
  if (code_point <= 0x20 || code_point == 0xa0 || (code_point >= 0x2000 && code_point <= 0x200a) ||
      code_point == 0x2028 || code_point == 0x3000)
    return Beside::space;
  const bool ascii_mark = code_point < 0x80 && is_punctuation(static_cast<char>(code_point));
  const bool general_mark = code_point >= 0x2010 && code_point <= 0x205e;
  return ascii_mark || general_mark || code_point == 0xab || code_point == 0xbb ? Beside::punctuation : Beside::word;
}

Beside before(std::string_view text, std::size_t at) {
  if (at == 0) return Beside::space;
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xc0U) == 0x80U) --start;
  return beside(utf8::decode(text, start).code_point);
}

Beside after(std::string_view text, std::size_t at) {
  return at < text.size() ? beside(utf8::decode(text, at).code_point) : Beside::space;
}

/// The end of "(address)" that begins at `open`, 0 if it is none: no spaces, brackets balanced. An address that holds
/// "](" is a link that was never closed; to stop there also keeps the search linear.
std::size_t address_end(std::string_view text, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (is_space(text[at]) || text.substr(at, 2) == "](") return 0;
    if (is_escape(text, at)) {
      ++at;
    } else if (text[at] == '(') {
      ++depth;
    } else if (text[at] == ')' && --depth == 0) {
      return at + 1;
    }
  }
  return 0;
}

/// The end of "{lang=pt-BR}" that begins at `open`, 0 if it is none: as Pandoc writes a span's language.
std::size_t language_end(std::string_view text, std::size_t open) {
  if (!text.substr(open).starts_with(kLanguage)) return 0;
  const std::size_t end = text.find('}', open);
  if (end == std::string_view::npos || end == open + kLanguage.size()) return 0;
  const auto is_tag = [](char each) { return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') || each == '-'; };
  const std::string_view tag = text.substr(open + kLanguage.size(), end - open - kLanguage.size());
  return std::all_of(tag.begin(), tag.end(), is_tag) ? end + 1 : 0;
}

std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_escape(text, at)) ++at;
    out += text[at];
  }
  return out;
}

std::vector<Link> find_links(const Node& scalar, Diagnostics& diagnostics) {
  const std::string_view text = scalar.text;
  std::vector<Link> links;
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_escape(text, at)) {
      ++at;
    } else if (text[at] == '[') {
      open.push_back(at);
    } else if (text[at] == ']' && !open.empty()) {
      if (const std::size_t end = language_end(text, std::min(at + 1, text.size())); end != 0) {
        const std::size_t tag = at + 1 + kLanguage.size();
        links.push_back({open.back(), at, end, {}, std::string(text.substr(tag, end - 1 - tag))});
        open.clear();
        at = end - 1;
        continue;
      }
      const bool called = at + 1 < text.size() && text[at + 1] == '(';
      const std::size_t end = called ? address_end(text, at + 1) : 0;
      if (end == 0) {
        open.pop_back();
        continue;
      }
      const std::string address = without_escapes(text.substr(at + 2, end - at - 3));
      const auto uri = read_uri(address, place_in(scalar, at + 2, end - 1), diagnostics);
      links.push_back({open.back(), at, end, uri.value_or(""), {}});
      open.clear();  // a link holds no link
      at = end - 1;
    }
  }
  return links;
}

/// Pairs opening with closing stars. A closing run takes the nearest opening one of its length; what was opened in
/// between stays literal. Nothing reaches over the edge of a link.
class StarPairs {
 public:
  StarPairs(const Node& scalar, Diagnostics& diagnostics)
      : scalar_(scalar), text_(scalar.text), diagnostics_(diagnostics) {}

  std::vector<Star> find(const std::vector<Link>& links) {
    auto link = links.begin();
    bool inside = false;
    for (std::size_t at = 0; at < text_.size();) {
      if (link != links.end() && at == (inside ? link->close : link->open)) {
        if (inside)
          leave_link();
        else
          enter_link();
        at = inside ? link->end : at + 1;
        if (inside) ++link;
        inside = !inside;
      } else if (is_escape(text_, at)) {
        at += 2;
      } else if (text_[at] == '*') {
        const std::size_t end = std::min(text_.find_first_not_of('*', at), text_.size());
        if (end - at <= 3) run(at, end);
        at = end;
      } else {
        ++at;
      }
    }
    give_up(0);
    std::sort(pairs_.begin(), pairs_.end(), [](const Star& a, const Star& b) { return a.at < b.at; });
    return pairs_;
  }

 private:
  struct Opened {
    Star star;
    bool only_opens = false;
  };

  void run(std::size_t at, std::size_t end) {
    const Beside left = before(text_, at), right = after(text_, end);
    const bool opens = right != Beside::space && (right != Beside::punctuation || left != Beside::word);
    const bool closes = left != Beside::space && (left != Beside::punctuation || right != Beside::word);
    while (closes && at < end) {
      const std::size_t length = closable(end - at);
      if (length == 0) break;
      while (opened_.back().star.length != length) give_up(opened_.size() - 1);
      pairs_.push_back(opened_.back().star);
      pairs_.push_back({at, length, false});
      forget(length);
      at += length;
    }
    while (opens && at < end) {
      const std::size_t length = std::min<std::size_t>(2, end - at);
      opened_.push_back({{at, length}, !closes});
      ++count_[length];
      at += length;
    }
  }

  /// Which length of opened stars a run of `stars` closes next, 0: none.
  [[nodiscard]] std::size_t closable(std::size_t stars) const {
    if (opened_.size() == floor_) return 0;
    const std::size_t nearest = opened_.back().star.length;
    if (stars == 3) return nearest;
    if (count_[stars] > 0) return stars;
    return stars == 2 ? nearest : 0;  // "**" may close two single stars
  }

  void forget(std::size_t length) {
    opened_.pop_back();
    --count_[length];
  }

  /// Makes everything opened from `first` on literal.
  void give_up(std::size_t first) {
    while (opened_.size() > first) {
      const Opened& last = opened_.back();
      if (last.star.length == 2 && last.only_opens && !std::exchange(warned_, true))
        diagnostics_.warn(place_in(scalar_, last.star.at, last.star.at + 2), "'**' is opened here and never closed",
                          "close it with '**', or write \\*\\* for two stars").code = Code::wrong_value;
      forget(last.star.length);
    }
  }

  void enter_link() {
    floor_ = opened_.size();
    outside_ = count_;
    count_ = {};
  }

  void leave_link() {
    give_up(floor_);
    floor_ = 0;
    count_ = outside_;
  }

  const Node& scalar_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::vector<Opened> opened_;
  std::vector<Star> pairs_;
  bool warned_ = false;                                   // once for a text is enough
  std::size_t floor_ = 0;                                 // what was opened below it lies outside the present link
  std::array<std::size_t, 3> count_ = {}, outside_ = {};  // opened stars above the floor, by length
};

/// Writes the text span by span.
class Writer {
 public:
  explicit Writer(const Node& scalar) : scalar_(scalar) {}

  void star(const Star& star) {
    int& depth = star.length == 2 ? strong_ : emphasis_;
    depth += star.opens ? 1 : -1;
    now_.strong = strong_ > 0;
    now_.emphasis = emphasis_ > 0;
  }
  void link(const Link& link) {
    now_.link = link.uri;
    now_.language = link.language;
  }

  /// A character behind a backslash.
  void add_escaped(std::string_view text, std::size_t begin, std::size_t end) {
    add(text, begin, end);
    spans_.back().literal.push_back(spans_.back().text.size() - text.size());
  }

  void add(std::string_view text, std::size_t begin, std::size_t end) {
    const bool same = !spans_.empty() && spans_.back().strong == now_.strong &&
                      spans_.back().emphasis == now_.emphasis && spans_.back().link == now_.link &&
                      spans_.back().language == now_.language;
    const Span source = place_in(scalar_, begin, end);
    if (!same) {
      spans_.push_back(now_);
      spans_.back().source = source;
    }
    spans_.back().text += text;
    spans_.back().source.end = source.end;
  }

  RichText take() { return std::move(spans_); }

 private:
  const Node& scalar_;
  RichSpan now_;
  int strong_ = 0, emphasis_ = 0;  // how deep we are in each
  RichText spans_;
};

/// Adds the white space at `at`: spaces and tabs are one space, as is a line end, and an empty line a line break. Gives the place
/// behind it.
std::size_t add_space(std::string_view text, std::size_t at, Writer& writer) {
  const std::size_t end = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
  const std::string_view space = text.substr(at, end - at);
  const auto lines = std::count(space.begin(), space.end(), '\n');
  writer.add(lines > 1 ? kLineBreak : " ", at, end);
  return end;
}

/// Past the letters from `at` on that stand for themselves, whatever is beside them.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  constexpr char kFirstOfLineBreak = '\xE2';
  while (at < text.size() && !is_space(text[at]) && text[at] != '\\' && text[at] != kFirstOfLineBreak) ++at;
  return at;
}

/// Adds what stands at `at`, which is no mark, and gives the place behind it; nothing from `mark` on, where the next one is.
std::size_t add_literal(std::string_view text, std::size_t at, std::size_t mark, Writer& writer) {
  if (const std::size_t plain = end_of_plain(text.substr(0, mark), at); plain > at) {
    writer.add(text.substr(at, plain - at), at, plain);
    return plain;
  }
  if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == '\n') {
    writer.add(kLineBreak, at, at + 2);
    return std::min(text.find_first_not_of(" \t\r\n", at + 1), text.size());
  }
  if (text.substr(at).starts_with(kLineBreak)) {  // a fold or an indent behind it begins no line
    writer.add(kLineBreak, at, at + kLineBreak.size());
    return std::min(text.find_first_not_of(" \t\r\n", at + kLineBreak.size()), text.size());
  }
  if (is_space(text[at])) return add_space(text, at, writer);
  const std::size_t skipped = is_escape(text, at) ? 1 : 0;
  const std::size_t length = skipped + utf8::decode(text, at + skipped).length;
  if (skipped > 0) writer.add_escaped(text.substr(at + skipped, length - skipped), at, at + length);
  else writer.add(text.substr(at, length), at, at + length);
  return at + length;
}

/// Two spaces in a row within a line are a slip: old typing, or a word that was taken out.
void warn_of_spaces(const Node& scalar, Diagnostics& diagnostics) {
  const std::string_view text = scalar.text;
  for (std::size_t at = 0; (at = text.find("  ", at)) != std::string_view::npos;) {
    const std::size_t end = text.find_first_not_of(' ', at);
    const bool is_within = at > 0 && text[at - 1] != '\n' && end != std::string_view::npos && text[end] != '\n';
    if (is_within) return static_cast<void>(diagnostics.warn(place_in(scalar, at, end), "two spaces are set as one", "take one out"));
    if (end == std::string_view::npos) return;
    at = end;
  }
}

}  // namespace

RichText read_rich_text(const Node& scalar, Diagnostics& diagnostics) {
  const std::string_view text = scalar.text;
  warn_of_spaces(scalar, diagnostics);
  const std::vector<Link> links = find_links(scalar, diagnostics);
  const std::vector<Star> stars = StarPairs(scalar, diagnostics).find(links);
  Writer writer(scalar);
  auto link = links.begin();
  auto star = stars.begin();
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const std::size_t end = text.find_last_not_of(" \t\r\n") + 1;  // npos + 1 is 0: nothing but space
  for (std::size_t at = first; at < end;) {
    if (star != stars.end() && at == star->at) {
      writer.star(*star);
      at += (star++)->length;
    } else if (link != links.end() && at == link->open) {
      writer.link(*link);
      ++at;
    } else if (link != links.end() && at == link->close) {
      writer.link(Link{});
      at = (link++)->end;
    } else {
      std::size_t mark = star == stars.end() ? end : std::min(end, star->at);
      if (link != links.end()) mark = std::min(mark, at < link->open ? link->open : link->close);
      at = add_literal(text, at, mark, writer);
    }
  }
  return writer.take();
}

}  // namespace galley
