#include "exchange/texts.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "cv/reading.h"
#include "cv/uri.h"
#include "exchange/markup.h"
#include "exchange/tree.h"

namespace galley {
namespace {

constexpr std::array<std::string_view, 4> kSchemes = {"https:", "http:", "mailto:", "tel:"};

bool is_word_character(unsigned char each) {
  return each >= 0x80 || (each >= '0' && each <= '9') || (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || each == '_';
}

std::string encoded(std::string_view text) {
  std::string out;
  for (const char each : text) {
    switch (each) {
      case ' ': out += "%20"; break;
      case '<': out += "%3C"; break;
      case '>': out += "%3E"; break;
      case '"': out += "%22"; break;
      default: out += each;
    }
  }
  return out;
}

/// "example.org/me": a host with a dot, and letters behind its last one.
bool begins_with_host(std::string_view text) {
  const std::string_view host = text.substr(0, text.find_first_of("/?#:"));
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 3 > host.size()) return false;
  return std::all_of(host.begin(), host.end(), [](char each) { return is_word_character(static_cast<unsigned char>(each)) || each == '-' || each == '.'; });
}

/// A Markdown link [words](target) at or after `at`.
struct FoundLink {
  std::size_t open, close, end;  ///< '[', ']', one past ')'
  std::string_view words, target;
};

std::optional<FoundLink> find_link(std::string_view text, std::size_t at) {
  for (std::size_t close = text.find("](", at); close != std::string_view::npos; close = text.find("](", close + 2)) {
    const std::size_t open = text.rfind('[', close);
    std::size_t end = close + 2;
    for (int depth = 1; end < text.size() && depth > 0; ++end) depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
    if (open == std::string_view::npos || open < at || text[end - 1] != ')') continue;
    return FoundLink{open, close, end, text.substr(open + 1, close - open - 1), text.substr(close + 2, end - close - 3)};
  }
  return std::nullopt;
}

/// Links of every kind but the ones that our reader would refuse.
std::string with_good_links(std::string_view text, Span span, Diagnostics& diagnostics) {
  std::string out;
  std::size_t at = 0;
  while (const auto link = find_link(text, at)) {
    const auto address = web_address(link->target);
    out += text.substr(at, link->open - at);
    if (address) {
      out.append("[").append(link->words).append("](").append(*address).append(")");
    } else {
      out += link->words;
      diagnostics.warn(span, "the link to " + in_quotes(link->target) + " is not carried over: it is no web address").code = Code::not_carried_over;
    }
    at = link->end;
  }
  return out.append(text.substr(at));
}

/// A line of a list in Markdown, without its mark; nothing for other lines.
std::string_view list_item(std::string_view line) {
  line = trim(line);
  for (const std::string_view mark : {"- ", "* ", "+ ", "• "})
    if (line.starts_with(mark)) return trim(line.substr(mark.size()));
  return {};
}

/// {name: "Press", url: "https://press.example"}
std::optional<std::string> link_of(const Node& map) {
  const Node* name = map.find("name");
  const Node* url = map.find("url");
  if (map.items.size() != 2 || !name || !url || !name->is_scalar() || !url->is_scalar()) return std::nullopt;
  return "[" + name->text + "](" + url->text + ")";
}

}  // namespace

std::optional<std::string> web_address(std::string_view written) {
  std::string text = encoded(trim(written));
  const std::string lower = to_lower_ascii(text);
  for (const std::string_view scheme : kSchemes)
    if (lower.starts_with(scheme)) text.replace(0, scheme.size(), scheme);
  const bool has_scheme = std::any_of(kSchemes.begin(), kSchemes.end(), [&](std::string_view each) { return text.starts_with(each); });
  if (!has_scheme) {
    const std::size_t slashes = text.starts_with("//") ? 2 : 0;
    text.erase(0, slashes);
    const std::size_t at = text.find('@');
    const bool mail = at != std::string::npos && at > 0 && text.find('/') == std::string::npos && begins_with_host(std::string_view(text).substr(at + 1));
    if (!mail && !begins_with_host(text)) return std::nullopt;
    text.insert(0, mail ? "mailto:" : "https://");
  }
  Diagnostics unheard;
  return read_uri(text, {}, unheard);
}

std::string shown_address(std::string_view address) {
  for (const std::string_view beginning : {"https://", "http://", "mailto:", "tel:", "www."})
    if (address.starts_with(beginning)) address.remove_prefix(beginning.size());
  while (address.ends_with('/')) address.remove_suffix(1);
  return std::string(address);
}

std::optional<Node> text_of(const Node& value, Diagnostics& diagnostics) {
  if (value.is_scalar()) return text_node(with_good_links(own_markup(trim(value.text)), value.span, diagnostics), value.span);
  if (value.is_map() && value.items.size() == 1 && value.items[0].is_scalar())
    return text_node(with_good_links(own_markup(value.keys[0].text + ": " + value.items[0].text), value.span, diagnostics), value.span);
  if (const auto link = link_of(value)) return text_node(with_good_links(*link, value.span, diagnostics), value.span);
  std::string joined;
  for (const Node& each : value.items) {
    const auto text = value.is_list() && !each.is_list() && !each.is_null() ? text_of(each, diagnostics) : std::nullopt;
    if (text) joined += (joined.empty() ? "" : ", ") + text->text;
  }
  if (!joined.empty()) return text_node(std::move(joined), value.span);
  if (!is_empty(value)) diagnostics.warn(value.span, std::string(describe(value.kind)) + " stands where a text is expected, and is not carried over").code = Code::not_carried_over;
  return std::nullopt;
}

Prose split_lists(std::string_view text) {
  Prose prose;
  bool in_item = false;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at), item = list_item(line);
    at = end + 1;
    if (!item.empty()) {
      prose.items.emplace_back(item);
      in_item = true;
    } else if (in_item && line.starts_with(' ') && !trim(line).empty()) {
      prose.items.back().append(" ").append(trim(line));
    } else if (!trim(line).empty()) {
      prose.words.append(prose.words.empty() ? "" : "\n\n").append(trim(line));
      in_item = false;
    }
  }
  return prose;
}

