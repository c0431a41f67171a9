#include "compose/expand.h"

#include <array>

#include "base/fill.h"
#include "compose/dates.h"
#include "layout/names.h"

namespace galley {

StyleId Palette::style(const Style& style) {
  for (std::size_t i = 0; i < styles_.size(); ++i)
    if (styles_[i] == style) return static_cast<StyleId>(i);
  styles_.push_back(style);
  return static_cast<StyleId>(styles_.size() - 1);
}

StyleId Palette::style(std::string_view name, StyleId over) {
  if (name.empty()) return over;
  const auto key = std::pair(std::string(name), over);
  if (const auto known = named_.find(key); known != named_.end()) return known->second;
  const auto found = layout_.styles.find(name);
  if (found == layout_.styles.end()) return over;  // reported when the layout was read
  Style applied = apply(found->second, get(over));
  applied.name = name;
  return named_[key] = style(applied);
}

LinkId Palette::link(const std::string& target) {
  links_.push_back(target);
  return static_cast<LinkId>(links_.size() - 1);
}

namespace {

constexpr std::string_view kLineBreak = "\u2028";  // of the author
constexpr std::array<std::string_view, 10> kClosingQuotes = {"\"", "'", "”", "’", "»", "\u202F", "」", "』", "“", "‘"};

std::size_t closing_quotes_at_start(std::string_view text) {
  std::size_t at = 0;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view quote : kClosingQuotes)
      if (text.substr(at).starts_with(quote)) {
        at += quote.size();
        again = true;
      }
  }
  return at;
}

std::string_view without_closing_quotes(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view quote : kClosingQuotes)
      if (text.ends_with(quote)) {
        text.remove_suffix(quote.size());
        again = true;
      }
  }
  return text;
}

/// Whether the text has ended a sentence; its last pieces may be quotes in a style of their own.
bool ends_sentence(const StyledText& pieces) {
  for (std::size_t i = pieces.size(); i-- > 0;) {
    const std::string_view text = without_closing_quotes(pieces[i].text);
    if (text.empty()) continue;
    return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with("…");
  }
  return false;
}

/// Takes the full stop off `text` ("”." or ".") where what stands before it has ended a sentence already.
void drop_second_full_stop(const StyledText& before, std::string& text) {
  const std::size_t at = closing_quotes_at_start(text);
  const bool is_stop = at < text.size() && text[at] == '.' && (at + 1 == text.size() || text[at + 1] != '.');
  if (is_stop && ends_sentence(before)) text.erase(at, 1);
}

/// A URL as people read it: no scheme, no slash at the end.
std::string shown_url(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"})
    if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
  if (url.ends_with('/')) url.remove_suffix(1);
  return std::string(url);
}

class Expander {
 public:
  Expander(const Scope& scope, ElementId element, Context& context)
      : scope_(scope), element_(element), context_(context) {}

  /// Appends the parts; false if a field that stands directly among them is absent.
  bool parts(const Template& parts, StyleId style, StyledText& out) {
    bool complete = true;
    for (const TemplatePart& part : parts) complete &= this->part(part, style, out);
    return complete;
  }

  [[nodiscard]] bool any_field() const { return any_field_; }

 private:
  bool part(const TemplatePart& part, StyleId style, StyledText& out) {
    switch (part.kind) {
      case TemplatePart::Kind::literal:
        append_text(out, {piece(in_language(part.text, context_), style, element_, part.source)});
        return true;
      case TemplatePart::Kind::preferred_break:
        append_text(out, {piece("\u2029", style, element_, part.source)});
        return true;
      case TemplatePart::Kind::group: {
        StyledText inside;
        const bool before = any_field_;
        if (parts(part.parts, style, inside)) {
          append_text(out, std::move(inside));
        } else {
          any_field_ = before;  // what vanishes was not there
        }
        return true;
      }
      case TemplatePart::Kind::phrase:
        return phrase(part, style, out);
      case TemplatePart::Kind::test:
        return find(part.text) != nullptr;
      case TemplatePart::Kind::absent:
        return find(part.text) == nullptr;
      case TemplatePart::Kind::field:
        return field(part, style, out);
    }
    return true;
  }

  bool phrase(const TemplatePart& part, StyleId style, StyledText& out) {
    const Language::Phrase* phrase = context_.language.phrase(part.text);
    if (!phrase) return false;
    const bool several = count_of(part.text) > 1 && !phrase->other.empty();
    append_text(out, wrapped({piece(several ? phrase->other : phrase->one, styled(part, style), element_, part.source)}, part, style));
    return true;
  }

  /// How many the field named like a phrase holds: "Mentor" or "Mentors".
  std::size_t count_of(std::string_view name) {
    const Field* field = find(name);
    if (!field) return 0;
    if (const auto* people = std::get_if<People>(&field->value)) return people->size();
    if (const auto* texts = std::get_if<std::vector<RichText>>(&field->value)) return texts->size();
    return 1;
  }

