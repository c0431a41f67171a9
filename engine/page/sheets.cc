#include "page/sheets.h"

#include <algorithm>

namespace galley {
namespace {

constexpr Length kMarkLength = 14.17_pt;    // 5 mm
constexpr Length kMarkOffset = 8.50_pt;     // 3 mm: marks stay clear of the page even if the cut is not quite true
constexpr Length kMarkThickness = 0.25_pt;  // the thinnest line that presses hold
constexpr Length kTouches = 0.05_pt;        // nearer than this to the edge, a box was meant to reach it

Length mark_offset(const PrintRules& rules) { return std::max(rules.bleed, kMarkOffset); }

Length trim_of(const PrintRules& rules) { return rules.crop_marks ? mark_offset(rules) + kMarkLength : rules.bleed; }

/// A box at `at` on a page, with each side that touches the page's edge moved out by the bleed.
void bleed_out(Point& at, Size& box, const Size& page, Length bleed) {
  const auto stretch = [bleed](Length& begin, Length& extent, Length whole) {
    const Length end = begin + extent;
    if (end >= whole - kTouches) extent += bleed;
    if (begin > kTouches) return;
    begin -= bleed;
    extent += bleed;
  };
  stretch(at.x, box.width, page.width);
  stretch(at.y, box.height, page.height);
}

/// Two strokes at each corner, in line with the edges of the trimmed page.
void add_crop_marks(Page& page, Length offset) {
  const auto stroke = [&](Length x, Length y, Size size) { page.items.push_back({{x, y}, kArtifact, Rule{size, {}}}); };
  const Length half = kMarkThickness / 2;
  const Length far = offset + kMarkLength;  // from the cut to the outer end of a mark
  const Size lying = {kMarkLength, kMarkThickness}, standing = {kMarkThickness, kMarkLength};
  for (const Length y : {page.trim, page.size.height - page.trim}) {
    stroke(page.trim - far, y - half, lying);
    stroke(page.size.width - page.trim + offset, y - half, lying);
  }
  for (const Length x : {page.trim, page.size.width - page.trim}) {
    stroke(x - half, page.trim - far, standing);
    stroke(x - half, page.size.height - page.trim + offset, standing);
  }
}

void put_on_sheet(Page& page, const PrintRules& rules) {
  page.trim = trim_of(rules);
  page.bleed = rules.bleed;
  for (Item& item : page.items) {
    if (auto* rule = std::get_if<Rule>(&item.what)) bleed_out(item.at, rule->size, page.size, rules.bleed);
    item.at.x += page.trim;
    item.at.y += page.trim;
  }
  page.size.width += page.trim * 2;
  page.size.height += page.trim * 2;
  if (rules.crop_marks) add_crop_marks(page, mark_offset(rules));
}

}  // namespace

void put_on_sheets(Pages& pages, const PrintRules& rules) {
  pages.press = rules.press;
  const Length trim = trim_of(rules);
  if (trim == Length{}) return;
  for (Page& page : pages.pages) put_on_sheet(page, rules);
  for (OutlineEntry& entry : pages.outline) {
    entry.at.x += trim;
    entry.at.y += trim;
  }
}

}  // namespace galley
