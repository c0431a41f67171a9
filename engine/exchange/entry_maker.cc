#include "exchange/entry_maker.h"

#include <algorithm>

#include "cv/reading.h"
#include "exchange/loose_dates.h"
#include "exchange/texts.h"
#include "exchange/tree.h"

namespace galley {
void EntryMaker::kind(std::string_view name) { put(entry_, "kind", text_node(std::string(name), entry_.span)); }

void EntryMaker::text(std::string_view field, const Node* value) {
  if (!value) return;
  if (auto text = text_of(*value, diagnostics_)) put(entry_, field, with_line_breaks(std::move(*text)));
}

void EntryMaker::texts(std::string_view field, const Node* value) {
  if (!value) return;
  std::vector<Node> texts = texts_of(*value, diagnostics_);
  for (Node& each : texts) each = with_line_breaks(std::move(each));
  if (field == "highlights") std::move(texts.begin(), texts.end(), std::back_inserter(highlights_));
  else put(entry_, field, list_node(std::move(texts), value->span));
}

void EntryMaker::people(std::string_view field, const Node& value) {
  if (value.is_scalar()) return put(entry_, field, text_node(value.text, value.span));
  std::vector<Node> people;
  for (const Node& each : value.items) {
    std::string name = each.text;
    for (const std::string_view part : {"given", "name", "non-dropping-particle", "family", "literal"})
      if (const Node* words = each.find(part); words && words->is_scalar()) name += (name.empty() ? "" : " ") + words->text;
    name = without_markup(name, each.span, diagnostics_);
    if (!name.empty()) people.push_back(text_node(std::move(name), each.span));
  }
  put(entry_, field, list_node(std::move(people), value.span));
}

void EntryMaker::url(const Node* value) {
  if (!value || !value->is_scalar()) return;
  if (const auto address = web_address(value->text)) put(entry_, "url", text_node(*address, value->span));
  else diagnostics_.warn(value->span, in_quotes(value->text) + " is not carried over: it is no web address").code = Code::not_carried_over;
}

void EntryMaker::dates(const Node* start, const Node* end, const Node* date) {
  if (start || end) put(entry_, "dates", loose_dates_between(start, end, diagnostics_));
  else if (date) put(entry_, "dates", loose_dates(*date, diagnostics_));
}

void EntryMaker::summary(const Node* value) {
  if (!value) return;
  const auto text = text_of(*value, diagnostics_);
  if (!text) return;
  auto [words, items] = split_lists(text->text);
  for (std::string& each : items) highlights_.push_back(text_node(std::move(each), text->span));
  if (words.empty()) return;
  const auto at = std::find_if(entry_.keys.begin(), entry_.keys.end(), [](const Node::Key& key) { return key.text == "summary"; });
  if (at == entry_.keys.end()) put(entry_, "summary", text_node(std::move(words), text->span));
  else if (Node& first = entry_.items[static_cast<std::size_t>(at - entry_.keys.begin())]; first.text != words) first.text += "\n\n" + words;
}

void EntryMaker::detail(std::string_view label, const Node* value) {
  if (!value) return;
  if (auto text = text_of(*value, diagnostics_)) {
    *text = with_line_breaks(std::move(*text));
    if (!label.empty()) text->text.insert(0, std::string(label) + ": ");
    details_.push_back(std::move(*text));
  }
}

void EntryMaker::finish() {
  if (!details_.empty()) put(entry_, "details", list_node(std::move(details_), entry_.span));
  if (!highlights_.empty()) put(entry_, "highlights", list_node(std::move(highlights_), entry_.span));
}

}  // namespace galley
