#include <algorithm>

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

/// An entry of a section with one range or moment.
struct Dated {
  const Entry* entry;
  const Field* field;
  DateRange range;
};

/// The dated entries of a section, in rows between headings.
std::vector<std::vector<Dated>> rows_of(const Section& section) {
  std::vector<std::vector<Dated>> rows(1);
  for (const auto& item : section.items) {
    const auto* entry = std::get_if<Entry>(&item);
    if (!entry) {
      rows.emplace_back();
      continue;
    }
    const Field* field = entry->find("dates");
    const auto* dates = field ? std::get_if<Dates>(&field->value) : nullptr;
    if (dates && dates->ranges.size() == 1) rows.back().push_back({entry, field, dates->ranges.front()});
  }
  return rows;
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
  for (const Section& section : subject.cv.sections) {
    std::vector<Dated> all;
    for (const auto& row : rows_of(section))
      for (const Dated& each : row)
        if (is_exact(each.range)) all.push_back(each);
    std::stable_sort(all.begin(), all.end(), [](const Dated& a, const Dated& b) { return first_month(a.range.start) < first_month(b.range.start); });
    const Dated* longest = nullptr;  // of those that began earlier, the one that ends last
    for (const Dated& each : all) {
      if (longest && longest->entry->kind == each.entry->kind && first_month(each.range.start) + 1 < last_month(*longest->range.end))
        findings.push_back({each.field->source, "this overlaps with another entry of the section, which goes on for longer", "is one of the dates wrong?"});
      if (!longest || last_month(*each.range.end) > last_month(*longest->range.end)) longest = &each;
    }
  }
}

void find_disorder(const LintSubject& subject, LintFindings& findings) {
  for (const Section& section : subject.cv.sections)
    for (const auto& row : rows_of(section)) {
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
        findings.push_back({row[i].field->source, std::string("this is ") + (falls ? "later" : "earlier") + " than the entry above, and most of this section goes the other way", "move the entry"});
    }
}

}  // namespace galley
