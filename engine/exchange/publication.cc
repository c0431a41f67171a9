// One entry of a bibliography as an entry of a CV. Which field of which type says where the work appeared follows biblatex's manual
// (3.14, chapter 2.1), and BibTeX's standard styles where the older names are used.
#include <algorithm>
#include <array>

#include "cv/reading.h"
#include "exchange/loose_dates.h"
#include "exchange/publications.h"
#include "exchange/tex.h"
#include "exchange/texts.h"
#include "exchange/tree.h"

namespace galley {
namespace {

struct ThesisType {
  std::string_view type, words;
};
constexpr std::array<ThesisType, 7> kThesisTypes = {{{"phdthesis", "PhD thesis"},
                                                     {"mastersthesis", "Master’s thesis"},
                                                     {"mathesis", "Master’s thesis"},
                                                     {"bathesis", "Bachelor’s thesis"},
                                                     {"candthesis", "Candidate thesis"},
                                                     {"techreport", "Technical report"},
                                                     {"resreport", "Research report"}}};

class Publication {
 public:
  Publication(const BibEntry& entry, Diagnostics& diagnostics) : entry_(entry), diagnostics_(diagnostics), made_(map_node(entry.at)) {}

  Node make() {
    put(made_, "kind", text_node("publication", entry_.at));
    const std::string title = text("title"), subtitle = text("subtitle");
    put_text("title", subtitle.empty() ? title : title + ": " + subtitle, {"title"});
    if (!made_.find("title")) without_title();
    authors();
    put_text("venue", venue(), {"journal", "journaltitle", "booktitle", "publisher", "school", "institution"});
    dates();
    addresses();
    for (const std::string_view ours : {"award", "summary"}) put_text(ours, text(ours), {ours});
    put_text("summary", note(), {"note", "addendum", "pubstate"});
    return made_.find("authors") ? std::move(made_) : without_authors();
  }

 private:
  /// A manual, a data set: what it is called, and where.
  Node without_authors() {
    diagnostics_.warn(entry_.at, "the entry " + in_quotes(entry_.key) + " has no 'author' and is set by its title", "add 'author = {Ada Lovelace and L. Menabrea}'").code = Code::missing_key;
    Node entry = map_node(made_.span);
    put(entry, "kind", text_node("normal", made_.span));
    const auto move = [&](std::string_view from, std::string_view to) {
      if (const Node* value = made_.find(from)) put(entry, to, *value);
    };
    move("title", "name");
    move("dates", "dates");
    move("url", "url");
    if (const Node* doi = made_.find("doi")) put(entry, "url", text_node("https://doi.org/" + doi->text, doi->span));
    move("venue", "details");
    move("summary", "summary");
    return entry;
  }

  void without_title() {
    diagnostics_.warn(entry_.at, "the entry " + in_quotes(entry_.key) + " has no 'title' and is set by its key", "add 'title = {…}'").code = Code::missing_key;
    put(made_, "title", text_node(entry_.key, entry_.at));
  }

  [[nodiscard]] const BibField* first(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
      if (const BibField* field = entry_.find(name); field && !trim(field->text).empty()) return field;
    return nullptr;
  }

  std::string text(std::initializer_list<std::string_view> names) {
    const BibField* field = first(names);
    if (!field) return {};
    TexText decoded = tex_to_text(field->text, TexMarkup::kept);
    for (const std::string& each : decoded.unknown) diagnostics_.warn(field->at, "the TeX command '\\" + each + "' is not known and left out", "its argument stays; write the character itself").code = Code::not_carried_over;
    return std::move(decoded.text);
  }
  std::string text(std::string_view name) { return text({name}); }

  /// The value has the place of the first of the fields that is there.
  void put_text(std::string_view key, std::string value, std::initializer_list<std::string_view> from) {
    const BibField* field = first(from);
    put(made_, key, text_node(std::move(value), field ? field->at : entry_.at));
  }

  /// {{Lovelace, Ada and Menabrea, Luigi}} is a list, for all its braces; {{Barnes and Noble}} is one name.
  static std::string_view without_needless_braces(std::string_view names) {
    const std::string_view whole = trim(names);
    if (!whole.starts_with('{') || !whole.ends_with('}') || split_names(whole).size() != 1) return names;
    const std::string_view inner = whole.substr(1, whole.size() - 2);
    const auto parts = split_names(inner);
    const bool list = parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](std::string_view each) { return each.find(',') != std::string_view::npos; });
    return list ? inner : names;
  }

  void authors() {
    const BibField* field = first({"author", "editor", "organization", "institution", "holder"});
    if (!field) return;
    std::vector<Node> people;
    bool others = false;
    for (const std::string_view name : split_names(without_needless_braces(field->text))) {
      if (to_lower_ascii(name) == "others") others = true;
      else people.push_back(text_node(printed_name(name), field->at));
    }
    if (!others) return put(made_, "authors", list_node(std::move(people), field->at));
    std::string all;
    for (const Node& each : people) all += each.text + ", ";
    put(made_, "authors", text_node(all + "et al.", field->at));
  }

  /// "12(3), 45–67"
  std::string numbers() {
    std::string out = text("volume");
    const std::string number = text({"number", "issue"}), pages = text("pages");
    if (!number.empty()) out += "(" + number + ")";
    if (!pages.empty()) out += (out.empty() ? "" : ", ") + page_range(pages);
    return out;
  }

  /// "45-67" with a dash.
  static std::string page_range(std::string pages) {
    if (const std::size_t at = pages.find('-'); at != std::string::npos && pages.find('-', at + 1) == std::string::npos) pages.replace(at, 1, "–");
    return pages;
  }

