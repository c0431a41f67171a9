// LinkedIn's archive of one's own data: a table for each part of the profile. Rows are renamed into JSON Resume's, which then is read;
// both lose the same.
#include <algorithm>
#include <array>

#include "cv/reading.h"
#include "exchange/import.h"
#include "exchange/tree.h"

namespace galley {
namespace {

struct Column {
  std::string_view title, key;
};
struct Table {
  std::string_view name, section;
  std::array<Column, 8> columns;
};

constexpr std::array<Table, 12> kTables = {
    {{"Positions", "work", {{{"Company Name", "name"}, {"Title", "position"}, {"Description", "summary"}, {"Location", "location"}, {"Started On", "startDate"}, {"Finished On", "endDate"}}}},
     {"Education", "education", {{{"School Name", "institution"}, {"Start Date", "startDate"}, {"End Date", "endDate"}, {"Notes", "summary"}, {"Degree Name", "studyType"}, {"Activities", "highlights"}}}},
     {"Volunteering", "volunteer", {{{"Company Name", "organization"}, {"Role", "position"}, {"Cause", "keywords"}, {"Started On", "startDate"}, {"Finished On", "endDate"}, {"Description", "summary"}}}},
     {"Projects", "projects", {{{"Title", "name"}, {"Description", "description"}, {"Url", "url"}, {"Started On", "startDate"}, {"Finished On", "endDate"}}}},
     {"Publications", "publications", {{{"Name", "name"}, {"Published On", "releaseDate"}, {"Description", "summary"}, {"Publisher", "publisher"}, {"Url", "url"}}}},
     {"Patents", "patents", {{{"Title", "name"}, {"Description", "summary"}, {"Url", "url"}, {"Issued On", "date"}, {"Application Number", "type"}, {"Issue Number", "issuer"}, {"Status", "role"}}}},
     {"Honors", "awards", {{{"Title", "title"}, {"Description", "summary"}, {"Issued On", "date"}, {"Issuer", "awarder"}}}},
     {"Certifications", "certificates", {{{"Name", "name"}, {"Url", "url"}, {"Authority", "issuer"}, {"Started On", "issued"}, {"Finished On", "endDate"}, {"License Number", "type"}}}},
     {"Languages", "languages", {{{"Name", "language"}, {"Proficiency", "fluency"}}}},
     {"Courses", "courses", {{{"Name", "name"}, {"Number", "type"}}}},
     {"Organizations", "organizations", {{{"Name", "name"}, {"Position", "role"}, {"Description", "summary"}, {"Started On", "startDate"}, {"Finished On", "endDate"}}}},
     {"Test Scores", "test_scores", {{{"Name", "name"}, {"Score", "type"}, {"Date", "date"}, {"Description", "summary"}}}}}};

class FromLinkedIn {
 public:
  FromLinkedIn(const Node& tables, Diagnostics& diagnostics) : tables_(tables), diagnostics_(diagnostics) {}

  Node convert() {
    Node resume = map_node(tables_.span);
    put(resume, "basics", basics());
    for (const Table& table : kTables) {
      const Node* rows = tables_.find(table.name);
      if (rows && rows->is_list()) put(resume, table.section, renamed(*rows, table));
    }
    if (const Node* skills = tables_.find("Skills")) put(resume, "skills", in_one_row(*skills));
    return from_json_resume(resume, diagnostics_);
  }

 private:
  [[nodiscard]] const Node* first_row(std::string_view table) const {
    const Node* rows = tables_.find(table);
    return rows && !rows->items.empty() ? &rows->items.front() : nullptr;
  }

  /// Without an end, what was issued was so on that day; it does not go on until today.
  static std::string_view key_of(const Column& column, const Node& row) {
    if (column.key != "issued") return column.key;
    return row.find("Finished On") ? "startDate" : "date";
  }

  Node renamed(const Node& rows, const Table& table) const {
    std::vector<Node> all;
    for (const Node& row : rows.items) {
      Fields fields(row, "the table '" + std::string(table.name) + "'", diagnostics_);
      Node made = map_node(row.span);
      for (const Column& column : table.columns)
        if (const Node* value = column.title.empty() ? nullptr : fields.take(column.title)) put(made, key_of(column, row), *value);
      fields.report_rest();
      all.push_back(std::move(made));
    }
    return list_node(std::move(all), rows.span);
  }

