// Taking a CV apart for other programs: fields ticked off as they are taken, texts with their marks written again.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "cv/cv.h"

namespace galley {

/// The text as our own language writes it: "**strong**", "[text](url)". A line break is `line_break`.
std::string markup_of(const RichText& text, std::string_view line_break = "\n");

/// "2016-09", "2016-09-01"; of a season only the year.
std::string iso_date(const Date& date);

/// The fields of an entry that go to another program.
class Outgoing {
 public:
  Outgoing(const Entry& entry, std::string program, Diagnostics& diagnostics);

  const Field* take(std::string_view name);
  /// Takes one text, with marks; empty: it is not there. People and lists are joined by commas, dates are not taken.
  std::string text(std::string_view name);
  /// The same without marks, for names.
  std::string plain(std::string_view name);
  std::vector<std::string> texts(std::string_view name);
  std::vector<std::string> people(std::string_view name);
  /// The same without marks after them, which is said.
  std::vector<std::string> unmarked_people(std::string_view name);
  /// The one range that other programs can hold; what is more than that is said. Nothing when there are only words.
  std::optional<DateRange> dates();
  /// Every text that has not been taken, in the order of the file.
  std::vector<std::string> other_texts();
  /// Warns of every field that has not been taken.
  void report_rest();

  [[nodiscard]] const Entry& entry() const { return entry_; }

 private:
  void say(const Field& field, const std::string& what);

  const Entry& entry_;
  std::string program_;
  Diagnostics& diagnostics_;
  std::vector<bool> taken_;
};

}  // namespace galley
