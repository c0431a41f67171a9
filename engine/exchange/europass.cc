// Europass' CVs until 2020 (`SkillsPassport`): JSON, or XML read into the same tree, where lists stand in …List elements, dates are
// attributes ("--08" is August) and a list of one is its member. What JSON Resume has, too, is renamed and read as that.
#include <algorithm>
#include <array>

#include "cv/reading.h"
#include "exchange/import.h"
#include "exchange/tree.h"

namespace galley {
namespace {

const Node* below(const Node* map, std::initializer_list<std::string_view> path) {
  for (const std::string_view key : path) map = map && map->is_map() ? map->find(key) : nullptr;
  return map && !is_empty(*map) ? map : nullptr;
}

/// A text, or the words of a map {Code, Label}, {Contact}, {$: text with attributes}.
const Node* words_of(const Node* node) {
  for (const std::string_view inner : {"Label", "Contact", "Name", "$", "Code"})
    if (node && node->is_map() && node->find(inner)) return words_of(node->find(inner));
  return node && node->is_scalar() && !is_empty(*node) ? node : nullptr;
}

std::vector<const Node*> members(const Node* node) {
  std::vector<const Node*> all;
  if (!node || is_empty(*node)) return all;
  if (!node->is_list()) return {node};
  for (const Node& each : node->items) all.push_back(&each);
  return all;
}

/// XML's {WorkExperienceList: {WorkExperience: […]}} is JSON's {WorkExperience: […]}.
std::vector<const Node*> list_at(const Node* map, const std::string& name) {
  if (const Node* list = below(map, {name + "List", name})) return members(list);
  return members(below(map, {name}));
}

/// {Year: 2002, Month: 8}, or {year: "2002", month: "--08"}.
Node date_of(const Node* node) {
  if (!node) return {};
  std::string date;
  for (const auto& [json, xml] : {std::pair("Year", "year"), std::pair("Month", "month"), std::pair("Day", "day")}) {
    const Node* part = words_of(below(node, {json}) ? below(node, {json}) : below(node, {xml}));
    if (!part) break;
    std::string number = part->text.substr(std::min(part->text.find_first_not_of('-'), part->text.size()));
    if (number.size() < 2) number.insert(0, "0");
    date += (date.empty() ? "" : "-") + number;
  }
  return date.empty() ? Node{} : text_node(date, node->span);
}

class FromEuropass {
 public:
  explicit FromEuropass(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Node convert(const Node& root) {
    const Node& passport = *root.find("SkillsPassport");
    resume_ = map_node(passport.span);
    const Node* learner = below(&passport, {"LearnerInfo"});
    if (learner) read_learner(*learner);
    if (const Node* locale = words_of(below(&passport, {"Locale"}))) {
      Node meta = map_node(locale->span);
      put(meta, "language", text_node(locale->text, locale->span));
      put(resume_, "meta", std::move(meta));
    }
    for (std::size_t i = 0; i < passport.keys.size(); ++i) {
      const std::string& key = passport.keys[i].text;
      const bool known = key == "LearnerInfo" || key == "Locale" || key == "DocumentInfo" || key == "PrintingPreferences" || key.starts_with("xmlns") || key.find(':') != std::string::npos;
      if (!known && !is_empty(passport.items[i])) not_carried(passport.keys[i]);
    }
    return from_json_resume(resume_, diagnostics_);
  }

 private:
  void not_carried(const Node::Key& key) { diagnostics_.warn(key.span, in_quotes(key.text) + " is not carried over").code = Code::not_carried_over; }

  /// Copies the words at the end of a path, where there are some.
  static void copy(const Node& from, std::initializer_list<std::string_view> path, Node& to, std::string_view key) {
    if (const Node* words = words_of(below(&from, path))) put(to, key, *words);
  }

  void read_learner(const Node& learner) {
    Node basics = map_node(learner.span);
    if (const Node* identification = below(&learner, {"Identification"})) read_identification(*identification, basics);
    copy(learner, {"Headline", "Description"}, basics, "label");
    put(resume_, "basics", std::move(basics));
    if (!resume_.find("basics")) {  // without a name, whose reader complains
      resume_.keys.push_back({"basics", learner.span});
      resume_.items.push_back(map_node(learner.span));
    }
    section(learner, "WorkExperience", "work", [&](const Node& from, Node& to) {
      copy(from, {"Position"}, to, "position");
      copy(from, {"Employer", "Name"}, to, "name");
      copy(from, {"Employer", "ContactInfo", "Website"}, to, "url");
      put(to, "location", place(below(&from, {"Employer", "ContactInfo"})));
    });
    section(learner, "Education", "education", [&](const Node& from, Node& to) {
      const Node *title = words_of(below(&from, {"Title"})), *level = words_of(below(&from, {"Level"}));
      if (title) put(to, "studyType", text_node(level ? title->text + " (" + level->text + ")" : title->text, title->span));
      copy(from, {"Field"}, to, "area");
      copy(from, {"Organisation", "Name"}, to, "institution");
      copy(from, {"Organisation", "ContactInfo", "Website"}, to, "url");
      put(to, "location", place(below(&from, {"Organisation", "ContactInfo"})));
    });
    if (const Node* skills = below(&learner, {"Skills"})) read_skills(*skills);
    read_achievements(learner);
    static constexpr std::array<std::string_view, 10> kKnown = {"Identification", "Headline", "WorkExperience", "WorkExperienceList", "Education", "EducationList", "Skills", "Achievement", "AchievementList", "ReferenceTo"};
    for (std::size_t i = 0; i < learner.keys.size(); ++i)
      if (std::find(kKnown.begin(), kKnown.end(), learner.keys[i].text) == kKnown.end() && !is_empty(learner.items[i])) not_carried(learner.keys[i]);
  }

  void read_identification(const Node& from, Node& basics) {
    std::string name;
    for (const std::string_view part : {"FirstName", "Surname"})
      if (const Node* words = words_of(below(&from, {"PersonName", part}))) name += (name.empty() ? "" : " ") + words->text;
    put(basics, "name", text_node(name, from.span));
    const Node* contact = below(&from, {"ContactInfo"});
    if (contact) read_contact(*contact, basics);
    for (std::size_t i = 0; i < from.keys.size(); ++i)
      if (from.keys[i].text != "PersonName" && from.keys[i].text != "ContactInfo" && !is_empty(from.items[i])) not_carried(from.keys[i]);
  }

  void read_contact(const Node& contact, Node& basics) {
    copy(contact, {"Email"}, basics, "email");
    std::vector<Node> phones;
    for (const Node* each : list_at(&contact, "Telephone"))
      if (const Node* words = words_of(each)) phones.push_back(*words);
    put(basics, "phone", list_node(std::move(phones), contact.span));
    if (const Node* address = below(&contact, {"Address", "Contact"})) {
      Node location = map_node(address->span);
      for (const auto& [theirs, ours] : {std::pair("AddressLine", "address"), std::pair("AddressLine2", "region"), std::pair("PostalCode", "postalCode"), std::pair("Municipality", "city"), std::pair("Country", "country")})
        copy(*address, {theirs}, location, ours);
      put(basics, "location", std::move(location));
    }
    std::vector<Node> profiles;
    for (const Node* each : list_at(&contact, "Website"))
      if (const Node* words = words_of(each)) profiles.push_back(profile({}, "url", *words));
    for (const Node* each : list_at(&contact, "InstantMessaging"))
      if (const Node* words = words_of(each)) profiles.push_back(profile(words_of(below(each, {"Use"})), "username", *words));
    put(basics, "profiles", list_node(std::move(profiles), contact.span));
  }

  static Node profile(const Node* network, std::string_view key, const Node& words) {
    Node made = map_node(words.span);
    if (network) put(made, "network", *network);
    put(made, key, words);
    return made;
  }

  static Node place(const Node* contact) {
    const Node* address = below(contact, {"Address", "Contact"});
    if (!address) return {};
    std::string words;
    for (const std::string_view part : {"Municipality", "Country"})
      if (const Node* each = words_of(below(address, {part}))) words += (words.empty() ? "" : ", ") + each->text;
    return text_node(words, address->span);
  }

  template <typename Fill>
  void section(const Node& learner, const std::string& theirs, std::string_view ours, const Fill& fill) {
    std::vector<Node> entries;
    for (const Node* each : list_at(&learner, theirs)) {
      if (!each->is_map()) continue;
      Node made = map_node(each->span);
      put(made, "startDate", date_of(below(each, {"Period", "From"})));
      put(made, "endDate", date_of(below(each, {"Period", "To"})));
      copy(*each, {"Activities"}, made, "summary");
      fill(*each, made);
      entries.push_back(std::move(made));
    }
    put(resume_, ours, list_node(std::move(entries), learner.span));
  }

  void read_skills(const Node& skills) {
    std::vector<Node> languages;
    const Node* linguistic = below(&skills, {"Linguistic"});
    for (const Node* each : list_at(linguistic, "MotherTongue")) languages.push_back(language(*each, "Native"));
    for (const Node* each : list_at(linguistic, "ForeignLanguage")) languages.push_back(language(*each, levels(below(each, {"ProficiencyLevel"}))));
    put(resume_, "languages", list_node(std::move(languages), skills.span));
    std::vector<Node> entries;
    for (const auto& [key, title] : {std::pair("Communication", "Communication"), std::pair("Organisational", "Organisation"), std::pair("JobRelated", "Job-related"), std::pair("Computer", "Digital"), std::pair("Other", "Other"), std::pair("Driving", "Driving licence")}) {
      const Node* description = below(&skills, {key, "Description"});
      Node made = map_node(skills.span);
      if (const Node* words = words_of(description)) put(made, "description", *words);
      else if (description) put(made, "description", *description);
      if (made.items.empty()) continue;
      put(made, "name", text_node(title, skills.span));
      entries.push_back(std::move(made));
    }
    put(resume_, "personal_skills", list_node(std::move(entries), skills.span));
  }

  static Node language(const Node& from, const std::string& level) {
    Node made = map_node(from.span);
    copy(from, {"Description"}, made, "language");
    put(made, "fluency", text_node(level, from.span));
    return made;
  }

  /// "C1" where all are, else "Listening C1, Reading C2, …".
  static std::string levels(const Node* map) {
    std::string all, only;
    bool alike = true;
    for (const auto& [key, words] : {std::pair("Listening", "Listening"), std::pair("Reading", "Reading"), std::pair("SpokenInteraction", "Spoken interaction"), std::pair("SpokenProduction", "Spoken production"), std::pair("Writing", "Writing")}) {
      const Node* level = words_of(below(map, {key}));
      if (!level) continue;
      all += (all.empty() ? "" : ", ") + std::string(words) + " " + level->text;
      alike = alike && (only.empty() || only == level->text);
      only = level->text;
    }
    return alike ? only : all;
  }

  /// Each under its own title: "Publications", "Honours and awards".
  void read_achievements(const Node& learner) {
    for (const Node* each : list_at(&learner, "Achievement")) {
      const Node *title = words_of(below(each, {"Title"})), *words = words_of(below(each, {"Description"}));
      if (!words) continue;
      put(resume_, title ? title->text : "Achievements", list_node({*words}, words->span));
    }
  }

  Diagnostics& diagnostics_;
  Node resume_;
};

}  // namespace

Node from_europass(const Node& root, Diagnostics& diagnostics) { return FromEuropass(diagnostics).convert(root); }

}  // namespace galley