  /// Skills have no groups there.
  static Node in_one_row(const Node& rows) {
    std::vector<Node> names;
    for (const Node& row : rows.items)
      if (const Node* name = row.find("Name")) names.push_back(*name);
    Node all = map_node(rows.span);
    put(all, "keywords", list_node(std::move(names), rows.span));
    return list_node({std::move(all)}, rows.span);
  }

  Node basics() const {
    const Node* row = first_row("Profile");
    Node made = map_node(row ? row->span : tables_.span);
    if (!row) return made;
    Fields profile(*row, "the table 'Profile'", diagnostics_);
    std::string name;
    for (const std::string_view part : {"First Name", "Last Name"})
      if (const Node* words = profile.take(part)) name += (name.empty() ? "" : " ") + words->text;
    put(made, "name", text_node(name, row->span));
    for (const auto& [title, key] : {std::pair("Headline", "label"), std::pair("Summary", "summary")})
      if (const Node* value = profile.take(title)) put(made, key, *value);
    put(made, "location", place(profile));
    put(made, "profiles", list_node(profiles(profile), row->span));
    if (const Node* address = primary("Email Addresses", "Email Address")) put(made, "email", *address);
    if (const Node* number = primary("PhoneNumbers", "Number")) put(made, "phone", *number);
    profile.report_rest();
    return made;
  }

  /// The address and its code only where there is one: a profile's place is "San Francisco Bay Area".
  static Node place(Fields& profile) {
    const Node *area = profile.take("Geo Location"), *street = profile.take("Address"), *code = profile.take("Zip Code");
    if (!street) return area ? *area : Node{};
    Node made = map_node(street->span);
    put(made, "address", *street);
    if (code) put(made, "postalCode", *code);
    if (area) put(made, "region", *area);
    return made;
  }

  [[nodiscard]] const Node* primary(std::string_view table, std::string_view column) const {
    const Node* rows = tables_.find(table);
    const Node* found = nullptr;
    if (rows)
      for (const Node& row : rows->items) {
        const Node *value = row.find(column), *is_primary = row.find("Primary");
        if (value && (!found || (is_primary && is_primary->text == "Yes"))) found = value;
      }
    return found;
  }

  /// "[PORTFOLIO:https://a.org,BLOG:https://b.org]", "[ada]"
  static std::vector<Node> profiles(Fields& profile) {
    std::vector<Node> all;
    for (const auto& [title, network] : {std::pair("Websites", ""), std::pair("Twitter Handles", "Twitter")}) {
      const Node* value = profile.take(title);
      if (!value) continue;
      std::string_view rest = trim(value->text);
      if (rest.starts_with('[') && rest.ends_with(']')) rest = rest.substr(1, rest.size() - 2);
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        std::string_view part = trim(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const bool website = std::string_view(network).empty();
        if (const std::size_t colon = part.find(':'); website && colon != std::string_view::npos && !part.substr(colon).starts_with("://")) part.remove_prefix(colon + 1);
        Node made = map_node(value->span);
        put(made, "network", text_node(network, value->span));
        put(made, website ? "url" : "username", text_node(std::string(part), value->span));
        if (!made.items.empty()) all.push_back(std::move(made));
      }
    }
    return all;
  }

  const Node& tables_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::vector<std::string> linkedin_tables() {
  std::vector<std::string> names = {"Profile", "Skills", "Email Addresses", "PhoneNumbers"};
  for (const Table& each : kTables) names.emplace_back(each.name);
  return names;
}

bool is_linkedin_table(std::string_view name) {
  const std::vector<std::string> names = linkedin_tables();
  return std::find(names.begin(), names.end(), name) != names.end();
}

Node from_linkedin(const Node& root, Diagnostics& diagnostics) { return FromLinkedIn(*root.find("linkedin"), diagnostics).convert(); }

}  // namespace galley