  static std::string joined(std::initializer_list<std::string> parts) {
    std::string all;
    for (const std::string& each : parts)
      if (!each.empty()) all += (all.empty() ? "" : ", ") + each;
    return all;
  }

  std::string venue() {
    const std::string& type = entry_.type;
    const std::string publisher = text({"publisher", "organization"}), institution = text({"school", "institution"});
    if (first({"journal", "journaltitle"})) {
      const std::string journal = text({"journaltitle", "journal"}), place = numbers();
      return place.empty() ? journal : journal + " " + place;
    }
    if (first({"booktitle", "maintitle", "eventtitle"})) {
      const bool book = type == "incollection" || type == "inbook" || type == "bookinbook";
      return joined({text({"booktitle", "maintitle", "eventtitle"}), book ? publisher : "", page_range(text("pages"))});
    }
    if (type.ends_with("thesis") || type.ends_with("report")) return joined({thesis_words(), institution});
    if (type == "patent") return joined({text("type"), text("number")});
    std::string place = joined({text({"howpublished", "series"}), publisher, institution, text("version")});
    if (place.empty() && is_arxiv()) place = "arXiv";
    if (place.empty()) place = text({"eprinttype", "archiveprefix"});
    return place;
  }

  std::string thesis_words() {
    const std::string kind = to_lower_ascii(text("type"));
    const std::string number = entry_.type.ends_with("report") ? text("number") : std::string();
    for (const ThesisType& each : kThesisTypes)
      if (kind == each.type || (kind.empty() && entry_.type == each.type)) return std::string(each.words) + (number.empty() ? "" : " " + number);
    return text("type") + (number.empty() ? "" : " " + number);
  }

  [[nodiscard]] bool is_arxiv() const {
    const BibField* archive = first({"eprinttype", "archiveprefix"});
    return first({"eprint"}) && (!archive || to_lower_ascii(trim(archive->text)) == "arxiv");
  }

  void dates() {
    const BibField* field = first({"date", "year", "issued"});
    if (!field) return;
    const std::string date = trim_text(field->text);
    const BibField* month = field->name == "year" ? first({"month"}) : nullptr;
    const BibField* day = month ? first({"day"}) : nullptr;
    if (month) {
      const std::string whole = (day ? trim_text(day->text) + " " : "") + trim_text(month->text);
      const bool number = whole.find_first_not_of("0123456789") == std::string::npos;
      if (const auto known = loose_date(number ? date + "-" + whole : whole + " " + date)) return put(made_, "dates", text_node(*known, field->at));
    }
    put(made_, "dates", loose_dates(text_node(date, field->at), diagnostics_));
  }

  static std::string trim_text(std::string_view tex) { return tex_to_text(tex, TexMarkup::dropped).text; }

  /// Without TeX's escapes: "\url{…}", "a\_b".
  static std::string plain_address(std::string written) {
    for (std::size_t at; (at = written.find('\\')) != std::string::npos;) written.erase(at, written.substr(at).starts_with("\\url") ? 4 : 1);
    std::erase_if(written, [](char each) { return each == '{' || each == '}'; });
    return std::string(trim(written));
  }

  /// Given as an address it is not doubled; an address that is none of a DOI is one all the same.
  void put_doi(std::string doi, const BibField& from) {
    const std::size_t at = doi.find("10.");
    if (at == std::string::npos) {
      if (const auto address = web_address(doi); address && !first({"url"})) return put(made_, "url", text_node(*address, from.at));
      return void(diagnostics_.warn(from.at, in_quotes(doi) + " is no DOI and left out", "it begins with '10.'").code = Code::not_carried_over);
    }
    doi.erase(0, at);
    constexpr std::string_view kStroke = "%2F";
    if (const std::size_t stroke = doi.find(kStroke); stroke != std::string::npos && doi.find('/') == std::string::npos) doi.replace(stroke, kStroke.size(), "/");
    put(made_, "doi", text_node(std::move(doi), from.at));
  }

  void addresses() {
    if (const BibField* doi = first({"doi"})) put_doi(plain_address(doi->text), *doi);
    if (const BibField* url = first({"url"})) {
      const std::string written = plain_address(url->text);
      if (const auto address = web_address(written)) return put(made_, "url", text_node(*address, url->at));
      diagnostics_.warn(url->at, in_quotes(written) + " is no web address and left out").code = Code::not_carried_over;
    }
    if (!is_arxiv()) return;
    std::string id(trim(first({"eprint"})->text));
    if (to_lower_ascii(id).starts_with("arxiv:")) id.erase(0, 6);
    if (const auto address = web_address("https://arxiv.org/abs/" + id)) put(made_, "url", text_node(*address, first({"eprint"})->at));
  }

  std::string note() {
    const BibField* state = first({"pubstate"});
    std::string words = joined({text("note"), text("addendum")});
    if (!state) return words;
    static constexpr std::array<ThesisType, 5> kStates = {{{"inpress", "in press"}, {"inpreparation", "in preparation"}, {"submitted", "submitted"}, {"forthcoming", "forthcoming"}, {"prepublished", "pre-published"}}};
    for (const ThesisType& each : kStates)
      if (to_lower_ascii(trim(state->text)) == each.type) return joined({std::string(each.words), words});
    return joined({text("pubstate"), words});
  }

  const BibEntry& entry_;
  Diagnostics& diagnostics_;
  Node made_;
};

}  // namespace

Node publication_of(const BibEntry& entry, Diagnostics& diagnostics) { return Publication(entry, diagnostics).make(); }

}  // namespace galley
