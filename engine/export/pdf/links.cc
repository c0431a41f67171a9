#include "export/pdf/links.h"

namespace galley::pdf {
namespace {

/// Printed, too (ISO 32000-1, table 165): a link has no looks of its own, but PDF/A asks for the flag.
constexpr int kPrint = 4;

Dict write_link(File& file, const Page& page, const Item& item, const LinkArea& area, std::size_t key) {
  const double left = item.at.x.points(), top = (page.size.height - item.at.y).points();
  Dict link = file.dict();
  link.name("Type", "Annot")
      .name("Subtype", "Link")
      .numbers("Rect", {left, top - area.size.height.points(), left + area.size.width.points(), top})
      .numbers("Border", {0, 0, 0})
      .whole("F", kPrint)
      .text("Contents", area.text.empty() ? area.target : area.text)
      .whole("StructParent", static_cast<long>(key));
  link.dict("A").name("S", "URI").bytes("URI", as_uri(area.target));
  return link;
}

}  // namespace

std::string as_uri(std::string_view target) {
  constexpr std::string_view kNeverInUri = "\"<>\\^`{|}";
  std::string out;
  for (const char c : target) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_fine = byte == 0 || (byte > ' ' && byte < 0x7F && kNeverInUri.find(c) == std::string_view::npos);
    if (is_fine) {  // NUL stays, for the file to refuse
      out += c;
      continue;
    }
    out += '%';
    out += "0123456789ABCDEF"[byte >> 4];
    out += "0123456789ABCDEF"[byte & 0xF];
  }
  return out;
}

std::vector<Link> write_links(File& file, const Pages& pages, std::vector<Dict>& sheets) {
  std::vector<Link> links;
  for (std::size_t p = 0; p < pages.pages.size(); ++p) {
    const Page& page = pages.pages[p];
    std::optional<Array> annotations;
    for (std::size_t i = 0; i < page.items.size(); ++i) {
      const auto* area = std::get_if<LinkArea>(&page.items[i].what);
      if (!area) continue;
      if (!annotations) annotations = sheets[p].array("Annots");
      links.push_back({p, i, write_link(file, page, page.items[i], *area, pages.pages.size() + links.size())});
      annotations->refer(links.back().annotation);
    }
  }
  return links;
}

}  // namespace galley::pdf
