// Keys are few and short: libharu writes each element as an object of its own, and a CV has hundreds.
//   <</S/P/P 12 0 R/Pg 4 0 R/K 7>>                                 all content on one page: its numbers (MCIDs)
//   <</S/Link/P 12 0 R/Pg 4 0 R/K[7<</Type/OBJR/Obj 31 0 R>>]>>    a link: the words, then the place to click
//   <</S/P/P 12 0 R/Pg 4 0 R/K[9<</Type/MCR/Pg 5 0 R/MCID 0>>]>>   content on a further page says so
#include "export/pdf/structure.h"

#include <algorithm>
#include <map>

#include "export/content_tree.h"
#include "export/pdf/tree.h"
#include "page/paths.h"

namespace galley::pdf {
namespace {

/// What an element holds, as the file says it: neighbouring items with one mark are one kid.
struct Kid {
  enum class Kind { element, mark, annotation };
  Kind kind = Kind::element;
  ElementId element = kArtifact;
  std::size_t page = 0;
  std::size_t number = 0;  ///< the mark on its page, or the place in the list of links
};

class StructureWriter {
 public:
  StructureWriter(File& file, const Pages& pages, const std::vector<DrawnPage>& drawn, const std::vector<Dict>& sheets,
                  const std::vector<Link>& links)
      : file_(file), pages_(pages), drawn_(drawn), sheets_(sheets), links_(links), tree_(content_tree(pages)) {
    for (std::size_t i = 0; i < links.size(); ++i) link_numbers_[{links[i].page, links[i].item}] = i;
  }

  WrittenElements write() {
    written_.resize(tree_.kids.size());
    Dict root = file_.dict();
    root.name("Type", "StructTreeRoot");
    for (ElementId element = 0; element < written_.size(); ++element)
      if (element == 0 || tree_.holds_anything(element)) written_[element] = begin(element, root);
    for (ElementId element = 0; element < written_.size(); ++element)
      if (written_[element]) add_kids(*written_[element], kids_of(element));
    if (!written_.empty()) root.refer("K", *written_[0]);
    root.refer("ParentTree", write_parent_tree());
    file_.catalog().refer("StructTreeRoot", root);
    return std::move(written_);
  }

 private:
  Dict begin(ElementId id, const Dict& root) {
    const Element& element = pages_.structure.elements[id];
    Dict made = file_.dict();
    made.name("S", structure_type(element.role)).refer("P", id == 0 ? root : *written_[element.parent]);
    if (!element.language.empty()) made.text("Lang", element.language);
    if (!element.alternative.empty()) made.text("Alt", element.alternative);
    if (!element.expansion.empty()) made.text("E", element.expansion);  // ISO 32000-1, 14.9.5
    if (element.role == Role::list) add_numbering(made, id);
    if (element.role == Role::figure) add_place(made, id);
    return made;
  }

  std::vector<Kid> kids_of(ElementId element) const {
    std::vector<Kid> kids;
    for (const ContentTree::Kid& kid : tree_.kids[element]) {
      if (kid.is_element()) {
        kids.push_back({Kid::Kind::element, kid.element, 0, 0});
      } else if (const auto link = link_numbers_.find({kid.page, kid.item}); link != link_numbers_.end()) {
        kids.push_back({Kid::Kind::annotation, kArtifact, kid.page, link->second});
      } else if (const int mark = drawn_[kid.page].marks[kid.item]; mark != kNoMark) {
        const auto number = static_cast<std::size_t>(mark);
        const auto is_same = [&](const Kid& other) {
          return other.kind == Kid::Kind::mark && other.page == kid.page && other.number == number;
        };
        if (!has_mark(kids, is_same)) kids.push_back({Kid::Kind::mark, kArtifact, kid.page, number});
      }
    }
    return kids;
  }

  /// A mark's items follow each other but for link areas between them, so looking back over those is enough.
  template <typename IsSame>
  static bool has_mark(const std::vector<Kid>& kids, IsSame is_same) {
    for (auto kid = kids.rbegin(); kid != kids.rend(); ++kid) {
      if (is_same(*kid)) return true;
      if (kid->kind != Kid::Kind::annotation) return false;
    }
    return false;
  }

  void add_kids(Dict& element, const std::vector<Kid>& kids) {
    std::optional<std::size_t> page;  // /Pg: of the first content; other content says its own
    for (const Kid& kid : kids)
      if (kid.kind != Kid::Kind::element && !page) page = kid.page;
    if (page) element.refer("Pg", sheets_[*page]);
    if (kids.size() == 1 && kids[0].kind == Kid::Kind::element) {
      element.refer("K", *written_[kids[0].element]);
    } else if (kids.size() == 1 && kids[0].kind == Kid::Kind::mark) {
      element.whole("K", static_cast<long>(kids[0].number));
    } else if (!kids.empty()) {
      Array list = element.array("K");
      for (const Kid& kid : kids) add_kid(list, kid, *(page ? page : std::optional<std::size_t>(0)));
    }
  }

