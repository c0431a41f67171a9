#include <array>
#include <cstdio>
#include <set>
#include <utility>

#include "base/base64.h"
#include "base/numbers.h"
#include "reflow/reflow.h"

namespace galley {
namespace {

constexpr std::string_view kLineBreak = "\u2028";
constexpr int kDecimals = 3;

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (text.substr(at).starts_with(kLineBreak)) out += "<br>", at += kLineBreak.size() - 1;
    else if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else out += c;
  }
  return out;
}

std::string hexadecimal(const Colour& colour) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", colour.red, colour.green, colour.blue);
  return text.data();
}

/// A family for who does not have the layout's.
std::string fallback_of(const std::string& family) {
  static const std::set<std::string_view> kSerif = {"Tinos", "Linux Libertine", "EB Garamond", "Caladea"};
  return kSerif.contains(family) ? "serif" : "sans-serif";
}

std::string millimetres(Length length) { return format_number(length.points() * 25.4 / 72, kDecimals) + "mm"; }
std::string relative(Length size, Length body) { return format_number(size.points() / body.points(), kDecimals) + "rem"; }

/// What a style says that the body's does not.
std::string css_of(const Style& style, const Style& body) {
  std::string css;
  if (style.family != body.family) css += "font-family:\"" + escaped(style.family) + "\"," + fallback_of(style.family) + ";";
  if (style.size != body.size) css += "font-size:" + relative(style.size, body.size) + ";";
  if (style.weight != body.weight) css += "font-weight:" + std::to_string(style.weight) + ";";
  if (style.italic != body.italic) css += style.italic ? "font-style:italic;" : "font-style:normal;";
  if (!(style.colour == body.colour)) css += "color:" + hexadecimal(style.colour) + ";";
  if (style.letter_case != body.letter_case)
    css += style.letter_case == LetterCase::upper ? "text-transform:uppercase;" : style.letter_case == LetterCase::lower ? "text-transform:lowercase;" : "text-transform:none;";
  if (style.tracking != body.tracking) css += "letter-spacing:" + format_number(style.tracking.value(), kDecimals) + "em;";
  for (const Feature& feature : style.features)
    if (feature.tag == "smcp" && feature.value != 0) css += "font-variant-caps:small-caps;";
  return css;
}

class Html {
 public:
  explicit Html(const ReflowDocument& document) : document_(document), body_(document.styles.front()) {}

  std::string write() {
    std::string content = body();
    return "<!doctype html>\n<html lang=\"" + escaped(document_.language) + "\"" + (document_.right_to_left ? " dir=\"rtl\"" : "") + ">\n<head>\n<meta charset=\"utf-8\">\n" +
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped(document_.title) + "</title>\n" + meta("author", document_.author) +
           meta("description", document_.subject) + "<style>\n" + style_sheet() + "</style>\n</head>\n<body>\n" + content + "</body>\n</html>\n";
  }

 private:
  using Kind = ReflowBlock::Kind;

  static std::string meta(const char* name, const std::string& content) {
    return content.empty() ? std::string() : "<meta name=\"" + std::string(name) + "\" content=\"" + escaped(content) + "\">\n";
  }

