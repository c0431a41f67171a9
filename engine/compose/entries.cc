#include "compose/entries.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace galley {
namespace {

/// Where the entry's lines stand: among its neighbours, or in an item of the list that it shares with them.
EntryPlace place_of(const EntryRule& rule, EntryPlace place, ListState& state, Structure& structure) {
  place.label = kArtifact;
  if (!rule.list) {
    state.list = kArtifact;
    place.number = std::to_string(state.items);
    return place;
  }
  if (state.list == kArtifact) state.list = structure.add(Role::list, place.parent);
  const ElementId item = structure.add(Role::list_item, state.list);
  place.number = std::to_string(++state.items);
  if (!rule.lines.empty() && !rule.lines.front().bullet.mark.empty()) place.label = structure.add(Role::label, item);
  place.parent = structure.add(Role::list_body, item);
  return place;
}

bool has_number(const EntryRule& rule) {
  return std::any_of(rule.lines.begin(), rule.lines.end(), [](const LineRule& line) { return line.bullet.mark.find('#') != std::string::npos; });
}

/// The rule with a mark before its first line, and its other lines below the text of that.
EntryRule with_numbers(const EntryRule& rule, const BulletRule& mark) {
  EntryRule numbered = rule;
  if (has_number(rule) || rule.lines.empty()) return numbered;
  numbered.list = true;
  for (LineRule& line : numbered.lines) line.indent = line.indent + mark.width;
  numbered.lines.front().indent = rule.lines.front().indent;
  numbered.lines.front().bullet = mark;
  return numbered;
}

}  // namespace

const EntryRule* rule_of(const std::string& kind, const EntryRules* own, const Layout& layout) {
  if (own)
    if (const auto found = own->find(kind); found != own->end()) return &found->second;
  const auto found = layout.entries.find(kind);
  return found == layout.entries.end() ? nullptr : &found->second;
}

std::vector<Block> compose_entry(const EntryRule& rule, const Entry& entry, EntryPlace place, ListState& state, Context& context) {
  const bool is_numbered = !entry.number.empty() && state.numbers;
  const EntryRule numbered = is_numbered ? with_numbers(rule, *state.numbers) : EntryRule{};
  const EntryRule& counted = is_numbered ? numbered : rule;
  EntryPlace own = place_of(counted, place, state, context.palette.structure);
  if (is_numbered) own.number = entry.number;
  return compose_lines(counted.lines, entry, own, context);
}

SpaceRule space_around(const EntryRule& rule, const std::vector<Block>& lines) {
  const Length least = lines.size() > 1 ? rule.space_of_several : Length{};
  return {std::max(rule.space.before, least), std::max(rule.space.after, least)};
}

std::vector<Block> compose_entries(const std::vector<Entry>& entries, const EntryPlace& place, Context& context) {
  std::vector<Block> blocks;
  ListState state;
  Length after;
  for (const Entry& entry : entries) {
    const EntryRule* rule = rule_of(entry.kind, place.own_entries, context.layout);
    if (!rule) continue;  // reported by check_use
    std::vector<Block> lines = compose_entry(*rule, entry, place, state, context);
    if (lines.empty()) continue;
    const SpaceRule around = space_around(*rule, lines);
    const Length space = std::max(after, around.before);
    if (const Length least = least_space(lines.front(), context.palette); space > least) lines.front().space = space;
    after = around.after;
    std::move(lines.begin(), lines.end(), std::back_inserter(blocks));
  }
  return blocks;
}

}  // namespace galley
