// ORCID's public record, as pub.orcid.org gives it (API 3.0, and 2.0 before it), from JSON or from XML read into the same tree. It is a
// list of summaries: of works it names no authors unless the works themselves were asked for.
#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "cv/reading.h"
#include "exchange/entry_maker.h"
#include "exchange/import.h"
#include "exchange/networks.h"
#include "exchange/texts.h"
#include "exchange/tree.h"

namespace galley {
namespace {

using List = std::vector<const Node*>;

/// A value, whether it is written "x" or {value: "x"}; nullptr where there is none.
const Node* value_of(const Node* node) {
  for (const std::string_view inner : {"value", "content", "$"})
    if (node && node->is_map() && node->find(inner)) node = node->find(inner);
  return node && node->is_scalar() && !is_empty(*node) ? node : nullptr;
}

const Node* below(const Node* map, std::initializer_list<std::string_view> path) {
  for (const std::string_view key : path) map = map && map->is_map() ? map->find(key) : nullptr;
  return map && !is_empty(*map) ? map : nullptr;
}

const Node* value_at(const Node& map, std::initializer_list<std::string_view> path) { return value_of(below(&map, path)); }
std::string text_at(const Node& map, std::initializer_list<std::string_view> path) {
  const Node* node = value_at(map, path);
  return node ? std::string(trim(node->text)) : std::string();
}

/// The members of a list; XML has one alone as itself.
List members(const Node* node) {
  List all;
  if (!node || is_empty(*node)) return all;
  if (!node->is_list()) return {node};
  for (const Node& each : node->items) all.push_back(&each);
  return all;
}

/// Every summary of that name; of those that say the same thing (`groups`) the first, which its owner prefers.
void gather(const Node& node, std::string_view name, bool groups, List& found) {
  if (node.is_map()) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const bool group = groups && (node.keys[i].text == "group" || node.keys[i].text == "affiliation-group");
      for (const Node* each : members(&node.items[i])) {
        if (node.keys[i].text == name) {
          found.push_back(each);
        } else if (each->is_map() || each->is_list()) {
          const std::size_t before = found.size();
          gather(*each, name, groups, found);
          if (group && found.size() > before + 1) found.resize(before + 1);
        }
      }
    }
  } else {
    for (const Node& each : node.items) gather(each, name, groups, found);
  }
}

/// "2020-05", of {year: {value: "2020"}, month: {value: "05"}}.
Node date_of(const Node* node) {
  if (!node || is_empty(*node)) return {};
  std::string date = text_at(*node, {"year"});
  for (const std::string_view part : {"month", "day"}) {
    const std::string number = text_at(*node, {part});
    if (number.empty()) break;
    date += (number.size() < 2 ? "-0" : "-") + number;
  }
  return date.size() < 4 ? Node{} : text_node(date, node->span);
}

/// What the reader of a CV need not know: who said so, and when.
void ignore_keeping(Fields& from) {
  from.ignore({"put-code", "created-date", "last-modified-date", "source", "visibility", "display-index", "path"});
}

/// One summary on its way into an entry.
class Summary {
 public:
  Summary(const Node& node, Diagnostics& diagnostics) : node_(node), from_(node, "this summary", diagnostics), made_(map_node(node.span)), to_(made_, diagnostics) {
    ignore_keeping(from_);
  }

  EntryMaker& to() { return to_; }
  [[nodiscard]] const Node& node() const { return node_; }
  std::string take(std::string_view key) {
    const Node* value = value_of(from_.take(key));
    return value ? std::string(trim(value->text)) : std::string();
  }
  const Node* take_map(std::string_view key) { return from_.take(key); }

  void put(std::string_view field, const std::string& words) { galley::put(made_, field, text_node(words, node_.span)); }

