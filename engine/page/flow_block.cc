#include "page/flow_block.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "page/figures.h"
#include "page/flow_text.h"

namespace galley {
namespace {

void append(std::vector<FlowLine>& lines, std::vector<FlowLine> more) {
  lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// The block in which the first paragraph or figure of a block stands: itself, unless it is a container.
const Block* first_leaf(const Block& block) {
  const auto in = [](const std::vector<Block>& blocks) { return blocks.empty() ? nullptr : first_leaf(blocks.front()); };
  if (const auto* stack = std::get_if<Stack>(&block.kind)) return in(stack->blocks);
  if (const auto* grid = std::get_if<Grid>(&block.kind)) return in(grid->cells);
  if (const auto* columns = std::get_if<Columns>(&block.kind)) return columns->columns.empty() ? nullptr : in(columns->columns.front().blocks);
  return &block;
}

/// A figure stands on a baseline of its own, level with its lower edge.
std::vector<FlowLine> flow_figure(const Figure& figure, const Slot& slot, Span source, const Setter& setter) {
  const Length left = slot.left + figure.indent;
  SetFigure set = set_figure(figure, slot.right - left, source, setter.diagnostics);
  Length x = left;
  if (figure.rule.align == Align::centre) x = left + (slot.right - left - set.size.width) / 2;
  if (figure.rule.align == Align::right) x = slot.right - set.size.width;
  std::vector<FlowLine> lines(1);
  FlowLine& line = lines.front();
  line.rise = set.size.height;
  line.step = setter.style(figure.style).leading / 2 + line.rise;
  line.items = std::move(set.items);
  for (Item& item : line.items) item.at = {item.at.x + x, item.at.y - line.rise};
  return lines;
}

/// Figures beside the text are drawn with the line that comes next, placed from the page's top edge. The slot leaves them free.
void fix_on_page(const Figure& figure, const Slot& slot, Span source, const Setter& setter, FlowLine& next) {
  const FigureRule& rule = figure.rule;
  const SetFigure set = set_figure(figure, slot.right - slot.left + rule.width + rule.gap - figure.indent, source, setter.diagnostics);
  const Length x = rule.beside == FigureSide::left ? slot.left - rule.gap - rule.width : slot.right + rule.gap + rule.width - set.size.width;
  for (Item item : set.items) {
    item.at = {item.at.x + x, item.at.y + rule.top};
    next.fixed.push_back(std::move(item));
  }
  next.fixed_bottom = std::max(next.fixed_bottom, rule.top + set.size.height);
}

const Figure* figure_beside(const Block& block) {
  const auto* figure = std::get_if<Figure>(&block.kind);
  return figure && figure->rule.beside != FigureSide::none ? figure : nullptr;
}

/// Of the type that a line begins with; none of a figure.
Length capital_height(const FlowLine& line) {
  for (const Item& item : line.items)
    if (const auto* run = std::get_if<GlyphRun>(&item.what)) return run->size.times(7, 10);
  return {};
}

/// What is side by side, each its lines.
using Strands = std::vector<std::vector<FlowLine>>;

std::vector<Slot> slots_of(const Columns& columns, const Slot& slot) {
  const auto count = static_cast<std::int64_t>(columns.columns.size());
  Length free = slot.right - slot.left - columns.gap * (count - 1);
  std::int64_t sharing = 0;
  for (const Column& column : columns.columns) {
    free -= column.width.value_or(Length{});
    sharing += column.width ? 0 : 1;
  }
  std::vector<Slot> slots;
  Length left = slot.left;
  for (const Column& column : columns.columns) {
    const Length right = left + (column.width ? *column.width : free / sharing);
    slots.push_back({left, right, {}, {}});
    left = right + columns.gap;
  }
  return slots;
}

/// How far below the common first baseline a strand's own first one stands: text on it, figures hang from the capitals.
Length drop_of(const FlowLine& first, Length capitals) { return first.rise > Length{} ? first.rise - capitals : Length{}; }

/// One strand after the other, each beginning beside the first one's first line. Ends on the lowest baseline.
std::vector<FlowLine> side_by_side(Strands strands) {
  Length capitals;
  for (const auto& strand : strands)
    if (!strand.empty() && strand.front().rise == Length{}) capitals = std::max(capitals, capital_height(strand.front()));
  std::vector<FlowLine> lines;
  Length y, lowest;  // from the common first baseline
  for (auto& strand : strands) {
    if (strand.empty()) continue;
    if (capitals == Length{}) capitals = strand.front().rise;
    const Length drop = drop_of(strand.front(), capitals);
    if (!lines.empty()) strand.front().step = drop - y;
    y = drop - strand.front().step;
    for (FlowLine& line : strand) y += line.step, lowest = std::max(lowest, y);
    append(lines, std::move(strand));
  }
  if (!lines.empty() && lowest > y) lines.emplace_back().step = lowest - y;
  for (std::size_t i = 1; i < lines.size(); ++i) lines[i].break_cost = kNeverBreak;
  return lines;
}

std::vector<FlowLine> flow_columns(const Columns& columns, const Slot& slot, std::optional<Length> space, const Setter& setter) {
  const std::vector<Slot> slots = slots_of(columns, slot);
  Strands strands;
  for (std::size_t i = 0; i < slots.size(); ++i) strands.push_back(flow_blocks(columns.columns[i].blocks, slots[i], space, setter));
  return side_by_side(std::move(strands));
}

std::vector<FlowLine> flow_grid(const Grid& grid, const Slot& slot, std::optional<Length> space, const Setter& setter) {
  std::vector<FlowLine> lines;
  for (std::size_t i = 0; i < grid.cells.size(); i += grid.columns) {
    Columns row;
    row.gap = grid.gap;
    row.columns.resize(grid.columns);
    for (std::size_t j = 0; j < grid.columns && i + j < grid.cells.size(); ++j) row.columns[j].blocks.push_back(grid.cells[i + j]);
    if (i > 0) space = space_between(grid.space, grid.space, own_space(grid.cells[i], setter));
    append(lines, flow_columns(row, slot, space, setter));
  }
  return lines;
}

/// The lines of any block, the first one a leading, or its own space, below what came before.
struct FlowKind {
  const Block& block;
  const Slot& slot;
  std::optional<Length> space;  ///< before it; unset: as it asks for itself
  const Setter& setter;

  std::vector<FlowLine> operator()(const TextBlock& text) const { return after_space(flow_text(text, slot, block.source, setter)); }
  std::vector<FlowLine> operator()(const Row& row) const { return after_space(flow_row(row, slot, block.source, setter)); }
  std::vector<FlowLine> operator()(const Figure& figure) const { return after_space(flow_figure(figure, slot, block.source, setter)); }
  std::vector<FlowLine> operator()(const Stack& stack) const { return flow_blocks(stack.blocks, slot, space, setter); }
  std::vector<FlowLine> operator()(const Columns& columns) const { return flow_columns(columns, slot, space, setter); }
  std::vector<FlowLine> operator()(const Grid& grid) const { return flow_grid(grid, slot, space, setter); }

  [[nodiscard]] std::vector<FlowLine> after_space(std::vector<FlowLine> lines) const {
    if (space) lines.front().step = *space + lines.front().rise;
    return lines;
  }
};

}  // namespace

std::vector<FlowLine> flow_blocks(const std::vector<Block>& blocks, const Slot& slot, std::optional<Length> space, const Setter& setter) {
  std::vector<FlowLine> lines;
  FlowLine waiting;  // with figures beside what comes next
  bool after_heading = false;
  for (const Block& block : blocks) {
    if (const Figure* figure = figure_beside(block)) {
      fix_on_page(*figure, slot, block.source, setter, waiting);
      continue;
    }
    std::vector<FlowLine> more = std::visit(FlowKind{block, slot, lines.empty() && space ? space : block.space, setter}, block.kind);
    if (more.empty()) continue;
    FlowLine& first = more.front();
    first.bookmarks.insert(first.bookmarks.begin(), block.bookmarks.begin(), block.bookmarks.end());
    first.fixed = std::exchange(waiting.fixed, {});
    first.fixed_bottom = std::exchange(waiting.fixed_bottom, {});
    if (after_heading) first.break_cost += setter.breaks.after_heading;
    after_heading = block.is_heading;
    append(lines, std::move(more));
  }
  if (!waiting.fixed.empty()) lines.push_back(std::move(waiting));
  return lines;
}

Length leading_of(const Block& block, const Setter& setter) {
  const Block* leaf = first_leaf(block);
  if (!leaf) return {};
  const TextBlock* paragraph = paragraph_of(*leaf);
  return setter.style(paragraph ? paragraph->style : std::get<Figure>(leaf->kind).style).leading;
}

Length own_space(const Block& block, const Setter& setter) { return block.space ? *block.space : leading_of(block, setter); }

Length space_between(SpaceRule above, SpaceRule below, Length least) { return std::max({above.after, below.before, least}); }

bool stays_with_next(const std::vector<Block>& blocks) { return !blocks.empty() && blocks.back().is_heading; }

}  // namespace galley
