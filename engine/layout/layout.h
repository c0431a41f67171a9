// A layout as the engine sees it: inheritance resolved, every rule present. How a CV looks, nothing about any CV.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/geometry.h"
#include "base/path.h"
#include "base/placing.h"
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
  std::optional<int> width;
  std::optional<OpticalSize> optical_size;
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
  std::optional<Em> ragged, last_line;
  std::optional<LetterFlex> letter_flex;
  std::optional<Em> scaled_caps;
  std::optional<Squares> squares;
  std::optional<Protrusion> protrusion;
  std::optional<bool> language_ties;
  std::optional<LineCosts> costs;
  std::string before, after;
  Span source;
};

/// used: those on which a column stands within a box's left and right edge. Boxes only.
enum class PageChoice : std::uint8_t { all, first, further, used };

/// A filled rectangle on the page, behind everything: a band, a sidebar's ground, a line. Distances from the page's edges.
struct BoxRule {
  Length left, top, width, height;
  std::optional<Length> below_head;  ///< instead of `height`: ends so far below the head's last baseline
  Colour colour;
  PageChoice pages = PageChoice::all;
};

/// A line that pages repeat, as an artifact. Its templates see the person's fields, {page} and {pages}.
struct RunningRule {
  Template left, centre, right;
  std::string style;
  Length baseline;  ///< from the page's top edge
  PageChoice pages = PageChoice::all;
};

struct PageRules {
  galley::Size size;
  Length left, right, top, bottom;  ///< margins: `top` to the top of the first line's type, `bottom` below the last baseline
  Length first_line;                ///< from the top margin to the first baseline of a page
  std::vector<BoxRule> boxes;       ///< drawn in this order
  std::vector<RunningRule> running; ///< header and footer
};

/// The two columns of a section: label | gutter | text, the text taking what is left.
struct ColumnRules {
  Length label;   ///< measure of the label column; where measured: the most that it may be
  Length gutter;
  int count = 1;    ///< how many such pairs stand side by side on a page, the text going from one to the next
  Length between;   ///< and what is between them
  bool measured = false;  ///< as wide as what stands in it, on one line, needs
};

/// Baseline-to-baseline space around a thing. Between two things the larger of the two rules wins; the leading is the least.
struct SpaceRule {
  Length before, after;
};

struct BulletRule {
  std::string icon;   ///< a drawing instead of a mark, one of Layout::icons
  Em icon_size = 1_em;
  std::string mark;   ///< empty: no bullet; "#" in it is the number of the entry among those of its section
  Length indent;      ///< from the column's edge to the mark
  Em gap;             ///< between mark and text, in em of the line's style
  Length width;       ///< from the mark's left edge to the text, if mark and gap leave room; 0: as they need
  bool hang = true;   ///< further lines stand under the text, not under the mark
  std::string style;  ///< of the mark; empty: the line's
};

enum class FigureShape : std::uint8_t { square, rounded, circle };
enum class FigureSide : std::uint8_t { none, left, right };

/// A picture, or a text as a QR code, instead of a line of text.
struct FigureRule {
  std::string picture;     ///< the field with the picture
  std::string code;        ///< the field that is set as a QR code
  Length width, height;    ///< 0: as the other one and the picture's proportions say; both given: cut to fill them
  FigureShape shape = FigureShape::square;
  Length radius;           ///< of rounded corners
  Align align = Align::left;
  FigureSide beside = FigureSide::none;  ///< stands beside the lines of its part of the page instead of between them
  Length top;              ///< beside: from the page's top edge
  Length gap;              ///< beside: to the text
  Colour colour;           ///< of a code
  std::optional<Colour> ground;  ///< drawn behind a code, four modules wider than it on all sides
};

