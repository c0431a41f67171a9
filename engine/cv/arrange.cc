#include "cv/arrange.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/suggest.h"
#include "cv/reading.h"
#include "cv/rich_text.h"

namespace galley {
namespace {

constexpr std::string_view kYear = "year", kTag = "tag";
constexpr std::string_view kNewest = "newest", kOldest = "oldest";

/// `year` is another name for dates.
const Field* find_field(const Entry& entry, std::string_view name) {
  const Field* field = entry.find(name);
  return field || (name != kYear && name != kNewest && name != kOldest) ? field : entry.find("dates");
}

/// Year, month or season, and day of the end; what is not known comes last in its year. Unset: no date, only words.
std::optional<std::tuple<int, int, int>> time_of(const Entry& entry) {
  const Field* field = find_field(entry, kYear);
  const auto* dates = field ? std::get_if<Dates>(&field->value) : nullptr;
  if (!dates || dates->ranges.empty()) return std::nullopt;
  const DateRange& range = dates->ranges.back();
  const Date& date = range.end ? *range.end : range.start;
  constexpr int kStillToCome = 9999, kMonthsOfASeason = 3, kEndOfYear = 13;
  if (date.is_present) return std::tuple(kStillToCome, kEndOfYear, 0);
  const int month = date.month ? *date.month : date.season ? (static_cast<int>(*date.season) + 1) * kMonthsOfASeason : kEndOfYear;
  return std::tuple(date.year, month, date.day.value_or(0));
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& each : parts) all += (all.empty() ? "" : ", ") + each;
  return all;
}

/// A field as one line of text: of dates the year, or the author's words where there is none.
std::string text_of(const Entry& entry, std::string_view name) {
  const Field* field = find_field(entry, name);
  if (!field) return {};
  if (const auto* text = std::get_if<RichText>(&field->value)) return plain_text(*text);
  if (const auto* dates = std::get_if<Dates>(&field->value))
    return dates->ranges.empty() ? dates->wording : std::to_string(std::get<0>(*time_of(entry)));
  std::vector<std::string> parts;
  if (const auto* people = std::get_if<People>(&field->value))
    for (const Person& each : *people) parts.push_back(each.name);
  if (const auto* texts = std::get_if<std::vector<RichText>>(&field->value))
    for (const RichText& each : *texts) parts.push_back(plain_text(each));
  return joined(parts);
}

/// What tells an entry's group. Of several tags the first that `groups` has a title for, else the first.
std::string value_of(const Entry& entry, const Arrangement& arrangement) {
  if (arrangement.group != kTag || find_field(entry, kTag)) return text_of(entry, arrangement.group);
  for (const auto& [value, title] : arrangement.groups)
    if (std::find(entry.tags.begin(), entry.tags.end(), value) != entry.tags.end()) return value;
  return entry.tags.empty() ? std::string() : entry.tags.front();
}

using Items = std::vector<std::variant<Entry, SubHeading>>;

/// Sorts the entries between sub-headings, which stay where they are.
template <typename Less>
void sort_runs(Items& items, const Less& less) {
  for (auto begin = items.begin(); begin != items.end();) {
    const auto end = std::find_if(begin, items.end(), [](const auto& each) { return std::holds_alternative<SubHeading>(each); });
    std::stable_sort(begin, end, [&](const auto& a, const auto& b) { return less(std::get<Entry>(a), std::get<Entry>(b)); });
    begin = end == items.end() ? end : end + 1;
  }
}

/// What is dated in words alone ("in press") counts as the newest.
void sort(Items& items, const std::string& by) {
  const auto is_newer = [](const Entry& a, const Entry& b) {
    const auto one = time_of(a), other = time_of(b);
    return one && other ? *one > *other : !one && other;
  };
  if (by == kNewest) return sort_runs(items, is_newer);
  if (by == kOldest) return sort_runs(items, [&](const Entry& a, const Entry& b) { return is_newer(b, a); });
  sort_runs(items, [&](const Entry& a, const Entry& b) { return to_lower_ascii(text_of(a, by)) < to_lower_ascii(text_of(b, by)); });
}

RichText as_text(const std::string& words, Span at) {
  RichSpan span;
  span.text = words;
  span.source = at;
  return {span};
}

/// The entries' values in the order of their groups: as `groups` has them, then years from the newest and other values as they occur.
/// Entries without the field come first, without a heading.
std::vector<std::string> order_of(const Items& items, const Arrangement& arrangement) {
  std::vector<std::string> named = {""}, others;
  bool years = true;
  for (const auto& [value, title] : arrangement.groups)
    if (!value.empty()) named.push_back(value);
  for (const auto& item : items) {
    const Entry& entry = std::get<Entry>(item);
    std::string value = value_of(entry, arrangement);
    const Field* field = find_field(entry, arrangement.group);
    years = years && arrangement.group != kTag && (!field || std::holds_alternative<Dates>(field->value));
    const auto has = [&](const std::vector<std::string>& all) { return std::find(all.begin(), all.end(), value) != all.end(); };
    if (!has(named) && !has(others)) others.push_back(std::move(value));
  }
  const auto is_year = [](const std::string& each) { return !each.empty() && each[0] >= '0' && each[0] <= '9'; };
  if (years)
    std::stable_sort(others.begin(), others.end(), [&](const std::string& a, const std::string& b) {
      return is_year(a) && is_year(b) ? (arrangement.sort == kOldest ? a < b : a > b) : !is_year(a) && is_year(b);
    });
  named.insert(named.end(), others.begin(), others.end());
  return named;
}

/// An entry's field is shown by its heading from now on, but for dates.
void drop_shown(Entry& entry, const std::string& name) {
  std::erase_if(entry.fields, [&](const Field& field) { return field.name == name && !std::holds_alternative<Dates>(field.value); });
}

/// Gives the value of each entry's group, in the new order.
std::vector<std::string> group(Items& items, const Arrangement& arrangement) {
  const std::vector<std::string> order = order_of(items, arrangement);
  std::map<std::string, Items> by_value;
  for (auto& item : items) by_value[value_of(std::get<Entry>(item), arrangement)].push_back(std::move(item));
  items.clear();
  std::vector<std::string> values;
  for (const std::string& value : order) {
    const auto found = by_value.find(value);
    if (found == by_value.end()) continue;
    const auto given = std::find_if(arrangement.groups.begin(), arrangement.groups.end(), [&](const auto& each) { return each.first == value; });
    const Field* field = find_field(std::get<Entry>(found->second.front()), arrangement.group);
    const Span at = field ? field->source : arrangement.group_source;
    const bool is_titled = given != arrangement.groups.end();
    if (is_titled || !value.empty()) items.emplace_back(SubHeading{is_titled ? given->second : as_text(value, at), at});
    for (auto& item : found->second) {
      drop_shown(std::get<Entry>(item), arrangement.group);
      values.push_back(value);
      items.push_back(std::move(item));
    }
  }
  return values;
}

void number(Items& items, const Arrangement& arrangement, const std::vector<std::string>& groups) {
  const auto count = [&](std::size_t from) {  // entries from here to the end of what is numbered together
    std::size_t entries = 0;
    for (std::size_t i = from; i < items.size(); ++i) {
      if (std::holds_alternative<Entry>(items[i])) ++entries;
      else if (arrangement.per_group && entries > 0) break;
    }
    return entries;
  };
  std::size_t done = 0, all = count(0), nth = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto* entry = std::get_if<Entry>(&items[i]);
    if (!entry) {
      if (arrangement.per_group) done = 0, all = count(i + 1);
      continue;
    }
    ++done;
    const std::size_t shown = arrangement.numbers == Arrangement::Numbers::backward ? all + 1 - done : done;
    const std::string value = nth < groups.size() ? groups[nth] : std::string();
    ++nth;
    const auto own = arrangement.prefixes.find(value);
    entry->number = (own == arrangement.prefixes.end() ? arrangement.prefix : own->second) + std::to_string(shown);
  }
}

