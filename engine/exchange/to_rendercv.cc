#include <algorithm>
#include <array>
#include <map>

#include "base/suggest.h"
#include "exchange/export.h"
#include "exchange/networks.h"
#include "exchange/outgoing.h"
#include "exchange/print_cv.h"
#include "exchange/tree.h"

namespace galley {
namespace {

constexpr const char* kProgram = "RenderCV";
constexpr const char* kSchemaLine = "# yaml-language-server: $schema=https://raw.githubusercontent.com/rendercv/rendercv/refs/tags/v2.4/schema.json\n";

void put_text(Node& map, std::string_view key, std::string text) {
  if (!text.empty()) put(map, key, text_node(std::move(text), {}));
}

void put_texts(Node& map, std::string_view key, std::vector<std::string> texts) {
  std::vector<Node> nodes;
  for (std::string& each : texts) nodes.push_back(text_node(std::move(each), {}));
  if (!nodes.empty()) put(map, key, list_node(std::move(nodes), {}));
}

void put_dates(Node& map, Outgoing& from) {
  const auto range = from.dates();
  if (!range) return;
  if (!range->end) return put_text(map, "date", iso_date(range->start));
  put_text(map, "start_date", iso_date(range->start));
  put_text(map, "end_date", range->end->is_present ? "present" : iso_date(*range->end));
}

/// What its entries for education, experience and projects have in common.
void put_common(Node& map, Outgoing& from) {
  put_dates(map, from);
  put_text(map, "location", from.text("location"));
  put_text(map, "summary", from.text("summary"));
  std::vector<std::string> lines = from.texts("details");
  for (std::string& each : from.texts("highlights")) lines.push_back(std::move(each));
  put_texts(map, "highlights", std::move(lines));
}

Node education(Outgoing& from) {
  Node map = map_node({});
  put_text(map, "institution", from.text("institution"));
  // RenderCV wants an area of each entry, and no degree: "Ph.D. in Statistics" alone is one there.
  const std::string area = from.text("area"), degree = from.text("degree");
  put_text(map, "area", area.empty() ? degree : area);
  if (!area.empty()) put_text(map, "degree", degree);
  put_common(map, from);
  return map;
}

Node experience(Outgoing& from) {
  Node map = map_node({});
  put_text(map, "company", from.text("company"));
  put_text(map, "position", from.text("position"));
  put_common(map, from);
  return map;
}

Node named(Outgoing& from) {
  Node map = map_node({});
  put_text(map, "name", from.text("name"));
  put_common(map, from);
  return map;
}

Node publication(Outgoing& from) {
  Node map = map_node({});
  put_text(map, "title", from.text("title"));
  put_texts(map, "authors", from.people("authors"));
  put_text(map, "journal", from.text("venue"));
  put_text(map, "doi", from.text("doi"));
  put_text(map, "url", from.text("url"));
  put_dates(map, from);
  put_text(map, "summary", from.text("summary"));
  return map;
}

Node one_line(Outgoing& from) {
  Node map = map_node({});
  std::string label = from.text("label"), details = from.text("details"), level = from.text("level");
  for (const char* list : {"skills", "languages"})
    if (details.empty()) details = from.text(list);
  if (label.empty()) label = level, level.clear();
  put_text(map, "label", label);
  put_text(map, "details", details + (level.empty() ? "" : " (" + level + ")"));
  return map;
}

Node bullet(Outgoing& from) {
  Node map = map_node({});
  put_text(map, "bullet", from.text("bullet"));
  return map;
}

/// Skills or languages under no label.
Node unlabelled(Outgoing& from) {
  Node map = map_node({});
  const std::string skills = from.text("skills");
  put_text(map, "bullet", skills.empty() ? from.text("languages") : skills);
  return map;
}

/// All that an entry says in one line, for kinds that RenderCV does not know.
Node other(Outgoing& from) {
  Node map = map_node({});
  std::string name;
  const std::string summary = from.text("summary"), location = from.text("location");
  std::vector<std::string> lines = from.texts("highlights");
  for (const std::string& each : from.other_texts()) name += (name.empty() ? "" : ", ") + each;
  put_text(map, "name", name);
  put_dates(map, from);
  put_text(map, "location", location);
  put_text(map, "summary", summary);
  put_texts(map, "highlights", std::move(lines));
  return map;
}

struct KindRule {
  std::string_view kind;
  std::string_view type;  ///< of RenderCV's entries: those of a section are of one
  Node (*make)(Outgoing&);
};
constexpr std::array<KindRule, 8> kKinds = {{{"education", "education", education},
                                             {"experience", "experience", experience},
                                             {"normal", "normal", named},
                                             {"publication", "publication", publication},
                                             {"skill", "one-line", one_line},
                                             {"language", "one-line", one_line},
                                             {"one-line", "one-line", one_line},
                                             {"bullet", "bullet", bullet}}};

constexpr KindRule kUnlabelled{"", "bullet", unlabelled};

const KindRule* rule_of(const Entry& entry) {
  const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindRule& each) { return each.kind == entry.kind; });
  if (found != kKinds.end() && found->type == "one-line" && !entry.find("label") && !entry.find("level")) return &kUnlabelled;
  return found == kKinds.end() ? nullptr : &*found;
}

