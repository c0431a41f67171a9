// Markdown and plain text.
#include <algorithm>

#include "base/utf8.h"
#include "reflow/reflow.h"

namespace galley {
namespace {

constexpr std::string_view kLineBreak = "\u2028";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
}

std::string words(const ReflowText& text) {
  std::string out;
  for (const ReflowRun& run : text) out += run.text;
  return out;
}

/// ASCII punctuation that Markdown would read (CommonMark 0.31, 2.4), and only where it would.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>#|~").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// A line that begins like a list or a rule is a paragraph.
std::string no_list(std::string line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const bool is_number = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  if (is_number) line.insert(digits, "\\");
  else if (!line.empty() && (line[0] == '-' || line[0] == '+' || line[0] == '=')) line.insert(0, "\\");
  return line;
}

/// Marks stand inside of the spaces around what they mark.
std::string marked(const std::string& text, std::string_view mark) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos || mark.empty()) return text;
  const std::size_t end = text.find_last_not_of(' ') + 1;
  return text.substr(0, first).append(mark).append(text, first, end - first).append(mark).append(text, end, std::string::npos);
}

class Markdown {
 public:
  explicit Markdown(const ReflowDocument& document) : document_(document) {}

  std::string write() {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) block(document_.blocks[i], i + 1 < document_.blocks.size() ? &document_.blocks[i + 1] : nullptr);
    return std::move(out_);
  }

 private:
  using Kind = ReflowBlock::Kind;

  /// Lines of an entry follow one another; everything else has an empty line between.
  static bool goes_on(const ReflowBlock& block, const ReflowBlock* next) {
    if (!next || next->opens_entry) return false;
    return (block.kind == Kind::paragraph && next->kind == Kind::paragraph) || (block.kind == Kind::item && next->kind == Kind::item);
  }

  void block(const ReflowBlock& block, const ReflowBlock* next) {
    std::string line = inline_text(block.text, block.kind == Kind::paragraph || block.kind == Kind::item);
    if (!block.aside.empty()) line += " — " + inline_text(block.aside, false);
    switch (block.kind) {
      case Kind::name: line.insert(0, "# "); break;
      case Kind::section: line.insert(0, "## "); break;
      case Kind::heading: line.insert(0, "### "); break;
      case Kind::item: line.insert(0, item_mark(block)); break;
      case Kind::paragraph: line = no_list(std::move(line)); break;
      case Kind::picture: return;
    }
    const bool joins = goes_on(block, next) || (block.kind == Kind::item && next && next->kind == Kind::item && item_mark(block) == item_mark(*next));
    out_ += line + (joins && block.kind == Kind::paragraph ? "  \n" : "\n") + (joins ? "" : "\n");
  }

  static std::string item_mark(const ReflowBlock& block) {
    const bool counts = block.mark.find_first_of("0123456789") != std::string::npos;
    return counts ? "- " + escaped(block.mark) + " " : "- ";
  }

  std::string inline_text(const ReflowText& text, bool with_marks) {
    std::string out;
    for (const ReflowRun& run : text) {
      const Style& style = document_.styles[run.style];
      std::string each = escaped(run.text);
      if (with_marks && is_emphasised(style, document_.styles[0])) each = marked(each, "*");
      if (with_marks && is_strong(style, document_.styles[0])) each = marked(each, "**");
      if (!run.link.empty()) each = "[" + each + "](<" + run.link + ">)";
      out += each;
    }
    replace_all(out, kLineBreak, "  \n");
    return out;
  }

  const ReflowDocument& document_;
  std::string out_;
};

}  // namespace

std::string write_markdown(const ReflowDocument& document) {
  std::string out = Markdown(document).write();
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

std::string write_plain(const ReflowDocument& document) {
  using Kind = ReflowBlock::Kind;
  std::string out;
  for (const ReflowBlock& block : document.blocks) {
    std::string line = words(block.text);
    replace_all(line, kLineBreak, "\n");
    if (!block.mark.empty()) line.insert(0, block.mark + " ");
    if (!block.aside.empty()) line += "  (" + words(block.aside) + ")";
    const bool is_title = block.kind == Kind::section || block.kind == Kind::heading || block.kind == Kind::name;
    if (!out.empty() && (is_title || (block.opens_entry && !block.in_head && block.kind != Kind::item))) out += '\n';
    out += line + '\n';
    if (block.kind == Kind::section || block.kind == Kind::name) out += std::string(utf8::count(line), block.kind == Kind::name ? '=' : '-') + '\n';
  }
  return out;
}

}  // namespace galley