  /// "City, Region, Country"; "GB" as it stands.
  void organisation(std::string_view name_field, std::string_view place_field, const std::string& unit = {}) {
    const Node* organisation = from_.take("organization");
    if (!organisation) return;
    const std::string name = text_at(*organisation, {"name"});
    put(name_field, unit.empty() ? name : name.empty() ? unit : unit + ", " + name);
    std::string place;
    for (const std::string_view part : {"city", "region", "country"})
      if (const std::string words = text_at(*organisation, {"address", part}); !words.empty()) place += (place.empty() ? "" : ", ") + words;
    if (!place_field.empty()) put(place_field, place);
  }

  /// `goes_on`: without an end, until today; else it was at the start.
  void dates(bool goes_on) { dates_of(from_.take("start-date"), from_.take("end-date"), goes_on); }
  void dates_of(const Node* from, const Node* to, bool goes_on) {
    const Node start = date_of(from), end = date_of(to);
    if (end.is_null() && !goes_on) to_.dates(nullptr, nullptr, start.is_null() ? nullptr : &start);
    else to_.dates(start.is_null() ? nullptr : &start, end.is_null() ? nullptr : &end, nullptr);
  }
  void date(std::string_view key) {
    const Node date = date_of(from_.take(key));
    to_.dates(nullptr, nullptr, date.is_null() ? nullptr : &date);
  }
  void url(std::string_view key) {
    const Node* written = from_.take(key);
    to_.url(value_of(written));
  }

  Node finish() {
    to_.finish();
    from_.report_rest();
    return std::move(made_);
  }

 private:
  const Node& node_;
  Fields from_;
  Node made_;
  EntryMaker to_;
};

void employment(Summary& from) {
  const std::string role = from.take("role-title"), unit = from.take("department-name");
  from.to().kind(role.empty() ? "normal" : "experience");
  from.put("position", role);
  from.organisation(role.empty() ? "name" : "company", "location", unit);
}

void education(Summary& from) {
  from.to().kind("education");
  from.organisation("institution", "location");
  from.put("degree", from.take("role-title"));
  from.put("area", from.take("department-name"));
}

void distinction(Summary& from) {
  const std::string role = from.take("role-title"), unit = from.take("department-name");
  from.to().kind(role.empty() ? "normal" : "award");
  from.put("award", role);
  from.organisation(role.empty() ? "name" : "institution", {}, unit);
}

void membership(Summary& from) {
  from.to().kind("normal");
  from.organisation("name", "location", from.take("department-name"));
  const std::string role = from.take("role-title");
  const Node text = text_node(role, from.node().span);
  if (!role.empty()) from.to().detail("", &text);
}

void service(Summary& from) {
  const std::string role = from.take("role-title"), unit = from.take("department-name");
  from.to().kind(role.empty() ? "normal" : "service");
  from.put("role", role);
  from.organisation(role.empty() ? "name" : "institution", {}, unit);
}

void affiliation(Summary& from, void (*kind)(Summary&)) {
  kind(from);
  from.dates(kind != distinction);
  from.url("url");
  from.take_map("external-ids");
}

/// The value of the first external id of that type.
const Node* external_id(const Node* ids, std::string_view type) {
  for (const Node* each : members(below(ids, {"external-id"})))
    if (to_lower_ascii(text_at(*each, {"external-id-type"})) == type) return value_at(*each, {"external-id-value"});
  return nullptr;
}

std::string title_of(const Node* title) { return title ? text_at(*title, {"title"}) : std::string(); }

void funding(Summary& from) {
  from.to().kind("award");
  from.put("award", title_of(from.take_map("title")));
  from.organisation("institution", {});
  from.dates(false);
  from.url("url");
  const std::string type = from.take("type");
  const Node* number = external_id(from.take_map("external-ids"), "grant_number");
  from.put("summary", number ? "Grant no. " + number->text : type.empty() || type == "grant" ? std::string() : type);
}

/// "journal-article" as "Journal article".
std::string type_words(std::string type) {
  std::replace_if(type.begin(), type.end(), [](char each) { return each == '-' || each == '_'; }, ' ');
  type = to_lower_ascii(type);
  if (!type.empty() && type[0] >= 'a' && type[0] <= 'z') type[0] = static_cast<char>(type[0] - 'a' + 'A');
  return type;
}

