// RenderCV 1 and 2: `cv` with free sections, whose entries are of the kind that their keys tell; `design`, `locale` and `settings` are
// another program's looks and stay behind, but for the language and the words to be set bold.
#include <algorithm>
#include <array>
#include <cctype>

#include "cv/reading.h"
#include "exchange/import.h"
#include "exchange/loose_dates.h"
#include "exchange/networks.h"
#include "exchange/texts.h"
#include "exchange/tree.h"

namespace galley {
namespace {

struct LanguageName {
  std::string_view name, tag;
};
constexpr std::array<LanguageName, 24> kLanguages = {
    {{"english", "en"},    {"arabic", "ar"},  {"chinese", "zh"},    {"mandarin_chinese", "zh"}, {"danish", "da"},     {"dutch", "nl"},
     {"french", "fr"},     {"german", "de"},  {"greek", "el"},      {"hebrew", "he"},           {"hindi", "hi"},      {"hungarian", "hu"},
     {"indonesian", "id"}, {"italian", "it"}, {"japanese", "ja"},   {"korean", "ko"},           {"norwegian", "no"},  {"persian", "fa"},
     {"polish", "pl"},     {"portuguese", "pt"}, {"russian", "ru"}, {"spanish", "es"},          {"turkish", "tr"},    {"vietnamese", "vi"}}};

/// "additional_experience_and_awards" as RenderCV prints it: "Additional Experience and Awards". Others as they are.
std::string section_title(const std::string& key) {
  if (key.find(' ') != std::string::npos || std::any_of(key.begin(), key.end(), [](char each) { return each >= 'A' && each <= 'Z'; })) return key;
  std::string title;
  for (std::size_t at = 0; at <= key.size();) {
    const std::size_t end = std::min(key.find('_', at), key.size());
    std::string word = key.substr(at, end - at);
    const bool small = word == "and" || word == "of" || word == "the" || word == "in" || word == "for" || word == "or" || word == "to" || word == "with";
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z' && (!small || title.empty())) word[0] = static_cast<char>(word[0] - 'a' + 'A');
    title += (title.empty() ? "" : " ") + word;
    at = end + 1;
  }
  return title;
}

class FromRenderCv {
 public:
  explicit FromRenderCv(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Node convert(const Node& root) {
    Node cv = map_node(root.find("cv")->span);
    read_neighbours(root, cv);
    read_person(*root.find("cv"), cv);
    if (!aliases_.empty()) put_before_sections(cv, "aliases", list_node(aliases_, cv.span));
    Node file = map_node(root.span);
    put(file, "cv", std::move(cv));
    return file;
  }

 private:
  static void put_before_sections(Node& cv, std::string_view key, Node value) {
    put(cv, key, std::move(value));
    if (cv.keys.size() < 2 || cv.keys[cv.keys.size() - 2].text != "sections") return;
    std::swap(cv.keys[cv.keys.size() - 1], cv.keys[cv.keys.size() - 2]);
    std::swap(cv.items[cv.items.size() - 1], cv.items[cv.items.size() - 2]);
  }

  void read_neighbours(const Node& root, Node& cv) {
    for (std::size_t i = 0; i < root.keys.size(); ++i) {
      const std::string& key = root.keys[i].text;
      const Node& value = root.items[i];
      if (key == "cv" || is_empty(value)) continue;
      if (value.is_map() && key.find("settings") != std::string::npos) read_settings(value, in_quotes(key));
      else if (value.is_map() && key.starts_with("locale")) read_locale(value, in_quotes(key), cv);
      else if (key == "design") diagnostics_.warn(root.keys[i].span, "'design' is not carried over", "looks are the layout's: choose one with '-l', see 'galley layouts'").code = Code::not_carried_over;
      else diagnostics_.warn(root.keys[i].span, in_quotes(key) + " beside 'cv' is not carried over").code = Code::not_carried_over;
    }
  }

  void read_settings(const Node& map, std::string where) {
    Fields settings(map, std::move(where), diagnostics_);
    if (const Node* bold = settings.take("bold_keywords"))
      for (const Node& each : texts_of(*bold, diagnostics_)) bold_.push_back(each.text);
    settings.ignore({"render_command"});  // names of output files
    settings.report_rest();
  }

  void read_locale(const Node& map, std::string where, Node& cv) {
    Fields locale(map, std::move(where), diagnostics_);
    const Node* language = locale.take("language");
    if (language && language->is_scalar()) {
      const std::string name = to_lower_ascii(language->text);
      const auto known = std::find_if(kLanguages.begin(), kLanguages.end(), [&](const LanguageName& each) { return each.name == name; });
      put(cv, "language", text_node(known == kLanguages.end() ? language->text : std::string(known->tag), language->span));
    }
    locale.report_rest();
  }

  void read_person(const Node& map, Node& cv) {
    Fields person(map, "'cv'", diagnostics_);
    std::vector<Node> links;
    put_text(cv, "name", person.take("name"));
    put_text(cv, "headline", person.take({"headline", "label", "title"}));
    put_text(cv, "location", person.take("location"));
    put_text(cv, "email", person.take("email"));
    if (const Node* phone = person.take("phone")) put(cv, "phone", phone_of(*phone));
    if (const Node* website = person.take("website")) read_websites(*website, cv, links);
    if (const Node* photo = person.take("photo")) read_photo(*photo, cv);
    if (const Node* networks = person.take("social_networks")) read_networks(*networks, links);
    if (const Node* connections = person.take("custom_connections")) read_connections(*connections, links);
    name_ = cv.find("name") ? cv.find("name")->text : std::string();
    if (!links.empty()) put(cv, "links", list_node(std::move(links), map.span));
    for (const std::string_view ours : {"address", "links", "aliases", "signature", "subject", "keywords", "updated", "language", "abbreviations", "private"})
      if (const Node* value = person.take(ours)) put(cv, ours, *value);  // a mixture of both languages loses nothing
    const Node* summary = person.take("summary");
    if (const Node* sections = person.take("sections")) read_sections(*sections, summary, cv);
    else if (summary) read_sections(map_node(map.span), summary, cv);
    person.ignore({"sort_entries"});
    person.report_rest();
  }

  void put_text(Node& map, std::string_view key, const Node* value) {
    auto text = value ? text_of(*value, diagnostics_) : std::nullopt;
    if (!text) return;
    if (key != "name" && key != "email") embolden(text->text, bold_);
    put(map, key, std::move(*text));
  }

  /// RenderCV writes telephone numbers as "tel:+33-6-…".
  Node phone_of(const Node& written) {
    std::string numbers;
    for (const Node& each : texts_of(written, diagnostics_)) numbers += (numbers.empty() ? "" : ", ") + (each.text.starts_with("tel:") ? each.text.substr(4) : each.text);
    return text_node(std::move(numbers), written.span);
  }

  void read_websites(const Node& written, Node& cv, std::vector<Node>& links) {
    for (const Node& each : texts_of(written, diagnostics_)) {
      const auto address = web_address(each.text);
      if (!address) diagnostics_.warn(each.span, in_quotes(each.text) + " is not carried over: it is no web address").code = Code::not_carried_over;
      else if (!cv.find("website")) put(cv, "website", text_node(*address, each.span));
      else links.push_back(text_node(contact_line({}, {}, *address), each.span));
    }
  }

  void read_photo(const Node& photo, Node& cv) {
    if (!photo.is_scalar() || photo.text.find("://") != std::string::npos) {
      diagnostics_.warn(photo.span, "the photo is not carried over: it is no file beside the CV", "save it there; nothing is fetched while rendering").code = Code::not_carried_over;
      return;
    }
    Node picture = map_node(photo.span);
    put(picture, "file", text_node(photo.text, photo.span));
    put(picture, "alt", text_node(cv.find("name") ? "Portrait of " + cv.find("name")->text : "Portrait", photo.span));
    put(cv, "photo", std::move(picture));
  }

  static std::string text_at(const Node& map, std::string_view key) {
    const Node* value = map.find(key);
    return value && value->is_scalar() ? value->text : std::string();
  }

  void read_networks(const Node& list, std::vector<Node>& links) {
    for (const Node& each : list.items) {
      const std::string network = text_at(each, "network"), user = text_at(each, "username");
      if (!each.is_map() || (network.empty() && user.empty())) continue;
      links.push_back(text_node(contact_line(network, user, text_at(each, "url")), each.span));
    }
  }

  void read_connections(const Node& list, std::vector<Node>& links) {
    for (const Node& each : list.items) {
      if (!each.is_map()) continue;
      std::string words = text_at(each, "placeholder");
      const std::string url = text_at(each, "url");
      const auto address = web_address(url);
      if (words.empty()) words = url;
      if (!url.empty() && !address) diagnostics_.warn(each.find("url")->span, "the link to " + in_quotes(url) + " is not carried over: it is no web address").code = Code::not_carried_over;
      if (!words.empty()) links.push_back(text_node(address ? "[" + words + "](" + *address + ")" : words, each.span));
    }
  }

  /// A summary beside the name, which that program does not know but its users write, comes first.
  void read_sections(const Node& map, const Node* summary, Node& cv) {
    if (!map.is_map()) return put(cv, "sections", map);  // whose reader complains
    Node sections = map_node(map.span);
    if (summary) put_text(sections, "Summary", summary);
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
      Node section = map.items[i];
      total_ = count_reversed(section);
      number_ = 0;
      if (section.is_list()) {
        for (Node& each : section.items) each = entry(each);
      } else if (section.is_scalar()) {
        section = entry(section);
      }
      sections.keys.push_back({section_title(map.keys[i].text), map.keys[i].span});
      sections.items.push_back(std::move(section));
    }
    put(cv, "sections", std::move(sections));
  }

