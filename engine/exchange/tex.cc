#include "exchange/tex.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "cv/reading.h"

namespace galley {
namespace {

struct Accent {
  char letter;
  std::string_view mark;  ///< combining, after its base
};
constexpr std::array<Accent, 15> kAccents = {{{'\'', "\u0301"}, {'`', "\u0300"}, {'^', "\u0302"}, {'"', "\u0308"}, {'~', "\u0303"},
                                              {'=', "\u0304"},  {'.', "\u0307"}, {'u', "\u0306"}, {'v', "\u030C"}, {'H', "\u030B"},
                                              {'c', "\u0327"},  {'k', "\u0328"}, {'r', "\u030A"}, {'b', "\u0331"}, {'d', "\u0323"}}};

struct Command {
  std::string_view name, text;
};
/// Commands that stand for a character or a few; of text and of mathematics.
constexpr std::array<Command, 108> kCharacters = {
    {{"aa", "å"}, {"AA", "Å"}, {"ae", "æ"}, {"AE", "Æ"}, {"oe", "œ"}, {"OE", "Œ"}, {"o", "ø"}, {"O", "Ø"}, {"ss", "ß"}, {"l", "ł"}, {"L", "Ł"},
     {"i", "i"}, {"j", "j"}, {"dh", "ð"}, {"DH", "Ð"}, {"th", "þ"}, {"TH", "Þ"}, {"dj", "đ"}, {"DJ", "Đ"}, {"ng", "ŋ"}, {"NG", "Ŋ"},
     {"TeX", "TeX"}, {"LaTeX", "LaTeX"}, {"BibTeX", "BibTeX"}, {"ldots", "…"}, {"dots", "…"}, {"textellipsis", "…"}, {"cdots", "⋯"}, {"textendash", "–"},
     {"textemdash", "—"}, {"textquoteright", "’"}, {"textquoteleft", "‘"}, {"textquotedblleft", "“"}, {"textquotedblright", "”"}, {"textregistered", "®"},
     {"texttrademark", "™"}, {"textcopyright", "©"}, {"copyright", "©"}, {"S", "§"}, {"P", "¶"}, {"dag", "†"}, {"ddag", "‡"}, {"dagger", "†"}, {"ddagger", "‡"},
     {"textasciitilde", "~"}, {"textasciicircum", "^"}, {"textbackslash", "\\"}, {"textunderscore", "_"}, {"textdegree", "°"}, {"degree", "°"}, {"pounds", "£"},
     {"euro", "€"}, {"texteuro", "€"}, {"quad", " "}, {"qquad", " "}, {"space", " "}, {"newline", " "}, {"par", " "}, {"alpha", "α"}, {"beta", "β"}, {"gamma", "γ"},
     {"delta", "δ"}, {"epsilon", "ε"}, {"varepsilon", "ε"}, {"zeta", "ζ"}, {"eta", "η"}, {"theta", "θ"}, {"kappa", "κ"}, {"lambda", "λ"}, {"mu", "μ"},
     {"nu", "ν"}, {"xi", "ξ"}, {"pi", "π"}, {"rho", "ρ"}, {"sigma", "σ"}, {"tau", "τ"}, {"phi", "φ"}, {"varphi", "φ"}, {"chi", "χ"}, {"psi", "ψ"},
     {"omega", "ω"}, {"Gamma", "Γ"}, {"Delta", "Δ"}, {"Theta", "Θ"}, {"Lambda", "Λ"}, {"Pi", "Π"}, {"Sigma", "Σ"}, {"Phi", "Φ"}, {"Psi", "Ψ"},
     {"Omega", "Ω"}, {"times", "×"}, {"cdot", "·"}, {"pm", "±"}, {"to", "→"}, {"rightarrow", "→"}, {"leftarrow", "←"}, {"infty", "∞"}, {"leq", "≤"},
     {"le", "≤"}, {"geq", "≥"}, {"ge", "≥"}, {"neq", "≠"}, {"approx", "≈"}, {"sim", "∼"}, {"ell", "ℓ"}, {"partial", "∂"}, {"nabla", "∇"},
     {"ast", "*"}}};

/// Commands whose argument remains, between these marks of ours.
constexpr std::array<Command, 8> kEmphasis = {
    {{"emph", "*"}, {"textit", "*"}, {"it", "*"}, {"em", "*"}, {"textsl", "*"}, {"textbf", "**"}, {"bf", "**"}, {"mathbf", "**"}}};
/// Commands that change only looks which a CV's layout decides.
constexpr std::array<std::string_view, 24> kTransparent = {"textsc", "textrm", "textsf", "texttt", "textup", "textnormal", "text", "mathrm", "mathit", "mathcal", "mathbb", "mathsf",
                                                           "mbox", "hbox", "enquote", "relax", "rm", "sf", "tt", "sc", "noopsort", "ensuremath", "url", "protect"};

constexpr std::string_view kRaised = "⁰¹²³⁴⁵⁶⁷⁸⁹", kLowered = "₀₁₂₃₄₅₆₇₈₉";

template <std::size_t N>
const Command* find_command(const std::array<Command, N>& commands, std::string_view name) {
  const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command& each) { return each.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

bool is_letter(char each) { return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z'); }

class Decoder {
 public:
  Decoder(std::string_view tex, bool markup, TexText& result) : tex_(tex), markup_(markup), result_(result) {}

  std::string decode() {
    std::string out;
    while (at_ < tex_.size()) out += piece();
    return out;
  }

 private:
  void skip_spaces() {
    while (at_ < tex_.size() && (tex_[at_] == ' ' || tex_[at_] == '\n' || tex_[at_] == '\t')) ++at_;
  }

  /// A group in braces, or the next character or command: an argument. Nothing at the end.
  std::string_view raw_argument() {
    skip_spaces();
    const std::size_t begin = at_;
    if (at_ >= tex_.size()) return {};
    if (tex_[at_] != '{') {
      if (tex_[at_] == '\\') {
        ++at_;
        if (at_ < tex_.size() && is_letter(tex_[at_])) {
          while (at_ < tex_.size() && is_letter(tex_[at_])) ++at_;
          return tex_.substr(begin, at_ - begin);
        }
      }
      at_ += at_ < tex_.size() ? utf8::decode(tex_, at_).length : 0;
      return tex_.substr(begin, at_ - begin);
    }
    int depth = 0;
    for (; at_ < tex_.size(); ++at_) {
      depth += tex_[at_] == '{' ? 1 : tex_[at_] == '}' ? -1 : 0;
      if (depth == 0) return tex_.substr(begin + 1, at_++ - begin - 1);
    }
    return tex_.substr(begin + 1);
  }

  std::string inner(std::string_view tex) {
    Decoder decoder(tex, markup_, result_);
    decoder.in_math_ = in_math_;
    return decoder.decode();
  }

  std::string piece() {
    const char each = tex_[at_];
    if (each == '\\') return command();
    if (each == '{') return group();
    if (each == '$') return ++at_, in_math_ = !in_math_, "";
    if (in_math_ && (each == '^' || each == '_')) return ++at_, script(each == '^');
    if (each == '~') return ++at_, "\u00A0";
    if (tex_.substr(at_).starts_with("---")) return at_ += 3, "—";
    if (tex_.substr(at_).starts_with("--")) return at_ += 2, "–";
    if (tex_.substr(at_).starts_with("``")) return at_ += 2, "“";
    if (tex_.substr(at_).starts_with("''")) return at_ += 2, "”";
    ++at_;
    if (each == '`') return "‘";
    if (each == '\'') return "’";
    if (in_math_ && each == '-') return "−";
    if (each == '}') return {};
    return plain(each);
  }

  /// A character that may be a mark of ours.
  std::string plain(char each) const {
    const bool mark = markup_ && (each == '*' || each == '\\' || each == '[');
    return (mark ? "\\" : "") + std::string(1, each);
  }

  /// {\em …} and {\'e}: a group may begin with a command that holds to its end.
  std::string group() {
    const std::string_view content = raw_argument();
    if (content.starts_with('\\') && content.size() > 1 && is_letter(content[1])) {
      const std::size_t end = static_cast<std::size_t>(std::find_if_not(content.begin() + 1, content.end(), is_letter) - content.begin());
      const Command* emphasis = find_command(kEmphasis, content.substr(1, end - 1));
      if (emphasis && end < content.size() && content[end] == ' ') return emphasised(*emphasis, inner(content.substr(end)));
    }
    return inner(content);
  }

  std::string emphasised(const Command& command, const std::string& text) const {
    const std::string words(trim(text));
    return !markup_ || words.empty() ? text : std::string(command.text) + words + std::string(command.text);
  }

  std::string script(bool raised) {
    const std::string text = inner(raw_argument());
    std::string out;
    for (const char each : text) {
      if (each < '0' || each > '9') return raised && text == "\u2217" ? "*" : text;
      const std::string_view digits = raised ? kRaised : kLowered;
      std::size_t at = 0;
      for (char digit = '0'; digit < each; ++digit) at += utf8::decode(digits, at).length;
      out += digits.substr(at, utf8::decode(digits, at).length);
    }
    return out;
  }

  std::string command() {
    if (++at_ >= tex_.size()) return {};
    const char first = tex_[at_];
    if (!is_letter(first)) {
      ++at_;
      if (const Accent* accent = find_accent(first)) return accented(*accent);
      if (first == '\\' || first == ' ' || first == ',' || first == ';' || first == '\n') return " ";
      if (first == '-' || first == '/' || first == '!' || first == '(' || first == ')' || first == '[' || first == ']') return {};
      return plain(first);
    }
    const std::size_t begin = at_;
    while (at_ < tex_.size() && is_letter(tex_[at_])) ++at_;
    const std::string_view name = tex_.substr(begin, at_ - begin);
    if (name.size() == 1)
      if (const Accent* accent = find_accent(first)) return accented(*accent);
    return named(name);
  }

  std::string named(std::string_view name) {
    if (const Command* character = find_command(kCharacters, name)) {
      skip_spaces();  // TeX eats the space after a command
      if (tex_.substr(at_).starts_with("{}")) at_ += 2;
      return character->text == "*" || character->text == "\\" ? plain(character->text[0]) : std::string(character->text);
    }
    if (const Command* emphasis = find_command(kEmphasis, name)) return tex_.substr(at_).starts_with('{') ? emphasised(*emphasis, inner(raw_argument())) : std::string();
    if (name == "textsuperscript" || name == "textsubscript") return script(name == "textsuperscript");
    if (name == "textcolor" || name == "color") {
      raw_argument();
      return name == "color" ? std::string() : inner(raw_argument());
    }
    if (name == "href") {
      const std::string address(raw_argument());
      const std::string words = inner(raw_argument());
      return markup_ ? "[" + words + "](" + address + ")" : words;
    }
    const bool known = std::find(kTransparent.begin(), kTransparent.end(), name) != kTransparent.end();
    if (!known) result_.unknown.emplace_back(name);
    const bool has_argument = tex_.substr(at_).starts_with('{');
    if (!has_argument) {
      skip_spaces();
      return {};
    }
    if (name == "noopsort") return raw_argument(), "";
    const std::string words = inner(raw_argument());
    return name == "enquote" ? "“" + words + "”" : words;
  }

  static const Accent* find_accent(char letter) {
    const auto found = std::find_if(kAccents.begin(), kAccents.end(), [&](const Accent& each) { return each.letter == letter; });
    return found == kAccents.end() ? nullptr : &*found;
  }

  std::string accented(const Accent& accent) {
    const std::string base = inner(raw_argument());
    if (base.empty()) return {};
    const std::size_t length = utf8::decode(base, 0).length;
    return base.substr(0, length) + std::string(accent.mark) + base.substr(length);
  }

  std::string_view tex_;
  bool markup_;
  TexText& result_;
  std::size_t at_ = 0;
  bool in_math_ = false;
};

std::string composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return text;
  std::string result;
  nfc->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(result);
  return U_SUCCESS(status) ? result : text;
}

std::string with_single_spaces(std::string_view text) {
  std::string out;
  for (const char each : text) {
    const bool space = each == ' ' || each == '\n' || each == '\t';
    if (!space) out += each;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  return std::string(trim(out));
}

/// Commas outside of braces.
std::vector<std::string_view> split_commas(std::string_view name) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= name.size(); ++at) {
    const char each = at < name.size() ? name[at] : ',';
    depth += each == '{' ? 1 : each == '}' ? -1 : 0;
    if (each != ',' || (depth != 0 && at < name.size())) continue;
    parts.push_back(trim(name.substr(begin, at - begin)));
    begin = at + 1;
  }
  return parts;
}

}  // namespace

TexText tex_to_text(std::string_view tex, TexMarkup markup) {
  TexText result;
  std::string text = Decoder(tex, markup == TexMarkup::kept, result).decode();
  text = with_single_spaces(text);
  const bool ascii = std::all_of(text.begin(), text.end(), [](char each) { return static_cast<unsigned char>(each) < 0x80; });
  result.text = ascii ? text : composed(text);
  return result;
}

std::string tex_escaped(std::string_view text) {
  std::string out;
  for (const char each : text) {
    switch (each) {
      case '\\': out += "\\textbackslash{}"; break;
      case '~': out += "\\textasciitilde{}"; break;
      case '^': out += "\\textasciicircum{}"; break;
      case '{': case '}': case '$': case '&': case '%': case '#': case '_': out += {'\\', each}; break;
      default: out += each;
    }
  }
  return out;
}

std::vector<std::string_view> split_names(std::string_view names) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t begin = 0;
  const auto is_space = [](char each) { return each == ' ' || each == '\n' || each == '\t'; };
  for (std::size_t at = 0; at < names.size(); ++at) {
    depth += names[at] == '{' ? 1 : names[at] == '}' ? -1 : 0;
    const bool joint = depth == 0 && at > 0 && is_space(names[at - 1]) && at + 3 < names.size() && is_space(names[at + 3]) && to_lower_ascii(names.substr(at, 3)) == "and";
    if (!joint) continue;
    parts.push_back(trim(names.substr(begin, at - begin)));
    begin = at + 3;
  }
  parts.push_back(trim(names.substr(begin)));
  std::erase_if(parts, [](std::string_view each) { return each.empty(); });
  return parts;
}

std::string printed_name(std::string_view name) {
  const auto parts = split_commas(name);
  std::string whole(parts[0]);
  if (parts.size() == 2) whole = std::string(parts[1]) + " " + whole;
  if (parts.size() >= 3) whole = std::string(parts[2]) + " " + whole + ", " + std::string(parts[1]);
  return tex_to_text(whole, TexMarkup::dropped).text;
}

}  // namespace galley