/// One line (paragraph) of an entry, or one per value of a list field.
struct LineRule {
  std::string each;           ///< field whose values are set one line each; empty: one line
  std::vector<Template> texts; ///< one template; several: parts that are there, joined by `with`
  std::string with;           ///< separator between several parts
  std::string with_style;
  Template end;               ///< after the last part
  Template right;             ///< set flush right on the same baseline; empty: none
  Template left;              ///< set in the label column on the same baseline, instead of `right`
  std::string right_style;    ///< of either
  bool right_on_last = false; ///< on the last line of a text that takes several, else on the first
  std::string style;          ///< of the paragraph
  BulletRule bullet;
  std::optional<FigureRule> figure;  ///< instead of text
  std::string entries;               ///< instead of text: a field whose entries stand here, each as its kind is set
  Length indent;                ///< from the column's edge
  Length hang;                  ///< of further lines, beyond that
  std::optional<Length> space;  ///< from the line before; unset: the leading
  Length space_after;         ///< to the line after it, at least, whichever that is
  Role role = Role::paragraph;
  Span source;
};

struct EntryRule {
  std::vector<LineRule> lines;
  SpaceRule space;
  Length space_of_several;  ///< at least this before and after an entry of which several lines are there
  bool list = false;  ///< neighbouring entries form a list, each an item of it
  Placing placing;
  Span source;
};

struct HeadRules {
  std::vector<LineRule> lines;
  Length first_baseline;  ///< from the page's top edge
  Length space;           ///< from the last line to the first section
  Length left, right;     ///< its own margins
};

/// Lines of the person after the last section: place, date, signature.
struct ClosingRules {
  std::vector<LineRule> lines;
  Length space;  ///< from the last section's last line
};

/// A rule drawn with a line of text and as wide as its column: a hairline, or a band behind the text.
struct LineDecoration {
  enum class Where : std::uint8_t {
    above,   ///< its lower edge `offset` above the baseline
    below,   ///< its upper edge `offset` below the baseline
    behind,  ///< its lower edge `offset` below the baseline, its upper edge a `thickness` higher
    beside,  ///< from the end of the text to the column's edge, its lower edge `offset` above the baseline
    along,   ///< upright, `offset` from the column's edge, as far down as the section's entries reach on each page
  };
  Where where = Where::below;
  Length offset, thickness;
  Colour colour;
};

/// rotated: in the label column, reading upwards, its end level with the section's first line.
enum class LabelPlacement : std::uint8_t { beside, above, rotated };

struct SectionRules {
  std::string label_style;
  LabelPlacement placement = LabelPlacement::beside;
  std::vector<LineDecoration> rules;  ///< with the label's line (above) or the section's first line (beside)
  bool continued = false;             ///< a label beside is repeated on further pages
  bool outline_entries = false;       ///< bookmarks lead to entries, too, not only to sections
  Length space;                 ///< from the last line of a section's text to the next section
  Length space_before_heading;  ///< the same, where that section opens with a sub-heading
  Length space_after_label;     ///< at least this from a label's last line to the next section
  Length space_below_label;     ///< placed above: from the label to the first line of the section
  std::string heading_style;
  SpaceRule heading_space;
  Placing heading_placing;            ///< of a sub-heading with all that stands below it
  std::string note_style;
  SpaceRule note_space;
  BulletRule number;            ///< before entries that the CV numbers, where their lines have no mark with "#"
  std::optional<SpaceRule> entry_space;  ///< of entries, instead of their own
  Placing placing;
};

/// A column of its own beside the sections, with its own flow from page to page.
struct SidebarRules {
  Length left, right;      ///< its edges, from the page's left edge
  Length first_baseline;   ///< on the first page, from the page's top edge
  bool with_text = false;  ///< instead: on the baseline where the sections begin
  Length bottom;           ///< free below the last baseline
  bool first = true;       ///< read before the sections of the same page
  std::string style;       ///< what its styles are applied over, instead of `body`
  std::vector<std::string> kinds, titles;  ///< sections all of whose entries are of these kinds, or with these titles, stand in it
  std::vector<LineRule> lines;  ///< of the person, at its top
  SectionRules sections;
  std::map<std::string, EntryRule, std::less<>> entries;  ///< where they differ from the layout's
};

/// How dates are written. Patterns use {year} {month} {mon} {day} {season}, ranges {start} {end}.
struct DateFormat {
  std::string year, month, day, season, range, between;
  bool year_once = false;  ///< in a range within one year: "Jun – Sep 2020"
};

