#include <algorithm>
#include <tuple>

#include "base/suggest.h"
#include "layout/figure_reader.h"
#include "layout/icon_path.h"
#include "layout/layout.h"
#include "layout/map_reader.h"
#include "layout/style_reader.h"

namespace galley {
namespace {

struct Paper {
  std::string_view name;
  double width_mm, height_mm;
};
constexpr Paper kPapers[] = {{"a4", 210, 297}, {"a5", 148, 210}, {"letter", 215.9, 279.4}, {"legal", 215.9, 355.6}, {"b5", 176, 250}};

Size read_paper(MapReader& page) {
  std::vector<std::string> names;
  const auto name = page.text("size");
  for (const Paper& paper : kPapers) {
    if (name && *name == paper.name)
      return {Length::from_points(paper.width_mm * 72 / 25.4), Length::from_points(paper.height_mm * 72 / 25.4)};
    names.emplace_back(paper.name);
  }
  // "210mm x 297mm"
  if (const std::size_t times = name ? name->find(" x ") : std::string::npos; times != std::string::npos) {
    const auto width = parse_length(name->substr(0, times));
    const auto height = parse_length(name->substr(times + 3));
    if (width && height && *width > 36_pt && *height > 36_pt) return {*width, *height};
  }
  if (name)
    page.diagnostics().error(page.get("size")->span, "unknown paper '" + *name + "'",
                             did_you_mean(*name, names) + " (or a size such as 210mm x 297mm)");
  return {595.2756_pt, 841.8898_pt};
}

PageChoice read_page_choice(MapReader& reader) {
  return reader
      .choice<PageChoice>("pages", {{"all", PageChoice::all}, {"first", PageChoice::first}, {"further", PageChoice::further}})
      .value_or(PageChoice::all);
}

/// An extent along one axis from two of three: distances from both edges of the page, and a size. Unset: to the edge.
std::pair<Length, Length> read_extent(MapReader& reader, std::string_view begin, std::string_view end, std::string_view size, Length whole) {
  const auto from = reader.length(begin), to = reader.length(end), extent = reader.length(size);
  if (extent && from && to)
    reader.diagnostics().error(reader.span(), "a box takes two of '" + std::string(begin) + "', '" + std::string(end) + "' and '" + std::string(size) + "', not all");
  if (extent) return {to && !from ? whole - *to - *extent : from.value_or(Length{}), *extent};
  const Length first = from.value_or(Length{});
  return {first, whole - first - to.value_or(Length{})};
}

std::vector<BoxRule> read_boxes(const Node& node, const Size& page, Diagnostics& diagnostics) {
  std::vector<BoxRule> boxes;
  if (!node.is_list()) {
    diagnostics.error(node.span, "'boxes' must be a list, not " + std::string(describe(node.kind)), "boxes: [{height: 30mm, colour: navy}]");
    return boxes;
  }
  for (const Node& item : node.items) {
    MapReader reader(&item, "a box", diagnostics);
    BoxRule box;
    std::tie(box.left, box.width) = read_extent(reader, "left", "right", "width", page.width);
    box.below_head = reader.length("below-head");
    std::tie(box.top, box.height) = read_extent(reader, "top", "bottom", "height", page.height);
    box.colour = reader.colour("colour").value_or(Colour{});
    box.pages = read_page_choice(reader);
    reader.finish();
    boxes.push_back(box);
  }
  return boxes;
}

PageRules read_page(const Node* node, Diagnostics& diagnostics) {
  MapReader reader(node, "page", diagnostics);
  PageRules page;
  page.size = read_paper(reader);
  MapReader margins(reader.get("margins"), "page.margins", diagnostics);
  page.left = margins.length("left").value_or(Length{});
  page.right = margins.length("right").value_or(Length{});
  page.top = margins.length("top").value_or(Length{});
  page.bottom = margins.length("bottom").value_or(Length{});
  margins.finish();
  page.first_line = reader.length("first-line").value_or(10_pt);
  if (const Node* boxes = reader.get("boxes")) page.boxes = read_boxes(*boxes, page.size, diagnostics);
  reader.get("header");  // read when the styles are known
  reader.get("footer");
  reader.finish();
  if (page.left + page.right + 36_pt > page.size.width || page.top + page.bottom + 36_pt > page.size.height)
    diagnostics.error(margins.span(), "the margins leave no room for text on the page");
  return page;
}

/// The parts of a layout that name styles are checked once all styles are known.
class LayoutReader {
 public:
  LayoutReader(Layout& layout, Diagnostics& diagnostics) : layout_(layout), diagnostics_(diagnostics) {}

