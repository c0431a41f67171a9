#include "yaml/extent.h"

#include <algorithm>

#include "base/utf8.h"

namespace galley::extent {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n'; }
bool is_structure(char c) { return is_space(c) || std::string_view("-?:,[]{}").find(c) != std::string_view::npos; }

std::size_t skip_spaces(std::string_view text, std::size_t at) { return skip(text, at, " \t\n"); }

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

}  // namespace

std::size_t skip(std::string_view text, std::size_t at, std::string_view set) {
  return std::min(text.find_first_not_of(set, at), text.size());
}

std::size_t skip_back(std::string_view text, std::size_t at, std::string_view set) {
  return text.substr(0, at).find_last_not_of(set) + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

std::size_t line_start(std::string_view text, std::size_t at) { return text.substr(0, at).rfind('\n') + 1; }

bool is_comment_start(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == '#' && (at == 0 || is_space(text[at - 1]));
}

std::size_t character_end(std::string_view text, std::size_t at) {
  return at < text.size() ? at + utf8::decode(text, at).length : text.size();
}

std::size_t skip_gap(std::string_view text, std::size_t at) {
  at = skip_spaces(text, at);
  while (is_comment_start(text, at)) at = skip_spaces(text, line_end(text, at));
  return at;
}

std::size_t property_end(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with("!<")) return std::min(text.find('>', at), text.size() - 1) + 1;
  while (at < text.size() && !is_space(text[at]) && text[at] != ',') ++at;
  return at;
}

std::size_t skip_properties(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '&' || text[at] == '!')) {
    at = skip_gap(text, property_end(text, at));
  }
  return at;
}

std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value) {
  std::size_t at = begin;
  for (std::size_t i = 0; i < value.size() && at < text.size();) {
    if (value[i] == text[at]) {
      ++i;
      ++at;
      continue;
    }
    // A folded line break: white space of any length in the file stands for one space or line break in the value.
    const std::size_t next = skip_spaces(text, at);
    if (next == at && !is_space(value[i])) break;
    at = next;
    i = skip_spaces(value, i);
  }
  return at;
}

std::size_t quoted_end(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      const bool doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == quote;
      if (!doubled) return at + 1;
      ++at;
    }
  }
  return std::string_view::npos;
}

std::size_t block_end(std::string_view text, std::size_t begin) {
  std::size_t end = line_end(text, begin);
  const std::size_t header_line = line_start(text, begin);
  // Content is indented more than the line of the header; its first line sets by how much.
  std::size_t indent = indent_of(text.substr(header_line, end - header_line)) + 1;
  bool first = text.substr(begin, end - begin).find_first_of("123456789") == std::string_view::npos;
  for (std::size_t start = end + 1; start < text.size();) {
    const std::size_t stop = line_end(text, start);
    const std::string_view line = text.substr(start, stop - start);
    if (line.find_first_not_of(" \t") != std::string_view::npos) {
      if (indent_of(line) < indent) break;
      if (first) indent = indent_of(line);
      first = false;
      end = stop;
    }
    start = stop + 1;
  }
  return end;
}

std::size_t first_unread(std::string_view text, std::size_t from, std::size_t to) {
  to = std::min(to, text.size());
  for (std::size_t at = from; at < to;) {
    if (is_comment_start(text, at)) {
      at = line_end(text, at);
    } else if (is_structure(text[at])) {
      ++at;
    } else if (text[at] == '&' || text[at] == '!') {
      at = property_end(text, at);
    } else if (text.substr(at).starts_with("...") && line_start(text, at) == at) {
      at += 3;  // the end of a document
    } else {
      return at;
    }
  }
  return to;
}

}  // namespace galley::extent
