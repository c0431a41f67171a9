#include "layout/page_reader.h"

#include <string>
#include <tuple>
#include <vector>

#include "base/suggest.h"

namespace galley {
namespace {

struct Paper {
  std::string_view name;
  double width_mm, height_mm;
};
constexpr Paper kPapers[] = {{"a4", 210, 297}, {"a5", 148, 210}, {"letter", 215.9, 279.4}, {"legal", 215.9, 355.6}, {"b5", 176, 250}};

Size read_paper(RuleMap& page) {
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
    if (width && height && *width > kLeastMeasure && *height > kLeastMeasure) return {*width, *height};
  }
  if (name)
    page.diagnostics().error(page.get("size")->span, "unknown paper '" + *name + "'",
                             did_you_mean(*name, names) + " (or a size such as 210mm x 297mm)").code = Code::wrong_value;
  return {595.2756_pt, 841.8898_pt};
}

std::vector<BoxRule> read_boxes(const Node& node, const Size& page, Diagnostics& diagnostics) {
  std::vector<BoxRule> boxes;
  if (!node.is_list()) {
    diagnostics.error(node.span, "'boxes' must be a list, not " + std::string(describe(node.kind)), "boxes: [{height: 30mm, colour: navy}]").code = Code::wrong_type;
    return boxes;
  }
  for (const Node& item : node.items) {
    RuleMap reader(&item, "a box", diagnostics);
    BoxRule box;
    std::tie(box.left, box.width) = read_extent(reader, "left", "right", "width", page.width);
    box.below_head = reader.length("below-head");
    std::tie(box.top, box.height) = read_extent(reader, "top", "bottom", "height", page.height);
    box.colour = reader.colour("colour").value_or(Colour{});
    box.pages = reader
                    .choice<PageChoice>("pages", {{"all", PageChoice::all}, {"first", PageChoice::first}, {"further", PageChoice::further}, {"used", PageChoice::used}})
                    .value_or(PageChoice::all);
    reader.finish();
    boxes.push_back(box);
  }
  return boxes;
}

}  // namespace

PageChoice read_page_choice(RuleMap& reader) {
  return reader
      .choice<PageChoice>("pages", {{"all", PageChoice::all}, {"first", PageChoice::first}, {"further", PageChoice::further}})
      .value_or(PageChoice::all);
}

std::pair<Length, Length> read_extent(RuleMap& reader, std::string_view begin, std::string_view end, std::string_view size, Length whole) {
  const auto from = reader.length(begin), to = reader.length(end), extent = reader.length(size);
  if (extent && from && to)
    reader.diagnostics().error(reader.span(), "a box takes two of '" + std::string(begin) + "', '" + std::string(end) + "' and '" + std::string(size) + "', not all");
  if (extent) return {to && !from ? whole - *to - *extent : from.value_or(Length{}), *extent};
  const Length first = from.value_or(Length{});
  return {first, whole - first - to.value_or(Length{})};
}

PageRules read_page(const Node* node, Diagnostics& diagnostics) {
  RuleMap reader(node, "page", diagnostics);
  PageRules page;
  page.size = read_paper(reader);
  RuleMap margins(reader.get("margins"), "page.margins", diagnostics);
  page.left = margins.length("left").value_or(Length{});
  page.right = margins.length("right").value_or(Length{});
  page.top = margins.length("top").value_or(Length{});
  page.bottom = margins.length("bottom").value_or(Length{});
  margins.finish();
  page.first_line = reader.length("first-line").value_or(10_pt);
  const Length text_height = page.size.height - page.top - page.bottom;
  if (const Node* boxes = reader.get("boxes")) page.boxes = read_boxes(*boxes, page.size, diagnostics);
  reader.get("header");  // read when the styles are known
  reader.get("footer");
  reader.finish();
  if (page.left + page.right + kLeastMeasure > page.size.width || page.top + page.bottom + kLeastMeasure > page.size.height)
    diagnostics.error(margins.span(), "the margins leave no room for text on the page").code = Code::does_not_fit;
  else if (page.first_line > text_height)
    diagnostics.error(reader.span(), "'first-line' lies below the page's last line").code = Code::does_not_fit;
  return page;
}

}  // namespace galley
