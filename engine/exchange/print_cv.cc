#include "exchange/print_cv.h"

#include <algorithm>
#include <string_view>

namespace galley {
namespace {

/// Whether YAML, and our reader of it, take the text for what it is without quotes.
bool is_plain(std::string_view text) {
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL" || text == "<<") return false;
  if (std::string_view(" -?:,[]{}#&*!|>'\"%@`=~").find(text.front()) != std::string_view::npos) return false;
  if (text.back() == ' ' || text.back() == ':' || text.starts_with("...")) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  return std::none_of(text.begin(), text.end(), [](char each) { return static_cast<unsigned char>(each) < 0x20; });
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char each : text) {
    if (each == '"' || each == '\\') out += '\\';
    if (each == '\n') out += "\\n";
    else if (each == '\t') out += "\\t";
    else out += each;
  }
  return out + '"';
}

/// Paragraphs as a literal block: no line of it begins or ends with a space.
bool is_block(std::string_view text) {
  return text.find('\n') != std::string_view::npos && text.front() != '\n' && text.back() != '\n' && text.find('\t') == std::string_view::npos &&
         text.find("\n ") == std::string_view::npos && text.find(" \n") == std::string_view::npos && text.front() != ' ' && text.back() != ' ';
}

class Printer {
 public:
  /// What stands after "key:" or "-", up to the end of its last line.
  void value(const Node& node, std::size_t indent) {
    if (node.is_scalar()) scalar(node.text, indent);
    else if (node.is_list() && node.items.empty()) out_ += " []\n";
    else if (node.is_map() && node.items.empty()) out_ += " {}\n";
    else if (node.is_list()) out_ += '\n', list(node, indent);
    else if (node.is_map()) out_ += '\n', map(node, indent);
    else out_ += '\n';
  }

  void map(const Node& node, std::size_t indent, bool first_in_place = false) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      if (i > 0 || !first_in_place) out_.append(indent, ' ');
      const std::string& key = node.keys[i].text;
      out_ += is_plain(key) ? key : in_quotes(key);
      out_ += ':';
      value(node.items[i], indent + 2);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  void scalar(std::string_view text, std::size_t indent) {
    if (is_plain(text)) {
      out_.append(" ").append(text).append("\n");
    } else if (is_block(text)) {
      out_ += " |-\n";
      for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at) out_.append(indent, ' ').append(text.substr(at, end - at));
        out_ += '\n';
        at = end + 1;
      }
    } else {
      out_.append(" ").append(in_quotes(text)).append("\n");
    }
  }

  void list(const Node& node, std::size_t indent) {
    for (const Node& each : node.items) {
      out_.append(indent, ' ').append("-");
      if (each.is_map() && !each.items.empty()) {
        out_ += ' ';
        map(each, indent + 2, true);
      } else {
        value(each, indent + 2);
      }
    }
  }

  std::string out_;
};

}  // namespace

std::string print_cv(const Node& root) {
  Printer printer;
  if (root.is_map()) printer.map(root, 0);
  else printer.value(root, 0);
  return printer.take();
}

}  // namespace galley
