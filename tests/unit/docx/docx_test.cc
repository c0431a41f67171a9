// Word documents as what reads them sees them: parts, relationships and the order of elements that the schema asks for (ECMA-376-1, 17).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "components/component.h"
#include "galley/galley.h"
#include "source/source.h"
#include "tests/support/paths.h"
#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

constexpr std::size_t kLargest = 8U << 20U;

class WordDocument : public ::testing::Test {
 protected:
  /// The parts of a CV's document by their names.
  void convert(const std::string& cv, const std::string& layout) {
    MemoryWorkspace files{{"cv.yaml", cv}, {"portrait.jpg", test::file_text("examples/portrait.jpg")}, {"signature.png", test::file_text("examples/signature.png")}};
    const Outcome outcome = Engine(files).convert({.each = {.cv = "cv.yaml", .layout = layout}, .from = {}, .to = "docx"});
    for (const Message& each : outcome.messages) messages += printed(each);
    Diagnostics heard;
    const DocxComponent* component = docx_component(heard, "testing");
    ASSERT_TRUE(component);
    const auto unpacked = component->unzip(outcome.bytes, "", kLargest, heard);
    ASSERT_TRUE(unpacked) << messages;
    for (const auto& [name, bytes] : *unpacked) parts[name] = bytes;
  }

  Node tree(const std::string& name) {
    Diagnostics heard;
    const auto made = docx_component(heard, "testing")->read_xml(parts[name], FileId{}, heard);
    EXPECT_TRUE(made) << name;
    return made ? made->items.front() : Node{};
  }

  std::map<std::string, std::string> parts;
  std::string messages;
};

std::vector<const Node*> members(const Node* node) {
  std::vector<const Node*> all;
  if (node && !node->is_list()) all.push_back(node);
  if (node && node->is_list())
    for (const Node& each : node->items) all.push_back(&each);
  return all;
}

/// Calls `use(name, node)` for every element below.
template <typename Use>
void for_each_element(const Node& node, const Use& use) {
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (node.is_map()) {
      for (const Node* each : members(&node.items[i])) {
        use(node.keys[i].text, *each);
        for_each_element(*each, use);
      }
    }
}

/// The keys come in this order, and no others.
bool is_in_order(const Node& node, const std::vector<std::string>& order) {
  std::size_t last = 0;
  for (const Node::Key& key : node.keys) {
    const auto at = std::find(order.begin(), order.end(), key.text);
    if (at == order.end() || static_cast<std::size_t>(at - order.begin()) < last) return false;
    last = static_cast<std::size_t>(at - order.begin());
  }
  return true;
}

constexpr const char* kCv =
    "cv:\n  name: Ada Lovelace\n  email: ada@example.org\n  photo: {file: portrait.jpg, alt: Portrait of Ada}\n  sections:\n"
    "    Work:\n      - {position: Analyst, company: \"[Engines](https://engines.example)\", dates: 1842/1843, highlights: [One, Two]}\n"
    "      - heading: Earlier\n      - Text with **strong** words\n";

TEST_F(WordDocument, HasEveryPartThatItNames) {
  convert(kCv, "harbour");
  const Node types = tree("[Content_Types].xml");
  std::set<std::string> known;
  for (const Node* each : members(types.find("Default"))) known.insert("." + each->find("Extension")->text);
  for (const Node* each : members(types.find("Override"))) known.insert(each->find("PartName")->text);
  for (const auto& [name, bytes] : parts)
    if (name != "[Content_Types].xml") {
      EXPECT_TRUE(known.contains("/" + name) || known.contains(name.substr(std::min(name.rfind('.'), name.size())))) << name;
    }
  std::set<std::string> ids;
  const Node relations = tree("word/_rels/document.xml.rels");
  for (const Node* each : members(relations.find("Relationship"))) {
    EXPECT_TRUE(ids.insert(each->find("Id")->text).second) << "an id is given twice";
    if (!each->find("TargetMode")) {
      EXPECT_TRUE(parts.contains("word/" + each->find("Target")->text)) << each->find("Target")->text;
    }
  }
  EXPECT_GE(ids.size(), 4U) << "styles, numbering, the link and the photo";
  for_each_element(tree("word/document.xml"), [&](const std::string& name, const Node& node) {
    for (const char* key : {"id", "embed"})
      if (const Node* id = name == "hyperlink" || name == "blip" ? node.find(key) : nullptr) {
        EXPECT_THAT(ids, Contains(id->text));
      }
  });
}

TEST_F(WordDocument, KeepsTheOrderOfTheSchema) {
  convert(kCv, "harbour");
  std::size_t paragraphs = 0;
  for_each_element(tree("word/document.xml"), [&](const std::string& name, const Node& node) {
    if (name == "pPr") {
      EXPECT_TRUE(is_in_order(node, {"pStyle", "keepNext", "numPr", "tabs", "bidi", "spacing", "ind", "jc"}));
    }
    if (name == "rPr") {
      EXPECT_TRUE(is_in_order(node, {"rFonts", "b", "bCs", "i", "iCs", "caps", "color", "sz", "szCs", "rtl"}));
    }
    if (name == "inline") {
      EXPECT_TRUE(is_in_order(node, {"distT", "distB", "distL", "distR", "extent", "docPr", "graphic"}));
    }
    if (name == "blipFill") {
      EXPECT_TRUE(is_in_order(node, {"blip", "srcRect", "stretch"}));
    }
    if (name == "spPr") {
      EXPECT_TRUE(is_in_order(node, {"xfrm", "prstGeom"}));
    }
    if (name != "body") return;
    paragraphs = members(node.find("p")).size();
    EXPECT_EQ(node.keys.back().text, "sectPr");
  });
  EXPECT_GT(paragraphs, 5U);
}

TEST_F(WordDocument, ShowsThePhotoWithItsWords) {
  convert(kCv, "harbour");
  EXPECT_THAT(parts["word/document.xml"], HasSubstr("descr=\"Portrait of Ada\""));
  ASSERT_TRUE(parts.contains("word/media/image1.jpeg") || parts.contains("word/media/image1.png"));
  EXPECT_EQ(messages.find("left out"), std::string::npos) << messages;
}

TEST_F(WordDocument, OfACvWithoutPicturesHasNone) {
  convert("cv: {name: Ada, sections: {Work: [A text]}}\n", "harbour");
  EXPECT_EQ(parts["word/document.xml"].find("drawing>"), std::string::npos);
  for (const auto& [name, bytes] : parts) EXPECT_FALSE(name.starts_with("word/media/")) << name;
}

}  // namespace
}  // namespace galley