/// How the values of a list are joined: A`between`B`between`C`last`D, or A`two`B. "{and}" is the language's word.
struct ListFormat {
  std::string between, two, last;
};

/// How a name is written: Ruiqi Gao, R. Gao, Gao, R.
struct NameForm {
  enum class Inverted : std::uint8_t { none, first, all };  ///< which names of a list begin with the family name
  bool initials = false;  ///< of given names
  Inverted inverted = Inverted::none;
};

/// How a list of names is joined when the author has not written it out, and how the owner's is set off.
struct PeopleRules {
  ListFormat joined;
  bool author_wording = true;  ///< keep the author's own separators where there are any
  std::string owner_style;     ///< for the one the CV is about
  NameForm form;
  std::size_t most = 0;        ///< of more than so many only the first are named, and the owner; 0: all
  std::size_t first = 1;       ///< how many then are
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
  double after_first_entry = 0;    ///< between the first entry below a heading, or of a section, and the second
  double page = 0;                 ///< of having one more page at all
  double white = 0;                ///< a page left empty by the share w costs so many times w² of its lines more
  int last_page = 0;               ///< a last page of fewer lines is short
  double short_last_page = 0;      ///< of having one
};

/// What a layout may change to fill a number of pages, in this order: the gaps between things, the leading, the size of
/// the type, the margins. Factors of what the layout says; each is moved only when those before it are at their floor.
struct FitRules {
  std::size_t pages = 0;  ///< 0: however many it takes
  double gaps = 0.5, leading = 0.94, size = 0.92, margins = 0.8;  ///< floors
  double most_gaps = 1;   ///< how far gaps may grow to fill the last page
  double squeeze = 1;     ///< how far gaps may shrink, unasked, to spare a short last page
};

/// Far more than any shop asks for.
constexpr Length kMostBleed = 141.73_pt;  // 50 mm

/// For the print shop.
struct PrintRules {
  Press press;
  std::string profile;       ///< path of the press's ICC profile, as written; with cmyk
  Span profile_source;
  Length bleed;              ///< what touches the edge of the trimmed page goes on beyond it so far
  bool crop_marks = false;
};

/// A drawing of 24 by 24 points, filled by the even-odd rule.
using Icon = std::vector<PathStep>;
constexpr Length kIconBox = 24_pt;

struct Layout {
  std::string name, description;
  std::map<std::string, Icon, std::less<>> icons;
  PageRules page;
  ColumnRules columns;
  Style body;                             ///< what every style is applied over
  std::map<std::string, StyleSpec, std::less<>> styles;
  HeadRules head;
  ClosingRules closing;
  SectionRules sections;
  std::map<std::string, SectionRules, std::less<>> named_sections;  ///< by title: instead of `sections`
  std::map<std::string, EntryRule, std::less<>> entries;  ///< by kind
  std::optional<SidebarRules> sidebar;
  std::map<std::string, DateFormat, std::less<>> dates;   ///< "default" is always there
  std::map<std::string, ListFormat, std::less<>> lists;   ///< "default" is always there
  PeopleRules people;
  std::map<std::string, PeopleRules, std::less<>> names;  ///< of lists of people that ask for them: {authors:cited}
  bool author_wording = true;             ///< line breaks that open a field and dashes in dates stay as the author wrote them
  bool language_marks = false;            ///< straight quotes, hyphens for dashes and three dots become the language's marks
  double least_contrast = 1;              ///< of text to its ground; below it the user is warned
  BreakRules breaks;
  FitRules fit;
  PrintRules print;

  /// Of label, gutter and text together.
  [[nodiscard]] Length column_width() const {
    const Length all = page.size.width - page.left - page.right - columns.between * (columns.count - 1);
    return all / columns.count;
  }
};

/// `over` with what `spec` changes.
Style apply(const StyleSpec& spec, const Style& over);

/// Reads a resolved layout tree (see resolve_layout). Reports every problem; nullopt if there was an error.
std::optional<Layout> read_layout(Node root, std::string name, Diagnostics& diagnostics);

/// `base` with the values of `over`: maps merge key by key, everything else is replaced.
Node merge(Node base, const Node& over);

}  // namespace galley
