// JSON Resume 1.0.0 (jsonresume.org/schema) with the names of its earlier drafts, and YAMLResume, which puts nearly the same into
// `content`. Sections come in the file's order; a section that no schema knows is read as far as its keys tell what they are.
#include <algorithm>
#include <array>

#include "cv/reading.h"
#include "exchange/entry_maker.h"
#include "exchange/import.h"
#include "exchange/networks.h"
#include "exchange/texts.h"
#include "exchange/tree.h"

namespace galley {
namespace {

using Maker = void (*)(Fields&, EntryMaker&);

void work(Fields& from, EntryMaker& to) {
  const bool has_position = from.has("position");
  to.kind(has_position ? "experience" : "normal");
  if (has_position) to.text("position", from.take("position"));
  to.text(has_position ? "company" : "name", from.take({"name", "company", "organization", "employer"}));
  to.dates(from.take({"startDate", "from", "start"}), from.take({"endDate", "to", "end"}), from.take("date"));
  to.text("location", from.take({"location", "jobLocation"}));
  to.url(from.take({"url", "website"}));
  to.detail("", from.take("description"));
  to.summary(from.take("summary"));
  to.texts("highlights", from.take({"highlights", "responsibilities", "activities"}));
  to.detail("", from.take("keywords"));
}

void education(Fields& from, EntryMaker& to) {
  to.kind("education");
  to.text("institution", from.take({"institution", "school"}));
  to.text("degree", from.take({"studyType", "degree"}));
  to.text("area", from.take({"area", "major"}));
  to.dates(from.take("startDate"), from.take("endDate"), from.take("date"));
  to.text("location", from.take({"location", "schoolLocation"}));
  to.url(from.take({"url", "website"}));
  to.detail("Score", from.take({"score", "gpa"}));
  to.detail("Courses", from.take("courses"));
  to.summary(from.take({"summary", "description"}));
  to.texts("highlights", from.take("highlights"));
}

void award(Fields& from, EntryMaker& to) {
  to.kind("award");
  to.text("award", from.take({"title", "name"}));
  to.text("institution", from.take({"awarder", "issuer"}));
  to.dates(nullptr, nullptr, from.take({"date", "releaseDate"}));
  to.url(from.take({"url", "website"}));
  to.text("summary", from.take({"summary", "description"}));
}

void named(Fields& from, EntryMaker& to) {
  to.kind("normal");
  to.text("name", from.take({"name", "title", "label", "organization", "institution"}));
  to.dates(from.take("startDate"), from.take("endDate"), from.take({"date", "releaseDate"}));
  to.text("location", from.take("location"));
  to.url(from.take({"url", "website", "link"}));
  to.detail("", from.take({"issuer", "publisher", "entity"}));
  to.detail("", from.take({"roles", "role"}));
  to.detail("", from.take("relationship"));
  to.detail("", from.take("type"));
  to.detail("", from.take("email"));
  to.detail("", from.take("phone"));
  to.summary(from.take({"summary", "reference"}));
  to.summary(from.take("description"));
  to.texts("highlights", from.take("highlights"));
  to.detail("", from.take({"keywords", "technologies"}));
}

void publication(Fields& from, EntryMaker& to) {
  const Node* authors = from.take({"authors", "author"});
  if (!authors) return named(from, to);
  to.kind("publication");
  to.text("title", from.take({"name", "title"}));
  to.people("authors", *authors);
  to.text("venue", from.take({"publisher", "journal"}));
  to.dates(nullptr, nullptr, from.take({"releaseDate", "date"}));
  to.url(from.take({"url", "website"}));
  to.text("doi", from.take("doi"));
  to.text("summary", from.take("summary"));
}

void skill(Fields& from, EntryMaker& to) {
  to.kind("skill");
  const Node* name = from.take({"name", "label"});
  const Node* keywords = from.take({"keywords", "skills"});
  to.text("label", keywords ? name : nullptr);
  to.texts("skills", keywords ? keywords : name);
  to.text("level", from.take("level"));
}

void language(Fields& from, EntryMaker& to) {
  to.kind("language");
  to.texts("languages", from.take({"language", "name"}));
  to.text("level", from.take({"fluency", "level"}));
}

void interest(Fields& from, EntryMaker& to) {
  const Node* name = from.take({"name", "label"});
  const Node* keywords = from.take("keywords");
  to.kind(keywords && name ? "one-line" : "bullet");
  to.text(keywords && name ? "label" : "bullet", name ? name : keywords);
  if (keywords && name) to.text("details", keywords);
}

struct SectionRule {
  std::string_view key, title;
  Maker make;
};

constexpr std::array<SectionRule, 16> kSections = {{{"work", "Experience", work},
                                                    {"volunteer", "Volunteering", work},
                                                    {"education", "Education", education},
                                                    {"awards", "Awards", award},
                                                    {"certificates", "Certificates", named},
                                                    {"certifications", "Certificates", named},
                                                    {"publications", "Publications", publication},
                                                    {"skills", "Skills", skill},
                                                    {"languages", "Languages", language},
                                                    {"interests", "Interests", interest},
                                                    {"references", "References", named},
                                                    {"projects", "Projects", named},
                                                    {"speaking", "Talks", named},
                                                    {"courses", "Courses", named},
                                                    {"hobbies", "Hobbies", interest},
                                                    {"experience", "Experience", work}}};

/// "sideProjects", "side_projects": "Side projects"
std::string title_of(const std::string& key) {
  std::string title;
  for (const char each : key) {
    const bool capital = each >= 'A' && each <= 'Z';
    if (each == '_' || each == '-' || (capital && !title.empty() && title.back() >= 'a' && title.back() <= 'z')) title += ' ';
    if (each != '_' && each != '-') title += capital && !title.empty() ? static_cast<char>(each - 'A' + 'a') : each;
  }
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

class FromJsonResume {
 public:
  explicit FromJsonResume(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Node convert(const Node& root) {
    const Node* content = root.find("content") ? root.find("content") : root.find("resume");
    const Node& resume = content && content->is_map() ? *content : root;
    if (&resume != &root) read_frame(root);
    read_basics(*resume.find("basics"));
    for (std::size_t i = 0; i < resume.keys.size(); ++i) read_part(resume.keys[i], resume.items[i]);
    if (!links_.empty()) put(cv_, "links", list_node(std::move(links_), root.span));
    if (!language_.text.empty()) put(cv_, "language", language_);
    cv_.span = root.span;
    put(cv_, "sections", std::move(sections_));
    Node file = map_node(root.span);
    put(file, "cv", std::move(cv_));
    return file;
  }

 private:
  /// What stands beside YAMLResume's `content`.
  void read_frame(const Node& root) {
    Fields frame(root, "this file", diagnostics_);
    frame.take({"content", "resume"});
    const Node* locale = frame.take("locale");
    if (locale && locale->is_map() && locale->find("language")) language_ = *locale->find("language");
    frame.ignore({"$schema"});
    frame.report_rest();
  }

  void read_part(const Node::Key& key, const Node& value) {
    if (key.text == "basics" || key.text == "$schema" || is_empty(value)) return;
    if (key.text == "meta") return read_meta(value);
    if (key.text == "location" && value.is_map()) return read_location(value);
    if (key.text == "profiles" && value.is_list()) return read_profiles(value);
    const auto rule = std::find_if(kSections.begin(), kSections.end(), [&](const SectionRule& each) { return each.key == key.text; });
    if (rule != kSections.end()) add_section(std::string(rule->title), key, value, rule->make);
    else add_section(title_of(key.text), key, value, named);
  }

  void read_meta(const Node& meta) {
    if (const Node* language = meta.is_map() ? meta.find("language") : nullptr; language && language->is_scalar()) language_ = *language;
    if (const Node* theme = meta.is_map() ? meta.find("theme") : nullptr; theme && !is_empty(*theme))
      diagnostics_.warn(theme->span, "'theme' in 'meta' is not carried over", "looks are the layout's: choose one with '-l', see 'galley layouts'").code = Code::not_carried_over;
  }

  void read_basics(const Node& map) {
    Fields basics(map, "'basics'", diagnostics_);
    EntryMaker to(cv_, diagnostics_);
    to.text("name", basics.take("name"));
    to.text("headline", basics.take({"label", "headline", "title"}));
    to.text("email", basics.take("email"));
    to.text("phone", basics.take("phone"));
    if (const Node* url = basics.take({"url", "website"})) {
      to.url(url);
      if (!cv_.keys.empty() && cv_.keys.back().text == "url") cv_.keys.back().text = "website";
    }
    read_picture(basics.take({"image", "picture"}));
    const Node* location = basics.take("location");
    if (location && location->is_map()) read_location(*location);
    else to.text("location", location);
    if (const Node* profiles = basics.take("profiles")) read_profiles(*profiles);
    sections_.span = map.span;
    if (const Node* summary = basics.take("summary")) add_section("Summary", {"summary", summary->span}, *summary, named);
    basics.report_rest();
  }

  void read_picture(const Node* image) {
    if (!image || !image->is_scalar()) return;
    if (image->text.find(':') != std::string::npos || image->text.starts_with("//")) {
      diagnostics_.warn(image->span, "the picture is not carried over: it is no file beside the CV", "save it there, and name it under 'photo'; nothing is fetched while rendering").code = Code::not_carried_over;
      return;
    }
    Node picture = map_node(image->span);
    put(picture, "file", text_node(image->text, image->span));
    put(picture, "alt", text_node(cv_.find("name") ? "Portrait of " + cv_.find("name")->text : "Portrait", image->span));
    put(cv_, "photo", std::move(picture));
  }

  /// "City, Region, Country" is the place; the street makes the address.
  void read_location(const Node& map) {
    Fields place(map, "'location'", diagnostics_);
    const auto part = [&](const Node* node) { return node && node->is_scalar() ? with_line_breaks(*node).text : std::string(); };
    const Node* street = place.take("address");
    const std::string code = part(place.take("postalCode"));
    std::string city = part(place.take("city"));
    if (!code.empty() && (street || city.empty())) city = code + (city.empty() ? "" : " ") + city;
    else if (!code.empty()) city += " " + code;
    std::string all = city;
    for (const std::string& each : {part(place.take("region")), part(place.take({"country", "countryCode"}))})
      if (!each.empty()) all += (all.empty() ? "" : ", ") + each;
    if (street) all = part(street) + (all.empty() ? "" : ", ") + all;
    put(cv_, street ? "address" : "location", text_node(all, map.span));
    place.report_rest();
  }

  void read_profiles(const Node& list) {
    for (const Node& each : list.items) {
      if (!each.is_map()) continue;
      Fields profile(each, "this profile", diagnostics_);
      const auto text = [&](const Node* node) { return node && node->is_scalar() ? node->text : std::string(); };
      const std::string network = text(profile.take("network")), user = text(profile.take("username")), url = text(profile.take({"url", "website"}));
      if (!user.empty() || !url.empty()) links_.push_back(text_node(contact_line(network, user, url), each.span));
      else if (!network.empty()) diagnostics_.warn(each.span, "the profile " + in_quotes(network) + " is not carried over: it has no address").code = Code::not_carried_over;
      profile.report_rest();
    }
  }

  /// FRESH marks whole entries so.
  static bool is_private(const Node& entry) {
    const Node* flag = entry.find("private");
    return flag && flag->is_scalar() && flag->text == "true";
  }

  static void add_prose(const Node& text, std::vector<Node>& entries) {
    auto [words, items] = split_lists(text.text);
    if (!words.empty()) entries.push_back(text_node(std::move(words), text.span));
    for (std::string& each : items) {
      Node bullet = map_node(text.span);
      put(bullet, "kind", text_node("bullet", text.span));
      put(bullet, "bullet", text_node(std::move(each), text.span));
      entries.push_back(std::move(bullet));
    }
  }

  void add_section(std::string title, const Node::Key& key, const Node& value, Maker make) {
    std::vector<Node> entries;
    const auto add = [&](const Node& each) {
      if (is_empty(each)) return;
      if (!each.is_map()) {
        for (const Node& text : texts_of(each, diagnostics_)) add_prose(text, entries);
        return;
      }
      if (is_private(each)) {
        diagnostics_.warn(each.span, "this entry is private, and not carried over").code = Code::not_carried_over;
        return;
      }
      Fields from(each, "this entry", diagnostics_);
      Node made = map_node(each.span);
      EntryMaker to(made, diagnostics_);
      make(from, to);
      to.finish();
      from.report_rest();
      if (made.items.size() > 1) entries.push_back(std::move(made));
    };
    if (value.is_list()) std::for_each(value.items.begin(), value.items.end(), add);
    else add(value);
    if (entries.empty()) return;
    while (sections_.find(title)) title += " ";  // e.g. two keys of one title
    sections_.keys.push_back({std::move(title), key.span});
    sections_.items.push_back(list_node(std::move(entries), value.span));
  }

  Diagnostics& diagnostics_;
  Node cv_ = map_node({}), sections_ = map_node({});
  std::vector<Node> links_;
  Node language_;
};

}  // namespace

Node from_json_resume(const Node& root, Diagnostics& diagnostics) { return FromJsonResume(diagnostics).convert(root); }

}  // namespace galley
