#include "compose/lines.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/fill.h"
#include "compose/entries.h"

namespace galley {
namespace {

/// Nothing where its field is absent: a CV without photo leaves no gap.
std::optional<Block> figure(const LineRule& rule, const Scope& scope, const EntryPlace& place, Context& context) {
  const bool is_code = rule.figure->picture.empty();
  const Field* field = scope.entry ? scope.entry->find(is_code ? rule.figure->code : rule.figure->picture) : nullptr;
  if (!field) return std::nullopt;
  Figure figure;
  figure.rule = *rule.figure;
  figure.style = context.palette.style(rule.style, place.base);
  figure.indent = rule.indent;
  figure.element = context.palette.structure.add(Role::figure, place.parent);
  std::string& alternative = context.palette.structure.elements[figure.element].alternative;
  if (const auto* picture = std::get_if<PictureFile>(&field->value)) {
    figure.image = picture->image;
    alternative = picture->alternative;
  } else {
    if (const auto* url = std::get_if<std::string>(&field->value)) figure.code = *url;
    if (const auto* text = std::get_if<RichText>(&field->value)) figure.code = plain_text(*text);
    const Language::Phrase* phrase = context.language.phrase("qr-code");
    alternative = (phrase ? phrase->one : "QR code") + ": " + figure.code;
  }
  return Block{.kind = std::move(figure), .space = rule.space, .is_heading = false, .bookmarks = {}, .source = field->source};
}

bool has_field(const Template& parts) {
  return std::any_of(parts.begin(), parts.end(), [](const TemplatePart& part) {
    return part.kind == TemplatePart::Kind::field || part.kind == TemplatePart::Kind::group;
  });
}

/// The line's text; empty when none of its fields is there.
StyledText joined_text(const LineRule& rule, const Scope& scope, TextLook look, Context& context) {
  StyledText out;
  bool any = false;
  const StyleId between = context.palette.style(rule.with_style, look.style);
  for (const Template& parts : rule.texts) {
    bool any_field = false;
    StyledText text = expand(parts, scope, look, context, &any_field);
    if ((!any_field && has_field(parts)) || text.empty()) continue;
    if (any && !rule.with.empty()) append_text(out, {Piece{in_language(rule.with, context), between, kNoLink, look.element, rule.source}});
    append_text(out, std::move(text));
    any = true;
  }
  if (any) append_text(out, expand(rule.end, scope, look, context));
  return out;
}

/// `element` is what the mark belongs to.
std::optional<Bullet> bullet(const BulletRule& rule, TextLook line, const std::string& number, Context& context) {
  if (rule.mark.empty() && rule.icon.empty()) return std::nullopt;
  const StyleId style = context.palette.style(rule.style, line.style);
  const Length size = context.palette.get(line.style).size;
  Bullet bullet;
  bullet.mark = {Piece{fill(rule.mark, {{"#", number}}), style, kNoLink, line.element, Span{}}};
  if (const auto icon = context.layout.icons.find(rule.icon); icon != context.layout.icons.end()) bullet.icon = icon->second;
  bullet.icon_size = rule.icon_size.at(size);
  bullet.width = rule.width;
  bullet.indent = rule.indent;
  bullet.gap = rule.gap.at(size);
  bullet.hang = rule.hang;
  return bullet;
}

/// The text beside a row: the date; empty when the rule has none or its fields are absent.
StyledText beside(const LineRule& rule, const Scope& scope, TextLook line, Context& context) {
  const Template& parts = rule.left.empty() ? rule.right : rule.left;
  if (parts.empty()) return {};
  const StyleId style = context.palette.style(rule.right_style, line.style);
  return expand(parts, scope, {style, context.palette.structure.add(Role::span, line.element)}, context);
}

std::optional<Block> line(const LineRule& rule, const Scope& scope, EntryPlace& place, Context& context) {
  if (rule.figure) return figure(rule, scope, place, context);
  Structure& structure = context.palette.structure;
  const StyleId style = context.palette.style(rule.style, place.base);
  const bool in_list = !rule.bullet.mark.empty() && structure.elements[place.parent].role == Role::list_item;
  const ElementId label = in_list ? structure.add(Role::label, place.parent) : std::exchange(place.label, kArtifact);
  const TextLook look{style, structure.add(in_list ? Role::list_body : rule.role, place.parent)};
  TextBlock text;
  text.style = style;
  text.indent = rule.indent;
  text.hang = rule.hang;
  text.text = joined_text(rule, scope, look, context);
  if (text.text.empty()) return std::nullopt;
  text.bullet = bullet(rule.bullet, {style, label == kArtifact ? look.element : label}, place.number, context);
  Block block;
  block.space = rule.space;
  block.is_heading = rule.role != Role::paragraph;
  block.source = scope.entry ? scope.entry->source : rule.source;
  if (StyledText date = beside(rule, scope, look, context); !date.empty()) {
    // A real space at the row's end: who reads the structure gets "Los Angeles Sep 2016", not one word. A date in the label
    // column is read before the row, and so ends with one, too.
    append_text(text.text, {Piece{" ", style, kNoLink, look.element, rule.source}});
    if (!rule.left.empty()) append_text(date, {Piece{" ", date.back().style, kNoLink, date.back().element, rule.source}});
    const RowSide side = !rule.left.empty()   ? RowSide::label_column
                         : rule.right_on_last ? RowSide::right_of_last
                                              : RowSide::right_of_first;
    block.kind = Row{.main = std::move(text), .beside = std::move(date), .side = side};
  } else {
    block.kind = std::move(text);
  }
  return block;
}

/// What the values of a field show to the lines that are set for each of them.
std::vector<Scope> scopes_of(const Field& field) {
  std::vector<Scope> scopes;
  if (const auto* texts = std::get_if<std::vector<RichText>>(&field.value)) {
    for (const RichText& text : *texts) scopes.push_back({nullptr, &text});
  } else if (const auto* entries = std::get_if<std::vector<Entry>>(&field.value)) {
    for (const Entry& entry : *entries) scopes.push_back({&entry, nullptr});
  } else if (const auto* text = std::get_if<RichText>(&field.value)) {
    scopes.push_back({nullptr, text});
  }
  return scopes;
}

}  // namespace

Length least_space(const Block& line, Palette& palette) {
  const TextBlock* paragraph = paragraph_of(line);
  return std::max(line.space.value_or(Length{}), paragraph ? palette.get(paragraph->style).leading : Length{});
}

std::vector<Block> compose_lines(const std::vector<LineRule>& rules, const Entry& entry, EntryPlace place, Context& context) {
  std::vector<Block> blocks;
  Length after;  // wanted by the line before
  const auto add = [&](std::optional<Block> block, const LineRule& rule) {
    if (!block) return;
    if (!blocks.empty() && after > least_space(*block, context.palette)) block->space = after;
    after = rule.space_after;
    blocks.push_back(std::move(*block));
  };
  const ElementId parent = place.parent;
  for (const LineRule& rule : rules) {
    place.parent = parent;
    if (!rule.entries.empty()) {
      const Field* field = entry.find(rule.entries);
      const auto* entries = field ? std::get_if<std::vector<Entry>>(&field->value) : nullptr;
      if (entries) std::ranges::move(compose_entries(*entries, place, context), std::back_inserter(blocks));
      continue;
    }
    if (rule.each.empty()) {
      add(line(rule, Scope{&entry, nullptr}, place, context), rule);
      continue;
    }
    const Field* field = entry.find(rule.each);
    if (!field) continue;
    Structure& structure = context.palette.structure;
    const ElementId list = rule.bullet.mark.empty() ? kArtifact : structure.add(Role::list, parent);
    for (const Scope& scope : scopes_of(*field)) {
      if (list != kArtifact) place.parent = structure.add(Role::list_item, list);
      add(line(rule, scope, place, context), rule);
    }
  }
  return blocks;
}

}  // namespace galley