  std::string style_sheet() {
    std::string css = "html{font-size:1.0625rem}\nbody{margin:0 auto;padding:1.5rem 1.25rem;max-width:46rem;font-family:\"" + escaped(body_.family) + "\"," + fallback_of(body_.family) +
                      ";font-weight:" + std::to_string(body_.weight) + ";line-height:1.4;color:" + hexadecimal(body_.colour) + ";background:" + hexadecimal(document_.paper) +
                      "}\nh1,h2,h3{margin:0;font-size:1rem;font-weight:inherit;line-height:1.2}\nh2{margin:1.8rem 0 .5rem;padding-bottom:.15rem;border-bottom:1px solid " +
                      hexadecimal(document_.accent) + "}\nh3{margin:1rem 0 .3rem}\np{margin:0}\n.entry{margin:0 0 .7rem}\nul{margin:.1rem 0;padding-inline-start:1.2rem}\n" +
                      "ul.numbered{list-style:none;padding:0}\nul.numbered>li{display:flex;gap:.6em;margin-bottom:.4rem}\nul.numbered>li>span:first-child{flex:none;min-width:2.2em}\n" +
                      ".row{display:flex;flex-wrap:wrap;justify-content:space-between;column-gap:1.5em}\n.row>:last-child{margin-inline-start:auto;white-space:nowrap}\n" +
                      "header{margin-bottom:1.5rem;overflow:hidden}\na{color:inherit;text-decoration-thickness:.06em;text-underline-offset:.15em}\n";
    for (const auto& [id, around] : used_) css += "." + class_name(id, around) + "{" + css_of(document_.styles[id], document_.styles[around]) + "}\n";
    return css + "@page{size:" + millimetres(document_.page.width) + " " + millimetres(document_.page.height) + ";margin:" + millimetres(document_.top) + " " + millimetres(document_.right) + " " +
           millimetres(document_.bottom) + " " + millimetres(document_.left) + "}\n@media print{html{font-size:" + format_number(body_.size.points(), kDecimals) +
           "pt}body{max-width:none;padding:0;background:none}h2,h3{break-after:avoid}p,li{orphans:2;widows:2}a{text-decoration:none}}\n";
  }

  std::string body() {
    std::string out;
    bool in_head = false, in_section = false;
    for (std::size_t i = 0; i < document_.blocks.size();) {
      const ReflowBlock& block = document_.blocks[i];
      if (block.in_head != in_head) {
        out += block.in_head ? "<header>\n" : "</header>\n<main>\n";
        in_head = block.in_head;
        has_main_ = has_main_ || !in_head;
      } else if (i == 0) {
        out += "<main>\n";
        has_main_ = true;
      }
      if (block.kind == Kind::section) {
        out += std::string(in_section ? "</section>\n" : "") + "<section>\n";
        in_section = true;
      }
      i = unit(i, out);
    }
    if (in_section) out += "</section>\n";
    return out + (in_head ? "</header>\n" : has_main_ ? "</main>\n" : "");
  }

  /// A heading, or an entry: all its lines, with lists for its items. Gives where the next begins.
  std::size_t unit(std::size_t at, std::string& out) {
    const ReflowBlock& first = document_.blocks[at];
    if (first.kind == Kind::name || first.kind == Kind::section || first.kind == Kind::heading) {
      const char* tag = first.kind == Kind::name ? "h1" : first.kind == Kind::section ? "h2" : "h3";
      out += "<" + std::string(tag) + class_of(first.style) + ">" + line(first) + "</" + tag + ">\n";
      return at + 1;
    }
    if (first.kind == Kind::item) return list(at, out);
    if (first.kind == Kind::picture) {
      out += image(first) + "\n";
      return at + 1;
    }
    out += first.in_head ? "" : "<div class=\"entry\">\n";
    do {
      const ReflowBlock& block = document_.blocks[at];
      if (block.kind == Kind::item) {
        at = list(at, out);
      } else {
        out += "<p" + class_of(block.style) + ">" + line(block) + "</p>\n";
        ++at;
      }
    } while (at < document_.blocks.size() && !document_.blocks[at].opens_entry && document_.blocks[at].in_head == first.in_head &&
             (document_.blocks[at].kind == Kind::paragraph || document_.blocks[at].kind == Kind::item));
    out += first.in_head ? "" : "</div>\n";
    return at;
  }

