// A CV as data: meaning, not looks.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "base/image.h"
#include "base/placing.h"
#include "base/span.h"
#include "cv/kinds.h"
#include "source/node.h"

namespace galley {

/// A stretch of text with the small Markdown read: **strong**, *emphasis*, [text](url); U+2028 in `text` is a line
/// break that the author asked for.
struct RichSpan {
  std::string text;
  bool strong = false, emphasis = false;
  std::string link;  ///< URI, empty: none
  std::string language = {};  ///< BCP 47, of [text]{lang=fr}; empty: as what stands around it
  Span source;
  std::vector<std::size_t> literal = {};  ///< places in `text` of characters that were written \" and the like: they stay
  bool operator==(const RichSpan&) const = default;
};
using RichText = std::vector<RichSpan>;

/// The words without markup, on one line: a line break of the author is a space here.
std::string plain_text(const RichText& text);

enum class Season : std::uint8_t { spring, summer, autumn, winter };

/// A date as precise as the author knows it.
struct Date {
  int year = 0;
  std::optional<int> month, day;
  std::optional<Season> season;
  bool is_present = false;  ///< "present": still going on
  bool is_approximate = false;  ///< "~2016"
  bool operator==(const Date&) const = default;
};

/// A moment (no `end`) or a range.
struct DateRange {
  Date start;
  std::optional<Date> end;
  /// From one month, day or season to another of the same year.
  [[nodiscard]] bool is_within_a_year() const {
    const auto is_part = [&](const Date& date) { return !date.is_present && date.year == start.year && (date.month || date.season); };
    return end && is_part(start) && is_part(*end);
  }
};

/// One or more dates, or the author's own wording of them (which then is what is set).
struct Dates {
  std::vector<DateRange> ranges;  ///< may be empty when only words are given
  std::string wording;
};

struct Person {
  std::string name;
  std::string marks;                     ///< what follows the name: "*", "†" …
  bool is_owner = false;                 ///< the one the CV is about
  std::optional<std::string> separator;  ///< what the author wrote before this name (", ", " and "); unset in a list
  Span source;
};
using People = std::vector<Person>;

/// A photo, a signature: a file beside the CV, and the words that stand for it where it cannot be seen.
struct PictureFile {
  std::string file;  ///< as written, relative to the CV's folder
  std::string alternative;
  std::shared_ptr<const Image> image = {};  ///< once the file has been read
};

struct Entry;
using Value = std::variant<RichText, std::vector<RichText>, Dates, People, std::string /* url */, std::vector<Entry>, PictureFile>;

struct Field {
  std::string name;
  Value value;
  Span source;
  bool is_private = false;  ///< stood under `private`
};

struct Entry {
  std::string kind;
  std::vector<Field> fields;  ///< in the file's order; only fields that are there
  std::string number = {};    ///< that its section gives it, with prefix: "J3"; empty: none
  Span source;
  Placing placing = {};
  std::vector<std::string> tags = {};  ///< where its section is grouped by them
  [[nodiscard]] const Field* find(std::string_view name) const;
};

/// A heading between the entries of a section.
struct SubHeading {
  RichText title;
  Span source;
  Placing placing = {};  ///< with all that stands below it
};

struct Section {
  RichText title;
  RichText note;  ///< stands before the first entry; may be empty
  std::vector<std::variant<Entry, SubHeading>> items;
  Span source;
  Placing placing = {};
};

struct Cv {
  std::string language = "en";  ///< BCP 47
  Span language_source;         ///< nowhere: not given
  std::optional<bool> language_marks;  ///< unset: as the layout says
  Roles roles;                  ///< which of the person's fields tell what the document says of itself
  Entry person;                 ///< name, contact …
  std::vector<Section> sections;
  std::optional<std::int64_t> modified;  ///< seconds since 1970-01-01 00:00 UTC; unset: no day is known
  std::vector<Kind> own_kinds;  ///< that the user has added, or added fields to
  std::map<std::string, std::string> abbreviations;  ///< what each stands for, for who hears the document
};

/// What the document says of itself, without markup; empty: nothing.
std::string name_of(const Cv& cv);
std::string subject_of(const Cv& cv);
std::vector<std::string> keywords_of(const Cv& cv);

/// Without what stands under `private`.
void drop_private(Cv& cv);

/// Reads the tree of a CV file (`cv:` at the top). Reports every problem it finds; nullopt if there was an error.
std::optional<Cv> read_cv(const Node& root, const Kinds& kinds, Diagnostics& diagnostics);

}  // namespace galley
