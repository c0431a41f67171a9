#include "expect/expect.h"

#include <algorithm>
#include <set>

#include "layout/names.h"

namespace galley {
namespace {

using EntryRules = std::map<std::string, EntryRule, std::less<>>;
using Words = std::vector<ExpectedWords>;

/// What a template's fields are looked up in: an entry, or one text of a list as {item}.
struct Scope {
  const Entry* entry = nullptr;
  const RichText* item = nullptr;
  std::string item_name = {};
  [[nodiscard]] const Field* find(const std::string& name) const { return entry ? entry->find(name) : nullptr; }
  [[nodiscard]] bool has(const std::string& name) const { return (item && name == "item") || find(name); }
};

/// "https://x.org/" is shown as "x.org".
std::string without_scheme(std::string url) {
  for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"})
    if (url.starts_with(scheme)) url.erase(0, scheme.size());
  return url;
}

/// One way through the layout's templates for one entry.
class Reader {
 public:
  Reader(const Layout& layout, const Language& language, std::set<std::string>& named) : layout_(layout), language_(language), named_(named) {}

  /// Rules of the sidebar count before the layout's.
  void entry(const Entry& entry, const EntryRules* own, Words& out) {
    auto rule = own ? own->find(entry.kind) : layout_.entries.end();
    if (!own || rule == own->end()) rule = layout_.entries.find(entry.kind);
    own_ = own;
    if (rule != layout_.entries.end()) lines(rule->second.lines, entry, out);
  }

  void lines(const std::vector<LineRule>& lines, const Entry& entry, Words& out) {
    for (const LineRule& line : lines) {
      if (line.figure) {
        named_.insert(entry.kind + "." + line.figure->picture);
        named_.insert(entry.kind + "." + line.figure->code);
      } else if (!line.entries.empty()) {
        named_.insert(entry.kind + "." + line.entries);
        const Field* field = entry.find(line.entries);
        const auto* entries = field ? std::get_if<std::vector<Entry>>(&field->value) : nullptr;
        if (!entries) continue;
        for (const Entry& each : *entries) this->entry(each, own_, out);
      } else if (line.each.empty()) {
        this->line(line, Scope{&entry}, out);
      } else if (const Field* field = entry.find(line.each)) {
        named_.insert(entry.kind + "." + line.each);
        each(line, *field, out);
      }
    }
  }

 private:
  void each(const LineRule& line, const Field& field, Words& out) {
    if (const auto* texts = std::get_if<std::vector<RichText>>(&field.value)) {
      for (const RichText& text : *texts) this->line(line, Scope{nullptr, &text, field.name}, out);
    } else if (const auto* entries = std::get_if<std::vector<Entry>>(&field.value)) {
      for (const Entry& entry : *entries) this->line(line, Scope{&entry}, out);
    } else if (const auto* text = std::get_if<RichText>(&field.value)) {
      this->line(line, Scope{nullptr, text, field.name}, out);
    }
  }

  /// A line of which no field is there is not set, nor is what stands beside it.
  void line(const LineRule& line, const Scope& scope, Words& out) {
    Words words;
    bool is_there = false;
    for (const Template& parts : line.texts) {
      Words of_text;
      const bool has_field = this->parts(parts, scope, of_text);
      const bool is_constant = std::none_of(parts.begin(), parts.end(), [](const TemplatePart& part) {
        return part.kind == TemplatePart::Kind::field || part.kind == TemplatePart::Kind::group;
      });
      if (!has_field && !is_constant) continue;
      is_there = true;
      words.insert(words.end(), of_text.begin(), of_text.end());
    }
    for (const Template* parts : {&line.end, &line.right, &line.left}) static_cast<void>(this->parts(*parts, scope, words));
    if (is_there) out.insert(out.end(), words.begin(), words.end());
  }