  static int count_reversed(const Node& section) {
    return static_cast<int>(std::count_if(section.items.begin(), section.items.end(), [](const Node& each) { return each.is_map() && each.find("reversed_number"); }));
  }

  Node entry(const Node& written) {
    if (written.is_scalar()) {
      auto text = text_of(written, diagnostics_);
      embolden(text->text, bold_);
      return *text;
    }
    if (!written.is_map() || written.find("heading") || written.find("kind")) return written;
    Fields fields(written, "this entry", diagnostics_);
    Node made = map_node(written.span);
    for (const std::string_view numbered : {"number", "reversed_number"}) {
      const Node* text = written.keys.size() == 1 ? fields.take(numbered) : nullptr;  // a patent has a number, too
      if (!text) continue;
      ++number_;
      const int shown = numbered == "number" ? number_ : total_ - number_ + 1;
      put_text(made, "text", text);
      if (!made.items.empty()) made.items[0].text.insert(0, std::to_string(shown) + ". ");
    }
    if (made.items.empty() && !read_typed(fields, made)) return written;
    fields.report_rest();
    return made;
  }

  /// An entry whose keys tell what it is; false: they do not.
  bool read_typed(Fields& fields, Node& made) {
    if (fields.has("bullet")) return put_all(fields, made, "bullet", {"bullet"});
    if (fields.has("label") && fields.has("details")) return put_all(fields, made, "one-line", {"label", "details"});
    if (fields.has("title") && fields.has("authors")) return read_publication(fields, made);
    if (fields.has("institution")) return put_all(fields, made, "education", {"institution", "degree", "area"}) && read_common(fields, made);
    if (fields.has("position")) return put_all(fields, made, "experience", {"position", "company"}) && read_common(fields, made);
    if (fields.has("company") && fields.has("positions")) return read_positions(fields, made);
    if (fields.has("company") || fields.has("name") || fields.has("title")) {
      put(made, "kind", text_node("normal", fields.span()));
      put_text(made, "name", fields.take({"name", "company", "title"}));
      return read_common(fields, made);
    }
    return false;
  }

