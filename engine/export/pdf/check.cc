#include "export/pdf/check.h"

#include <algorithm>
#include <cmath>

#include "export/pdf/check_standards.h"

namespace galley::pdf {
namespace {

/// Something may stand off the page, but not as far as to leave the range of numbers that readers know (16 bits and a
/// sign in old ones).
constexpr double kFarthest = 32767;

bool is_near(Length length) { return std::fabs(length.points()) <= kFarthest; }
bool is_near(const Point& at) { return is_near(at.x) && is_near(at.y); }
bool is_near(const Size& size) { return is_near(size.width) && is_near(size.height); }

/// Each gives what is wrong, or nothing.
std::string fault_of(const GlyphRun& run) {
  if (!run.face) return "text has no face";
  if (run.size <= Length() || !is_near(run.size))
    return "text has a size of " + std::to_string(run.size.points()) + " pt";
  Length pen;
  for (const Glyph& glyph : run.glyphs) {
    if (glyph.id >= run.face->glyph_count())
      return "the font '" + run.face->name() + "' has no glyph that text asks for";
    if (glyph.text.begin > glyph.text.end || glyph.text.end > run.text.size()) return "a glyph stands for no text";
    pen += glyph.advance;
    if (!is_near(pen) || !is_near(Point{glyph.x, glyph.y})) return "text goes far off the page";
  }
  return {};
}

std::string fault_of(const Rule& rule) { return is_near(rule.size) ? "" : "a rule goes far off the page"; }

bool is_near(const std::vector<PathStep>& path) {
  return std::all_of(path.begin(), path.end(), [](const PathStep& step) {
    return is_near(step.to) && is_near(step.control1) && is_near(step.control2);
  });
}

/// A path begins with a move, or readers do not know where it begins.
bool is_path(const std::vector<PathStep>& path) {
  return path.empty() || path.front().kind == PathStep::Kind::move;
}

std::string fault_of(const Shape& shape) {
  if (!is_path(shape.path)) return "a shape begins nowhere";
  return is_near(shape.path) ? "" : "a shape goes far off the page";
}

std::string fault_of(const Picture& picture) {
  if (!picture.image) return "a picture has no image";
  const Image& image = *picture.image;
  const std::size_t count = std::size_t{image.width} * image.height;
  const bool has_channels = image.channels == 1 || image.channels == 3;
  const bool has_pixels = image.pixels.size() == count * static_cast<std::size_t>(image.channels);
  const bool has_alpha = image.alpha.empty() || image.alpha.size() == count;
  if (count == 0 || !has_channels || !has_alpha || !has_pixels)
    return "an image has not the pixels that it claims";
  if (!is_path(picture.clip)) return "a picture's edge begins nowhere";
  if (picture.size.width <= Length() || picture.size.height <= Length()) return "a picture has no size";
  return is_near(picture.size) && is_near(picture.clip) ? "" : "a picture goes far off the page";
}

std::string fault_of(const LinkArea& area) {
  if (area.target.empty()) return "a link has no target";
  return is_near(area.size) ? "" : "a link goes far off the page";
}

std::string fault_of(const Item& item, const Structure& structure) {
  if (!is_near(item.at)) return "something stands far off the page";
  if (item.element != kArtifact && item.element >= structure.elements.size()) return "an item has no element";
  const bool is_in_link = item.element != kArtifact && structure.elements[item.element].role == Role::link;
  if (std::holds_alternative<LinkArea>(item.what) && !is_in_link) return "a link area is not in a link";
  return std::visit([](const auto& what) { return fault_of(what); }, item.what);
}

std::string fault_of(const Page& page, const Structure& structure) {
  for (const double side : {page.size.width.points(), page.size.height.points()})
    if (!(side >= kSmallestPage && side <= kLargestPage))
      return "a page is " + std::to_string(side) + " pt wide or high; a PDF page has 3 to 14400";
  for (const Item& item : page.items)
    if (std::string fault = fault_of(item, structure); !fault.empty()) return fault;
  return {};
}

std::string fault_of(const Structure& structure) {
  for (std::size_t i = 0; i < structure.elements.size(); ++i) {
    const ElementId parent = structure.elements[i].parent;
    if (i == 0 ? parent != kArtifact : parent >= i) return "a structure element does not stand below its parent";
  }
  return {};
}

std::string fault_of(const Pages& pages) {
  if (std::string fault = fault_of(pages.structure); !fault.empty()) return fault;
  for (const Page& page : pages.pages)
    if (std::string fault = fault_of(page, pages.structure); !fault.empty()) return fault;
  for (const OutlineEntry& entry : pages.outline)
    if (entry.page >= pages.pages.size() || !is_near(entry.at)) return "a bookmark points nowhere";
  return {};
}

}  // namespace

bool check(const Pages& pages, const Standards& standards, Diagnostics& diagnostics) {
  if (pages.pages.empty()) {
    diagnostics.error({}, "there is no page to write", "is the CV empty?");
  } else if (pages.pages.size() > kMostPages) {
    diagnostics.fail(Blame::limit, {},
                     "the document has " + std::to_string(pages.pages.size()) + " pages, more than 2000", "split it");
  } else if (const std::string fault = fault_of(pages); !fault.empty()) {
    diagnostics.fail(Blame::limit, {}, fault, "sizes in the layout may be wrong by far; else please report this");
  } else if (const std::optional<Breach> breach = first_breach(pages, standards)) {
    diagnostics.error(breach->at, breach->message, breach->help).code = Code::breaks_standard;
  } else {
    return true;
  }
  return false;
}

}  // namespace galley::pdf
