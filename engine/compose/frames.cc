#include "compose/frames.h"

namespace galley {
namespace {

/// What all streams of a layout share.
Frame page_frame(const Layout& layout) {
  const PageRules& page = layout.page;
  Frame frame;
  frame.top = page.top;
  frame.first_line = page.first_line;
  frame.lowest = page.size.height - page.bottom;
  frame.bookmark_left = page.left;
  frame.leading = layout.body.leading;
  return frame;
}

}  // namespace

Frame head_frame(const Layout& layout) {
  Frame frame = page_frame(layout);
  frame.left = layout.head.left;
  frame.right = layout.page.size.width - layout.head.right;
  frame.opening = Opening::baseline;
  frame.first_baseline = layout.head.first_baseline;
  return frame;
}

Frame main_frame(const Layout& layout, std::size_t head) {
  Frame frame = page_frame(layout);
  frame.left = layout.page.left;
  frame.right = layout.page.left + layout.column_width();
  frame.label = layout.columns.label;
  frame.gutter = layout.columns.gutter;
  frame.label_measured = layout.columns.measured;
  frame.columns = layout.columns.count;
  frame.between = layout.columns.between;
  frame.opening = Opening::below;
  frame.neighbour = head;
  return frame;
}

Frame sidebar_frame(const Layout& layout, std::size_t main) {
  const SidebarRules& rules = *layout.sidebar;
  Frame frame = page_frame(layout);
  frame.left = frame.bookmark_left = rules.left;
  frame.right = rules.right;
  frame.lowest = layout.page.size.height - rules.bottom;
  frame.opening = rules.with_text ? Opening::level : Opening::baseline;
  frame.first_baseline = rules.first_baseline;
  frame.neighbour = main;
  return frame;
}

}  // namespace galley
