#include "cv/read_entry.h"

#include <algorithm>

#include "base/suggest.h"
#include "cv/dates.h"
#include "cv/people.h"
#include "cv/reading.h"
#include "cv/rich_text.h"
#include "cv/uri.h"

namespace galley {
namespace {

/// Keys of the file itself.
bool is_beside_the_cv(std::string_view key) { return key == "kinds" || key == "variants"; }

/// "in a CV's header" or "in an entry of kind 'talk'"
std::string where(const Kind& kind, const Kinds& kinds) { return kind.name == kinds.roles.person ? "'cv'" : "an entry of kind " + in_quotes(kind.name); }

bool is_empty(const Node& node) { return node.is_null() || (node.is_scalar() && trim(node.text).empty()); }

/// The node, or each member of a list: fields that hold several values take one without brackets.
std::vector<const Node*> members(const Node& node) {
  if (!node.is_list()) return {&node};
  std::vector<const Node*> all;
  for (const Node& each : node.items) all.push_back(&each);
  return all;
}

/// The state of reading one entry.
class FieldReader {
 public:
  FieldReader(const EntryReader& reader, const Kind& kind, Entry& entry)
      : reader_(reader), kind_(kind), entry_(entry), diagnostics_(reader.diagnostics) {}

  void read(const Node& map, const std::vector<std::string>& ignored) {
    const bool dated = kind_.find("dates") && kind_.find("dates")->type == FieldType::dates;
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
      const Node::Key& key = map.keys[i];
      if (std::find(ignored.begin(), ignored.end(), key.text) != ignored.end()) continue;
      if (dated && is_empty(map.items[i]) && key.text != "start_date" && kind_.find(key.text) == kind_.find("dates") && map.find("start_date")) continue;
      if (const FieldRule* rule = kind_.find(key.text)) {
        if (claim(rule->name, key)) read_field(*rule, key, map.items[i]);
      } else if (dated && (key.text == "start_date" || key.text == "end_date")) {
        if (key.text == "start_date" || !map.find("start_date")) read_start_and_end(map, key);
      } else {
        refuse(key, map.items[i], field_names(dated, ignored));
      }
    }
    for (const FieldRule& rule : kind_.fields) {
      if (!rule.required || claimed(rule.name)) continue;
      diagnostics_.error(beginning(map), in_quotes(rule.name) + " is missing in " + where(kind_, reader_.kinds)).code = Code::missing_key;
    }
  }

 private:
  struct Claim {
    std::string field;
    const Node::Key* key;
  };

  [[nodiscard]] const Claim* claimed(std::string_view field) const {
    const auto found = std::find_if(claims_.begin(), claims_.end(), [&](const Claim& it) { return it.field == field; });
    return found == claims_.end() ? nullptr : &*found;
  }

  /// An unknown key. Counts as the field it was meant to be: that this is missing need not be said as well.
  void refuse(const Node::Key& key, const Node& value, const std::vector<std::string>& names) {
    std::string advice = did_you_mean(key.text, names);
    if (kind_.name == reader_.kinds.roles.person && is_beside_the_cv(key.text))
      advice = in_quotes(key.text) + " stands beside 'cv', not in it: begin its line as far left as 'cv:'";
    else if (is_section(value, advice)) advice = "if it is a section, indent it below 'sections:'";
    diagnostics_.error(key.span, "unknown key " + in_quotes(key.text) + " in " + where(kind_, reader_.kinds), advice).code = Code::unknown_key;
    for (const FieldRule& rule : kind_.fields)
      if (advice == "did you mean " + in_quotes(rule.name) + "?" && !claimed(rule.name))
        claims_.push_back({rule.name, &key});
  }

  /// A list or a map beside the person's fields is a section, unless it is nearly a field that takes one.
  [[nodiscard]] bool is_section(const Node& value, const std::string& advice) const {
    if (kind_.name != reader_.kinds.roles.person || value.is_scalar() || value.is_null()) return false;
    return std::none_of(kind_.fields.begin(), kind_.fields.end(), [&](const FieldRule& rule) {
      const bool takes_several = rule.type != FieldType::text && rule.type != FieldType::url;
      return takes_several && advice == "did you mean " + in_quotes(rule.name) + "?";
    });
  }

