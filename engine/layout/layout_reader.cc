#include <algorithm>
#include <tuple>
#include <utility>

#include "base/dump_text.h"
#include "base/suggest.h"
#include "layout/colour_names.h"
#include "layout/icon_path.h"
#include "layout/layout.h"
#include "layout/line_reader.h"
#include "layout/rule_map.h"
#include "layout/page_reader.h"
#include "layout/rule_reader.h"
#include "layout/style_reader.h"
#include "source/read_placing.h"

namespace galley {
namespace {

constexpr Length kLeastLabel = 18_pt;  // a few letters
constexpr Length kLeastEdge = 5_pt;    // from the page's edge to a running line

/// The parts of a layout that name styles are checked once all styles are known.
class LayoutReader {
 public:
  LayoutReader(Layout& layout, Diagnostics& diagnostics) : layout_(layout), diagnostics_(diagnostics), lines_(layout, diagnostics) {}

  void read(const Node& root) {
    if (!root.is_map()) {
      diagnostics_.error(root.span, "a layout must be a map, not " + std::string(describe(root.kind)), "begin with 'extends: base'").code = Code::wrong_type;
      return;
    }
    root_ = root.span;
    RuleMap reader(&root, "a layout", diagnostics_);
    reader.get("extends");  // resolved before
    reader.get("colours");  // put in before
    reader.get("kinds");    // of entries: CVs are read by them
    layout_.description = reader.text("description").value_or("");
    const Node* page = reader.get("page");
    page_ = page ? page->span : root.span;
    layout_.page = read_page(page, diagnostics_);
    read_columns(reader.get("columns"));
    read_styles(reader.get("styles"));
    read_icons(reader.get("icons"));
    read_dates(reader.get("dates"));
    read_lists(reader.get("lists"));
    layout_.people = read_people(RuleMap(reader.get("people"), "people", diagnostics_), {});
    read_names(reader.get("names"));
    reader.get("citations");  // put in before
    layout_.author_wording = reader.choice<bool>("wording", {{"author", true}, {"layout", false}}).value_or(true);
    layout_.language_marks = reader.choice<bool>("marks", {{"language", true}, {"typed", false}}).value_or(false);
    constexpr double kBlackOnWhite = 21;
    layout_.least_contrast = reader.number("least-contrast", 1, kBlackOnWhite).value_or(1);
    read_head(reader.get("head"));
    read_closing(reader.get("closing"));
    read_running(page);
    const Node* sections = reader.get("sections");
    layout_.sections = read_sections(sections, "sections");
    read_named_sections(sections);
    const Node* entries = reader.get("entries");
    if (is_map(entries, "entries", true)) layout_.entries = read_entries(*entries, "entries");
    read_sidebar(reader.get("sidebar"), sections);
    layout_.breaks = read_breaks(reader.get("breaks"), diagnostics_);
    if (const Node* fit = reader.get("fit")) layout_.fit = read_fit(fit, diagnostics_);
    if (const Node* print = reader.get("print")) layout_.print = read_print(print, diagnostics_);
    reader.finish();
  }

 private:
  void read_columns(const Node* node) {
    RuleMap reader(node, "columns", diagnostics_);
    const Node* label = reader.get("label");
    layout_.columns.measured = label && label->is_scalar() && label->text == "measured";
    const auto most = reader.length("most");
    constexpr double kMostColumns = 4;
    layout_.columns.count = static_cast<int>(reader.number("count", 1, kMostColumns).value_or(1));
    layout_.columns.between = reader.length("between").value_or(8_mm);
    const Length third = layout_.column_width().times(1, 3);
    layout_.columns.label = layout_.columns.measured ? most.value_or(third) : reader.length("label").value_or(Length{});
    layout_.columns.gutter = reader.length("gutter").value_or(Length{});
    reader.finish();
    const Length width = layout_.column_width();
    if (width < kLeastMeasure && margins_leave_room())
      diagnostics_.error(reader.span(), "the columns leave no room for text").code = Code::does_not_fit;
    else if (width >= kLeastMeasure && layout_.columns.label + layout_.columns.gutter + kLeastMeasure > width)
      diagnostics_.error(reader.span(), "the label column leaves no room for the text column").code = Code::does_not_fit;
    lines_.set_measure(width - layout_.columns.label - layout_.columns.gutter);
  }