  const Field* find(std::string_view name) { return scope_.entry ? scope_.entry->find(name) : nullptr; }

  [[nodiscard]] bool is_owners_name(std::string_view field) const { return scope_.entry == &context_.cv.person && field == context_.cv.roles.name; }

  bool field(const TemplatePart& part, StyleId style, StyledText& out) {
    const StyleId inner = styled(part, style);
    LinkId link = kNoLink;
    ElementId element = element_;
    if (const Field* target = part.link_field.empty() || is_artifact() ? nullptr : find(part.link_field)) {
      if (const auto* url = std::get_if<std::string>(&target->value)) {
        link = context_.palette.link(*url);
        element = context_.palette.structure.add(Role::link, element_);
      }
    }
    StyledText text;
    if (scope_.item && part.text == "item") {
      text = rich(*scope_.item, inner, element);
    } else {
      const Field* found = find(part.text);
      if (!found) return false;
      text = value(found->value, part, inner, element);
      for (Piece& each : text) {
        if (each.source.is_nowhere()) each.source = found->source;
        if (is_owners_name(part.text)) each.names.push_back({0, static_cast<std::uint32_t>(each.text.size())});
      }
    }
    if (link != kNoLink)
      for (Piece& each : text)
        if (each.link == kNoLink) each.link = link;
    any_field_ = true;
    append_text(out, wrapped(std::move(text), part, style));
    return true;
  }

  StyledText value(const Value& value, const TemplatePart& part, StyleId style, ElementId element) {
    struct Visitor {
      Expander& self;
      const TemplatePart& part;
      StyleId style;
      ElementId element;
      StyledText operator()(const RichText& text) const { return self.rich(text, style, element); }
      StyledText operator()(const std::vector<RichText>& texts) const { return self.list(texts, self.list_format(part), style, element); }
      StyledText operator()(const Dates& dates) const {
        return {piece(format_dates(dates, date_format(self.context_.layout, part.modifiers), self.context_.language, self.dashes()), style, element, {})};
      }
      StyledText operator()(const People& people) const { return self.people(people, people_rules(self.context_.layout, part.modifiers), style, element); }
      StyledText operator()(const std::string& url) const { return {piece(shown_url(url), style, element, {})}; }
      StyledText operator()(const PictureFile&) const { return {}; }         // set with `picture`
      StyledText operator()(const std::vector<Entry>&) const { return {}; }  // set with `each`
    };
    return std::visit(Visitor{*this, part, style, element}, value);
  }

  StyledText rich(const RichText& text, StyleId style, ElementId element) {
    StyledText out;
    for (const RichSpan& span : text) {
      StyleId inner = style;
      if (span.strong) inner = context_.palette.style("strong", inner);
      if (span.emphasis) inner = context_.palette.style("emphasis", inner);
      Piece next = piece(span.text, inner, element, span.source);
      // A break that opens a field says where on the line the field stands, which is the layout's business.
      if (&span == text.data() && !context_.layout.author_wording && next.text.starts_with(kLineBreak)) next.text.erase(0, kLineBreak.size());
      if (!span.language.empty() && !is_artifact()) {
        next.element = context_.palette.structure.add(Role::span, element);
        context_.palette.structure.elements[next.element].language = span.language;
      }
      if (!span.link.empty() && !is_artifact()) {
        // Neighbouring spans of one link ("[see **this**](url)") share its element.
        const bool goes_on = !out.empty() && out.back().link != kNoLink && &span != text.data() && (&span)[-1].link == span.link;
        next.link = goes_on ? out.back().link : context_.palette.link(span.link);
        next.element = goes_on ? out.back().element : context_.palette.structure.add(Role::link, element);
      }
      out.push_back(std::move(next));
    }
    return out;
  }

