// A layout as the engine sees it: inheritance resolved, every rule present. How a CV looks, nothing about any CV.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/geometry.h"
#include "base/structure.h"
#include "base/styled_text.h"
#include "layout/template.h"
#include "source/node.h"

namespace galley {

/// A style as written: only what it changes. Applied over another style to give a full one.
struct StyleSpec {
  std::optional<std::string> family;
  Span family_source;
  std::optional<int> weight;
  std::optional<bool> italic;
  std::optional<Length> size;
  std::optional<Em> size_factor;  ///< size relative to the surrounding text ("0.8em"); instead of `size`
  std::optional<Length> leading;
  std::optional<Em> leading_factor;
  std::optional<Colour> colour;
  std::optional<LetterCase> letter_case;
  std::optional<Em> tracking;
  std::optional<std::vector<Feature>> features;
  std::optional<Spacing> spacing;
  std::optional<bool> hyphenate;
  std::optional<BreakAt> break_at;
  std::optional<std::vector<std::string>> tie_after;
  std::optional<Align> align;
  std::optional<Em> ragged;
  std::optional<LineCosts> costs;
  std::string before, after;
  Span source;
};

struct PageRules {
  galley::Size size;
  Length left, right, top, bottom;  ///< margins: `top` to the top of the first line's type, `bottom` below the last baseline
  Length first_line;                ///< from the top margin to the first baseline of a page
};

/// The two columns of a section: label | gutter | text, the text taking what is left.
struct ColumnRules {
  Length label;   ///< measure of the label column
  Length gutter;
};

/// Baseline-to-baseline space around a thing. Between two things the larger of the two rules wins; the leading is the least.
struct SpaceRule {
  Length before, after;
};

struct BulletRule {
  std::string mark;   ///< empty: no bullet
  Length indent;      ///< from the column's edge to the mark
  Em gap;             ///< between mark and text, in em of the line's style
  bool hang = true;   ///< further lines stand under the text, not under the mark
  std::string style;  ///< of the mark; empty: the line's
};

/// One line (paragraph) of an entry, or one per value of a list field.
struct LineRule {
  std::string each;           ///< field whose values are set one line each; empty: one line
  std::vector<Template> texts; ///< one template; several: parts that are there, joined by `with`
  std::string with;           ///< separator between several parts
  std::string with_style;
  Template end;               ///< after the last part
  Template right;             ///< set flush right on the same baseline; empty: none
  std::string right_style;
  bool right_on_last = false; ///< on the last line of a text that takes several, else on the first
  std::string style;          ///< of the paragraph
  BulletRule bullet;
  std::optional<Length> space;  ///< from the line before; unset: the leading
  Role role = Role::paragraph;
  Span source;
};

struct EntryRule {
  std::vector<LineRule> lines;
  SpaceRule space;
  bool list = false;  ///< neighbouring entries form a list, each an item of it
  Span source;
};

struct HeadRules {
  std::vector<LineRule> lines;
  Length first_baseline;  ///< from the page's top edge
  Length space;           ///< from the last line to the first section
};

struct SectionRules {
  std::string label_style;
  Length space;                 ///< from the last line of a section's text to the next section
  Length space_before_heading;  ///< the same, where that section opens with a sub-heading
  Length space_after_label;     ///< at least this from a label's last line to the next section
  std::string heading_style;
  SpaceRule heading_space;
  std::string note_style;
  SpaceRule note_space;
};

/// How dates are written. Patterns use {year} {month} {mon} {day} {season}, ranges {start} {end}.
struct DateFormat {
  std::string year, month, day, season, range, between;
};

/// How the values of a list are joined: A`between`B`between`C`last`D, or A`two`B. "{and}" is the language's word.
struct ListFormat {
  std::string between, two, last;
};

/// How a list of names is joined when the author has not written it out, and how the owner's is set off.
struct PeopleRules {
  ListFormat joined;
  bool author_wording = true;  ///< keep the author's own separators where there are any
  std::string owner_style;     ///< for the one the CV is about
};

/// What a page break costs, in lines left empty: a break of cost n is made only where it saves more than n empty lines.
struct BreakRules {
  double inside_section = 0;       ///< between entries of a section too long to be kept whole
  double inside_whole_section = 0; ///< between entries of a section of at most `whole_section` lines
  int whole_section = 0;
  double inside_entry = 0;
  double inside_whole_entry = 0;   ///< inside an entry of at most `whole_entry` lines
  int whole_entry = 0;
  double widow = 0, orphan = 0;    ///< a paragraph's last line alone on a new page, its first alone on the old
  double after_heading = 0;        ///< between a heading and what follows
  double page = 0;                 ///< of having one more page at all
};

struct Layout {
  std::string name, description;
  PageRules page;
  ColumnRules columns;
  Style body;                             ///< what every style is applied over
  std::map<std::string, StyleSpec, std::less<>> styles;
  HeadRules head;
  SectionRules sections;
  std::map<std::string, EntryRule, std::less<>> entries;  ///< by kind
  std::map<std::string, DateFormat, std::less<>> dates;   ///< "default" is always there
  std::map<std::string, ListFormat, std::less<>> lists;   ///< "default" is always there
  PeopleRules people;
  BreakRules breaks;
};

/// `over` with what `spec` changes.
Style apply(const StyleSpec& spec, const Style& over);

/// Reads a resolved layout tree (see resolve_layout). Reports every problem; nullopt if there was an error.
std::optional<Layout> read_layout(const Node& root, std::string name, Diagnostics& diagnostics);

/// `base` with the values of `over`: maps merge key by key, everything else is replaced.
Node merge(const Node& base, const Node& over);

}  // namespace galley
