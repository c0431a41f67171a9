#include "layout/line_reader.h"

#include <algorithm>

#include "base/dump_text.h"
#include "base/suggest.h"
#include "layout/figure_reader.h"

namespace galley {
namespace {

constexpr Length kLargestFigure = 1200_pt;  // about the width of a sheet of A2

template <typename Map>
std::vector<std::string> names_of(const Map& map) {
  std::vector<std::string> names;
  for (const auto& [name, unused] : map) names.push_back(name);
  return names;
}

}  // namespace

std::vector<LineRule> LineReader::read_lines(const Node* node) {
  std::vector<LineRule> lines;
  if (!node) return lines;
  if (!node->is_list()) {
    diagnostics_.error(node->span, "the lines of an entry must be a list, not " + std::string(describe(node->kind))).code = Code::wrong_type;
    return lines;
  }
  lines.reserve(node->items.size());
  for (const Node& item : node->items) {
    if (item.is_map()) {
      lines.push_back(read_line(item));
    } else {
      diagnostics_.error(item.span, "a line of an entry must be a map, not " + std::string(describe(item.kind)), "{line: \"{field}\"}").code = Code::wrong_type;
    }
  }
  return lines;
}

LineRule LineReader::read_line(const Node& node) {
  RuleMap reader(&node, "a line of an entry", diagnostics_);
  LineRule rule;
  rule.source = node.span;
  rule.each = reader.text("each").value_or("");
  if (const Node* entries = reader.get("entries")) {
    rule.entries = read_text(*entries, "entries", diagnostics_).value_or("");
    reader.finish();
    return rule;
  }
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
    diagnostics_.error(reader.get("left")->span, "a line has either 'left' or 'right', not both").code = Code::wrong_value;
  rule.right_style = style_name(reader, rule.left.empty() ? "right-style" : "left-style");
  rule.right_on_last = reader.choice<bool>("right-on", {{"first", false}, {"last", true}}).value_or(false);
  rule.style = style_name(reader, "style");
  rule.space = reader.length("space");
  rule.space_after = reader.length("space-after").value_or(Length{});
  rule.indent = reader.length("indent").value_or(Length{});
  rule.hang = reader.length("hang").value_or(Length{});
  rule.role = reader
                  .choice<Role>("tag", {{"paragraph", Role::paragraph}, {"heading1", Role::heading1},
                                        {"heading2", Role::heading2}, {"heading3", Role::heading3}})
                  .value_or(Role::paragraph);
  if (const Node* bullet = reader.get("bullet")) rule.bullet = read_bullet(bullet);
  const bool column_has_room = measure_ >= kLeastMeasure;  // else that has been said of the column
  if (column_has_room && rule.indent + rule.bullet.indent + rule.bullet.width + kLeastMeasure > measure_)
    diagnostics_.error(node.span, "the indents of this line leave no room for its text").code = Code::does_not_fit;
  if (rule.figure && std::max(rule.figure->width, rule.figure->height) > kLargestFigure)
    diagnostics_.error(node.span, "a figure of more than " + number(kLargestFigure) + "pt fits on no page");
  reader.finish();
  return rule;
}

void LineReader::read_texts(RuleMap& reader, LineRule& rule) {
  const Node* node = reader.get("line");
  if (!node) {
    diagnostics_.error(reader.span(), "a line of an entry needs 'line'", "line: \"{field}\"").code = Code::missing_key;
    return;
  }
  const auto add = [&](const Node& text) {
    if (!text.is_scalar()) {
      diagnostics_.error(text.span, "'line' must be a template or a list of templates, not " + std::string(describe(text.kind))).code = Code::wrong_type;
    } else if (auto parsed = parse_template(text.text, text.span, diagnostics_)) {
      check_template(*parsed);
      rule.texts.push_back(std::move(*parsed));
    }
  };
  if (!node->is_list()) return add(*node);
  for (const Node& item : node->items) add(item);
}

BulletRule LineReader::read_bullet(const Node* node) {
  RuleMap reader(node, "bullet", diagnostics_);
  BulletRule bullet;
  bullet.icon = reader.text("icon").value_or("");
  if (!bullet.icon.empty() && !layout_.icons.contains(bullet.icon))
    diagnostics_.error(reader.get("icon")->span, "there is no icon '" + bullet.icon + "'", did_you_mean(bullet.icon, names_of(layout_.icons))).code = Code::unknown_name;
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

SpaceRule LineReader::space(RuleMap& reader, std::string_view key) {
  const Node* node = reader.get(key);
  if (!node) return {};
  if (node->is_scalar()) {
    const Length both = reader.length(key).value_or(Length{});
    return {both, both};
  }
  RuleMap pair(node, std::string(key), diagnostics_);
  const SpaceRule rule{pair.length("before").value_or(Length{}), pair.length("after").value_or(Length{})};
  pair.finish();
  return rule;
}

std::string LineReader::style_name(RuleMap& reader, std::string_view key) {
  const auto name = reader.text(key);
  if (!name) return {};
  if (!layout_.styles.contains(*name))
    diagnostics_.error(reader.get(key)->span, "there is no style '" + *name + "'", did_you_mean(*name, names_of(layout_.styles))).code = Code::unknown_name;
  return *name;
}

void LineReader::check_template(const Template& parts) {
  for (const TemplatePart& part : parts) {
    check_template(part.parts);
    for (const std::string& modifier : part.modifiers) {
      if (layout_.styles.contains(modifier) || layout_.dates.contains(modifier) || layout_.lists.contains(modifier) || layout_.names.contains(modifier)) continue;
      std::vector<std::string> names = names_of(layout_.styles);
      for (const std::string& name : names_of(layout_.dates)) names.push_back(name);
      for (const std::string& name : names_of(layout_.lists))
        if (!layout_.dates.contains(name)) names.push_back(name);
      for (const std::string& name : names_of(layout_.names)) names.push_back(name);
      diagnostics_.error(part.source, "'{" + part.text + ":" + modifier + "}': there is no style, date format or list format '" + modifier + "'",
                         did_you_mean(modifier, names)).code = Code::unknown_name;
    }
  }
}

}  // namespace galley
