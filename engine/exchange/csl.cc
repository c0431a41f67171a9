// CSL-JSON 1.0.2 (docs.citationstyles.org, "Appendix: CSL-JSON") as a bibliography: its names of types and variables in biblatex's.
#include <array>

#include "cv/reading.h"
#include "exchange/bib.h"
#include "exchange/tex.h"
#include "exchange/tree.h"

namespace galley {
namespace {

struct Renamed {
  std::string_view csl, bib;
};
constexpr std::array<Renamed, 14> kTypes = {{{"article-journal", "article"},
                                             {"article-magazine", "article"},
                                             {"article-newspaper", "article"},
                                             {"article", "online"},
                                             {"paper-conference", "inproceedings"},
                                             {"chapter", "incollection"},
                                             {"book", "book"},
                                             {"thesis", "thesis"},
                                             {"report", "report"},
                                             {"patent", "patent"},
                                             {"software", "software"},
                                             {"dataset", "dataset"},
                                             {"webpage", "online"},
                                             {"manuscript", "unpublished"}}};
constexpr std::array<Renamed, 15> kVariables = {{{"title", "title"},
                                                 {"volume", "volume"},
                                                 {"issue", "number"},
                                                 {"page", "pages"},
                                                 {"publisher", "publisher"},
                                                 {"DOI", "doi"},
                                                 {"URL", "url"},
                                                 {"note", "note"},
                                                 {"genre", "type"},
                                                 {"number", "number"},
                                                 {"archive", "eprinttype"},
                                                 {"status", "pubstate"},
                                                 {"edition", "edition"},
                                                 {"event-title", "eventtitle"},
                                                 {"event", "eventtitle"}}};

std::string text_at(const Node& map, std::string_view key) {
  const Node* value = map.find(key);
  return value && value->is_scalar() ? value->text : std::string();
}

/// "{van der Berg}, Jan" and the like.
std::string names_of(const Node& list) {
  std::string names;
  for (const Node& each : list.items) {
    if (!each.is_map()) continue;
    const std::string particle = text_at(each, "non-dropping-particle").empty() ? text_at(each, "dropping-particle") : text_at(each, "non-dropping-particle");
    const std::string family = (particle.empty() ? "" : particle + " ") + text_at(each, "family"), given = text_at(each, "given"), suffix = text_at(each, "suffix");
    std::string name = text_at(each, "literal").empty() ? "" : "{" + tex_escaped(text_at(each, "literal")) + "}";
    if (name.empty() && !family.empty()) name = "{" + tex_escaped(family) + "}" + (suffix.empty() ? "" : ", " + tex_escaped(suffix)) + (given.empty() ? "" : ", " + tex_escaped(given));
    if (!name.empty()) names += (names.empty() ? "" : " and ") + name;
  }
  return names;
}

/// {"date-parts": [[2020, 5, 1]]}, {"raw": "May 2020"} or {"literal": …}
std::string date_of(const Node& date) {
  const Node* parts = date.find("date-parts");
  if (!parts || parts->items.empty()) return text_at(date, "raw").empty() ? text_at(date, "literal") : text_at(date, "raw");
  std::string text;
  for (const Node& range : parts->items) {
    if (!text.empty()) text += '/';
    for (std::size_t i = 0; i < range.items.size(); ++i) text += (i ? "-" : "") + std::string(i && range.items[i].text.size() == 1 ? "0" : "") + range.items[i].text;
  }
  return text;
}

void add(BibEntry& entry, std::string_view name, std::string text, Span at) {
  if (!text.empty() && !entry.find(name)) entry.fields.push_back({std::string(name), std::move(text), at, at});
}

BibEntry entry_of(const Node& item, Diagnostics& diagnostics) {
  BibEntry entry;
  Fields fields(item, "this item", diagnostics);
  const Node* type = fields.take("type");
  const Node* id = fields.take({"id", "citation-key"});
  entry.key = id ? id->text : std::string();
  entry.at = id ? id->span : item.span;
  entry.type = "misc";
  for (const Renamed& each : kTypes)
    if (type && type->text == each.csl) entry.type = each.bib;
  for (const std::string_view people : {"author", "editor"})
    if (const Node* list = fields.take(people)) add(entry, people, names_of(*list), list->span);
  for (const Renamed& each : kVariables)
    if (const Node* value = fields.take(each.csl); value && value->is_scalar()) add(entry, each.bib, each.bib == "url" || each.bib == "doi" ? value->text : tex_escaped(value->text), value->span);
  if (const Node* container = fields.take("container-title")) {
    const Node& title = container->is_list() ? container->items[0] : *container;
    add(entry, entry.type == "article" ? "journaltitle" : "booktitle", tex_escaped(title.text), title.span);
  }
  if (const Node* issued = fields.take("issued")) add(entry, "date", date_of(*issued), issued->span);
  fields.ignore({"abstract", "accessed", "language", "ISSN", "ISBN", "source", "title-short", "container-title-short", "journalAbbreviation", "publisher-place", "event-place", "keyword", "library", "PMID", "PMCID"});
  fields.report_rest();
  return entry;
}

}  // namespace

std::optional<Bibliography> read_csl(const Node& list, Diagnostics& diagnostics) {
  Bibliography entries;
  for (const Node& each : list.items) {
    if (each.is_map()) entries.push_back(entry_of(each, diagnostics));
    else diagnostics.warn(each.span, "an item that is " + std::string(describe(each.kind)) + " is not carried over").code = Code::not_carried_over;
  }
  return entries;
}

}  // namespace galley