  /// Several positions at one employer; what was done there stands below the last of them, as it does there.
  bool read_positions(Fields& fields, Node& made) {
    put_all(fields, made, "employer", {"company"});
    const Node& positions = *fields.take("positions");
    std::vector<Node> roles;
    for (const Node& each : positions.items) {
      if (!each.is_map()) continue;
      Fields position(each, "this position", diagnostics_);
      Node role = map_node(each.span);
      put_text(role, "position", position.take({"name", "position", "title"}));
      read_common(position, role);
      position.report_rest();
      roles.push_back(std::move(role));
    }
    read_dates(fields, made);
    put_text(made, "location", fields.take("location"));
    put_text(made, "summary", fields.take("summary"));
    put_url(fields, made);
    if (!roles.empty()) put_highlights(fields, roles.back());
    put(made, "roles", list_node(std::move(roles), positions.span));
    return true;
  }

  bool put_all(Fields& fields, Node& made, std::string_view kind, std::initializer_list<std::string_view> keys) {
    put(made, "kind", text_node(std::string(kind), fields.span()));
    for (const std::string_view key : keys) put_text(made, key, fields.take(key));
    return true;
  }

  bool read_common(Fields& fields, Node& made) {
    read_dates(fields, made);
    put_text(made, "location", fields.take("location"));
    put_text(made, "summary", fields.take("summary"));
    put_url(fields, made);
    put_highlights(fields, made);
    return true;
  }