  void add_kid(Array& list, const Kid& kid, std::size_t page) {
    switch (kid.kind) {
      case Kid::Kind::element:
        list.refer(*written_[kid.element]);
        return;
      case Kid::Kind::mark:
        if (kid.page == page) {
          list.whole(static_cast<long>(kid.number));
        } else {
          list.dict().name("Type", "MCR").refer("Pg", sheets_[kid.page]).whole("MCID", static_cast<long>(kid.number));
        }
        return;
      case Kid::Kind::annotation: {
        Dict reference = list.dict();
        reference.name("Type", "OBJR").refer("Obj", links_[kid.number].annotation);
        if (kid.page != page) reference.refer("Pg", sheets_[kid.page]);
      }
    }
  }

  /// The text of the first label in a list, which tells a numbered list from others. PDF/UA-1, 7.6, wants it said.
  std::string first_label(ElementId element) const {
    for (const ContentTree::Kid& kid : tree_.kids[element]) {
      if (kid.is_element()) {
        if (std::string text = first_label(kid.element); !text.empty()) return text;
      } else if (pages_.structure.elements[element].role == Role::label) {
        if (const auto* run = std::get_if<GlyphRun>(&pages_.pages[kid.page].items[kid.item].what)) return run->text;
      }
    }
    return {};
  }

  void add_numbering(Dict& list, ElementId element) {
    const std::string label = first_label(element);
    if (label.empty()) return;
    const bool is_numbered = label.find_first_of("0123456789") != std::string::npos;
    std::optional<Dict>& attribute = is_numbered ? numbered_ : unnumbered_;
    if (!attribute) attribute = file_.dict().name("O", "List").name("ListNumbering", is_numbered ? "Decimal" : "Disc");
    list.refer("A", *attribute);
  }

  /// Where a figure stands, so that readers can show it alone (ISO 32000-1, 14.8.5.4.3): around what it holds on its
  /// first page.
  void add_place(Dict& figure, ElementId id) {
    std::optional<std::size_t> page;
    Rectangle box;
    for (const ContentTree::Kid& kid : tree_.kids[id]) {
      if (kid.is_element() || (page && *page != kid.page)) continue;
      const Rectangle extent = extent_of(pages_.pages[kid.page].items[kid.item]);
      if (!page) box = extent;
      page = kid.page;
      box = {std::min(box.left, extent.left), std::min(box.top, extent.top), std::max(box.right, extent.right),
             std::max(box.bottom, extent.bottom)};
    }
    if (!page) return;
    const Length height = pages_.pages[*page].size.height;
    figure.dict("A").name("O", "Layout").name("Placement", stands_in_text(id) ? "Inline" : "Block").numbers(
        "BBox", {box.left.points(), (height - box.bottom).points(), box.right.points(), (height - box.top).points()});
  }

  [[nodiscard]] bool stands_in_text(ElementId id) const {
    const Role around = pages_.structure.elements[pages_.structure.elements[id].parent].role;
    return around == Role::paragraph || around == Role::span || around == Role::link;
  }

  /// From each page's marks, then from each annotation, to the element (ISO 32000-1, 14.7.4.4).
  Dict write_parent_tree() {
    std::vector<TreeValue> parents;
    for (const DrawnPage& page : drawn_) {
      Array owners = file_.array();
      for (const ElementId owner : page.owners) owners.refer(*written_[owner]);
      parents.emplace_back(owners);
    }
    for (const Link& link : links_) parents.emplace_back(*written_[pages_.pages[link.page].items[link.item].element]);
    return write_number_tree(file_, parents);
  }

  File& file_;
  const Pages& pages_;
  const std::vector<DrawnPage>& drawn_;
  const std::vector<Dict>& sheets_;
  const std::vector<Link>& links_;
  ContentTree tree_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> link_numbers_;  ///< (page, item) -> place in links_
  WrittenElements written_;
  std::optional<Dict> numbered_, unnumbered_;
};

}  // namespace

WrittenElements write_structure(File& file, const Pages& pages, const std::vector<DrawnPage>& drawn,
                                const std::vector<Dict>& sheets, const std::vector<Link>& links) {
  return StructureWriter(file, pages, drawn, sheets, links).write();
}

}  // namespace galley::pdf