/// Names where the record has them: those of whole works, not of summaries.
std::vector<Node> contributors(const Node* list) {
  std::vector<Node> names;
  for (const Node* each : members(below(list, {"contributor"})))
    if (const Node* name = value_at(*each, {"credit-name"})) names.push_back(text_node(name->text, name->span));
  return names;
}

void work(Summary& from) {
  std::vector<Node> authors = contributors(from.take_map("contributors"));
  const Node* titles = from.take_map("title");
  std::string title = title_of(titles);
  if (const std::string subtitle = titles ? text_at(*titles, {"subtitle"}) : std::string(); !subtitle.empty()) title += ": " + subtitle;
  const bool is_signed = !authors.empty();
  from.to().kind(is_signed ? "publication" : "normal");
  from.put(is_signed ? "title" : "name", title);
  const std::string journal = from.take("journal-title"), type = type_words(from.take("type"));
  const Node* ids = from.take_map("external-ids");
  const Node* doi = external_id(ids, "doi");
  from.date("publication-date");
  if (is_signed) {
    from.to().people("authors", list_node(std::move(authors), from.node().span));
    from.put("venue", journal);
    if (doi) from.put("doi", doi->text.substr(doi->text.find("10.") == std::string::npos ? 0 : doi->text.find("10.")));
    from.url("url");
    return;
  }
  const Node venue = text_node(journal.empty() ? type : journal, from.node().span);
  from.to().detail("", &venue);
  if (doi) {
    const Node address = text_node(doi->text.find("://") == std::string::npos ? "https://doi.org/" + doi->text : doi->text, doi->span);
    from.to().url(&address);
    from.take_map("url");
  } else {
    from.url("url");
  }
}

void review(Summary& from) {
  const Node* organisation = from.take_map("convening-organization");
  const std::string group = from.take("review-group-id"), name = organisation ? text_at(*organisation, {"name"}) : std::string();
  constexpr std::string_view kIssn = "issn:";
  const std::string issn = group.starts_with(kIssn) ? "ISSN " + group.substr(kIssn.size()) : std::string();
  from.to().kind("review");
  from.put("venue", name.empty() ? (issn.empty() ? group : issn) : issn.empty() ? name : name + " (" + issn + ")");
  from.date("completion-date");
  from.url("review-url");
  for (const std::string_view known : {"reviewer-role", "review-type", "external-ids"}) from.take_map(known);
}

void resource(Summary& from) {
  const Node* proposal = from.take_map("proposal");
  from.to().kind("normal");
  if (!proposal) return;
  from.put("name", title_of(below(proposal, {"title"})));
  from.dates_of(below(proposal, {"start-date"}), below(proposal, {"end-date"}), false);
  for (const Node* host : members(below(proposal, {"hosts", "organization"}))) from.to().detail("", value_at(*host, {"name"}));
  from.to().url(value_at(*proposal, {"url"}));
}

/// One entry for each journal, with the years of its reviews, the latest first.
std::vector<Node> by_journal(std::vector<Node> reviews) {
  std::vector<Node> journals;
  std::vector<std::set<std::string, std::greater<>>> years;
  for (Node& each : reviews) {
    const Node *venue = each.find("venue"), *date = each.find("dates");
    if (!venue) continue;
    const auto same = std::find_if(journals.begin(), journals.end(), [&](const Node& other) { return other.find("venue")->text == venue->text; });
    const auto at = static_cast<std::size_t>(same - journals.begin());
    if (at == years.size()) years.emplace_back();
    if (date && date->is_scalar()) years[at].insert(date->text.substr(0, 4));
    if (same == journals.end()) journals.push_back(std::move(each));
  }
  for (std::size_t i = 0; i < journals.size(); ++i) {
    std::vector<Node> dates;
    for (const std::string& year : years[i]) dates.push_back(text_node(year, journals[i].span));
    for (std::size_t k = 0; k < journals[i].keys.size(); ++k)
      if (journals[i].keys[k].text == "dates" && dates.size() > 1) journals[i].items[k] = list_node(dates, journals[i].span);
  }
  return journals;
}