  /// Whether any field among the parts is there and set.
  bool parts(const Template& parts, const Scope& scope, Words& out) {
    bool any = false;
    for (const TemplatePart& part : parts) {
      switch (part.kind) {
        case TemplatePart::Kind::field:
          any = field(part, scope, out) || any;
          break;
        case TemplatePart::Kind::phrase:
          phrase(part, scope, out);
          break;
        case TemplatePart::Kind::group: {
          Words inside;
          if (this->parts(part.parts, scope, inside) && is_complete(part.parts, scope)) {
            any = true;
            out.insert(out.end(), inside.begin(), inside.end());
          } else if (is_complete(part.parts, scope)) {
            out.insert(out.end(), inside.begin(), inside.end());
          }
          break;
        }
        case TemplatePart::Kind::literal:
        case TemplatePart::Kind::test:
        case TemplatePart::Kind::absent:
        case TemplatePart::Kind::preferred_break:
          break;
      }
    }
    return any;
  }

  /// Whether a group is set: its own conditions hold; those of groups within it are theirs.
  [[nodiscard]] bool is_complete(const Template& parts, const Scope& scope) const {
    return std::all_of(parts.begin(), parts.end(), [&](const TemplatePart& part) {
      switch (part.kind) {
        case TemplatePart::Kind::field:
        case TemplatePart::Kind::test:
          return scope.has(part.text);
        case TemplatePart::Kind::absent:
          return !scope.has(part.text);
        case TemplatePart::Kind::phrase:
          return language_.phrase(part.text) != nullptr;
        default:
          return true;
      }
    });
  }

  bool field(const TemplatePart& part, const Scope& scope, Words& out) {
    if (scope.item && part.text == "item") {
      out.push_back({scope.item_name, plain_text(*scope.item)});
      return true;
    }
    if (scope.entry) named_.insert(scope.entry->kind + "." + part.text);
    const Field* found = scope.find(part.text);
    if (!found) return false;
    value(*found, part, out);
    return true;
  }

  void value(const Field& field, const TemplatePart& part, Words& out) {
    const auto add = [&](std::string text) { out.push_back({field.name, std::move(text)}); };
    if (const auto* text = std::get_if<RichText>(&field.value)) add(plain_text(*text));
    if (const auto* url = std::get_if<std::string>(&field.value)) add(without_scheme(*url));
    if (const auto* texts = std::get_if<std::vector<RichText>>(&field.value))
      for (const RichText& each : *texts) add(plain_text(each));
    if (const auto* people = std::get_if<People>(&field.value)) this->people(*people, people_rules(layout_, part.modifiers), add);
    if (const auto* dates = std::get_if<Dates>(&field.value)) this->dates(*dates, date_format(layout_, part.modifiers), add);
  }

  template <typename Add>
  void people(const People& people, const PeopleRules& rules, Add add) const {
    std::vector<bool> owners;
    for (const Person& person : people) owners.push_back(person.is_owner);
    bool is_first = true;
    for (const std::size_t i : named(owners, rules)) {
      add(name_in_form(people[i].name, rules.form, is_first) + people[i].marks);
      is_first = false;
    }
  }

  /// The years and "present": how a date is written is the layout's and the language's affair.
  template <typename Add>
  void dates(const Dates& dates, const DateFormat& format, Add add) const {
    if (!dates.wording.empty()) return add(dates.wording);
    const auto one = [&](const Date& date) { add(date.is_present ? language_.present : std::to_string(date.year)); };
    for (const DateRange& range : dates.ranges) {
      if (!format.year_once || !range.is_within_a_year()) one(range.start);
      if (range.end) one(*range.end);
    }
  }

  void phrase(const TemplatePart& part, const Scope& scope, Words& out) const {
    const Language::Phrase* phrase = language_.phrase(part.text);
    if (!phrase) return;
    const Field* field = scope.find(part.text);
    const auto* people = field ? std::get_if<People>(&field->value) : nullptr;
    const auto* texts = field ? std::get_if<std::vector<RichText>>(&field->value) : nullptr;
    const bool several = (people && people->size() > 1) || (texts && texts->size() > 1);
    out.push_back({"phrase." + part.text, several && !phrase->other.empty() ? phrase->other : phrase->one});
  }