/// "{count}" and "{count:journal}".
void put_counts(RichText& note, const std::vector<std::string>& groups, std::size_t all) {
  constexpr std::string_view kCount = "{count";
  for (RichSpan& span : note)
    for (std::size_t at = 0; (at = span.text.find(kCount, at)) != std::string::npos; ++at) {
      const std::size_t end = span.text.find('}', at);
      const std::size_t name = at + kCount.size();
      if (end == std::string::npos || (span.text[name] != '}' && span.text[name] != ':')) continue;
      const std::string value = name == end ? std::string() : std::string(trim(std::string_view(span.text).substr(name + 1, end - name - 1)));
      const auto count = name == end ? all : static_cast<std::size_t>(std::count(groups.begin(), groups.end(), value));
      span.text.replace(at, end + 1 - at, std::to_string(count));
    }
}

void gather_marks(const Entry& entry, std::string& marks) {
  for (const Field& field : entry.fields) {
    if (const auto* people = std::get_if<People>(&field.value))
      for (const Person& each : *people) marks += each.marks;
    if (const auto* entries = std::get_if<std::vector<Entry>>(&field.value))
      for (const Entry& each : *entries) gather_marks(each, marks);
  }
}

/// "* equal contribution, † corresponding author", of those marks that the section has.
void add_legend(Section& section, const Legend& legend) {
  std::string used;
  for (const auto& item : section.items)
    if (const auto* entry = std::get_if<Entry>(&item)) gather_marks(*entry, used);
  RichText words;
  for (const auto& [mark, meaning] : legend) {
    if (mark.empty() || used.find(mark) == std::string::npos || meaning.empty()) continue;
    for (RichSpan& span : as_text((words.empty() ? "" : ", ") + mark + " ", meaning.front().source)) words.push_back(std::move(span));
    words.insert(words.end(), meaning.begin(), meaning.end());
  }
  if (words.empty()) return;
  if (!section.note.empty()) section.note.push_back(as_text(" ", section.note.back().source).front());
  section.note.insert(section.note.end(), words.begin(), words.end());
}