template <void (*kind)(Summary&)>
void affiliation_as(Summary& from) { affiliation(from, kind); }

struct SectionRule {
  std::string_view key, summary, title;
  void (*make)(Summary&);
};
constexpr std::string_view kReviews = "peer-reviews";
constexpr std::array<SectionRule, 12> kSections = {{{"employments", "employment-summary", "Employment", affiliation_as<employment>},
                                                    {"educations", "education-summary", "Education", affiliation_as<education>},
                                                    {"qualifications", "qualification-summary", "Qualifications", affiliation_as<education>},
                                                    {"invited-positions", "invited-position-summary", "Invited positions", affiliation_as<employment>},
                                                    {"works", "work-summary", "Publications", work},
                                                    {"works", "work", "Publications", work},
                                                    {"fundings", "funding-summary", "Grants", funding},
                                                    {"distinctions", "distinction-summary", "Awards", affiliation_as<distinction>},
                                                    {"memberships", "membership-summary", "Memberships", affiliation_as<membership>},
                                                    {"services", "service-summary", "Service", affiliation_as<service>},
                                                    {kReviews, "peer-review-summary", "Reviewing", review},
                                                    {"research-resources", "research-resource-summary", "Research resources", resource}}};

class FromOrcid {
 public:
  explicit FromOrcid(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Node convert(const Node& root) {
    const Node& record = root.find("record") && root.find("record")->is_map() ? *root.find("record") : root;
    cv_.span = sections_.span = record.span;
    if (const Node* person = below(&record, {"person"})) read_person(*person);
    if (const Node* id = below(&record, {"orcid-identifier"})) read_id(*id);
    if (!links_.empty()) put(cv_, "links", list_node(std::move(links_), record.span));
    if (const Node* activities = below(&record, {"activities-summary"})) read_activities(*activities);
    put(cv_, "sections", std::move(sections_));
    Node file = map_node(record.span);
    put(file, "cv", std::move(cv_));
    return file;
  }

 private:
  void read_id(const Node& id) {
    const std::string path = text_at(id, {"path"}), uri = text_at(id, {"uri"});
    if (!path.empty() || !uri.empty()) links_.insert(links_.begin(), text_node(contact_line("ORCID", path, uri), id.span));
  }

  void read_person(const Node& map) {
    Fields person(map, "'person'", diagnostics_);
    person.ignore({"last-modified-date", "path"});
    if (const Node* name = person.take("name")) read_name(*name);
    list_of(person.take("other-names"), "other-name", "aliases");
    if (const Node* emails = person.take("emails")) read_emails(*emails);
    if (const Node* urls = person.take("researcher-urls"))
      for (const Node* each : members(below(urls, {"researcher-url"}))) read_url(*each);
    if (const Node* ids = person.take("external-identifiers"))
      for (const Node* each : members(below(ids, {"external-identifier"})))
        links_.push_back(text_node(contact_line(text_at(*each, {"external-id-type"}), text_at(*each, {"external-id-value"}), text_at(*each, {"external-id-url"})), each->span));
    if (const Node* addresses = person.take("addresses"))
      if (const List all = members(below(addresses, {"address"})); !all.empty())
        if (const Node* country = value_at(*all.front(), {"country"})) put(cv_, "location", text_node(country->text, country->span));
    list_of(person.take("keywords"), "keyword", "keywords");
    if (const Node* biography = value_of(person.take("biography"))) add("Profile", {text_node(own_text(*biography), biography->span)}, biography->span);
    person.report_rest();
  }

  std::string own_text(const Node& node) const {
    const auto text = text_of(node, diagnostics_);
    return text ? with_line_breaks(*text).text : std::string();
  }

  void read_name(const Node& name) {
    const std::string given = text_at(name, {"given-names"}), family = text_at(name, {"family-name"}), credit = text_at(name, {"credit-name"});
    const std::string whole = family.empty() ? given : given + " " + family;
    put(cv_, "name", text_node(credit.empty() ? whole : credit, name.span));
    if (!credit.empty() && credit != whole && !whole.empty()) aliases_.push_back(text_node(whole, name.span));
  }

  /// {other-name: [{content: "A. King"}]}
  void list_of(const Node* list, std::string_view key, std::string_view field) {
    std::vector<Node> all;
    if (field == "aliases") all = aliases_;
    for (const Node* each : members(below(list, {key})))
      if (const Node* text = value_of(each)) all.push_back(text_node(text->text, text->span));
    const Span at = list ? list->span : cv_.span;
    if (!all.empty()) put(cv_, field, list_node(std::move(all), at));
  }

  void read_emails(const Node& emails) {
    const List all = members(below(&emails, {"email"}));
    const auto primary = std::find_if(all.begin(), all.end(), [](const Node* each) { return text_at(*each, {"primary"}) == "true"; });
    const Node* chosen = primary != all.end() ? *primary : all.empty() ? nullptr : all.front();
    for (const Node* each : all) {
      const Node* address = value_at(*each, {"email"});
      if (!address) continue;
      if (each == chosen) put(cv_, "email", text_node(address->text, address->span));
      else links_.push_back(text_node(contact_line({}, {}, address->text), address->span));
    }
  }

  void read_url(const Node& node) {
    const std::string name = text_at(node, {"url-name"}), url = text_at(node, {"url"});
    const auto address = web_address(url);
    if (!address) diagnostics_.warn(node.span, in_quotes(url) + " is not carried over: it is no web address").code = Code::not_carried_over;
    else if (!cv_.find("website")) put(cv_, "website", text_node(*address, node.span));
    else links_.push_back(text_node(name.empty() ? contact_line({}, {}, url) : "[" + name + "](" + *address + ")", node.span));
  }

  void read_activities(const Node& activities) {
    for (const SectionRule& rule : kSections) {
      const Node* part = below(&activities, {rule.key});
      List summaries;
      if (part) gather(*part, rule.summary, rule.key != kReviews, summaries);
      std::vector<Node> entries;
      for (const Node* each : summaries) {
        if (!each->is_map()) continue;
        Summary summary(*each, diagnostics_);
        rule.make(summary);
        Node made = summary.finish();
        if (made.items.size() > 1) entries.push_back(std::move(made));
      }
      if (rule.key == kReviews) entries = by_journal(std::move(entries));
      if (!entries.empty()) add(std::string(rule.title), std::move(entries), part->span);
    }
    say_what_is_missing();
    for (std::size_t i = 0; i < activities.keys.size(); ++i) {
      const std::string& key = activities.keys[i].text;
      const bool known = key == "last-modified-date" || key == "path" || std::any_of(kSections.begin(), kSections.end(), [&](const SectionRule& each) { return each.key == key; });
      if (!known && !is_empty(activities.items[i])) diagnostics_.warn(activities.keys[i].span, in_quotes(key) + " is not carried over").code = Code::not_carried_over;
    }
  }

  void say_what_is_missing() {
    const Node* works = sections_.find("Publications");
    if (!works) return;
    const auto unsigned_work = std::find_if(works->items.begin(), works->items.end(), [](const Node& each) { return !each.find("authors"); });
    if (unsigned_work != works->items.end())
      diagnostics_.warn(unsigned_work->span, "this record names no authors of its works, which stand by their titles", "a bibliography does: write 'Publications: papers.bib'").code = Code::not_carried_over;
  }

  void add(std::string title, std::vector<Node> entries, Span span) {
    if (sections_.find(title)) return;
    sections_.keys.push_back({std::move(title), span});
    sections_.items.push_back(list_node(std::move(entries), span));
  }

  Diagnostics& diagnostics_;
  Node cv_ = map_node({}), sections_ = map_node({});
  std::vector<Node> links_, aliases_;
};

}  // namespace

Node from_orcid(const Node& root, Diagnostics& diagnostics) { return FromOrcid(diagnostics).convert(root); }

}  // namespace galley