  /// True if `node` is a map; reports anything else, a missing one only where it is needed.
  bool is_map(const Node* node, std::string_view key, bool needed) {
    if (node && node->is_map()) return true;
    if (node) {
      diagnostics_.error(node->span, "'" + std::string(key) + "' must be a map, not " + std::string(describe(node->kind)),
                         "write its keys below it, indented, or between braces").code = Code::wrong_type;
    } else if (needed) {
      diagnostics_.error(root_, "a layout needs '" + std::string(key) + "'", "begin with 'extends: base' to get what is usual").code = Code::missing_key;
    }
    return false;
  }

  void read_styles(const Node* node) {
    if (!is_map(node, "styles", true)) return;
    for (std::size_t i = 0; i < node->keys.size(); ++i)
      layout_.styles[node->keys[i].text] = read_style(node->items[i], node->keys[i].text, layout_.styles, diagnostics_);
    const auto body = layout_.styles.find("body");
    if (body == layout_.styles.end() || !body->second.family || !body->second.size || !body->second.leading) {
      diagnostics_.error(node->span, "a layout needs a style 'body' with family, size and leading").code = Code::missing_key;
      return;
    }
    layout_.body = apply(body->second, Style{});
    layout_.body.name = "body";
    if (layout_.page.top + layout_.page.first_line < layout_.body.size)
      diagnostics_.error(page_, "the first line of a page would be cut off at the top",
                         "'margins.top' and 'first-line' together must be at least the size of the type").code = Code::does_not_fit;
  }

  /// From the top edge to a baseline: the type must fit above it, and the page must go on below it.
  [[nodiscard]] LengthRange baselines() const {
    return {layout_.body.size, layout_.page.size.height - layout_.page.bottom};
  }

  void read_icons(const Node* node) {
    if (!is_map(node, "icons", false)) return;
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
      const Node& path = node->items[i];
      auto icon = path.is_scalar() ? parse_icon_path(path.text) : std::nullopt;
      if (!icon)
        diagnostics_.error(path.span, "the icon '" + node->keys[i].text + "' is no path of SVG",
                           "path data for a box of 24 by 24, such as \"M2 5H22V19H2Z\" (commands M L H V C S Q A Z, and their small letters)").code = Code::wrong_value;
      else
        layout_.icons[node->keys[i].text] = std::move(*icon);
    }
  }

  void read_dates(const Node* node) {
    layout_.dates["default"] = {"{year}", "{mon} {year}", "{day} {mon} {year}", "{season} {year}", "{start} – {end}", ", ", false};
    if (!is_map(node, "dates", false)) return;
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
      RuleMap reader(&node->items[i], "the date format '" + node->keys[i].text + "'", diagnostics_);
      DateFormat format = layout_.dates["default"];
      format.year = reader.text("year").value_or(format.year);
      format.month = reader.text("month").value_or(format.month);
      format.day = reader.text("day").value_or(format.day);
      format.season = reader.text("season").value_or(format.season);
      format.range = reader.text("range").value_or(format.range);
      format.between = reader.text("between").value_or(format.between);
      format.year_once = reader.boolean("year-once").value_or(format.year_once);
      reader.finish();
      layout_.dates[node->keys[i].text] = format;
    }
  }

  static ListFormat read_list_format(RuleMap& reader) {
    ListFormat format;
    format.between = reader.text("between").value_or(", ");
    format.two = reader.text("two").value_or(format.between);
    format.last = reader.text("last").value_or(format.between);
    return format;
  }

