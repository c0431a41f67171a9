#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/suggest.h"
#include "cv/reading.h"
#include "exchange/export.h"
#include "exchange/networks.h"
#include "exchange/outgoing.h"
#include "exchange/texts.h"

namespace galley {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kProgram = "JSON Resume";
constexpr const char* kSchema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

void put(Json& map, const char* key, std::string text) {
  if (!text.empty()) map[key] = std::move(text);
}

void put(Json& map, const char* key, std::vector<std::string> texts) {
  if (!texts.empty()) map[key] = std::move(texts);
}

void put_range(Json& map, Outgoing& from) {
  const auto range = from.dates();
  if (!range) return;
  if (!range->start.is_present) map["startDate"] = iso_date(range->start);
  if (!range->end) map["endDate"] = map["startDate"];
  else if (!range->end->is_present) map["endDate"] = iso_date(*range->end);
}

void put_date(Json& map, const char* key, Outgoing& from) {
  const auto range = from.dates();
  if (!range) return;
  const Date& date = range->end && !range->end->is_present ? *range->end : range->start;
  if (!date.is_present) map[key] = iso_date(date);
}

/// Lines go where bulleted ones do.
void put_lines(Json& map, Outgoing& from) {
  std::vector<std::string> lines = from.texts("details");
  for (std::string& each : from.texts("highlights")) lines.push_back(std::move(each));
  put(map, "summary", from.text("summary"));
  put(map, "highlights", std::move(lines));
}

Json work(Outgoing& from) {
  Json map;
  put(map, "name", from.plain("company"));
  put(map, "position", from.plain("position"));
  put(map, "location", from.plain("location"));
  put(map, "url", from.text("url"));
  put_range(map, from);
  put_lines(map, from);
  return map;
}

Json education(Outgoing& from) {
  Json map;
  put(map, "institution", from.plain("institution"));
  put(map, "url", from.text("url"));
  put(map, "studyType", from.plain("degree"));
  put(map, "area", from.plain("area"));
  put_range(map, from);
  put_lines(map, from);
  return map;
}

Json award(Outgoing& from) {
  Json map;
  put(map, "title", from.plain("award"));
  put(map, "awarder", from.plain("institution"));
  put_date(map, "date", from);
  put(map, "url", from.text("url"));
  put(map, "summary", from.text("summary"));
  return map;
}

Json publication(Outgoing& from) {
  Json map;
  put(map, "name", from.plain("title"));
  put(map, "authors", from.unmarked_people("authors"));
  put(map, "publisher", from.plain("venue"));
  put_date(map, "releaseDate", from);
  put(map, "url", from.text("url"));
  put(map, "doi", from.plain("doi"));
  put(map, "summary", from.text("summary"));
  return map;
}

Json skill(Outgoing& from) {
  Json map;
  std::vector<std::string> skills = from.texts("skills");
  const std::string label = from.plain("label");
  put(map, "name", !label.empty() ? label : skills.size() == 1 ? skills.front() : std::string());
  put(map, "level", from.plain("level"));
  if (!label.empty() || skills.size() != 1) put(map, "keywords", std::move(skills));
  return map;
}

Json language(Outgoing& from) {
  Json map;
  put(map, "language", from.text("languages"));
  put(map, "fluency", from.plain("level"));
  return map;
}

Json pair(Outgoing& from) {
  Json map;
  put(map, "name", from.plain("label"));
  const std::string details = from.text("details");
  if (!details.empty()) map["keywords"] = {details};
  return map;
}

Json bullet(Outgoing& from) {
  Json map;
  put(map, "name", from.text(from.entry().fields.empty() ? "" : from.entry().fields.front().name));
  return map;
}

Json named(Outgoing& from) {
  Json map;
  put(map, "name", from.plain("name"));
  put_range(map, from);
  put(map, "location", from.plain("location"));
  put(map, "url", from.text("url"));
  put_lines(map, from);
  return map;
}

/// What JSON Resume has no kind for: its first text is the name, the others are lines.
Json other(Outgoing& from) {
  Json map;
  const std::string url = from.text("url");
  std::vector<std::string> lines;
  for (const char* first : {"title", "role", "venue", "name", "event", "text"})
    if (!map.contains("name")) put(map, "name", from.plain(first));
  put_range(map, from);
  put(map, "location", from.plain("location"));
  put(map, "url", url);
  put(map, "summary", from.text("summary"));
  for (std::string& each : from.other_texts()) lines.push_back(std::move(each));
  if (!map.contains("name") && !lines.empty()) map["name"] = lines.front(), lines.erase(lines.begin());
  put(map, "highlights", std::move(lines));
  return map;
}

/// Where the entries of a kind go; the title is the one that they have when they are read again.
struct KindRule {
  std::string_view kind, key, title;
  Json (*make)(Outgoing&);
};
constexpr std::array<KindRule, 7> kKinds = {{{"experience", "work", "Experience", work},
                                             {"education", "education", "Education", education},
                                             {"award", "awards", "Awards", award},
                                             {"publication", "publications", "Publications", publication},
                                             {"skill", "skills", "Skills", skill},
                                             {"language", "languages", "Languages", language},
                                             {"normal", "projects", "Projects", named}}};

/// Sections that are told by their titles, whatever is in them.
constexpr std::array<KindRule, 5> kTitles = {{{"experience", "volunteer", "Volunteering", work},
                                              {"normal", "certificates", "Certificates", named},
                                              {"normal", "references", "References", named},
                                              {"one-line", "interests", "Interests", pair},
                                              {"bullet", "interests", "Interests", bullet}}};

/// "Invited talks": "invitedTalks".
std::string key_of(const std::string& title) {
  std::string key;
  bool capital = false;
  for (const char each : title) {
    const bool is_letter = static_cast<unsigned char>(each) >= 0x80 || (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9');
    if (is_letter) key += capital && each >= 'a' && each <= 'z' ? static_cast<char>(each - 'a' + 'A') : key.empty() && each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each;
    capital = !is_letter && !key.empty();
  }
  return key.empty() ? "others" : key;
}

class ToJsonResume {
 public:
  ToJsonResume(const Cv& cv, Diagnostics& diagnostics) : cv_(cv), diagnostics_(diagnostics) {}

  std::string write() {
    json_["$schema"] = kSchema;
    basics();
    for (const Section& each : cv_.sections) section(each);
    Json meta = {{"version", "v1.0.0"}};
    if (!cv_.language_source.is_nowhere()) meta["language"] = cv_.language;
    json_["meta"] = std::move(meta);
    return json_.dump(2) + "\n";
  }

 private:
  void basics() {
    Outgoing from(cv_.person, kProgram, diagnostics_);
    Json basics;
    put(basics, "name", from.plain("name"));
    put(basics, "label", from.plain("headline"));
    put(basics, "email", from.plain("email"));
    put(basics, "phone", from.plain("phone"));
    put(basics, "url", from.text("website"));
    const Field* photo = from.take("photo");
    if (const auto* picture = photo ? std::get_if<PictureFile>(&photo->value) : nullptr) basics["image"] = picture->file;
    const std::string address = from.plain("address"), place = from.plain("location");
    if (!address.empty()) basics["location"]["address"] = address;
    if (!place.empty()) basics["location"]["city"] = place;
    profiles(from, basics);
    from.report_rest();
    json_["basics"] = std::move(basics);
  }

  void profiles(Outgoing& from, Json& basics) {
    const Field* links = from.take("links");
    const auto* texts = links ? std::get_if<std::vector<RichText>>(&links->value) : nullptr;
    if (!texts) return;
    for (const RichText& each : *texts) {
      const auto link = std::find_if(each.begin(), each.end(), [](const RichSpan& span) { return !span.link.empty(); });
      if (link != each.end()) {
        const Profile profile = profile_at(link->link, plain_text(each));
        Json map;
        put(map, "network", profile.network);
        put(map, "username", profile.user);
        map["url"] = link->link;
        basics["profiles"].push_back(std::move(map));
      } else {
        const std::string words = plain_text(each);
        const std::size_t colon = words.find(": ");
        basics["profiles"].push_back({{"network", colon == std::string::npos ? std::string() : words.substr(0, colon)}, {"username", colon == std::string::npos ? words : words.substr(colon + 2)}});
      }
    }
  }

  static bool is_prose(const Section& section) {
    return std::all_of(section.items.begin(), section.items.end(), [](const auto& item) {
      const auto* entry = std::get_if<Entry>(&item);
      return entry && entry->kind == "text";
    });
  }

  void section(const Section& section) {
    const std::string title = plain_text(section.title);
    if (!section.note.empty()) warn(section.note.front().source, "this note is not carried over");
    if (is_prose(section) && !json_["basics"].contains("summary")) return summary(section, title);
    for (const auto& item : section.items) {
      if (const auto* heading = std::get_if<SubHeading>(&item)) warn(heading->source, "this heading is not carried over");
      else entry(std::get<Entry>(item), section, title);
    }
  }

  void summary(const Section& section, const std::string& title) {
    std::string all;
    for (const auto& item : section.items) {
      Outgoing from(std::get<Entry>(item), kProgram, diagnostics_);
      all += (all.empty() ? "" : "\n\n") + from.text("text");
      from.report_rest();
    }
    json_["basics"]["summary"] = all;
    check_title(section, title, "Summary");
  }

  /// A section has one title in JSON Resume, that of its list.
  void check_title(const Section& section, const std::string& title, std::string_view theirs) {
    if (title != theirs && std::find(said_.begin(), said_.end(), title) == said_.end())
      diagnostics_.warn(section.source, "the title " + in_quotes(title) + " is not carried over: JSON Resume has one for each of its lists").code = Code::not_carried_over;
    said_.push_back(title);
  }

  void entry(const Entry& entry, const Section& section, const std::string& title) {
    if (const Field* roles = entry.find("roles"); roles && std::holds_alternative<std::vector<Entry>>(roles->value)) return employer(entry, section, title);
    const auto titled = std::find_if(kTitles.begin(), kTitles.end(), [&](const KindRule& each) { return each.kind == entry.kind && each.title == title; });
    const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindRule& each) { return each.kind == entry.kind; });
    Outgoing from(entry, kProgram, diagnostics_);
    if (titled != kTitles.end()) {
      json_[std::string(titled->key)].push_back(titled->make(from));
    } else if (kind != kKinds.end()) {
      json_[std::string(kind->key)].push_back(kind->make(from));
      check_title(section, title, kind->title);
    } else {
      const std::string key = key_of(title);
      json_[key].push_back(entry.kind == "bullet" || entry.kind == "text" ? bullet(from) : entry.kind == "one-line" ? pair(from) : other(from));
      if (std::find(said_.begin(), said_.end(), title) == said_.end())
        diagnostics_.warn(section.source, "JSON Resume knows no entries of kind " + in_quotes(entry.kind) + ": they stand in a list of their own, " + in_quotes(key)).code = Code::not_carried_over;
      said_.push_back(title);
    }
    from.report_rest();
  }

  /// One entry a role, each with the employer.
  void employer(const Entry& employer, const Section& section, const std::string& title) {
    for (const Entry& role : std::get<std::vector<Entry>>(employer.find("roles")->value)) {
      Entry one = role;
      one.kind = "experience";
      for (const Field& field : employer.fields)
        if (field.name != "roles" && !one.find(field.name)) one.fields.push_back(field);
      entry(one, section, title);
    }
  }

  void warn(Span at, const std::string& what) { diagnostics_.warn(at, what + ": JSON Resume has no place for it").code = Code::not_carried_over; }

  const Cv& cv_;
  Diagnostics& diagnostics_;
  Json json_;
  std::vector<std::string> said_;  ///< titles of sections about which something has been said
};

}  // namespace

std::string to_json_resume(const Cv& cv, Diagnostics& diagnostics) { return ToJsonResume(cv, diagnostics).write(); }

}  // namespace galley
