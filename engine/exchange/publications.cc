#include "exchange/publications.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/suggest.h"
#include "cv/reading.h"
#include "exchange/tex.h"
#include "exchange/tree.h"
#include "yaml/parse.h"

namespace galley {
namespace {

constexpr std::size_t kLargestBibliography = 8U << 20U;  // bytes

/// "papers.bib", "mine.csl.json": the name of a file, not a sentence.
bool names_bibliography(const Node& node) {
  if (!node.is_scalar()) return false;
  const std::string_view text = trim(node.text);
  return (text.ends_with(".bib") || text.ends_with(".json")) && text.find('\n') == std::string_view::npos && text.find(' ') == std::string_view::npos;
}

/// Types that are not works but what works are in.
bool is_listed(const BibEntry& entry) {
  static const std::set<std::string, std::less<>> kNever = {"xdata", "set", "ieeetranbstctl", "control"};
  static const std::set<std::string, std::less<>> kHolders = {"proceedings", "mvproceedings", "collection", "mvcollection"};
  return !kNever.contains(entry.type) && !(kHolders.contains(entry.type) && entry.is_parent);
}

class Filler {
 public:
  Filler(std::string folder, Workspace& workspace, SourceMap& sources, Diagnostics& diagnostics)
      : folder_(std::move(folder)), workspace_(workspace), sources_(sources), diagnostics_(diagnostics) {}

  /// What each section takes by its key, for those that leave out what another one has.
  void note_keys(const Node& sections) {
    for (std::size_t i = 0; i < sections.items.size(); ++i) {
      std::set<std::string>& keys = keys_[sections.keys[i].text];
      const Node* entries = sections.items[i].is_map() ? sections.items[i].find("entries") : nullptr;
      if (!entries) continue;
      for (const Node& each : entries->items) {
        const Node* key = each.is_map() ? each.find("key") : &each;
        if (key && key->is_scalar()) keys.insert(std::string(trim(key->text)));
      }
    }
  }

  void fill(Node& section) {
    wants_type_ = asks_for(section, "type");
    wants_status_ = asks_for(section, "status");
    wants_tags_ = asks_for(section, "tag");
    if (names_bibliography(section)) {
      section = section_of(whole(section), section.span);
    } else if (section.is_map() && section.find("from")) {
      fill_from(section);
    } else if (const Node* entries = section.is_map() ? section.find("entries") : nullptr; entries && names_bibliography(*entries)) {
      set_entries(section, list_node(whole(*entries), entries->span));
    }
  }

 private:
  static Node section_of(std::vector<Node> entries, Span span) {
    Node section = map_node(span);
    section.keys.push_back({"entries", span});
    section.items.push_back(list_node(std::move(entries), span));
    return section;
  }

  static void set_entries(Node& section, Node entries) {
    for (std::size_t i = 0; i < section.keys.size(); ++i)
      if (section.keys[i].text == "entries") return void(section.items[i] = std::move(entries));
    section.keys.push_back({"entries", entries.span});
    section.items.push_back(std::move(entries));
  }

  /// Whether the section is grouped or sorted by this field.
  static bool asks_for(const Node& section, std::string_view field) {
    if (!section.is_map()) return false;
    const auto is_it = [&](const char* key) {
      const Node* value = section.find(key);
      return value && value->is_scalar() && value->text == field;
    };
    return is_it("group") || is_it("sort");
  }

  /// "machine learning, theory" as [machine-learning, theory]: a tag is one word.
  static Node tags_of(const BibField& keywords) {
    std::vector<Node> tags;
    for (std::size_t at = 0; at <= keywords.text.size();) {
      const std::size_t end = std::min(keywords.text.find_first_of(",;", at), keywords.text.size());
      std::string tag = tex_to_text(std::string_view(keywords.text).substr(at, end - at), TexMarkup::dropped).text;
      for (char& each : tag)
        if (std::string_view(" +{}*").find(each) != std::string_view::npos) each = '-';
      if (!tag.empty()) tags.push_back(text_node(std::move(tag), keywords.at));
      at = end + 1;
    }
    return list_node(std::move(tags), keywords.at);
  }

