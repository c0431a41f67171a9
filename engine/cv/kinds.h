// Kinds of entries as a table: which fields a kind has, of which type, and how a short form reads. Data:
// data/kinds.yaml. The reader, the JSON Schema (requests/schema.h) and the messages come from this table; nothing else in the engine knows
// a kind by name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "source/node.h"

namespace galley {

enum class FieldType : std::uint8_t {
  text,     ///< inline markup
  texts,    ///< list of texts; a single text is a list of one
  dates,    ///< a date, a range, a list of either, or the author's own wording
  people,   ///< names with marks: a list, or one string with the author's own separators
  url,      ///< http, https, mailto or tel
  entries,  ///< entries of kind `of`, or of any
  picture,  ///< a PNG or JPEG file and the text that stands for it
};

struct FieldRule {
  std::string name;
  FieldType type = FieldType::text;
  std::string of;  ///< entries: their kind; empty: any
  bool required = false;
  std::vector<std::string> aliases;  ///< other names that are read as this field
  std::string describe;              ///< one sentence for the schema and the docs
  bool added = false;                ///< by a user, so that layouts may not know it
  std::string label;                 ///< stands before it where no layout knows it
  std::vector<std::pair<std::string, std::string>> labels;  ///< by language, where there are several; `label` is then chosen of them
};

struct Kind {
  std::string name, describe;
  std::vector<FieldRule> fields;
  std::string short_form;             ///< the field that a bare string fills; empty: none
  std::vector<std::string> known_by;  ///< an entry that has all of these fields, and no `kind`, is of this kind
  std::string like;                   ///< the kind that a layout which does not know this one sets it as
  bool is_own = false;                ///< added by a user, or with added fields
  /// By the field's name or one of its aliases. A field `dates` is also found as `date` and `year`.
  [[nodiscard]] const FieldRule* find(std::string_view field) const;
};

/// What the engine takes kinds and fields for, whatever they are called. `person` and `bare_text` are kinds, the rest fields of the
/// person; an empty name: there is none.
struct Roles {
  std::string person;                ///< whose CV it is
  std::string bare_text;             ///< an entry that is only a text
  std::string name, other_names;
  std::vector<std::string> subject;  ///< the first that is there
  std::string keywords;
  std::string modified;              ///< dates, of which the first gives the document's
};

struct Kinds {
  std::vector<Kind> kinds;  ///< in the order in which an entry is matched
  Roles roles;
  [[nodiscard]] const Kind& person() const { return *find(roles.person); }
  [[nodiscard]] const Kind* find(std::string_view name) const;
};

/// Chooses each field's label: that in `language` or in one near it, else the English one, else the first.
void choose_labels(Kind& kind, std::string_view language);

std::optional<Kinds> read_kinds(const Node& root, Diagnostics& diagnostics);

/// The table with kinds and fields of a user's own, in the notation of its `kinds`. New kinds are matched before those that were
/// there; a kind that was there gets further fields.
Kinds with_own_kinds(Kinds kinds, const Node& own, Diagnostics& diagnostics);

}  // namespace galley
