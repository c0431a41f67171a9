#include <algorithm>
#include <iterator>
#include <optional>

#include "lint/rules.h"
#include "lint/walk.h"

namespace galley {
namespace {

constexpr int kPresent = 1'000'000;  // after every month that a date can name
constexpr int kFewestToOrder = 3;    // entries of a section; two may be in any order
constexpr std::size_t kLeastOrder = 3;  // where more than a third goes the other way, a section is not ordered by time

/// Months since the year 0. Where the month is not known: the first or the last that it can be.
int first_month(const Date& date) {
  if (date.is_present) return kPresent;
  if (date.month) return date.year * 12 + *date.month - 1;
  return date.year * 12 + (date.season ? static_cast<int>(*date.season) * 3 : 0);
}
int last_month(const Date& date) {
  if (date.is_present) return kPresent;
  return date.month ? first_month(date) : first_month(date) + (date.season ? 2 : 11);
}

/// An entry with one range or moment.
struct Dated {
  const Entry* entry;
  Span source;
  DateRange range;
};
using Row = std::vector<Dated>;

std::optional<Dated> dated_of(const Entry& entry);

/// An employer without dates lasts from the first of its positions to the last one.
std::optional<Dated> dated_by_its_entries(const Entry& entry) {
  std::optional<Dated> all;
  for (const Field& field : entry.fields)
    if (const auto* entries = std::get_if<std::vector<Entry>>(&field.value))
      for (const Entry& each : *entries) {
        const std::optional<Dated> dated = dated_of(each);
        if (!dated) return std::nullopt;
        const Date& end = dated->range.end ? *dated->range.end : dated->range.start;
        if (!all) all = Dated{&entry, dated->source, {dated->range.start, end}};
        if (first_month(dated->range.start) < first_month(all->range.start)) all->range.start = dated->range.start;
        if (last_month(end) > last_month(*all->range.end)) all->range.end = end;
      }
  return all;
}

std::optional<Dated> dated_of(const Entry& entry) {
  const Field* field = entry.find("dates");
  if (!field) return dated_by_its_entries(entry);
  const auto* dates = std::get_if<Dates>(&field->value);
  if (!dates || dates->ranges.size() != 1) return std::nullopt;
  return Dated{&entry, field->source, dates->ranges.front()};
}

void add_to(Row& row, const Entry& entry) {
  if (auto dated = dated_of(entry)) row.push_back(std::move(*dated));
}

/// The dated entries of what is one list to a reader, in rows between headings.
using List = std::vector<Row>;

List list_of(const Section& section) {
  List rows(1);
  for (const auto& item : section.items) {
    if (const auto* entry = std::get_if<Entry>(&item)) add_to(rows.back(), *entry);
    else rows.emplace_back();
  }
  return rows;
}

void add_lists_within(const Entry& entry, std::vector<List>& lists) {
  for (const Field& field : entry.fields)
    if (const auto* entries = std::get_if<std::vector<Entry>>(&field.value)) {
      Row row;
      for (const Entry& each : *entries) add_to(row, each);
      lists.push_back({std::move(row)});
      for (const Entry& each : *entries) add_lists_within(each, lists);
    }
}

/// Of each section, and of what stands within its entries: the positions at one employer, parts.
std::vector<List> lists_of(const Cv& cv) {
  std::vector<List> lists;
  for (const Section& section : cv.sections) {
    lists.push_back(list_of(section));
    for (const auto& item : section.items)
      if (const auto* entry = std::get_if<Entry>(&item)) add_lists_within(*entry, lists);
  }
  return lists;
}

/// Whether `a` is certainly later than `b`: by its end, or at the same end by its start.
bool is_later(const DateRange& a, const DateRange& b) {
  const Date& end_a = a.end ? *a.end : a.start;
  const Date& end_b = b.end ? *b.end : b.start;
  if (last_month(end_a) != last_month(end_b)) return first_month(end_a) > last_month(end_b);
  return first_month(a.start) > last_month(b.start);
}

bool is_exact(const DateRange& range) {
  return range.start.month && range.end && (range.end->month || range.end->is_present);
}

}  // namespace

void find_future_dates(const LintSubject& subject, LintFindings& findings) {
  const Field* updated = subject.cv.person.find(subject.cv.roles.modified);
  const auto* day = updated ? std::get_if<Dates>(&updated->value) : nullptr;
  if (!day || day->ranges.empty()) return;
  const int now = last_month(day->ranges.front().start);
  for_each_field(subject.cv, [&](const Entry&, const Field& field) {
    const auto* dates = std::get_if<Dates>(&field.value);
    if (!dates) return;
    const auto is_future = [&](const Date& date) { return !date.is_present && first_month(date) > now; };
    for (const DateRange& each : dates->ranges)
      if (is_future(each.start) || (each.end && is_future(*each.end)))
        return findings.push_back({field.source, "this is after the day of the last change, which 'updated' names", "is one of the two wrong?"});
  });
}

void find_overlaps(const LintSubject& subject, LintFindings& findings) {
  for (const List& list : lists_of(subject.cv)) {
    Row all;
    for (const Row& row : list)
      std::copy_if(row.begin(), row.end(), std::back_inserter(all), [](const Dated& each) { return is_exact(each.range); });
    std::stable_sort(all.begin(), all.end(), [](const Dated& a, const Dated& b) { return first_month(a.range.start) < first_month(b.range.start); });
    const Dated* longest = nullptr;  // of those that began earlier, the one that ends last
    for (const Dated& each : all) {
      if (longest && longest->entry->kind == each.entry->kind && first_month(each.range.start) + 1 < last_month(*longest->range.end))
        findings.push_back({each.source, "this overlaps with another entry of the list, which goes on for longer", "is one of the dates wrong?"});
      if (!longest || last_month(*each.range.end) > last_month(*longest->range.end)) longest = &each;
    }
  }
}

void find_disorder(const LintSubject& subject, LintFindings& findings) {
  for (const List& list : lists_of(subject.cv))
    for (const Row& row : list) {
      if (row.size() < kFewestToOrder) continue;
      std::vector<std::size_t> rising, falling;
      for (std::size_t i = 1; i < row.size(); ++i) {
        if (is_later(row[i].range, row[i - 1].range)) rising.push_back(i);
        if (is_later(row[i - 1].range, row[i].range)) falling.push_back(i);
      }
      const std::size_t exceptions = std::min(rising.size(), falling.size());
      if (exceptions * kLeastOrder > rising.size() + falling.size()) continue;
      const bool falls = falling.size() >= rising.size();
      for (const std::size_t i : falls ? rising : falling)
        findings.push_back({row[i].source, std::string("this is ") + (falls ? "later" : "earlier") + " than the entry above, and most of this list goes the other way", "move the entry"});
    }
}

}  // namespace galley