std::vector<Node> texts_of(const Node& value, Diagnostics& diagnostics) {
  std::vector<Node> texts;
  if (!value.is_list()) {
    if (auto text = text_of(value, diagnostics)) texts.push_back(std::move(*text));
    return texts;
  }
  for (const Node& each : value.items)
    if (!is_empty(each))
      if (auto text = text_of(each, diagnostics)) texts.push_back(std::move(*text));
  return texts;
}

Node with_line_breaks(Node text) {
  std::string broken;
  for (std::size_t at = 0; at < text.text.size();) {
    if (text.text[at] != '\n') {
      broken += text.text[at++];
      continue;
    }
    broken += "\n\n";  // an empty line is our line break
    at = std::min(text.text.find_first_not_of(" \t\r\n", at), text.text.size());
  }
  text.text = std::move(broken);
  return text;
}

std::string without_markup(std::string_view text, Span span, Diagnostics& diagnostics) {
  std::string words;
  std::size_t at = 0;
  while (const auto link = find_link(text, at)) {
    words.append(text.substr(at, link->open - at)).append(link->words);
    diagnostics.warn(span, "the link to " + in_quotes(link->target) + " is not carried over: there can be none here").code = Code::not_carried_over;
    at = link->end;
  }
  words += text.substr(at);
  std::erase(words, '*');
  return std::string(trim(words));
}

void embolden(std::string& text, const std::vector<std::string>& words) {
  const auto is_bound = [&](std::size_t at) { return at >= text.size() || !is_word_character(static_cast<unsigned char>(text[at])); };
  for (const std::string& word : words) {
    if (word.empty()) continue;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
      const std::size_t end = at + word.size();
      const bool strong = (at > 0 && text[at - 1] == '*') || (end < text.size() && text[end] == '*');
      const std::size_t target = text.rfind("](", at);  // inside of an address nothing is strong
      const bool in_link = target != std::string::npos && text.find(')', target) > at;
      if (strong || in_link || (at > 0 && !is_bound(at - 1)) || !is_bound(end)) {
        at = end;
        continue;
      }
      text.insert(end, "**").insert(at, "**");
      at = end + 4;
    }
  }
}

}  // namespace galley
