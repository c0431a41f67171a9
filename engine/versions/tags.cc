#include "versions/tags.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/suggest.h"
#include "source/map_reader.h"
#include "versions/spans.h"
#include "versions/tree.h"

namespace galley {
namespace {

using Tags = std::set<std::string>;

bool fits(const TagTerm& term, const Tags& tags) {
  const std::vector<std::string> all = split(term.text, '+');
  return std::all_of(all.begin(), all.end(), [&](const std::string& each) { return tags.contains(each); });
}

bool fits_one(const std::vector<TagTerm>& terms, const Tags& tags) {
  return std::any_of(terms.begin(), terms.end(), [&](const TagTerm& each) { return fits(each, tags); });
}

class Keeper {
 public:
  Keeper(const TagChoice& choice, Diagnostics& diagnostics) : choice_(choice), diagnostics_(diagnostics) {}

  /// Gives false when nothing of it stays.
  bool keep(Node& node) {
    if (node.is_scalar()) return keep_scalar(node);
    if (node.is_list()) return keep_items(node);
    return !node.is_map() || keep_map(node);
  }

  bool keep_section(Node& section) {
    const Node* written = section.is_map() ? section.find("entries") : &section;
    const std::size_t before = written ? written->items.size() : 0;
    const bool had_entries = written != nullptr;
    const Node* group = section.is_map() ? section.find("group") : nullptr;
    groups_by_tag_ = group && group->is_scalar() && group->text == "tag";
    if (!keep(section)) return false;
    Node* left = section.is_map() ? find_in(section, "entries") : &section;
    if (!left) return !had_entries;
    return left->items.size() == before || drop_bare_headings(*left);
  }

  void keep_fields(Node& map) {
    erase_if_value(map, [&](const Node::Key& key, Node& value) {
      return key.text == "entries" && std::exchange(groups_by_tag_, false) ? !keep_tagged_entries(value) : !keep(value);
    });
  }

  void warn_of_strangers() const {
    for (const auto& terms : choice_.only) warn_of(terms);
    warn_of(choice_.without);
  }

 private:
  [[nodiscard]] bool stays(const Tags& tags) const {
    if (tags.empty()) return true;
    const auto has_one = [&](const std::vector<TagTerm>& terms) { return fits_one(terms, tags); };
    return std::all_of(choice_.only.begin(), choice_.only.end(), has_one) && !fits_one(choice_.without, tags);
  }

  bool keep_scalar(Node& scalar) {
    if (scalar.text.find(kSpanTags) == std::string::npos) return true;
    const bool was_empty = scalar.text.empty();
    scalar.text = keep_spans(scalar.text, [&](const std::vector<std::string>& tags) {
      known_.insert(tags.begin(), tags.end());
      return stays({tags.begin(), tags.end()});
    });
    return was_empty || scalar.text.find_first_not_of(" \n") != std::string::npos;
  }

  bool keep_items(Node& list) {
    const bool was_empty = list.items.empty();
    std::erase_if(list.items, [&](Node& each) { return !keep(each); });
    return was_empty || !list.items.empty();
  }

  /// {text: …, tags: …} has become its text alone.
  static Node as_text_entry(Node text) {
    Node entry;
    entry.kind = Node::Kind::map;
    entry.span = text.span;
    entry.keys = {{"text", text.span}};
    entry.items = {std::move(text)};
    return entry;
  }

  /// Who groups these entries needs their tags, too.
  bool keep_tagged_entries(Node& list) {
    const bool was_empty = list.items.empty();
    std::erase_if(list.items, [&](Node& entry) {
      const Node* tags = entry.is_map() ? entry.find("tags") : nullptr;
      const std::optional<Node> copy = tags ? std::optional(*tags) : std::nullopt;
      if (!keep(entry)) return true;
      if (!copy) return false;
      if (!entry.is_map()) entry = as_text_entry(std::move(entry));
      entry.keys.push_back({"tags", copy->span});
      entry.items.push_back(*copy);
      return false;
    });
    return was_empty || !list.items.empty();
  }

  bool keep_map(Node& map) {
    const Node* tags = map.find("tags");
    if (tags) {
      const bool kept = stays(read_tags(*tags));
      erase_key(map, "tags");
      if (!kept) return false;
    }
    const bool was_empty = map.items.empty();
    keep_fields(map);
    if (!was_empty && map.items.empty()) return false;
    if (tags && map.keys.size() == 1 && map.keys.front().text == "text") {  // {text: …, tags: …} is a text with tags
      Node text = std::move(map.items.front());
      map = std::move(text);
    }
    return true;
  }

  Tags read_tags(const Node& node) {
    Tags tags;
    if (node.is_map()) {
      diagnostics_.error(node.span, "'tags' must be a text or a list of texts, not a map").code = Code::wrong_type;
      return tags;
    }
    for (const Node& each : node.is_list() ? node.items : std::vector<Node>{node}) {
      if (each.is_null()) continue;
      if (each.is_scalar() && is_tag(each.text)) tags.insert(each.text);
      else diagnostics_.error(each.span, each.is_scalar() ? in_quotes(each.text) + " is not a tag" : "a tag must be a text", "a tag is one word, such as industry");
    }
    known_.insert(tags.begin(), tags.end());
    return tags;
  }

  static bool is_tag(const std::string& text) { return !text.empty() && text.find_first_of(" \t\n+,{}*") == std::string::npos; }

  /// A heading that has lost all below it goes with it. False when that leaves nothing.
  static bool drop_bare_headings(Node& entries) {
    if (!entries.is_list() || entries.items.empty()) return true;
    const auto is_heading = [](const Node& each) { return each.is_map() && each.find("heading"); };
    for (std::size_t i = entries.items.size(); i-- > 0;)
      if (is_heading(entries.items[i]) && (i + 1 == entries.items.size() || is_heading(entries.items[i + 1])))
        entries.items.erase(entries.items.begin() + static_cast<std::ptrdiff_t>(i));
    return !entries.items.empty();
  }

  void warn_of(const std::vector<TagTerm>& terms) const {
    const std::vector<std::string> known(known_.begin(), known_.end());
    for (const TagTerm& term : terms)
      for (const std::string& each : split(term.text, '+'))
        if (!known_.contains(each))
          diagnostics_.warn(term.source, "nothing has the tag " + in_quotes(each), known.empty() ? "give parts of the CV tags: 'tags: industry'" : did_you_mean(each, known)).code = Code::unknown_name;
  }

  const TagChoice& choice_;
  Diagnostics& diagnostics_;
  Tags known_;
  bool groups_by_tag_ = false;  ///< the section whose entries come next
};

}  // namespace

void keep_chosen(Node& cv, const TagChoice& choice, Diagnostics& diagnostics) {
  Keeper keeper(choice, diagnostics);
  erase_if_value(cv, [&](const Node::Key& key, Node& value) {
    if (key.text == "sections" && value.is_map()) {
      erase_if_value(value, [&](const Node::Key&, Node& section) { return !keeper.keep_section(section); });
      return false;
    }
    if ((key.text == "private" || key.text == "abbreviations") && value.is_map()) {
      keeper.keep_fields(value);
      return false;
    }
    return !keeper.keep(value);
  });
  keeper.warn_of_strangers();
}

}  // namespace galley