  Node made(const BibEntry& entry) {
    Node publication = publication_of(entry, diagnostics_);
    if (!publication.find("authors")) return publication;
    if (wants_type_ && !publication.find("type")) put(publication, "type", text_node(entry.type, entry.at));
    const BibField* status = wants_status_ ? entry.find("pubstate") : nullptr;
    if (status) put(publication, "status", text_node(status->text, status->at));
    const BibField* keywords = wants_tags_ ? entry.find("keywords") : nullptr;
    if (keywords) put(publication, "tags", tags_of(*keywords));
    return publication;
  }

  /// Takes `except` out of the section and what the sections that it names have out of the bibliography.
  void leave_out(Node& section, Bibliography& all) {
    const Node* except = section.find("except");
    if (!except) return;
    const Node titles = except->is_list() ? *except : list_node({*except}, except->span);
    erase(section, "except");
    for (const Node& title : titles.items) {
      const auto keys = keys_.find(title.text);
      if (keys != keys_.end()) {
        std::erase_if(all, [&](const BibEntry& each) { return keys->second.contains(each.key); });
        continue;
      }
      std::vector<std::string> names;
      for (const auto& [name, unused] : keys_) names.push_back(name);
      diagnostics_.error(title.span, "there is no section " + in_quotes(title.text), did_you_mean(title.text, names)).code = Code::unknown_name;
    }
  }

  static void erase(Node& map, std::string_view key) {
    const Node* value = map.find(key);
    if (!value) return;
    const auto at = value - map.items.data();
    map.keys.erase(map.keys.begin() + at);
    map.items.erase(map.items.begin() + at);
  }

  void fill_from(Node& section) {
    const Node from = *section.find("from");
    erase(section, "from");
    std::vector<Node> files = from.is_list() ? from.items : std::vector<Node>{from};
    Bibliography all;
    for (const Node& file : files)
      for (const BibEntry& each : load(file)) all.push_back(each);
    leave_out(section, all);
    const bool all_read = std::none_of(files.begin(), files.end(), [&](const Node& file) { return failed_.contains(path_of(file)); });
    const Node* entries = section.find("entries");
    if (!entries) return set_entries(section, list_node(listed(all), from.span));
    Node chosen = entries->is_list() ? *entries : list_node({*entries}, entries->span);
    std::erase_if(chosen.items, [&](Node& each) { return !choose(each, all, all_read); });
    set_entries(section, std::move(chosen));
  }

  /// Puts the entry in the place of its key; false after an error.
  bool choose(Node& item, const Bibliography& all, bool all_read) {
    const Node* key = item.is_map() ? item.find("key") : item.is_scalar() ? &item : nullptr;
    if (!key || !key->is_scalar()) return true;
    const auto found = std::find_if(all.begin(), all.end(), [&](const BibEntry& each) { return each.key == trim(key->text); });
    if (found == all.end()) {
      if (all_read) report_unknown(*key, all);
      return false;
    }
    Node publication = made(*found);
    if (publication.is_null()) return false;
    if (item.is_map()) add_own_fields(publication, item);
    item = std::move(publication);
    return true;
  }

  /// What the CV says of an entry counts instead of what the bibliography does.
  static void add_own_fields(Node& made, const Node& own) {
    for (std::size_t i = 0; i < own.keys.size(); ++i) {
      std::string name = own.keys[i].text;
      if (name == "key") continue;
      if (name == "journal") name = "venue";
      if (name == "date" || name == "year") name = "dates";
      const auto same = std::find_if(made.keys.begin(), made.keys.end(), [&](const Node::Key& each) { return each.text == name; });
      if (same == made.keys.end()) {
        made.keys.push_back({name, own.keys[i].span});
        made.items.push_back(own.items[i]);
      } else if (is_empty(own.items[i])) {  // `award:` takes it away
        made.items.erase(made.items.begin() + (same - made.keys.begin()));
        made.keys.erase(same);
      } else {
        made.items[static_cast<std::size_t>(same - made.keys.begin())] = own.items[i];
      }
    }
  }