/// A field that no entry has is most likely a slip.
void warn_of_stranger(const Section& section, const std::string& name, Span at, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const auto& item : section.items) {
    const auto* entry = std::get_if<Entry>(&item);
    if (!entry) continue;
    if (find_field(*entry, name) || (name == kTag && !entry->tags.empty())) return;
    for (const Field& field : entry->fields)
      if (std::find(names.begin(), names.end(), field.name) == names.end()) names.push_back(field.name);
  }
  const std::string help = name == kTag ? "give entries tags: 'tags: industry'" : did_you_mean(name, names);
  if (!names.empty()) diagnostics.warn(at, "no entry of this section has " + in_quotes(name), help).code = Code::unknown_name;
}

std::vector<std::pair<std::string, RichText>> read_titles(const Node* node, std::string_view key, Diagnostics& diagnostics) {
  std::vector<std::pair<std::string, RichText>> titles;
  if (!node || node->is_null() || !expect_value(*node, Node::Kind::map, key, diagnostics)) return titles;
  for (std::size_t i = 0; i < node->keys.size(); ++i)
    if (expect_value(node->items[i], Node::Kind::scalar, node->keys[i].text, diagnostics))
      titles.emplace_back(node->keys[i].text, read_rich_text(node->items[i], diagnostics));
  return titles;
}

void read_prefix(const Node* node, Arrangement& arrangement, Diagnostics& diagnostics) {
  if (!node) return;
  if (!node->is_map()) {
    arrangement.prefix = read_text(*node, "prefix", diagnostics).value_or("");
    return;
  }
  for (std::size_t i = 0; i < node->keys.size(); ++i)
    arrangement.prefixes[node->keys[i].text] = read_text(node->items[i], node->keys[i].text, diagnostics).value_or("");
}

void read_numbers(const Node* node, Arrangement& arrangement, Diagnostics& diagnostics) {
  using Numbers = Arrangement::Numbers;
  if (!node || node->is_null()) return;
  Node map;  // `numbers: backward` is short for {order: backward}
  map.kind = Node::Kind::map;
  map.span = node->span;
  map.keys = {{"order", node->span}};
  map.items = {*node};
  MapReader reader(node->is_map() ? node : &map, "numbers", diagnostics);
  arrangement.numbers = reader.choice<Numbers>("order", {{"forward", Numbers::forward}, {"backward", Numbers::backward}}).value_or(Numbers::forward);
  arrangement.per_group = reader.choice<bool>("per", {{"section", false}, {"group", true}}).value_or(false);
  read_prefix(reader.get("prefix"), arrangement, diagnostics);
  reader.finish();
}

}  // namespace

Legend read_legend(const Node* node, Diagnostics& diagnostics) { return read_titles(node, "legend", diagnostics); }

Arrangement read_arrangement(const Node& section, Diagnostics& diagnostics) {
  Arrangement arrangement;
  const auto word = [&](std::string_view key, std::string& value, Span& at) {
    const Node* node = section.find(key);
    if (!node || node->is_null()) return;
    value = read_text(*node, key, diagnostics).value_or("");
    at = node->span;
  };
  word("group", arrangement.group, arrangement.group_source);
  word("sort", arrangement.sort, arrangement.sort_source);
  arrangement.groups = read_titles(section.find("groups"), "groups", diagnostics);
  read_numbers(section.find("numbers"), arrangement, diagnostics);
  arrangement.marks = read_legend(section.find("legend"), diagnostics);
  return arrangement;
}

void arrange(Section& section, const Arrangement& arrangement, Diagnostics& diagnostics) {
  if (!arrangement.sort.empty()) {
    const bool by_time = arrangement.sort == kNewest || arrangement.sort == kOldest;
    if (!by_time) warn_of_stranger(section, arrangement.sort, arrangement.sort_source, diagnostics);
    sort(section.items, arrangement.sort);
  }
  std::vector<std::string> groups;
  if (!arrangement.group.empty()) {
    const auto heading = std::find_if(section.items.begin(), section.items.end(), [](const auto& each) { return std::holds_alternative<SubHeading>(each); });
    if (heading != section.items.end()) {
      diagnostics.error(std::get<SubHeading>(*heading).source, "a section in groups has no headings of its own", "leave out this heading, or 'group'").code = Code::wrong_value;
      return;
    }
    warn_of_stranger(section, arrangement.group, arrangement.group_source, diagnostics);
    groups = group(section.items, arrangement);
  }
  if (arrangement.numbers != Arrangement::Numbers::none) number(section.items, arrangement, groups);
  const auto entries = static_cast<std::size_t>(
      std::count_if(section.items.begin(), section.items.end(), [](const auto& each) { return std::holds_alternative<Entry>(each); }));
  put_counts(section.note, groups, entries);
  add_legend(section, arrangement.marks);
}

}  // namespace galley