  /// False with an error when another key has filled the field already.
  bool claim(const std::string& field, const Node::Key& key) {
    if (const Claim* first = claimed(field)) {
      diagnostics_
          .error(key.span, in_quotes(first->key->text) + " and " + in_quotes(key.text) + " say the same thing",
                 "keep one of the two")
          .notes.push_back({first->key->span, "it is first given here"});
      return false;
    }
    claims_.push_back({field, &key});
    return true;
  }

  [[nodiscard]] std::vector<std::string> field_names(bool dated, const std::vector<std::string>& ignored) const {
    std::vector<std::string> names;
    for (const FieldRule& rule : kind_.fields) {
      names.push_back(rule.name);
      names.insert(names.end(), rule.aliases.begin(), rule.aliases.end());
    }
    if (dated) names.insert(names.end(), {"date", "year", "start_date", "end_date"});
    names.insert(names.end(), ignored.begin(), ignored.end());
    return names;
  }

  void read_field(const FieldRule& rule, const Node::Key& key, const Node& node) {
    if (is_empty(node)) {
      if (rule.required)
        diagnostics_.error(key.span, in_quotes(key.text) + " is empty").code = Code::empty_value;
      else
        diagnostics_.warn(key.span, in_quotes(key.text) + " is empty and left out", "remove the key, or give it a value").code = Code::empty_value;
      return;
    }
    if (std::optional<Value> value = read_value(rule, key, node))
      entry_.fields.push_back({rule.name, std::move(*value), node.span});
  }

  std::optional<Value> read_value(const FieldRule& rule, const Node::Key& key, const Node& node) {
    switch (rule.type) {
      case FieldType::text:
        if (!expect_value(node, Node::Kind::scalar, key.text, diagnostics_)) return std::nullopt;
        return read_rich_text(node, diagnostics_);
      case FieldType::texts:
        return read_texts(key, node);
      case FieldType::dates:
        return as_value(read_dates(node, diagnostics_));
      case FieldType::people:
        return read_names(node);
      case FieldType::url:
        if (!expect_value(node, Node::Kind::scalar, key.text, diagnostics_)) return std::nullopt;
        return as_value(read_uri(node.text, node.span, diagnostics_));
      case FieldType::entries:
        return read_entries(rule, node);
      case FieldType::picture:
        return as_value(read_picture(key, node));
    }
    return std::nullopt;
  }

  template <typename Read>
  static std::optional<Value> as_value(std::optional<Read> read) {
    if (!read) return std::nullopt;
    return Value(std::move(*read));
  }

  std::optional<Value> read_texts(const Node::Key& key, const Node& node) {
    std::vector<RichText> texts;
    for (const Node* each : members(node)) {
      if (each->is_null()) {
        diagnostics_.warn(each->span, "an empty line in " + in_quotes(key.text) + " is left out").code = Code::empty_value;
      } else if (!each->is_scalar()) {
        diagnostics_.error(
            each->span, "a line in " + in_quotes(key.text) + " must be a text, not " + std::string(describe(each->kind)),
            each->is_map() ? "put a text with ': ' into quotes" : "").code = Code::wrong_type;
      } else {
        texts.push_back(read_rich_text(*each, diagnostics_));
      }
    }
    return Value(std::move(texts));
  }

  std::optional<Value> read_names(const Node& node) {
    std::optional<People> people = read_people(node, diagnostics_);
    if (!people) return std::nullopt;
    mark_owner(*people, reader_.owner);
    return Value(std::move(*people));
  }

  std::optional<Value> read_entries(const FieldRule& rule, const Node& node) {
    const Kind* of = rule.of.empty() ? nullptr : reader_.kinds.find(rule.of);  // read_kinds() has checked that it is there
    std::vector<Entry> entries;
    for (const Node* each : members(node)) {
      if (!expect_value(*each, Node::Kind::map, rule.name, diagnostics_)) continue;
      if (const Kind* kind = of ? of : reader_.kind_of(*each, nullptr)) entries.push_back(reader_.read(*each, *kind));
    }
    return Value(std::move(entries));
  }

