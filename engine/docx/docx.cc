#include "docx/docx.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <pugixml.hpp>
#include <sstream>

#include "docx/package.h"

namespace galley {
namespace {

using pugi::xml_node;

constexpr const char* kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr const char* kDrawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
constexpr const char* kGraphic = "http://schemas.openxmlformats.org/drawingml/2006/main";
constexpr const char* kPicture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
constexpr std::string_view kLineBreak = "\u2028";
constexpr int kTwipsAPoint = 20, kHalfPoints = 2;
constexpr int kItemIndent = 284, kNumberIndent = 567;  // twips: 5 mm, 10 mm

std::string twips(Length length) { return std::to_string(static_cast<long>(length.points() * kTwipsAPoint + 0.5)); }
std::string half_points(Length length) { return std::to_string(static_cast<long>(length.points() * kHalfPoints + 0.5)); }

/// In EMU, of which a point has 12,700.
std::string metric(Length length) { return std::to_string(static_cast<long>(length.points() * 12'700 + 0.5)); }

std::string hexadecimal(const Colour& colour) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "%02X%02X%02X", colour.red, colour.green, colour.blue);
  return text.data();
}

xml_node add(xml_node parent, const char* name, std::initializer_list<std::pair<const char*, std::string>> attributes = {}) {
  xml_node child = parent.append_child(name);
  for (const auto& [key, value] : attributes) child.append_attribute(key).set_value(value.c_str());
  return child;
}

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

pugi::xml_document part(const char* root, std::initializer_list<std::pair<const char*, std::string>> attributes) {
  pugi::xml_document document;
  xml_node declaration = document.append_child(pugi::node_declaration);
  for (const auto& [key, value] : {std::pair("version", "1.0"), std::pair("encoding", "UTF-8"), std::pair("standalone", "yes")}) declaration.append_attribute(key).set_value(value);
  add(document, root, attributes);
  return document;
}

class Writer {
 public:
  explicit Writer(const ReflowDocument& document) : document_(document), body_style_(document.styles.front()) {}

  docx::Parts parts() {
    const std::string text = main_part();  // gathers the links and pictures
    docx::Parts all = {{"[Content_Types].xml", content_types()}, {"_rels/.rels", package_relations()}, {"docProps/core.xml", properties()},
                       {"word/document.xml", text},              {"word/styles.xml", styles()},        {"word/numbering.xml", numbering()},
                       {"word/_rels/document.xml.rels", relations()}};
    for (std::size_t i = 0; i < pictures_.size(); ++i) all.emplace_back("word/" + file_of_picture(i), pictures_[i]->bytes);
    return all;
  }

 private:
  using Kind = ReflowBlock::Kind;

  static std::string content_types() {
    auto types = part("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    xml_node root = types.document_element();
    add(root, "Default", {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    add(root, "Default", {{"Extension", "jpeg"}, {"ContentType", "image/jpeg"}});
    add(root, "Default", {{"Extension", "png"}, {"ContentType", "image/png"}});
    const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    add(root, "Override", {{"PartName", "/word/document.xml"}, {"ContentType", word + "document.main+xml"}});
    add(root, "Override", {{"PartName", "/word/styles.xml"}, {"ContentType", word + "styles+xml"}});
    add(root, "Override", {{"PartName", "/word/numbering.xml"}, {"ContentType", word + "numbering+xml"}});
    add(root, "Override", {{"PartName", "/docProps/core.xml"}, {"ContentType", "application/vnd.openxmlformats-package.core-properties+xml"}});
    return text_of(types);
  }

  static std::string package_relations() {
    auto all = part("Relationships", {{"xmlns", kPackageRelations}});
    add(all.document_element(), "Relationship", {{"Id", "rId1"}, {"Type", std::string(kRelations) + "/officeDocument"}, {"Target", "word/document.xml"}});
    add(all.document_element(), "Relationship",
        {{"Id", "rId2"}, {"Type", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"}, {"Target", "docProps/core.xml"}});
    return text_of(all);
  }

  std::string properties() const {
    auto core = part("cp:coreProperties", {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"}, {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
    const auto put = [&](const char* name, const std::string& text) {
      if (!text.empty()) add(core.document_element(), name).text().set(text.c_str());
    };
    put("dc:title", document_.title);
    put("dc:subject", document_.subject);
    put("dc:creator", document_.author);
    put("dc:language", document_.language);
    return text_of(core);
  }

  std::string relations() const {
    auto all = part("Relationships", {{"xmlns", kPackageRelations}});
    xml_node root = all.document_element();
    add(root, "Relationship", {{"Id", "rId1"}, {"Type", std::string(kRelations) + "/styles"}, {"Target", "styles.xml"}});
    add(root, "Relationship", {{"Id", "rId2"}, {"Type", std::string(kRelations) + "/numbering"}, {"Target", "numbering.xml"}});
    for (const auto& [target, id] : links_)
      add(root, "Relationship", {{"Id", id}, {"Type", std::string(kRelations) + "/hyperlink"}, {"Target", target}, {"TargetMode", "External"}});
    for (std::size_t i = 0; i < pictures_.size(); ++i) add(root, "Relationship", {{"Id", id_of_picture(i)}, {"Type", std::string(kRelations) + "/image"}, {"Target", file_of_picture(i)}});
    return text_of(all);
  }

  static std::string numbering() {
    auto all = part("w:numbering", {{"xmlns:w", kWord}});
    xml_node abstract = add(all.document_element(), "w:abstractNum", {{"w:abstractNumId", "0"}});
    add(abstract, "w:multiLevelType", {{"w:val", "singleLevel"}});
    xml_node level = add(abstract, "w:lvl", {{"w:ilvl", "0"}});
    add(level, "w:numFmt", {{"w:val", "bullet"}});
    add(level, "w:lvlText", {{"w:val", "•"}});
    add(level, "w:lvlJc", {{"w:val", "left"}});
    add(add(level, "w:pPr"), "w:ind", {{"w:left", std::to_string(kItemIndent)}, {"w:hanging", std::to_string(kItemIndent)}});
    add(add(all.document_element(), "w:num", {{"w:numId", "1"}}), "w:abstractNumId", {{"w:val", "0"}});
    return text_of(all);
  }

  /// The look of a style where it differs from what stands around it. The order of elements is that of the schema, CT_RPr.
  void look(xml_node run, const Style& style, const Style& around) const {
    xml_node look = run.append_child("w:rPr");
    if (style.family != around.family) add(look, "w:rFonts", {{"w:ascii", style.family}, {"w:hAnsi", style.family}, {"w:cs", style.family}});
    constexpr int kBold = 600;
    const bool bold = style.weight >= kBold, was_bold = around.weight >= kBold;
    if (bold != was_bold) add(look, "w:b", {{"w:val", bold ? "1" : "0"}}), add(look, "w:bCs", {{"w:val", bold ? "1" : "0"}});
    if (style.italic != around.italic) add(look, "w:i", {{"w:val", style.italic ? "1" : "0"}}), add(look, "w:iCs", {{"w:val", style.italic ? "1" : "0"}});
    const bool caps = style.letter_case == LetterCase::upper;
    if (caps != (around.letter_case == LetterCase::upper)) add(look, "w:caps", {{"w:val", caps ? "1" : "0"}});
    if (!(style.colour == around.colour)) add(look, "w:color", {{"w:val", hexadecimal(style.colour)}});
    if (style.size != around.size) add(look, "w:sz", {{"w:val", half_points(style.size)}}), add(look, "w:szCs", {{"w:val", half_points(style.size)}});
    if (document_.right_to_left) add(look, "w:rtl");
    if (!look.first_child()) run.remove_child(look);
  }

  /// A paragraph style over another; Word's own names make headings ones.
  void paragraph_style(xml_node root, const char* id, const char* name, const Style& style, int outline, int before, int after) const {
    xml_node made = add(root, "w:style", {{"w:type", "paragraph"}, {"w:styleId", id}});
    add(made, "w:name", {{"w:val", name}});
    add(made, "w:basedOn", {{"w:val", "Normal"}});
    add(made, "w:next", {{"w:val", "Normal"}});
    add(made, "w:qFormat");
    xml_node paragraph = add(made, "w:pPr");
    if (outline >= 0) add(paragraph, "w:keepNext");
    add(paragraph, "w:spacing", {{"w:before", std::to_string(before)}, {"w:after", std::to_string(after)}});
    if (outline >= 0) add(paragraph, "w:outlineLvl", {{"w:val", std::to_string(outline)}});
    look(made, style, body_style_);
  }

  [[nodiscard]] const Style& style_of_first(Kind kind) const {
    for (const ReflowBlock& block : document_.blocks)
      if (block.kind == kind) return document_.styles[block.style];
    return body_style_;
  }

  std::string styles() const {
    auto all = part("w:styles", {{"xmlns:w", kWord}});
    xml_node root = all.document_element();
    xml_node defaults = add(add(root, "w:docDefaults"), "w:rPrDefault");
    xml_node look_of_all = add(defaults, "w:rPr");
    add(look_of_all, "w:rFonts", {{"w:ascii", body_style_.family}, {"w:hAnsi", body_style_.family}, {"w:cs", body_style_.family}});
    add(look_of_all, "w:color", {{"w:val", hexadecimal(body_style_.colour)}});
    add(look_of_all, "w:sz", {{"w:val", half_points(body_style_.size)}});
    add(look_of_all, "w:szCs", {{"w:val", half_points(body_style_.size)}});
    add(look_of_all, "w:lang", {{"w:val", document_.language}, {"w:bidi", document_.language}});
    xml_node normal = add(root, "w:style", {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", "Normal"}});
    add(normal, "w:name", {{"w:val", "Normal"}});
    xml_node paragraph = add(normal, "w:pPr");
    add(paragraph, "w:spacing", {{"w:before", "0"}, {"w:after", "0"}, {"w:line", "264"}, {"w:lineRule", "auto"}});
    constexpr int kBeforeSection = 280, kAfterSection = 80, kBeforeHeading = 160, kAfterHeading = 60, kBeforeEntry = 120;
    paragraph_style(root, "Title", "Title", style_of_first(Kind::name), 0, 0, kAfterSection);
    paragraph_style(root, "Heading1", "heading 1", style_of_first(Kind::section), 0, kBeforeSection, kAfterSection);
    paragraph_style(root, "Heading2", "heading 2", style_of_first(Kind::heading), 1, kBeforeHeading, kAfterHeading);
    paragraph_style(root, "Entry", "Entry", body_style_, -1, kBeforeEntry, 0);
    paragraph_style(root, "ListBullet", "List Bullet", body_style_, -1, 0, 0);
    return text_of(all);
  }

  std::string main_part() {
    auto all = part("w:document", {{"xmlns:w", kWord}, {"xmlns:r", kRelations}, {"xmlns:wp", kDrawing}, {"xmlns:a", kGraphic}, {"xmlns:pic", kPicture}});
    xml_node body = add(all.document_element(), "w:body");
    for (const ReflowBlock& block : document_.blocks) paragraph(body, block);
    xml_node page = add(body, "w:sectPr");
    add(page, "w:pgSz", {{"w:w", twips(document_.page.width)}, {"w:h", twips(document_.page.height)}});
    // One column: what stands beside the text in the layout needs no wide margin here.
    constexpr Length kWidest = 25_mm;
    add(page, "w:pgMar", {{"w:top", twips(std::min(document_.top, kWidest))}, {"w:right", twips(std::min(document_.right, kWidest))}, {"w:bottom", twips(std::min(document_.bottom, kWidest))},
                          {"w:left", twips(std::min(document_.left, kWidest))}, {"w:header", "720"}, {"w:footer", "720"}, {"w:gutter", "0"}});
    if (document_.right_to_left) add(page, "w:bidi");
    return text_of(all);
  }

  static bool counts(const ReflowBlock& block) { return block.mark.find_first_of("0123456789") != std::string::npos; }

  static const char* style_id(const ReflowBlock& block) {
    switch (block.kind) {
      case Kind::name: return "Title";
      case Kind::section: return "Heading1";
      case Kind::heading: return "Heading2";
      case Kind::item: return counts(block) ? "Entry" : "ListBullet";
      case Kind::picture: return nullptr;
      case Kind::paragraph: return block.opens_entry && !block.in_head ? "Entry" : nullptr;
    }
    return nullptr;
  }

  /// The order of elements is that of the schema, CT_PPr.
  void paragraph_look(xml_node paragraph, const ReflowBlock& block) const {
    xml_node look = add(paragraph, "w:pPr");
    if (const char* id = style_id(block)) add(look, "w:pStyle", {{"w:val", id}});
    const bool is_bullet = block.kind == Kind::item && !counts(block);
    if (is_bullet) {
      xml_node number = add(look, "w:numPr");
      add(number, "w:ilvl", {{"w:val", "0"}});
      add(number, "w:numId", {{"w:val", "1"}});
    }
    const bool is_numbered = block.kind == Kind::item && counts(block);
    if (is_numbered || !block.aside.empty()) {
      xml_node tabs = add(look, "w:tabs");
      if (is_numbered) add(tabs, "w:tab", {{"w:val", "left"}, {"w:pos", std::to_string(kNumberIndent)}});
      if (!block.aside.empty()) add(tabs, "w:tab", {{"w:val", "right"}, {"w:pos", twips(text_width())}});
    }
    if (document_.right_to_left) add(look, "w:bidi");
    if (is_numbered) add(look, "w:ind", {{"w:left", std::to_string(kNumberIndent)}, {"w:hanging", std::to_string(kNumberIndent)}});
    if (block.in_head && document_.styles[block.style].align == Align::centre) add(look, "w:jc", {{"w:val", "center"}});
    if (!look.first_child()) paragraph.remove_child(look);
  }

  [[nodiscard]] Length text_width() const {
    constexpr Length kWidest = 25_mm;
    return document_.page.width - std::min(document_.left, kWidest) - std::min(document_.right, kWidest);
  }

  /// A picture in a paragraph of its own (ECMA-376-1, 20.4.2.8): what stands over its place is cut off, alike on two sides.
  void picture(xml_node body, const ReflowPicture& picture) {
    const std::string id = std::to_string(pictures_.size() + 1), file = id_of_picture(pictures_.size());
    pictures_.push_back(&picture);
    xml_node paragraph = add(body, "w:p");
    const char* side = picture.align == Align::right ? "right" : picture.align == Align::centre ? "center" : "left";
    add(add(paragraph, "w:pPr"), "w:jc", {{"w:val", side}});
    xml_node inline_picture = add(add(add(paragraph, "w:r"), "w:drawing"), "wp:inline", {{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
    const std::string width = metric(picture.size.width), height = metric(picture.size.height);
    add(inline_picture, "wp:extent", {{"cx", width}, {"cy", height}});
    add(inline_picture, "wp:docPr", {{"id", id}, {"name", "Picture " + id}, {"descr", picture.alternative}});
    xml_node shown = add(add(add(inline_picture, "a:graphic"), "a:graphicData", {{"uri", kPicture}}), "pic:pic");
    xml_node properties = add(shown, "pic:nvPicPr");
    add(properties, "pic:cNvPr", {{"id", id}, {"name", "Picture " + id}, {"descr", picture.alternative}});
    add(properties, "pic:cNvPicPr");
    xml_node fill = add(shown, "pic:blipFill");
    add(fill, "a:blip", {{"r:embed", file}});
    cut(fill, picture);
    add(add(fill, "a:stretch"), "a:fillRect");
    xml_node form = add(shown, "pic:spPr");
    xml_node place = add(form, "a:xfrm");
    add(place, "a:off", {{"x", "0"}, {"y", "0"}});
    add(place, "a:ext", {{"cx", width}, {"cy", height}});
    const char* outline = picture.shape == FigureShape::circle ? "ellipse" : picture.shape == FigureShape::rounded ? "roundRect" : "rect";
    add(add(form, "a:prstGeom", {{"prst", outline}}), "a:avLst");
  }

  /// What of the picture its place leaves out, in thousandths of a per cent of its width or height.
  static void cut(xml_node fill, const ReflowPicture& picture) {
    constexpr double kWhole = 100'000;
    const double place = picture.size.width.points() / picture.size.height.points();
    const double own = static_cast<double>(picture.pixels_wide) / picture.pixels_high;
    const auto half = [](double kept) { return std::to_string(static_cast<long>((1 - kept) / 2 * kWhole + 0.5)); };
    if (own > place) add(fill, "a:srcRect", {{"l", half(place / own)}, {"r", half(place / own)}});
    else if (own < place) add(fill, "a:srcRect", {{"t", half(own / place)}, {"b", half(own / place)}});
  }

  [[nodiscard]] std::string file_of_picture(std::size_t i) const { return "media/image" + std::to_string(i + 1) + (pictures_[i]->is_jpeg ? ".jpeg" : ".png"); }
  static std::string id_of_picture(std::size_t i) { return "rIdPicture" + std::to_string(i + 1); }

  void paragraph(xml_node body, const ReflowBlock& block) {
    if (block.kind == Kind::picture) return picture(body, block.picture);
    xml_node paragraph = add(body, "w:p");
    paragraph_look(paragraph, block);
    const bool has_own_look = block.kind == Kind::name || block.kind == Kind::section || block.kind == Kind::heading;
    const Style& around = has_own_look ? style_of_first(block.kind) : body_style_;
    if (block.kind == Kind::item && counts(block)) add(text_run(paragraph, block.mark, document_.styles[block.style], around), "w:tab");
    for (const ReflowRun& each : block.text) run(paragraph, each, around);
    if (block.aside.empty()) return;
    add(add(paragraph, "w:r"), "w:tab");
    for (const ReflowRun& each : block.aside) run(paragraph, each, around);
  }

  void run(xml_node paragraph, const ReflowRun& run, const Style& around) {
    xml_node parent = paragraph;
    if (!run.link.empty()) parent = add(paragraph, "w:hyperlink", {{"r:id", link(run.link)}});
    text_run(parent, run.text, document_.styles[run.style], around);
  }

  xml_node text_run(xml_node parent, std::string_view text, const Style& style, const Style& around) const {
    xml_node run = add(parent, "w:r");
    look(run, style, around);
    while (true) {
      const std::size_t end = std::min(text.find(kLineBreak), text.size());
      add(run, "w:t", {{"xml:space", "preserve"}}).text().set(std::string(text.substr(0, end)).c_str());
      if (end == text.size()) return run;
      add(run, "w:br");
      text.remove_prefix(end + kLineBreak.size());
    }
  }

  std::string link(const std::string& target) {
    const auto known = links_.find(target);
    if (known != links_.end()) return known->second;
    constexpr std::size_t kFirst = 3;
    return links_[target] = "rId" + std::to_string(kFirst + links_.size());
  }

  const ReflowDocument& document_;
  const Style& body_style_;
  std::map<std::string, std::string> links_;  ///< ids by address
  std::vector<const ReflowPicture*> pictures_;
};

}  // namespace

std::optional<std::string> write_docx(const ReflowDocument& document, Diagnostics& diagnostics) {
  auto bytes = docx::zipped(Writer(document).parts());
  if (!bytes) diagnostics.fail(Blame::limit, {}, "memory ran out while the document was packed");
  return bytes;
}

}  // namespace galley