  void read_lists(const Node* node) {
    layout_.lists["default"] = {", ", ", ", ", "};
    if (!is_map(node, "lists", false)) return;
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
      RuleMap reader(&node->items[i], "the list format '" + node->keys[i].text + "'", diagnostics_);
      layout_.lists[node->keys[i].text] = read_list_format(reader);
      reader.finish();
    }
  }

  PeopleRules read_people(RuleMap reader, PeopleRules people) {
    using Inverted = NameForm::Inverted;
    constexpr int kManyNames = 1000;
    people.joined = read_list_format(reader);
    people.author_wording = reader.choice<bool>("wording", {{"author", true}, {"layout", false}}).value_or(people.author_wording);
    if (reader.get("owner")) people.owner_style = lines_.style_name(reader, "owner");
    people.form.initials = reader.choice<bool>("given-names", {{"full", false}, {"initials", true}}).value_or(people.form.initials);
    people.form.inverted = reader.choice<Inverted>("inverted", {{"none", Inverted::none}, {"first", Inverted::first}, {"all", Inverted::all}}).value_or(people.form.inverted);
    people.most = static_cast<std::size_t>(reader.whole("most", 0, kManyNames).value_or(static_cast<int>(people.most)));
    const auto first = reader.whole("first", 1, kManyNames);
    people.first = first ? static_cast<std::size_t>(*first) : std::max<std::size_t>(people.most, 1);
    reader.finish();
    return people;
  }

  /// {cited: {given-names: initials}}: what differs from `people`.
  void read_names(const Node* node) {
    if (!node || !is_map(node, "names", false)) return;
    for (std::size_t i = 0; i < node->keys.size(); ++i)
      layout_.names[node->keys[i].text] = read_people(RuleMap(&node->items[i], "names." + node->keys[i].text, diagnostics_), layout_.people);
  }

  /// If they do not, that has been said, and what follows from it need not be.
  [[nodiscard]] bool margins_leave_room() const { return layout_.page.left + layout_.page.right + kLeastMeasure <= layout_.page.size.width; }

  void read_head(const Node* node) {
    RuleMap reader(node, "head", diagnostics_);
    layout_.head.first_baseline = reader.length("first-baseline", baselines()).value_or(layout_.page.top + layout_.page.first_line);
    layout_.head.space = reader.length("space").value_or(Length{});
    layout_.head.left = reader.length("left").value_or(layout_.page.left);
    layout_.head.right = reader.length("right").value_or(layout_.page.right);
    const Length measure = layout_.page.size.width - layout_.head.left - layout_.head.right;
    if (measure < kLeastMeasure && margins_leave_room()) diagnostics_.error(reader.span(), "the head leaves no room for text").code = Code::does_not_fit;
    const Length usual = lines_.set_measure(measure);
    layout_.head.lines = lines_.read_lines(reader.get("lines"));
    lines_.set_measure(usual);
    reader.finish();
  }

  void read_closing(const Node* node) {
    RuleMap reader(node, "closing", diagnostics_);
    layout_.closing.space = reader.length("space").value_or(layout_.body.leading);
    layout_.closing.lines = lines_.read_lines(reader.get("lines"));
    reader.finish();
  }

  SectionRules read_sections(const Node* node, const std::string& where) {
    RuleMap reader(node, where, diagnostics_);
    SectionRules rules;
    rules.placement = reader
                          .choice<LabelPlacement>("placement", {{"beside", LabelPlacement::beside}, {"above", LabelPlacement::above}, {"rotated", LabelPlacement::rotated}})
                          .value_or(layout_.columns.label > Length{} ? LabelPlacement::beside : LabelPlacement::above);
    if (rules.placement == LabelPlacement::beside && layout_.columns.label < kLeastLabel)
      diagnostics_.error(reader.span(), "a label beside its section needs a label column of at least " + number(kLeastLabel) + "pt",
                         "set 'columns.label', or 'placement: above'").code = Code::missing_key;
    rules.continued = reader.boolean("continued").value_or(false);
    rules.outline_entries = reader.choice<bool>("outline", {{"sections", false}, {"entries", true}}).value_or(false);
    rules.space_below_label = reader.length("space-below-label").value_or(layout_.body.leading);
    if (const Node* decorations = reader.get("rules")) rules.rules = read_decorations(*decorations);
    rules.label_style = lines_.style_name(reader, "label");
    rules.space = reader.length("space").value_or(Length{});
    rules.space_before_heading = reader.length("space-before-heading").value_or(rules.space);
    rules.space_after_label = reader.length("space-after-label").value_or(Length{});
    if (reader.get("entry-space")) rules.entry_space = lines_.space(reader, "entry-space");
    rules.placing = read_placing(reader);
    reader.get("named");  // read when it is known what they change
    RuleMap heading(reader.get("heading"), where + ".heading", diagnostics_);
    rules.heading_style = lines_.style_name(heading, "style");
    rules.heading_space = lines_.space(heading);
    rules.heading_placing = read_placing(heading);
    heading.finish();
    RuleMap note(reader.get("note"), where + ".note", diagnostics_);
    rules.note_style = lines_.style_name(note, "style");
    rules.note_space = lines_.space(note);
    note.finish();
    if (const Node* number = reader.get("number")) rules.number = lines_.read_bullet(number);
    else rules.number.mark = "[#]";
    reader.finish();
    return rules;
  }

  /// Each is the layout's `sections` with what it changes; what is wrong in those has been said.
  void read_named_sections(const Node* sections) {
    const Node* named = sections && sections->is_map() ? sections->find("named") : nullptr;
    if (diagnostics_.has_errors() || !is_map(named, "sections.named", false)) return;
    for (std::size_t i = 0; i < named->keys.size(); ++i) {
      const std::string where = "sections.named." + named->keys[i].text;
      if (!is_map(&named->items[i], where, true)) continue;
      const Node all = merge(*sections, named->items[i]);
      layout_.named_sections[named->keys[i].text] = read_sections(&all, where);
    }
  }

  std::vector<LineDecoration> read_decorations(const Node& node) {
    std::vector<LineDecoration> decorations;
    const auto read = [&](const Node& item) {
      using Where = LineDecoration::Where;
      RuleMap reader(&item, "a rule", diagnostics_);
      LineDecoration decoration;
      decoration.where = reader
                             .choice<Where>("where", {{"above", Where::above}, {"below", Where::below}, {"behind", Where::behind}, {"beside", Where::beside}, {"along", Where::along}})
                             .value_or(Where::below);
      decoration.offset = reader.length("offset", kOffset).value_or(Length{});
      decoration.thickness = reader.length("thickness").value_or(0.4_pt);
      decoration.colour = reader.colour("colour").value_or(Colour{});
      reader.finish();
      decorations.push_back(decoration);
    };
    if (!node.is_list()) {
      read(node);
    } else {
      for (const Node& item : node.items) read(item);
    }
    return decorations;
  }

  /// `page.header` and `page.footer`; they name styles, so they are read after the styles.
  void read_running(const Node* page) {
    for (const std::string_view key : {"header", "footer"}) {
      const Node* node = page && page->is_map() ? page->find(key) : nullptr;
      if (!node || node->is_null()) continue;
      RuleMap reader(node, "page." + std::string(key), diagnostics_);
      RunningRule rule;
      const auto part = [&](std::string_view name) {
        Template parts = reader.pattern(name).value_or(Template{});
        lines_.check_template(parts);
        return parts;
      };
      rule.left = part("left");
      rule.centre = part("centre");
      rule.right = part("right");
      rule.style = lines_.style_name(reader, "style");
      const Length edge = reader.length("edge", {kLeastEdge, layout_.page.size.height / 2}).value_or(10_pt);
      rule.baseline = key == "header" ? edge : layout_.page.size.height - edge;
      rule.pages = read_page_choice(reader);
      reader.finish();
      layout_.page.running.push_back(std::move(rule));
    }
  }

  void read_sidebar(const Node* node, const Node* sections) {
    if (!node || node->is_null()) return;
    RuleMap reader(node, "sidebar", diagnostics_);
    SidebarRules rules;
    Length width;
    std::tie(rules.left, width) = read_extent(reader, "left", "right", "width", layout_.page.size.width);
    rules.right = rules.left + width;
    if (width < kLeastMeasure || rules.left < Length{} || rules.right > layout_.page.size.width)
      diagnostics_.error(reader.span(), "the sidebar leaves no room for text", "sidebar: {left: 10mm, width: 55mm}").code = Code::does_not_fit;
    const Node* begins = reader.get("first-baseline");
    rules.with_text = begins && begins->is_scalar() && begins->text == "text";
    const Length usual = layout_.page.top + layout_.page.first_line;
    rules.first_baseline = rules.with_text ? usual : reader.length("first-baseline", baselines()).value_or(usual);
    rules.bottom = reader.length("bottom").value_or(layout_.page.bottom);
    if (rules.first_baseline + rules.bottom > layout_.page.size.height)
      diagnostics_.error(reader.span(), "the sidebar leaves no room for text", "'first-baseline' or 'bottom' is too large").code = Code::does_not_fit;
    rules.first = reader.choice<bool>("read", {{"first", true}, {"last", false}}).value_or(true);
    rules.style = lines_.style_name(reader, "style");
    rules.kinds = reader.texts("kinds").value_or(std::vector<std::string>{});
    rules.titles = reader.texts("titles").value_or(std::vector<std::string>{});
    const Length beside = lines_.set_measure(width);
    rules.lines = lines_.read_lines(reader.get("lines"));
    const Node* own = reader.get("sections");
    const Node both = own && sections ? merge(*sections, *own) : Node{};
    rules.sections = own && sections ? read_sections(&both, "sidebar.sections") : layout_.sections;
    if (const Node* entries = reader.get("entries"); is_map(entries, "sidebar.entries", false)) rules.entries = read_entries(*entries, "sidebar.entries");
    lines_.set_measure(beside);
    reader.finish();
    layout_.sidebar = std::move(rules);
  }

  std::map<std::string, EntryRule, std::less<>> read_entries(const Node& node, const std::string& where) {
    std::map<std::string, EntryRule, std::less<>> rules;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const Node& entry = node.items[i];
      EntryRule rule;
      rule.source = node.keys[i].span;
      if (entry.is_map()) {
        RuleMap reader(&entry, where + "." + node.keys[i].text, diagnostics_);
        rule.space = lines_.space(reader);
        rule.space_of_several = reader.length("space-of-several-lines").value_or(Length{});
        rule.list = reader.boolean("list").value_or(false);
        rule.placing = read_placing(reader);
        rule.lines = lines_.read_lines(reader.get("lines"));
        reader.finish();
      } else {
        rule.lines = lines_.read_lines(&entry);
      }
      rules[node.keys[i].text] = std::move(rule);
    }
    return rules;
  }

  Layout& layout_;
  Diagnostics& diagnostics_;
  LineReader lines_;
  Span root_, page_;  ///< of the whole layout, of its page
};