  void read(const Node& root) {
    if (!root.is_map()) {
      diagnostics_.error(root.span, "a layout must be a map, not " + std::string(describe(root.kind)), "begin with 'extends: base'");
      return;
    }
    root_ = root.span;
    MapReader reader(&root, "a layout", diagnostics_);
    reader.get("extends");  // resolved before
    layout_.description = reader.text("description").value_or("");
    const Node* page = reader.get("page");
    layout_.page = read_page(page, diagnostics_);
    read_columns(reader.get("columns"));
    read_styles(reader.get("styles"));
    read_icons(reader.get("icons"));
    read_dates(reader.get("dates"));
    read_lists(reader.get("lists"));
    read_people(reader.get("people"));
    read_head(reader.get("head"));
    read_closing(reader.get("closing"));
    read_running(page);
    const Node* sections = reader.get("sections");
    layout_.sections = read_sections(sections, "sections");
    const Node* entries = reader.get("entries");
    if (is_map(entries, "entries", true)) layout_.entries = read_entries(*entries, "entries");
    read_sidebar(reader.get("sidebar"), sections);
    read_breaks(reader.get("breaks"));
    if (const Node* fit = reader.get("fit")) read_fit(fit);
    if (const Node* print = reader.get("print")) read_print(print);
    reader.finish();
  }

 private:
  void read_columns(const Node* node) {
    MapReader reader(node, "columns", diagnostics_);
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
    if (width >= 36_pt && layout_.columns.label + layout_.columns.gutter + 36_pt > width)
      diagnostics_.error(reader.span(), "the label column leaves no room for the text column");
  }

  /// True if `node` is a map; reports anything else, a missing one only where it is needed.
  bool is_map(const Node* node, std::string_view key, bool needed) {
    if (node && node->is_map()) return true;
    if (node) {
      diagnostics_.error(node->span, "'" + std::string(key) + "' must be a map, not " + std::string(describe(node->kind)));
    } else if (needed) {
      diagnostics_.error(root_, "a layout needs '" + std::string(key) + "'", "begin with 'extends: base' to get what is usual");
    }
    return false;
  }

  void read_styles(const Node* node) {
    if (!is_map(node, "styles", true)) return;
    for (std::size_t i = 0; i < node->keys.size(); ++i)
      layout_.styles[node->keys[i].text] = read_style(node->items[i], node->keys[i].text, layout_.styles, diagnostics_);
    const auto body = layout_.styles.find("body");
    if (body == layout_.styles.end() || !body->second.family || !body->second.size || !body->second.leading) {
      diagnostics_.error(node->span, "a layout needs a style 'body' with family, size and leading");
      return;
    }
    layout_.body = apply(body->second, Style{});
    layout_.body.name = "body";
  }

  void read_icons(const Node* node) {
    if (!is_map(node, "icons", false)) return;
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
      const Node& path = node->items[i];
      auto icon = path.is_scalar() ? parse_icon_path(path.text) : std::nullopt;
      if (!icon)
        diagnostics_.error(path.span, "the icon '" + node->keys[i].text + "' is no path of SVG",
                           "path data for a box of 24 by 24, such as \"M2 5H22V19H2Z\" (commands M L H V C S Q A Z, and their small letters)");
      else
        layout_.icons[node->keys[i].text] = std::move(*icon);
    }
  }