  StyledText list(const std::vector<RichText>& texts, const ListFormat& format, StyleId style, ElementId element) {
    StyledText out;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (i > 0) out.push_back(piece(joint(format, i, texts.size()), style, element, {}));
      for (Piece& each : rich(texts[i], style, element)) out.push_back(std::move(each));
    }
    return out;
  }

  /// What stands before item `i` of `count`, in the language's words.
  [[nodiscard]] std::string joint(const ListFormat& format, std::size_t i, std::size_t count) const {
    const std::string& pattern = i + 1 < count ? format.between : count == 2 ? format.two : format.last;
    const Language::Phrase* conjunction = context_.language.phrase("and");
    return fill(in_language(pattern, context_), {{"{and}", conjunction ? conjunction->one : "&"}});
  }

  StyledText people(const People& people, const PeopleRules& rules, StyleId style, ElementId element) {
    std::vector<bool> owners;
    for (const Person& person : people) owners.push_back(person.is_owner);
    const std::vector<std::size_t> shown = named(owners, rules);
    const bool all = shown.size() == people.size();
    StyledText out;
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const Person& person = people[shown[i]];
      const bool as_written = all && rules.author_wording && person.separator.has_value();
      if (i > 0) out.push_back(piece(as_written ? *person.separator : all ? joint(rules.joined, i, people.size()) : rules.joined.between, style, element, person.source));
      if (i > 0 && shown[i] > shown[i - 1] + 1) out.push_back(piece("…" + rules.joined.between, style, element, person.source));
      const StyleId look = person.is_owner ? context_.palette.style(rules.owner_style, style) : style;
      out.push_back(piece(name_in_form(person.name, rules.form, i == 0), look, element, person.source));
      out.back().names.push_back({0, static_cast<std::uint32_t>(out.back().text.size())});
      if (!person.marks.empty()) out.push_back(piece(person.marks, style, element, person.source));
    }
    if (!all && shown.back() + 1 < people.size()) out.push_back(piece(and_others(rules.joined.between), style, element, people.back().source));
    return out;
  }

  /// ", et al."; a phrase that begins with a space takes no comma before it: " и др."
  [[nodiscard]] std::string and_others(const std::string& between) const {
    const Language::Phrase* phrase = context_.language.phrase("et-al");
    if (!phrase) return between + "et al.";
    return phrase->one.starts_with(' ') ? phrase->one : between + phrase->one;
  }

  [[nodiscard]] DashesOf dashes() const { return context_.layout.author_wording ? DashesOf::author : DashesOf::layout; }

  [[nodiscard]] const ListFormat& list_format(const TemplatePart& part) const {
    for (const std::string& modifier : part.modifiers)
      if (const auto found = context_.layout.lists.find(modifier); found != context_.layout.lists.end()) return found->second;
    return context_.layout.lists.find("default")->second;
  }

  StyleId styled(const TemplatePart& part, StyleId style) {
    for (const std::string& modifier : part.modifiers)
      if (context_.layout.styles.contains(modifier)) style = context_.palette.style(modifier, style);
    return style;
  }

  /// Puts what the innermost style says around the text: "[Oral]".
  StyledText wrapped(StyledText text, const TemplatePart& part, StyleId outer) {
    const StyleId inner = styled(part, outer);
    if (inner == outer || text.empty()) return text;
    const Style style = context_.palette.get(inner);  // a copy: adding styles may move the palette's own
    if (!style.before.empty()) text.insert(text.begin(), piece(style.before, inner, element_, part.source));
    if (!style.after.empty()) text.push_back(piece(style.after, inner, element_, part.source));
    return text;
  }

  /// Artifacts are no part of the structure: no links, no languages.
  [[nodiscard]] bool is_artifact() const { return element_ == kArtifact; }

  static Piece piece(std::string text, StyleId style, ElementId element, Span source) {
    return {std::move(text), style, kNoLink, element, source};
  }

  const Scope& scope_;
  ElementId element_;
  Context& context_;
  bool any_field_ = false;
};

/// All of `mark` in the text as `own`.
void replace_all(std::string& text, std::string_view mark, std::string_view own) {
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += own.size()) text.replace(at, mark.size(), own);
}

}  // namespace

std::string in_language(std::string text, const Context& context) {
  for (const auto& [mark, own] : context.language.punctuation) replace_all(text, mark, own);
  const Language::Marks& marks = context.language.marks;
  if (marks.open.empty() || text.find_first_of("\xE2") == std::string::npos) return text;
  const std::string space = marks.narrow_inside && marks.open == "«" ? "\u202F" : "";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    constexpr std::size_t kQuote = std::string_view("“").size();
    const std::string_view rest = std::string_view(text).substr(at);
    const bool opens = rest.starts_with("“"), closes = rest.starts_with("”");
    out += opens ? marks.open + space : closes ? space + marks.close : std::string(rest.substr(0, 1));
    at += opens || closes ? kQuote : 1;
  }
  return out;
}

void append_text(StyledText& out, StyledText more) {
  for (Piece& piece : more) {
    if (piece.text.empty()) continue;
    drop_second_full_stop(out, piece.text);
    if (piece.text.empty()) continue;
    Piece* last = out.empty() ? nullptr : &out.back();
    const bool same = last && last->style == piece.style && last->link == piece.link && last->element == piece.element;
    if (same) {
      const auto shift = static_cast<std::uint32_t>(last->text.size());
      for (const ByteRange& name : piece.names) last->names.push_back({name.begin + shift, name.end + shift});
      if (piece.text.size() > last->text.size()) last->source = piece.source;  // messages point at words, not at what templates put between
      last->text += piece.text;
    } else {
      out.push_back(std::move(piece));
    }
  }
}

StyledText expand(const Template& parts, const Scope& scope, TextLook look, Context& context, bool* any_field) {
  StyledText out;
  Expander expander(scope, look.element, context);
  expander.parts(parts, look.style, out);
  if (any_field) *any_field = expander.any_field();
  return out;
}

StyledText expand(const RichText& text, TextLook look, Context& context) {
  Template item(1);
  item[0].kind = TemplatePart::Kind::field;
  item[0].text = "item";
  Scope scope;
  scope.item = &text;
  return expand(item, scope, look, context);
}

}  // namespace galley