  void put_highlights(Fields& fields, Node& made) {
    const Node* highlights = fields.take("highlights");
    if (!highlights) return;
    std::vector<Node> lines = texts_of(*highlights, diagnostics_);
    for (Node& each : lines) embolden(each.text, bold_);
    if (const Node* own = made.find("highlights")) lines.insert(lines.begin(), own->items.begin(), own->items.end());
    put(made, "highlights", list_node(std::move(lines), highlights->span));
  }

  /// `date` wins over a start and an end, as it does there.
  void read_dates(Fields& fields, Node& made) {
    const Node* date = fields.take("date");
    const Node* start = fields.take("start_date");
    const Node* end = fields.take("end_date");
    if (date) put(made, "dates", loose_dates(*date, diagnostics_));
    else if (start || end) put(made, "dates", loose_dates_between(start, end, diagnostics_));
  }

  void put_url(Fields& fields, Node& made) {
    const Node* url = fields.take({"url", "link"});
    if (!url || !url->is_scalar()) return;
    if (const auto address = web_address(url->text)) put(made, "url", text_node(*address, url->span));
    else diagnostics_.warn(url->span, in_quotes(url->text) + " is not carried over: it is no web address").code = Code::not_carried_over;
  }

  bool read_publication(Fields& fields, Node& made) {
    put(made, "kind", text_node("publication", fields.span()));
    put_text(made, "title", fields.take("title"));
    const Node& written = *fields.take("authors");
    std::vector<Node> authors;
    for (Node& each : texts_of(written, diagnostics_)) {
      author(each);
      if (!is_empty(each)) authors.push_back(std::move(each));
    }
    put(made, "authors", list_node(std::move(authors), written.span));
    put_text(made, "venue", fields.take({"journal", "number"}));
    read_dates(fields, made);
    put_url(fields, made);
    if (const Node* doi = fields.take("doi"); doi && doi->is_scalar() && to_lower_ascii(doi->text) != "n/a") put(made, "doi", text_node(bare_doi(doi->text), doi->span));
    put_text(made, "summary", fields.take({"summary", "highlights"}));
    return true;
  }

  /// A DOI given as an address.
  static std::string bare_doi(std::string_view written) {
    const std::size_t at = written.find("10.");
    return std::string(trim(at == std::string_view::npos ? written : written.substr(at)));
  }

  static std::string without_marks(std::string name) {
    for (const std::string_view mark : {"†", "‡", "§", "¶"})
      while (name.ends_with(mark)) name.resize(name.size() - mark.size());
    return name;
  }

  /// "**Ada Lovelace**" is how RenderCV's users mark themselves: the name becomes one of the owner's.
  void author(Node& author) {
    const std::size_t leading = std::min(author.text.find_first_not_of('*'), author.text.size());
    const std::size_t trailing = author.text.size() - (author.text.find_last_not_of('*') + 1);
    const bool marked = leading > 0;
    author.text = without_markup(author.text, author.span, diagnostics_);
    const std::string name = without_marks(author.text);
    if (marked && name != name_ && std::none_of(aliases_.begin(), aliases_.end(), [&](const Node& each) { return each.text == name; }))
      aliases_.push_back(text_node(name, author.span));
    if (trailing > leading) author.text.append(trailing - leading, '*');  // marks: Gao*
  }

  Diagnostics& diagnostics_;
  std::vector<std::string> bold_;
  std::vector<Node> aliases_;
  std::string name_;
  int total_ = 0, number_ = 0;
};

}  // namespace

Node from_rendercv(const Node& root, Diagnostics& diagnostics) { return FromRenderCv(diagnostics).convert(root); }

}  // namespace galley