  /// Within the file, so that it goes where the file goes. Text flows round one that stands on the right.
  static std::string image(const ReflowBlock& block) {
    const ReflowPicture& picture = block.picture;
    std::string style = "width:" + millimetres(picture.size.width) + ";height:" + millimetres(picture.size.height) + ";object-fit:cover;";
    if (picture.shape == FigureShape::circle) style += "border-radius:50%;";
    if (picture.shape == FigureShape::rounded) style += "border-radius:" + millimetres(picture.radius) + ";";
    if (block.in_head) style += picture.align == Align::left ? "float:inline-start;margin-inline-end:1.2rem;" : picture.align == Align::right ? "float:inline-end;margin-inline-start:1.2rem;" : "display:block;margin:0 auto;";
    return "<img alt=\"" + escaped(picture.alternative) + "\" style=\"" + style + "\" src=\"data:image/" + (picture.is_jpeg ? "jpeg" : "png") + ";base64," + base64(picture.bytes) + "\">";
  }

  static bool counts(const ReflowBlock& block) { return block.mark.find_first_of("0123456789") != std::string::npos; }

  /// Neighbouring items; lines that follow an item's own belong to it.
  std::size_t list(std::size_t at, std::string& out) {
    const bool numbered = counts(document_.blocks[at]);
    out += numbered ? "<ul class=\"numbered\">\n" : "<ul>\n";
    while (at < document_.blocks.size() && document_.blocks[at].kind == Kind::item && counts(document_.blocks[at]) == numbered) {
      const ReflowBlock& item = document_.blocks[at++];
      out += "<li" + class_of(item.style) + ">" + (numbered ? "<span>" + escaped(item.mark) + "</span><div>" : "") + line(item);
      const bool is_entry = item.opens_entry;
      while (is_entry && at < document_.blocks.size() && document_.blocks[at].kind == Kind::paragraph && !document_.blocks[at].opens_entry) {
        out += "<p" + class_of(document_.blocks[at].style) + ">" + line(document_.blocks[at]) + "</p>";
        ++at;
      }
      out += std::string(numbered ? "</div>" : "") + "</li>\n";
    }
    out += "</ul>\n";
    return at;
  }

  static std::string class_name(StyleId style, StyleId around) { return "s" + std::to_string(style) + (around == 0 ? std::string() : "-" + std::to_string(around)); }

  /// Empty where the style looks as what stands around it.
  std::string class_of(StyleId style, StyleId around = 0) {
    if (css_of(document_.styles[style], document_.styles[around]).empty()) return {};
    used_.insert({style, around});
    return " class=\"" + class_name(style, around) + "\"";
  }

  std::string line(const ReflowBlock& block) {
    const std::string text = runs(block.text, block.style);
    if (block.aside.empty()) return text;
    return "<span class=\"row\"><span>" + text + "</span> <span>" + runs(block.aside, block.style) + "</span></span>";
  }

  std::string runs(const ReflowText& text, StyleId around) {
    std::string out;
    for (const ReflowRun& run : text) {
      std::string each = escaped(run.text);
      const std::string language = run.language.empty() ? std::string() : " lang=\"" + escaped(run.language) + "\"";
      const std::string look = run.style == around ? std::string() : class_of(run.style, around);
      if (!run.link.empty()) each = "<a href=\"" + escaped(run.link) + "\"" + look + language + ">" + each + "</a>";
      else if (!look.empty() || !language.empty()) each = wrapped(run, look + language, each);
      out += each;
    }
    return out;
  }

  /// Emphasis that a reader without the style sheet sees, too.
  std::string wrapped(const ReflowRun& run, const std::string& attributes, const std::string& text) const {
    const char* tag = is_strong(document_.styles[run.style], body_) ? "strong" : is_emphasised(document_.styles[run.style], body_) ? "em" : "span";
    return "<" + std::string(tag) + attributes + ">" + text + "</" + tag + ">";
  }

  const ReflowDocument& document_;
  const Style& body_;
  std::set<std::pair<StyleId, StyleId>> used_;  ///< with what stands around them
  bool has_main_ = false;
};

}  // namespace

std::string write_html(const ReflowDocument& document) { return Html(document).write(); }

}  // namespace galley