  /// {file, alt}: PDF/UA (ISO 14289-1, 7.3) wants words for every figure, and only the author knows them.
  std::optional<PictureFile> read_picture(const Node::Key& key, const Node& node) {
    const std::string usual = key.text + ": {file: me.jpg, alt: \"Portrait of Ada Lovelace\"}";
    PictureFile picture;
    if (node.is_map()) {
      reject_other_keys(node, {"file", "alt"}, "a picture", diagnostics_);
      const auto text = [&](std::string_view name) {
        const Node* value = node.find(name);
        return value && !is_empty(*value) ? read_text(*value, name, diagnostics_).value_or("") : std::string();
      };
      picture.file = text("file");
      picture.alternative = text("alt");
      if (!picture.file.empty() && !picture.alternative.empty()) return picture;
    } else if (!node.is_scalar()) {
      diagnostics_.error(node.span, in_quotes(key.text) + " must be a map, not " + std::string(describe(node.kind)), usual).code = Code::wrong_type;
      return std::nullopt;
    }
    const bool no_file = node.is_map() && picture.file.empty();
    diagnostics_.error(node.is_map() ? beginning(node) : node.span,
                       in_quotes(key.text) + (no_file ? " does not say which 'file' it is"
                                                   : " has no 'alt', the words that stand for it where it cannot be seen"),
                       usual).code = Code::missing_key;
    return std::nullopt;
  }

  void read_start_and_end(const Node& map, const Node::Key& key) {
    if (!claim("dates", key)) return;
    const Node* start = map.find("start_date");
    const Node* end = map.find("end_date");
    if (!start || is_empty(*start)) {
      diagnostics_.error(key.span, "'end_date' stands without 'start_date'",
                         "add 'start_date', or write the one date as 'dates'").code = Code::bad_date;
      return;
    }
    if (end && is_empty(*end)) end = nullptr;
    std::optional<Dates> dates = read_dates_between(*start, end, diagnostics_);
    if (dates) entry_.fields.push_back({"dates", std::move(*dates), start->span});
  }

  const EntryReader& reader_;
  const Kind& kind_;
  Entry& entry_;
  Diagnostics& diagnostics_;
  std::vector<Claim> claims_;
};

bool is_known_by_its_fields(const Node& map, const Kind& kind) {
  if (kind.known_by.empty()) return false;
  return std::all_of(kind.known_by.begin(), kind.known_by.end(), [&](const std::string& field) {
    return std::any_of(map.keys.begin(), map.keys.end(), [&](const Node::Key& key) {
      const FieldRule* rule = kind.find(key.text);
      return rule && rule->name == field;
    });
  });
}

/// For an entry of no known kind: a key that is nearly one that would tell the kind.
std::string nearly_known_by(const Node& map, const Kinds& kinds) {
  std::vector<std::string> telling;
  for (const Kind& kind : kinds.kinds) telling.insert(telling.end(), kind.known_by.begin(), kind.known_by.end());
  for (const Node::Key& key : map.keys) {
    if (std::find(telling.begin(), telling.end(), key.text) != telling.end()) continue;
    const std::string advice = did_you_mean(key.text, telling);
    if (advice.starts_with("did you mean")) return advice + " (instead of " + in_quotes(key.text) + ")";
  }
  return {};
}

std::vector<std::string> names_of(const Kinds& kinds) {
  std::vector<std::string> names;
  for (const Kind& kind : kinds.kinds)
    if (kind.name != kinds.roles.person) names.push_back(kind.name);
  return names;
}

}  // namespace

Entry EntryReader::read(const Node& map, const Kind& kind, const std::vector<std::string>& ignored) const {
  Entry entry;
  entry.kind = kind.name;
  entry.source = map.span;
  FieldReader(*this, kind, entry).read(map, ignored);
  return entry;
}

const Kind* EntryReader::named_kind(const Node& name) const {
  const std::optional<std::string> text = read_text(name, "kind", diagnostics);
  if (!text) return nullptr;
  const Kind* kind = *text == kinds.roles.person ? nullptr : kinds.find(*text);
  if (!kind) diagnostics.error(name.span, "unknown kind " + in_quotes(*text), did_you_mean(*text, names_of(kinds))).code = Code::unknown_name;
  return kind;
}

const Kind* EntryReader::kind_of(const Node& map, const Kind* of_section) const {
  if (const Node* own = map.find("kind")) return named_kind(*own);
  if (of_section) return of_section;
  for (const Kind& kind : kinds.kinds)
    if (is_known_by_its_fields(map, kind)) return &kind;
  std::string help = nearly_known_by(map, kinds);
  if (help.empty()) {
    help = "add 'kind:' with one of ";
    const std::vector<std::string> names = names_of(kinds);
    for (std::size_t i = 0; i < names.size(); ++i) help += (i ? ", " : "") + names[i];
  }
  diagnostics.error(beginning(map), "these keys do not tell what kind of entry this is", help).code = Code::missing_key;
  return nullptr;
}

}  // namespace galley
