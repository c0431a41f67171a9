#include "exchange/bib.h"

#include <algorithm>
#include <array>
#include <map>

#include "cv/reading.h"

namespace galley {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr int kDeepestCrossref = 8;

bool is_space(char each) { return each == ' ' || each == '\t' || each == '\n'; }

/// What a name of an entry, field or string is made of.
bool is_name(char each) { return !is_space(each) && std::string_view("\"#%'(),={}").find(each) == std::string_view::npos; }

class Reader {
 public:
  Reader(std::string_view text, FileId file, Diagnostics& diagnostics) : text_(text), file_(file), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < kMonths.size(); ++i) strings_[std::string(kMonths[i])] = std::string(kMonths[i]);
  }

  Bibliography read() {
    while ((at_ = text_.find('@', at_)) != std::string_view::npos) {
      const std::size_t begin = at_++;
      if (is_commented_out(begin)) at_ = std::min(text_.find('\n', at_), text_.size());
      else if (!read_command(begin)) skip_to_next();
    }
    return std::move(entries_);
  }

 private:
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::min(end, text_.size()))};
  }

  /// "% @article{…": BibTeX reads on, but biber does not, and nobody means it.
  [[nodiscard]] bool is_commented_out(std::size_t at) const {
    const std::size_t line = at == 0 ? 0 : text_.rfind('\n', at - 1) + 1;  // npos + 1 is 0
    const std::size_t first = text_.find_first_not_of(" \t", line);
    return first < at && text_[first] == '%';
  }

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }

  void skip_space() {
    while (!at_end() && (is_space(text_[at_]) || text_[at_] == '%'))  // '%' is no comment in BibTeX, but many write it so
      at_ = text_[at_] == '%' ? std::min(text_.find('\n', at_), text_.size()) : at_ + 1;
  }

  std::string_view name() {
    const std::size_t begin = at_;
    while (!at_end() && is_name(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  /// After an error: the next '@' that begins a line.
  void skip_to_next() {
    const std::size_t next = text_.find("\n@", at_ > 0 ? at_ - 1 : 0);
    at_ = next == std::string_view::npos ? text_.size() : next + 1;
  }

  bool fail(std::string what, std::string help = {}) {
    if (at_end()) diagnostics_.error(open_, "this entry is not closed: the file ends within it", "add the '}' that is missing").code = Code::syntax;
    else diagnostics_.error(span(at_, at_ + 1), std::move(what), std::move(help)).code = Code::syntax;
    return false;
  }

  bool read_command(std::size_t begin) {
    skip_space();
    const std::string type = to_lower_ascii(name());
    open_ = span(begin, at_);
    if (type.empty()) return true;  // an '@' in a comment, as in an address
    if (type == "comment") return skip_comment();
    skip_space();
    if (at_end() || (text_[at_] != '{' && text_[at_] != '(')) {
      if (begin > 0 && text_[begin - 1] != '\n') return true;  // "me@example.org" in a comment
      return fail("expected '{' after '@" + type + "'");
    }
    const char close = text_[at_++] == '{' ? '}' : ')';
    if (type == "preamble") return read_value(nullptr) && expect(close);
    if (type == "string") return read_string() && expect(close);
    return read_entry(type, close);
  }

  /// What BibTeX and JabRef take for one: the braces, if some follow.
  bool skip_comment() {
    skip_space();
    if (at_end() || text_[at_] != '{') return true;
    return braced().has_value() || fail("this comment is not closed", "add the '}' that is missing");
  }

  bool expect(char what) {
    skip_space();
    if (at_end() || text_[at_] != what) return fail("expected '" + std::string(1, what) + "'");
    ++at_;
    return true;
  }

  bool read_string() {
    BibField field;
    if (!read_field(field)) return false;
    strings_[field.name] = field.text;
    return true;
  }

  bool read_entry(const std::string& type, char close) {
    BibEntry entry;
    entry.type = type;
    skip_space();
    const std::size_t begin = at_;
    while (!at_end() && text_[at_] != ',' && text_[at_] != close && text_[at_] != '=' && text_[at_] != '\n') ++at_;
    if (!at_end() && text_[at_] == '=') return at_ = begin, fail("this entry has no key", "write a name for it and a comma: @" + type + "{ada1843,");
    entry.key = trim(text_.substr(begin, at_ - begin));
    entry.at = span(begin, begin + entry.key.size());
    for (skip_space(); !at_end() && text_[at_] == ',';) {
      ++at_;
      skip_space();
      if (!at_end() && text_[at_] == close) break;
      BibField field;
      if (!read_field(field)) return false;
      add_field(entry, std::move(field));
      skip_space();
    }
    if (at_end() || text_[at_] != close) return fail("expected ',' or '" + std::string(1, close) + "'", "a comma may be missing after the field above");
    ++at_;
    add_entry(std::move(entry));
    return true;
  }

  void add_field(BibEntry& entry, BibField field) {
    if (entry.find(field.name)) diagnostics_.warn(field.name_at, galley::in_quotes(field.name) + " is given twice; the first one counts").code = Code::syntax;
    else entry.fields.push_back(std::move(field));
  }

  void add_entry(BibEntry entry) {
    const auto same = [&](const BibEntry& each) { return !entry.key.empty() && each.key == entry.key; };
    const auto first = std::find_if(entries_.begin(), entries_.end(), same);
    if (first == entries_.end()) return entries_.push_back(std::move(entry));
    diagnostics_.warn(entry.at, "there are two entries " + galley::in_quotes(entry.key) + "; the first one counts").notes.push_back({first->at, "it is here"});
  }

  /// name = value
  bool read_field(BibField& field) {
    skip_space();
    const std::size_t begin = at_;
    field.name = to_lower_ascii(name());
    field.name_at = span(begin, at_);
    if (field.name.empty()) return fail("expected the name of a field");
    skip_space();
    if (at_end() || text_[at_] != '=') return fail("expected '=' after " + galley::in_quotes(field.name));
    ++at_;
    return read_value(&field);
  }

  /// Parts joined by '#'.
  bool read_value(BibField* field) {
    skip_space();
    const std::size_t begin = at_;
    for (;;) {
      const auto part = read_part();
      if (!part) return false;
      if (field) field->text += *part;
      const std::size_t end = at_;
      skip_space();
      if (at_end() || text_[at_] != '#') {
        if (field) field->at = span(begin, end);
        return true;
      }
      ++at_;
      skip_space();
    }
  }

  std::optional<std::string> read_part() {
    if (at_end()) return fail(""), std::nullopt;
    if (text_[at_] == '{') return unclosed_or(braced());
    if (text_[at_] == '"') return unclosed_or(in_quotes());
    const std::size_t begin = at_;
    const std::string_view word = name();
    if (word.empty()) return fail("expected a value", "put it into braces: {…}"), std::nullopt;
    if (std::all_of(word.begin(), word.end(), [](char each) { return each >= '0' && each <= '9'; })) return std::string(word);
    const auto string = strings_.find(to_lower_ascii(word));
    if (string != strings_.end()) return string->second;
    diagnostics_.warn(span(begin, at_), "there is no @string " + galley::in_quotes(word) + "; the word itself is taken", "put a text into braces: {" + std::string(word) + "}").code = Code::syntax;
    return std::string(word);
  }

  std::optional<std::string> unclosed_or(std::optional<std::string_view> value) {
    if (value) return std::string(*value);
    fail("this value is not closed");
    return std::nullopt;
  }

  /// {…} with braces in pairs; a backslash before a brace does not count, as in BibTeX.
  std::optional<std::string_view> braced() {
    const std::size_t begin = at_ + 1;
    for (int depth = 0; !at_end(); ++at_) {
      depth += text_[at_] == '{' ? 1 : text_[at_] == '}' ? -1 : 0;
      if (depth == 0) return text_.substr(begin, at_++ - begin);
    }
    return std::nullopt;
  }

  std::optional<std::string_view> in_quotes() {
    const std::size_t begin = ++at_;
    for (int depth = 0; !at_end(); ++at_) {
      depth += text_[at_] == '{' ? 1 : text_[at_] == '}' ? -1 : 0;
      if (depth == 0 && text_[at_] == '"') return text_.substr(begin, at_++ - begin);
    }
    return std::nullopt;
  }

  std::string_view text_;
  FileId file_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  Span open_;
  std::map<std::string, std::string> strings_;
  Bibliography entries_;
};

/// What a parent's field is called in its child: the title of a book is the booktitle of its chapters.
std::string inherited_name(const BibEntry& parent, const BibEntry& child, const std::string& name) {
  const bool within = child.type == "inproceedings" || child.type == "conference" || child.type.starts_with("in");
  if (parent.type != "xdata" && name == "title") return within ? "booktitle" : child.type == "article" ? "journaltitle" : "";
  if (parent.type != "xdata" && name == "subtitle") return "";
  return name;
}

void inherit(Bibliography& entries, BibEntry& child, int depth, Diagnostics& diagnostics) {
  for (const std::string_view link : {"crossref", "xdata"}) {
    const BibField* field = child.find(link);
    if (!field) continue;
    const std::string key(trim(field->text));
    const auto parent = std::find_if(entries.begin(), entries.end(), [&](const BibEntry& each) { return to_lower_ascii(each.key) == to_lower_ascii(key); });
    if (parent == entries.end() || &*parent == &child || depth > kDeepestCrossref) {
      diagnostics.warn(field->at, "there is no entry " + in_quotes(key)).code = Code::syntax;
      continue;
    }
    if (depth <= kDeepestCrossref) inherit(entries, *parent, depth + 1, diagnostics);
    parent->is_parent = true;
    for (BibField each : parent->fields) {
      each.name = inherited_name(*parent, child, each.name);
      if (!each.name.empty() && each.name != "crossref" && each.name != "xdata" && !child.find(each.name)) child.fields.push_back(std::move(each));
    }
  }
  std::erase_if(child.fields, [](const BibField& each) { return each.name == "crossref" || each.name == "xdata"; });
}

}  // namespace

const BibField* BibEntry::find(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const BibField& each) { return each.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

std::optional<Bibliography> read_bib(const SourceMap& sources, FileId file, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.all().size();
  Bibliography entries = Reader(sources.get(file).text, file, diagnostics).read();
  for (BibEntry& each : entries) inherit(entries, each, 0, diagnostics);
  if (has_errors_since(diagnostics, before)) return std::nullopt;
  return entries;
}

}  // namespace galley