  void report_unknown(const Node& key, const Bibliography& all) {
    std::vector<std::string> keys;
    for (const BibEntry& each : all) keys.push_back(each.key);
    const std::string help = did_you_mean(key.text, keys);
    diagnostics_.error(key.span, "there is no entry " + in_quotes(key.text) + " in the bibliography", help.starts_with("did") || keys.size() < 20 ? help : std::string()).code = Code::unknown_name;
  }

  std::vector<Node> whole(const Node& name) { return listed(load(name)); }

  std::vector<Node> listed(const Bibliography& bibliography) {
    std::vector<Node> entries;
    for (const BibEntry& each : bibliography) {
      if (!is_listed(each)) continue;
      Node publication = made(each);
      if (!publication.is_null()) entries.push_back(std::move(publication));
    }
    return entries;
  }

  [[nodiscard]] std::string path_of(const Node& name) const {
    const std::string file(trim(name.text));
    return file.starts_with('/') ? file : folder_ + file;
  }

  const Bibliography& load(const Node& name) {
    const std::string path = path_of(name);
    const auto known = loaded_.find(path);
    return known != loaded_.end() ? known->second : loaded_[path] = read(path, name);
  }

  Bibliography read(const std::string& path, const Node& name) {
    std::optional<Bibliography> read;
    const ReadResult bytes = workspace_.read(path, kLargestBibliography);
    if (!bytes.bytes) {
      diagnostics_.error(name.span, "cannot read the bibliography " + in_quotes(path) + ": " + bytes.why, "it is looked for from the CV's folder").code = Code::cannot_read;
    } else if (const auto file = add_checked(sources_, path, *bytes.bytes, diagnostics_)) {
      read = path.ends_with(".bib") ? read_bib(sources_, *file, diagnostics_) : read_json(*file);
    }
    if (!read) failed_.insert(path);
    return read.value_or(Bibliography{});
  }

  std::optional<Bibliography> read_json(FileId file) {
    const auto root = parse(sources_, file, diagnostics_);
    if (!root) return std::nullopt;
    const Node* items = root->is_map() ? root->find("items") : &*root;
    if (items && items->is_list()) return read_csl(*items, diagnostics_);
    diagnostics_.error({file, 0, 0}, "this is no list of items in CSL-JSON").code = Code::wrong_type;
    return std::nullopt;
  }

  std::string folder_;
  Workspace& workspace_;
  SourceMap& sources_;
  Diagnostics& diagnostics_;
  std::map<std::string, Bibliography> loaded_;
  std::map<std::string, std::set<std::string>> keys_;  ///< by section
  bool wants_type_ = false, wants_status_ = false, wants_tags_ = false;  ///< of the section that is being filled
  std::set<std::string> failed_;  ///< files that could not be read: their keys are not missed
};

Node* find_in(Node* map, std::string_view key) {
  if (!map || !map->is_map()) return nullptr;
  for (std::size_t i = 0; i < map->keys.size(); ++i)
    if (map->keys[i].text == key) return &map->items[i];
  return nullptr;
}

}  // namespace

Node with_bibliographies(Node root, const std::string& folder, Workspace& workspace, SourceMap& sources, Diagnostics& diagnostics) {
  Node* sections = find_in(find_in(&root, "cv"), "sections");
  if (!sections || !sections->is_map()) return root;
  Filler filler(folder, workspace, sources, diagnostics);
  filler.note_keys(*sections);
  for (Node& section : sections->items) filler.fill(section);
  return root;
}

}  // namespace galley
