// FRESH (github.com/fresh-standard), the format of HackMyResume: like JSON Resume with other names, its lists under `history` and the
// like. The tree is renamed into JSON Resume's, which then is read; both lose the same.
#include <array>
#include <string_view>

#include "exchange/import.h"
#include "exchange/tree.h"

namespace galley {
namespace {

struct Renamed {
  std::string_view from, list, to;  ///< a section, the key of its list ("": it is one itself), JSON Resume's name for it
};

constexpr std::array<Renamed, 18> kSections = {{{"employment", "history", "work"},
                                                {"education", "history", "education"},
                                                {"projects", "", "projects"},
                                                {"service", "history", "volunteer"},
                                                {"governance", "", "governance"},
                                                {"affiliation", "history", "affiliations"},
                                                {"extracurricular", "", "extracurricular"},
                                                {"skills", "sets", "skills"},
                                                {"skills", "list", "skills"},
                                                {"languages", "", "languages"},
                                                {"recognition", "", "awards"},
                                                {"writing", "", "writing"},
                                                {"reading", "", "reading"},
                                                {"speaking", "", "speaking"},
                                                {"samples", "", "samples"},
                                                {"interests", "", "interests"},
                                                {"references", "", "references"},
                                                {"testimonials", "", "testimonials"}}};

struct KeyName {
  std::string_view from, to;
};
constexpr std::array<KeyName, 12> kKeys = {{{"employer", "company"},
                                            {"start", "startDate"},
                                            {"end", "endDate"},
                                            {"from", "awarder"},
                                            {"quote", "summary"},
                                            {"event", "name"},
                                            {"org", "organization"},
                                            {"curriculum", "courses"},
                                            {"grade", "score"},
                                            {"fluency", "level"},
                                            {"safe", "publish"},
                                            {"category", "type"}}};

/// An entry with the names of JSON Resume. What a program does with it (`publish`, `private`) is dropped.
Node renamed(Node entry) {
  if (!entry.is_map()) return entry;
  Node made = map_node(entry.span);
  for (std::size_t i = 0; i < entry.keys.size(); ++i) {
    std::string name = entry.keys[i].text;
    for (const KeyName& each : kKeys)
      if (name == each.from && !entry.find(each.to)) name = each.to;
    if (name == "publish") continue;  // whether a program shows it at all
    made.keys.push_back({std::move(name), entry.keys[i].span});
    made.items.push_back(std::move(entry.items[i]));
  }
  return made;
}

class Renaming {
 public:
  Renaming(const Node& root, Diagnostics& diagnostics) : root_(root, "this file", diagnostics), basics_(map_node(root.span)), resume_(map_node(root.span)) {}

  Node rename() {
    root_.ignore({"meta"});
    add("name", root_.take("name"));
    for (const std::string_view group : {"info", "contact", "location"}) read_group(group);
    if (const Node* social = root_.take("social")) add_profiles(*social);
    put(resume_, "basics", std::move(basics_));
    if (const Node* disposition = root_.take("disposition"))
      root_.diagnostics().warn(disposition->span, "'disposition' in this file is not carried over").code = Code::not_carried_over;
    for (const Renamed& each : kSections) read_section(each);
    root_.report_rest();
    return std::move(resume_);
  }

 private:
  void add(std::string_view key, const Node* value) {
    if (value) put(basics_, key, *value);
  }

  void read_group(std::string_view name) {
    const Node* group = root_.take(name);
    if (!group || !group->is_map()) return;
    Fields fields(*group, "'" + std::string(name) + "'", root_.diagnostics());
    if (name == "location") {
      Node place = *group;
      for (Node::Key& key : place.keys)
        if (key.text == "code") key.text = "postalCode";
      put(basics_, "location", std::move(place));
      return;
    }
    add("label", fields.take("label"));
    add("image", fields.take("image"));
    add("summary", fields.take("brief"));
    add("email", fields.take("email"));
    add("phone", fields.take("phone"));
    add("url", fields.take("website"));
    fields.report_rest();
  }

  void add_profiles(const Node& social) {
    Node profiles = social;
    for (Node& profile : profiles.items)
      for (std::size_t i = 0; i < profile.keys.size(); ++i)
        if (profile.keys[i].text == "user") profile.keys[i].text = "username";
        else if (profile.keys[i].text == "label") profile.items[i] = {};  // "Email", said by the network
    put(basics_, "profiles", std::move(profiles));
  }

  void read_section(const Renamed& rule) {
    const Node* section = root_.take(rule.from);
    if (!section) return;
    if (section->is_map()) {
      Fields fields(*section, "'" + std::string(rule.from) + "'", root_.diagnostics());
      const Node* list = section->find("sets") ? fields.take("sets") : fields.take({"history", "list"});
      if (!list || resume_.find(rule.to)) return;
      fields.report_rest();
      put_entries(rule.to, *list);
    } else if (!resume_.find(rule.to)) {
      put_entries(rule.to, *section);
    }
  }

  void put_entries(std::string_view key, const Node& list) {
    Node entries = list;
    for (Node& each : entries.items) each = renamed(std::move(each));
    put(resume_, key, std::move(entries));
  }

  Fields root_;
  Node basics_, resume_;
};

}  // namespace

Node from_fresh(const Node& root, Diagnostics& diagnostics) { return from_json_resume(Renaming(root, diagnostics).rename(), diagnostics); }

}  // namespace galley