  const Layout& layout_;
  const Language& language_;
  const EntryRules* own_ = nullptr;  ///< of the stream that is being read
  std::set<std::string>& named_;  ///< "kind.field" of all that a template asked for
};

class Expectation {
 public:
  Expectation(const Cv& cv, const Layout& layout, const Language& language)
      : cv_(cv), layout_(layout), reader_(layout, language, named_) {}

  ExpectedData tell() {
    data_.flows.resize(3);  // the text, the sidebar, the closing
    person(layout_.head.lines, "the head", data_.flows[0]);
    if (layout_.sidebar) person(layout_.sidebar->lines, "the sidebar", data_.flows[1]);
    for (const Section& section : cv_.sections) this->section(section, data_.flows[is_in_sidebar(section) ? 1 : 0]);
    person(layout_.closing.lines, "the closing", data_.flows[2]);
    running();
    not_shown(cv_.person);
    return std::move(data_);
  }

 private:
  void person(const std::vector<LineRule>& lines, const char* name, std::vector<ExpectedGroup>& flow) {
    ExpectedGroup group{name, {}};
    reader_.lines(lines, cv_.person, group.words);
    if (!group.words.empty()) flow.push_back(std::move(group));
  }

  /// Headers and footers are repeated and no part of the text; but what they name is shown.
  void running() {
    for (const RunningRule& rule : layout_.page.running)
      for (const Template* parts : {&rule.left, &rule.centre, &rule.right}) {
        LineRule line;
        line.texts = {*parts};
        Words unused;
        reader_.lines({line}, cv_.person, unused);
      }
  }

  [[nodiscard]] bool is_in_sidebar(const Section& section) const {
    if (!layout_.sidebar) return false;
    const auto& titles = layout_.sidebar->titles;
    const auto& kinds = layout_.sidebar->kinds;
    if (std::find(titles.begin(), titles.end(), plain_text(section.title)) != titles.end()) return true;
    bool any = false;
    for (const auto& item : section.items)
      if (const auto* entry = std::get_if<Entry>(&item)) {
        any = true;
        if (std::find(kinds.begin(), kinds.end(), entry->kind) == kinds.end()) return false;
      }
    return any;
  }

  void section(const Section& section, std::vector<ExpectedGroup>& flow) {
    const std::string title = plain_text(section.title), of = " of '" + title + "'";
    flow.push_back({"the section '" + title + "'", {{"title", title}}});
    if (!section.note.empty()) flow.push_back({"the note" + of, {{"note", plain_text(section.note)}}});
    const auto* own = layout_.sidebar && is_in_sidebar(section) ? &layout_.sidebar->entries : nullptr;
    for (std::size_t i = 0; i < section.items.size(); ++i) {
      const auto* entry = std::get_if<Entry>(&section.items[i]);
      if (!entry) {
        flow.push_back({"a heading" + of, {{"heading", plain_text(std::get<SubHeading>(section.items[i]).title)}}});
        continue;
      }
      ExpectedGroup group{"entry " + std::to_string(i + 1) + of, {}};
      reader_.entry(*entry, own, group.words);
      flow.push_back(std::move(group));
      not_shown(*entry);
    }
  }

  void not_shown(const Entry& entry) {
    for (const Field& field : entry.fields) {
      const std::string name = entry.kind + "." + field.name;
      const bool is_link = std::holds_alternative<std::string>(field.value);  // where a text leads
      const bool is_new = std::find(data_.not_shown.begin(), data_.not_shown.end(), name) == data_.not_shown.end();
      if (!is_link && is_new && !named_.contains(name)) data_.not_shown.push_back(name);
      if (const auto* entries = std::get_if<std::vector<Entry>>(&field.value))
        for (const Entry& each : *entries) not_shown(each);
    }
  }

  const Cv& cv_;
  const Layout& layout_;
  std::set<std::string> named_;
  Reader reader_;
  ExpectedData data_;
};

}  // namespace

ExpectedData expect(const Cv& cv, const Layout& layout, const Language& language) { return Expectation(cv, layout, language).tell(); }

}  // namespace galley