  void read_dates(const Node* node) {
    layout_.dates["default"] = {"{year}", "{mon} {year}", "{day} {mon} {year}", "{season} {year}", "{start} – {end}", ", "};
    if (!is_map(node, "dates", false)) return;
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
      MapReader reader(&node->items[i], "the date format '" + node->keys[i].text + "'", diagnostics_);
      DateFormat format = layout_.dates["default"];
      format.year = reader.text("year").value_or(format.year);
      format.month = reader.text("month").value_or(format.month);
      format.day = reader.text("day").value_or(format.day);
      format.season = reader.text("season").value_or(format.season);
      format.range = reader.text("range").value_or(format.range);
      format.between = reader.text("between").value_or(format.between);
      reader.finish();
      layout_.dates[node->keys[i].text] = format;
    }
  }

  static ListFormat read_list_format(MapReader& reader) {
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
      MapReader reader(&node->items[i], "the list format '" + node->keys[i].text + "'", diagnostics_);
      layout_.lists[node->keys[i].text] = read_list_format(reader);
      reader.finish();
    }
  }

  void read_people(const Node* node) {
    MapReader reader(node, "people", diagnostics_);
    PeopleRules& people = layout_.people;
    people.joined = read_list_format(reader);
    people.author_wording =
        reader.choice<bool>("wording", {{"author", true}, {"layout", false}}).value_or(true);
    people.owner_style = style_name(reader, "owner");
    reader.finish();
  }

  void read_head(const Node* node) {
    MapReader reader(node, "head", diagnostics_);
    layout_.head.first_baseline = reader.length("first-baseline").value_or(layout_.page.top + layout_.page.first_line);
    layout_.head.space = reader.length("space").value_or(Length{});
    layout_.head.left = reader.length("left").value_or(layout_.page.left);
    layout_.head.right = reader.length("right").value_or(layout_.page.right);
    layout_.head.lines = read_lines(reader.get("lines"));
    reader.finish();
  }

  void read_closing(const Node* node) {
    MapReader reader(node, "closing", diagnostics_);
    layout_.closing.space = reader.length("space").value_or(layout_.body.leading);
    layout_.closing.lines = read_lines(reader.get("lines"));
    reader.finish();
  }

  SectionRules read_sections(const Node* node, const std::string& where) {
    MapReader reader(node, where, diagnostics_);
    SectionRules rules;
    rules.placement = reader
                          .choice<LabelPlacement>("placement", {{"beside", LabelPlacement::beside}, {"above", LabelPlacement::above}, {"rotated", LabelPlacement::rotated}})
                          .value_or(LabelPlacement::beside);
    rules.continued = reader.boolean("continued").value_or(false);
    rules.outline_entries = reader.choice<bool>("outline", {{"sections", false}, {"entries", true}}).value_or(false);
    rules.space_below_label = reader.length("space-below-label").value_or(layout_.body.leading);
    if (const Node* decorations = reader.get("rules")) rules.rules = read_decorations(*decorations);
    rules.label_style = style_name(reader, "label");
    rules.space = reader.length("space").value_or(Length{});
    rules.space_before_heading = reader.length("space-before-heading").value_or(rules.space);
    rules.space_after_label = reader.length("space-after-label").value_or(Length{});
    MapReader heading(reader.get("heading"), where + ".heading", diagnostics_);
    rules.heading_style = style_name(heading, "style");
    rules.heading_space = space(heading);
    heading.finish();
    MapReader note(reader.get("note"), where + ".note", diagnostics_);
    rules.note_style = style_name(note, "style");
    rules.note_space = space(note);
    note.finish();
    reader.finish();
    return rules;
  }

  std::vector<LineDecoration> read_decorations(const Node& node) {
    std::vector<LineDecoration> decorations;
    const auto read = [&](const Node& item) {
      using Where = LineDecoration::Where;
      MapReader reader(&item, "a rule", diagnostics_);
      LineDecoration decoration;
      decoration.where = reader
                             .choice<Where>("where", {{"above", Where::above}, {"below", Where::below}, {"behind", Where::behind}, {"beside", Where::beside}})
                             .value_or(Where::below);
      decoration.offset = reader.length("offset").value_or(Length{});
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
      MapReader reader(node, "page." + std::string(key), diagnostics_);
      RunningRule rule;
      const auto part = [&](std::string_view name) {
        Template parts = reader.pattern(name).value_or(Template{});
        check_template(parts);
        return parts;
      };
      rule.left = part("left");
      rule.centre = part("centre");
      rule.right = part("right");
      rule.style = style_name(reader, "style");
      const Length edge = reader.length("edge").value_or(10_pt);
      rule.baseline = key == "header" ? edge : layout_.page.size.height - edge;
      rule.pages = read_page_choice(reader);
      reader.finish();
      layout_.page.running.push_back(std::move(rule));
    }
  }

  void read_sidebar(const Node* node, const Node* sections) {
    if (!node || node->is_null()) return;
    MapReader reader(node, "sidebar", diagnostics_);
    SidebarRules rules;
    Length width;
    std::tie(rules.left, width) = read_extent(reader, "left", "right", "width", layout_.page.size.width);
    rules.right = rules.left + width;
    if (width < 36_pt) diagnostics_.error(reader.span(), "the sidebar leaves no room for text", "sidebar: {left: 10mm, width: 55mm}");
    const Node* begins = reader.get("first-baseline");
    rules.with_text = begins && begins->is_scalar() && begins->text == "text";
    const Length usual = layout_.page.top + layout_.page.first_line;
    rules.first_baseline = rules.with_text ? usual : reader.length("first-baseline").value_or(usual);
    rules.bottom = reader.length("bottom").value_or(layout_.page.bottom);
    rules.first = reader.choice<bool>("read", {{"first", true}, {"last", false}}).value_or(true);
    rules.style = style_name(reader, "style");
    rules.kinds = reader.texts("kinds").value_or(std::vector<std::string>{});
    rules.titles = reader.texts("titles").value_or(std::vector<std::string>{});
    rules.lines = read_lines(reader.get("lines"));
    const Node* own = reader.get("sections");
    const Node both = own && sections ? merge(*sections, *own) : Node{};
    rules.sections = own && sections ? read_sections(&both, "sidebar.sections") : layout_.sections;
    if (const Node* entries = reader.get("entries"); is_map(entries, "sidebar.entries", false)) rules.entries = read_entries(*entries, "sidebar.entries");
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
        MapReader reader(&entry, where + "." + node.keys[i].text, diagnostics_);
        rule.space = space(reader);
        rule.list = reader.boolean("list").value_or(false);
        rule.lines = read_lines(reader.get("lines"));
        reader.finish();
      } else {
        rule.lines = read_lines(&entry);
      }
      rules[node.keys[i].text] = std::move(rule);
    }
    return rules;
  }

  void read_breaks(const Node* node) {
    MapReader reader(node, "breaks", diagnostics_);
    BreakRules& rules = layout_.breaks;
    constexpr double kMost = 10000;  // lines: more than any page holds
    const auto cost = [&](std::string_view key) { return reader.number(key, 0, kMost).value_or(0); };
    rules.inside_section = cost("inside-section");
    rules.inside_whole_section = cost("inside-whole-section");
    rules.whole_section = static_cast<int>(cost("whole-section"));
    rules.inside_entry = cost("inside-entry");
    rules.inside_whole_entry = cost("inside-whole-entry");
    rules.whole_entry = static_cast<int>(cost("whole-entry"));
    rules.widow = cost("widow");
    rules.orphan = cost("orphan");
    rules.after_heading = cost("after-heading");
    rules.page = cost("page");
    reader.finish();
  }

  void read_fit(const Node* node) {
    MapReader reader(node, "fit", diagnostics_);
    FitRules& rules = layout_.fit;
    constexpr double kMostPages = 1000;
    rules.pages = static_cast<std::size_t>(reader.number("pages", 0, kMostPages).value_or(0));
    const auto floor = [&](std::string_view key, double usual) { return reader.number(key, 0.1, 1).value_or(usual); };
    rules.gaps = floor("gaps", rules.gaps);
    rules.leading = floor("leading", rules.leading);
    rules.size = floor("size", rules.size);
    rules.margins = floor("margins", rules.margins);
    constexpr double kMostGrowth = 3;
    rules.most_gaps = reader.number("most-gaps", 1, kMostGrowth).value_or(rules.most_gaps);
    reader.finish();
  }

  void read_print(const Node* node) {
    MapReader reader(node, "print", diagnostics_);
    PrintRules& rules = layout_.print;
    rules.press.inks = reader.choice<Inks>("colours", {{"rgb", Inks::rgb}, {"grey", Inks::grey}, {"cmyk", Inks::cmyk}}).value_or(Inks::rgb);
    if (const auto profile = reader.text("profile")) {
      rules.profile = *profile;
      rules.profile_source = reader.get("profile")->span;
    }
    rules.bleed = reader.length("bleed").value_or(Length{});
    if (rules.bleed < Length{} || rules.bleed > kMostBleed)
      diagnostics_.error(reader.get("bleed")->span, "a bleed goes outwards, by 50mm at most", "3mm are usual");
    rules.crop_marks = reader.choice<bool>("marks", {{"none", false}, {"crop", true}}).value_or(false);
    reader.finish();
  }

  std::vector<LineRule> read_lines(const Node* node) {
    std::vector<LineRule> lines;
    if (!node) return lines;
    if (!node->is_list()) {
      diagnostics_.error(node->span, "the lines of an entry must be a list, not " + std::string(describe(node->kind)));
      return lines;
    }
    for (const Node& item : node->items) {
      if (item.is_map()) {
        lines.push_back(read_line(item));
      } else {
        diagnostics_.error(item.span, "a line of an entry must be a map, not " + std::string(describe(item.kind)), "{line: \"{field}\"}");
      }
    }
    return lines;
  }

  LineRule read_line(const Node& node) {
    MapReader reader(&node, "a line of an entry", diagnostics_);
    LineRule rule;
    rule.source = node.span;
    rule.each = reader.text("each").value_or("");
    rule.figure = read_figure(reader);
    if (!rule.figure) read_texts(reader, rule);
    rule.with = reader.text("with").value_or("");
    rule.with_style = style_name(reader, "with-style");
    rule.end = reader.pattern("end").value_or(Template{});
    check_template(rule.end);
    rule.right = reader.pattern("right").value_or(Template{});
    check_template(rule.right);
    rule.left = reader.pattern("left").value_or(Template{});
    check_template(rule.left);
    if (!rule.left.empty() && !rule.right.empty())
      diagnostics_.error(reader.get("left")->span, "a line has either 'left' or 'right', not both");
    rule.right_style = style_name(reader, rule.left.empty() ? "right-style" : "left-style");
    rule.right_on_last = reader.choice<bool>("right-on", {{"first", false}, {"last", true}}).value_or(false);
    rule.style = style_name(reader, "style");
    rule.space = reader.length("space");
    rule.indent = reader.length("indent").value_or(Length{});
    rule.role = reader
                    .choice<Role>("tag", {{"paragraph", Role::paragraph}, {"heading1", Role::heading1},
                                          {"heading2", Role::heading2}, {"heading3", Role::heading3}})
                    .value_or(Role::paragraph);
    if (const Node* bullet = reader.get("bullet")) rule.bullet = read_bullet(bullet);
    reader.finish();
    return rule;
  }

  void read_texts(MapReader& reader, LineRule& rule) {
    const Node* node = reader.get("line");
    if (!node) {
      diagnostics_.error(reader.span(), "a line of an entry needs 'line'", "line: \"{field}\"");
      return;
    }
    const auto add = [&](const Node& text) {
      if (!text.is_scalar()) {
        diagnostics_.error(text.span, "'line' must be a template or a list of templates, not " + std::string(describe(text.kind)));
      } else if (auto parsed = parse_template(text.text, text.span, diagnostics_)) {
        check_template(*parsed);
        rule.texts.push_back(std::move(*parsed));
      }
    };
    if (!node->is_list()) return add(*node);
    for (const Node& item : node->items) add(item);
  }

  BulletRule read_bullet(const Node* node) {
    MapReader reader(node, "bullet", diagnostics_);
    BulletRule bullet;
    bullet.icon = reader.text("icon").value_or("");
    if (!bullet.icon.empty() && !layout_.icons.contains(bullet.icon))
      diagnostics_.error(reader.get("icon")->span, "there is no icon '" + bullet.icon + "'", did_you_mean(bullet.icon, names_of(layout_.icons)));
    bullet.icon_size = reader.em("icon-size").value_or(bullet.icon_size);
    bullet.mark = reader.text("mark").value_or(bullet.icon.empty() ? "•" : "");
    bullet.indent = reader.length("indent").value_or(Length{});
    bullet.gap = reader.em("gap").value_or(0.3_em);
    bullet.width = reader.length("width").value_or(Length{});
    bullet.hang = reader.boolean("hang").value_or(true);
    bullet.style = style_name(reader, "style");
    reader.finish();
    return bullet;
  }

  /// `space: 12pt` or `space: {before: 12pt, after: 6pt}`.
  SpaceRule space(MapReader& reader) {
    const Node* node = reader.get("space");
    if (!node) return {};
    if (node->is_scalar()) {
      const Length both = reader.length("space").value_or(Length{});
      return {both, both};
    }
    MapReader pair(node, "space", diagnostics_);
    const SpaceRule rule{pair.length("before").value_or(Length{}), pair.length("after").value_or(Length{})};
    pair.finish();
    return rule;
  }

  std::string style_name(MapReader& reader, std::string_view key) {
    const auto name = reader.text(key);
    if (!name) return {};
    if (!layout_.styles.contains(*name))
      diagnostics_.error(reader.get(key)->span, "there is no style '" + *name + "'", did_you_mean(*name, names_of(layout_.styles)));
    return *name;
  }

  void check_template(const Template& parts) {
    for (const TemplatePart& part : parts) {
      check_template(part.parts);
      for (const std::string& modifier : part.modifiers) {
        if (layout_.styles.contains(modifier) || layout_.dates.contains(modifier) || layout_.lists.contains(modifier)) continue;
        std::vector<std::string> names = names_of(layout_.styles);
        for (const std::string& name : names_of(layout_.dates)) names.push_back(name);
        for (const std::string& name : names_of(layout_.lists))
          if (!layout_.dates.contains(name)) names.push_back(name);
        diagnostics_.error(part.source, "'{" + part.text + ":" + modifier + "}': there is no style, date format or list format '" + modifier + "'",
                           did_you_mean(modifier, names));
      }
    }
  }

  template <typename Map>
  static std::vector<std::string> names_of(const Map& map) {
    std::vector<std::string> names;
    for (const auto& [name, unused] : map) names.push_back(name);
    return names;
  }

  Layout& layout_;
  Diagnostics& diagnostics_;
  Span root_;  ///< of the whole layout
};

}  // namespace

std::optional<Layout> read_layout(const Node& root, std::string name, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.all().size();
  Layout layout;
  layout.name = std::move(name);
  LayoutReader(layout, diagnostics).read(root);
  const auto is_error = [](const Diagnostic& each) { return each.severity == Severity::error; };
  if (std::any_of(diagnostics.all().begin() + static_cast<std::ptrdiff_t>(before), diagnostics.all().end(), is_error))
    return std::nullopt;
  return layout;
}

Node merge(const Node& base, const Node& over) {
  if (!base.is_map() || !over.is_map()) return over;
  Node merged = base;
  merged.span = over.span;
  for (std::size_t i = 0; i < over.keys.size(); ++i) {
    const auto same = [&](const Node::Key& key) { return key.text == over.keys[i].text; };
    const auto found = std::find_if(merged.keys.begin(), merged.keys.end(), same);
    if (found == merged.keys.end()) {
      merged.keys.push_back(over.keys[i]);
      merged.items.push_back(over.items[i]);
    } else {
      Node& value = merged.items[static_cast<std::size_t>(found - merged.keys.begin())];
      value = merge(value, over.items[i]);
    }
  }
  return merged;
}

}  // namespace galley