/// The one type of a section's entries; "normal" where there are several or one that it does not know.
std::string_view type_of(const std::vector<Entry>& entries) {
  std::string_view type;
  for (const Entry& each : entries) {
    const KindRule* rule = rule_of(each);
    const std::string_view own = rule ? rule->type : each.kind == "text" ? "text" : "normal";
    if (!type.empty() && own != type) return "normal";
    type = own;
  }
  return type;
}

class ToRenderCv {
 public:
  ToRenderCv(const Cv& cv, Diagnostics& diagnostics) : cv_(cv), diagnostics_(diagnostics) {}

  std::string write() {
    Node cv = person();
    Node sections = map_node({});
    for (const Section& each : cv_.sections) section(each, sections);
    put(cv, "sections", std::move(sections));
    Node root = map_node({});
    put(root, "cv", std::move(cv));
    return kSchemaLine + print_cv(root);
  }

 private:
  Node person() {
    Outgoing from(cv_.person, kProgram, diagnostics_);
    Node cv = map_node({});
    put_text(cv, "name", from.plain("name"));
    put_text(cv, "headline", from.text("headline"));
    const std::string address = from.plain("address"), location = from.plain("location");
    put_text(cv, "location", location.empty() ? address : address.empty() ? location : address + ", " + location);
    put_text(cv, "email", from.plain("email"));
    put_text(cv, "phone", from.plain("phone"));
    put_text(cv, "website", from.text("website"));
    const Field* photo = from.take("photo");
    if (const auto* picture = photo ? std::get_if<PictureFile>(&photo->value) : nullptr) put_text(cv, "photo", picture->file);
    links(from, cv);
    from.report_rest();
    return cv;
  }

  void links(Outgoing& from, Node& cv) {
    const Field* field = from.take("links");
    const auto* texts = field ? std::get_if<std::vector<RichText>>(&field->value) : nullptr;
    if (!texts) return;
    std::vector<Node> connections;
    for (const RichText& each : *texts) {
      const auto link = std::find_if(each.begin(), each.end(), [](const RichSpan& span) { return !span.link.empty(); });
      Node connection = map_node({});
      put_text(connection, "placeholder", plain_text(each));
      if (link != each.end()) put_text(connection, "url", link->link);
      put_text(connection, "fontawesome_icon", "link");
      connections.push_back(std::move(connection));
    }
    put(cv, "custom_connections", list_node(std::move(connections), {}));
  }

  /// Headings part a section into several.
  void section(const Section& section, Node& sections) {
    std::string title = plain_text(section.title);
    if (!section.note.empty()) diagnostics_.warn(section.note.front().source, "this note is not carried over: RenderCV has no place for it").code = Code::not_carried_over;
    std::vector<Entry> entries;
    for (const auto& item : section.items) {
      if (const auto* heading = std::get_if<SubHeading>(&item)) {
        add(title, entries, sections);
        title = plain_text(section.title) + ": " + plain_text(heading->title);
      } else {
        add_entry(std::get<Entry>(item), entries);
      }
    }
    add(title, entries, sections);
  }

  /// One entry for each of the roles at an employer.
  static void add_entry(const Entry& entry, std::vector<Entry>& entries) {
    const Field* roles = entry.find("roles");
    const auto* each = roles ? std::get_if<std::vector<Entry>>(&roles->value) : nullptr;
    if (!each) return entries.push_back(entry);
    for (const Entry& role : *each) {
      Entry& one = entries.emplace_back(role);
      one.kind = "experience";
      for (const Field& field : entry.fields)
        if (field.name != "roles" && !one.find(field.name)) one.fields.push_back(field);
    }
  }

  void add(const std::string& title, std::vector<Entry>& entries, Node& sections) {
    if (entries.empty()) return;
    const std::string_view type = type_of(entries);
    std::vector<Node> nodes;
    for (const Entry& each : entries) {
      Outgoing from(each, kProgram, diagnostics_);
      const KindRule* rule = rule_of(each);
      if (type == "text") nodes.push_back(text_node(from.text("text"), {}));
      else nodes.push_back(rule && rule->type == type ? rule->make(from) : other(from));
      from.report_rest();
    }
    std::string key = title;
    while (sections.find(key)) key += " ";
    sections.keys.push_back({std::move(key), {}});
    sections.items.push_back(list_node(std::move(nodes), {}));
    entries.clear();
  }

  const Cv& cv_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::string to_rendercv(const Cv& cv, Diagnostics& diagnostics) { return ToRenderCv(cv, diagnostics).write(); }

}  // namespace galley
