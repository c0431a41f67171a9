#include "cv/language.h"

#include "cv/reading.h"

namespace galley {
namespace {

const Node* require(const Node& root, std::string_view key, Diagnostics& diagnostics) {
  const Node* found = root.find(key);
  if (!found) diagnostics.error(root.span, "this language has no " + in_quotes(key)).code = Code::missing_key;
  return found;
}

std::string read_word(const Node& root, std::string_view key, Diagnostics& diagnostics) {
  const Node* node = require(root, key, diagnostics);
  return node ? read_text(*node, key, diagnostics).value_or("") : "";
}

template <std::size_t count>
void read_names(const Node& root, std::string_view key, std::array<std::string, count>& names,
                Diagnostics& diagnostics) {
  const Node* node = require(root, key, diagnostics);
  if (!node || !expect_value(*node, Node::Kind::list, key, diagnostics)) return;
  if (node->items.size() != count) {
    diagnostics.error(node->span, in_quotes(key) + " must have " + std::to_string(count) + " names, not " +
                                      std::to_string(node->items.size())).code = Code::wrong_value;
    return;
  }
  for (std::size_t i = 0; i < count; ++i) names[i] = read_text(node->items[i], key, diagnostics).value_or("");
}

Language::Phrase read_phrase(const Node::Key& key, const Node& node, Diagnostics& diagnostics) {
  if (!node.is_map()) {
    const std::string text = read_text(node, key.text, diagnostics).value_or("");
    return {text, text};
  }
  reject_other_keys(node, {"one", "other"}, "phrase " + in_quotes(key.text), diagnostics);
  return {read_word(node, "one", diagnostics), read_word(node, "other", diagnostics)};
}

std::vector<std::string> read_words(const Node& root, std::string_view key, Diagnostics& diagnostics) {
  std::vector<std::string> words;
  const Node* node = root.find(key);
  if (!node || !expect_value(*node, Node::Kind::list, key, diagnostics)) return words;
  for (const Node& item : node->items) words.push_back(read_text(item, key, diagnostics).value_or(""));
  return words;
}

/// `ties: {after: [Dr., pp.], units: [kg], initials: yes}`
void read_ties(const Node& root, TextUsage& usage, Diagnostics& diagnostics) {
  const Node* ties = root.find("ties");
  if (!ties || !expect_value(*ties, Node::Kind::map, "ties", diagnostics)) return;
  reject_other_keys(*ties, {"after", "units", "initials"}, "the ties of a language", diagnostics);
  usage.tie_after = read_words(*ties, "after", diagnostics);
  usage.units = read_words(*ties, "units", diagnostics);
  const Node* initials = ties->find("initials");
  usage.tie_initials = initials && read_text(*initials, "initials", diagnostics).value_or("") == "yes";
}

/// `marks: {quotes: ["«", "»", "“", "”"], narrow-before: ";:!?", narrow-inside: yes}`
void read_marks(const Node& root, Language::Marks& marks, Diagnostics& diagnostics) {
  MapReader reader(root.find("marks"), "the marks of a language", diagnostics);
  if (const auto quotes = reader.texts("quotes")) {
    constexpr std::size_t kFour = 4;
    if (quotes->size() == kFour) marks = {quotes->at(0), quotes->at(1), quotes->at(2), quotes->at(3), {}, false, false};
    else diagnostics.error(reader.get("quotes")->span, "'quotes' are four: opening, closing, and those within quotes").code = Code::wrong_value;
  }
  marks.narrow_before = reader.text("narrow-before").value_or("");
  marks.narrow_inside = reader.boolean("narrow-inside").value_or(false);
  marks.full_spaces = reader.boolean("full-spaces").value_or(false);
  reader.finish();
}

/// `punctuation: {", ": "、"}`
void read_punctuation(const Node& root, std::map<std::string, std::string, std::less<>>& punctuation, Diagnostics& diagnostics) {
  const Node* node = root.find("punctuation");
  if (!node || !expect_value(*node, Node::Kind::map, "punctuation", diagnostics)) return;
  for (std::size_t i = 0; i < node->keys.size(); ++i) punctuation[node->keys[i].text] = read_text(node->items[i], "punctuation", diagnostics).value_or("");
}

}  // namespace

const Language::Phrase* Language::phrase(std::string_view name) const {
  const auto found = phrases.find(name);
  return found == phrases.end() ? nullptr : &found->second;
}

std::optional<Language> read_language(const Node& root, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.all().size();
  if (!expect(root, Node::Kind::map, "a language", diagnostics)) return std::nullopt;
  reject_other_keys(root, {"language", "direction", "months", "months-short", "months-with-day", "seasons", "present", "dates", "phrases", "ties", "sentence-spacing", "marks", "punctuation", "titles"}, "a language",
                    diagnostics);
  Language language;
  language.tag = read_word(root, "language", diagnostics);
  if (root.find("months")) read_names(root, "months", language.months, diagnostics);
  if (root.find("months-short")) read_names(root, "months-short", language.months_short, diagnostics);
  if (root.find("months-with-day")) read_names(root, "months-with-day", language.months_with_day, diagnostics);
  read_names(root, "seasons", language.seasons, diagnostics);
  language.present = read_word(root, "present", diagnostics);
  if (const Node* direction = root.find("direction")) {
    const std::string text = read_text(*direction, "direction", diagnostics).value_or("");
    language.right_to_left = text == "right-to-left";
    if (!language.right_to_left && text != "left-to-right")
      diagnostics.error(direction->span, "a direction is 'left-to-right' or 'right-to-left'");
  }
  if (const Node* dates = root.find("dates"); dates && expect_value(*dates, Node::Kind::map, "dates", diagnostics)) {
    reject_other_keys(*dates, {"year", "month", "day", "season"}, "the dates of a language", diagnostics);
    const auto pattern = [&](std::string_view key) {
      const Node* node = dates->find(key);
      return node ? read_text(*node, key, diagnostics).value_or("") : "";
    };
    language.dates = {pattern("year"), pattern("month"), pattern("day"), pattern("season")};
  }
  read_ties(root, language.usage, diagnostics);
  read_marks(root, language.marks, diagnostics);
  read_punctuation(root, language.punctuation, diagnostics);
  const Node* sentences = root.find("sentence-spacing");
  language.usage.sentence_spacing = sentences && read_text(*sentences, "sentence-spacing", diagnostics).value_or("") == "yes";
  const Node* phrases = root.find("phrases");
  if (phrases && expect_value(*phrases, Node::Kind::map, "phrases", diagnostics)) {
    for (std::size_t i = 0; i < phrases->keys.size(); ++i)
      language.phrases[phrases->keys[i].text] = read_phrase(phrases->keys[i], phrases->items[i], diagnostics);
  }
  if (has_errors_since(diagnostics, before)) return std::nullopt;
  return language;
}

}  // namespace galley