/// Somebody took the one file for the other.
bool is_cv(const Node& root) {
  const auto has = [&](std::string_view key) { return root.is_map() && std::any_of(root.keys.begin(), root.keys.end(), [&](const Node::Key& each) { return each.text == key; }); };
  return has("cv") && !has("styles");
}

}  // namespace

std::optional<Layout> read_layout(Node root, std::string name, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.all().size();
  Layout layout;
  layout.name = std::move(name);
  put_colours(root, diagnostics);
  if (is_cv(root)) {
    diagnostics.error(root.keys.front().span, "this is a CV, not a layout", "give the name or the file of a layout; 'galley layouts' lists those that ship");
    return std::nullopt;
  }
  LayoutReader(layout, diagnostics).read(root);
  const auto is_error = [](const Diagnostic& each) { return each.severity == Severity::error; };
  if (std::any_of(diagnostics.all().begin() + static_cast<std::ptrdiff_t>(before), diagnostics.all().end(), is_error))
    return std::nullopt;
  return layout;
}

Node merge(Node merged, const Node& over) {
  if (!merged.is_map() || !over.is_map()) return over;
  merged.span = over.span;
  for (std::size_t i = 0; i < over.keys.size(); ++i) {
    const auto same = [&](const Node::Key& key) { return key.text == over.keys[i].text; };
    const auto found = std::find_if(merged.keys.begin(), merged.keys.end(), same);
    if (found == merged.keys.end()) {
      merged.keys.push_back(over.keys[i]);
      merged.items.push_back(over.items[i]);
    } else {
      Node& value = merged.items[static_cast<std::size_t>(found - merged.keys.begin())];
      value = merge(std::move(value), over.items[i]);
    }
  }
  return merged;
}

}  // namespace galley
