#include "layout/template.h"

namespace galley {
namespace {

/// Groups inside groups: far above what a template needs, and a bound on the recursion.
constexpr int kDeepestGroup = 16;

class Parser {
 public:
  Parser(std::string_view text, Span span, Diagnostics& diagnostics)
      : text_(text), span_(span), diagnostics_(diagnostics) {}

  std::optional<Template> parse() {
    Template result = sequence(false);
    if (failed_) return std::nullopt;
    return result;
  }

 private:
  /// Parts up to the end, or up to the "]" of the group that we are in.
  Template sequence(bool in_group) {
    const std::size_t open = at_ - (in_group ? 1 : 0);
    Template parts;
    while (at_ < text_.size() && !failed_) {
      const char c = text_[at_];
      const bool doubled = at_ + 1 < text_.size() && text_[at_ + 1] == c;
      if ((c == '{' || c == '}' || c == '[' || c == ']') && doubled && !closes_two_groups(c, in_group)) {
        literal(parts, c);
        at_ += 2;
      } else if (c == '{') {
        parts.push_back(field());
      } else if (c == '[') {
        parts.push_back(group());
      } else if (c == ']' && in_group) {
        return parts;
      } else if (c == ']' || c == '}') {
        fail(at_, std::string("'") + c + "' closes nothing", std::string("write '") + c + c + "' for the character itself");
      } else {
        literal(parts, c);
        ++at_;
      }
    }
    if (in_group && !failed_) fail(open, "'[' is not closed", "write '[[' for the character itself");
    return parts;
  }

  /// "]]" ends two groups when we are inside two; otherwise it is the character.
  [[nodiscard]] bool closes_two_groups(char c, bool in_group) const { return c == ']' && in_group && depth_ >= 2; }

  static void literal(Template& parts, char c) {
    if (parts.empty() || parts.back().kind != TemplatePart::Kind::literal) {
      parts.emplace_back();
    }
    parts.back().text.push_back(c);
  }

  TemplatePart group() {
    ++at_;
    TemplatePart part;
    if (++depth_ > kDeepestGroup) {
      fail(at_ - 1, "'[' inside more than " + std::to_string(kDeepestGroup) + " others", "write '[[' for the character itself");
      return part;
    }
    part.kind = TemplatePart::Kind::group;
    part.parts = sequence(true);
    --depth_;
    ++at_;
    return part;
  }

  TemplatePart field() {
    const std::size_t close = text_.find('}', at_);
    TemplatePart part;
    part.kind = TemplatePart::Kind::field;
    if (close == std::string_view::npos) {
      fail(at_, "'{' is not closed", "write '{{' for the character itself");
      return part;
    }
    std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    part.source = place(at_, close + 1);
    const std::size_t open = at_;
    at_ = close + 1;
    if (inside == "/") {
      part.kind = TemplatePart::Kind::preferred_break;
      return part;
    }
    if (const std::size_t arrow = inside.find("->"); arrow != std::string_view::npos) {
      part.link_field = trimmed(inside.substr(arrow + 2));
      inside = inside.substr(0, arrow);
    }
    for (std::size_t colon = inside.rfind(':'); colon != std::string_view::npos; colon = inside.rfind(':')) {
      part.modifiers.insert(part.modifiers.begin(), trimmed(inside.substr(colon + 1)));
      inside = inside.substr(0, colon);
    }
    part.text = trimmed(inside);
    if (part.text.starts_with('?')) {
      part.kind = TemplatePart::Kind::test;
      part.text.erase(0, 1);
    } else if (part.text.starts_with('!')) {
      part.kind = TemplatePart::Kind::absent;
      part.text.erase(0, 1);
    } else if (part.text.starts_with("phrase.")) {
      part.kind = TemplatePart::Kind::phrase;
      part.text.erase(0, std::string_view("phrase.").size());
    }
    if (part.text.empty()) fail(open, "'{}' names no field", "write '{field}', or '{{' for the character itself");
    return part;
  }

  static std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
  }

  /// Where text_[begin, end) stands in the file; the whole scalar if escapes or line ends make the two differ.
  [[nodiscard]] Span place(std::size_t begin, std::size_t end) const {
    const std::size_t written = span_.end - span_.begin;
    if (written != text_.size() && written != text_.size() + 2) return span_;
    const auto start = static_cast<std::uint32_t>(span_.begin + (written - text_.size()) / 2);  // behind the quote
    return {span_.file, start + static_cast<std::uint32_t>(begin), start + static_cast<std::uint32_t>(end)};
  }

  void fail(std::size_t at, std::string message, std::string help) {
    if (!failed_) diagnostics_.error(place(at, at + 1), "in a template: " + std::move(message), std::move(help)).code = Code::syntax;
    failed_ = true;
  }

  std::string_view text_;
  Span span_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<Template> parse_template(std::string_view text, Span span, Diagnostics& diagnostics) {
  return Parser(text, span, diagnostics).parse();
}

}  // namespace galley
