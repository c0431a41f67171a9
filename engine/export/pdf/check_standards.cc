#include "export/pdf/check_standards.h"

#include <algorithm>

#include "base/characters.h"
#include "base/language_tag.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "export/pdf/file.h"
#include "export/pdf/glyph_use.h"

namespace galley::pdf {
namespace {

/// A run may become one string of two-byte codes, or of UTF-16 with a mark (PDF/A-2, 6.1.13).
constexpr std::size_t kMostInRun = (kLongestString - 2) / 2;

/// The Unicode Standard, 23.5.
bool is_private_use(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

/// Asks one document about each rule; remembers nothing.
class Judge {
 public:
  Judge(const Pages& pages, const Standards& standards) : pages_(pages), standards_(standards) {}

  std::optional<Breach> judge() const {
    if (std::optional<Breach> breach = of_metadata()) return breach;
    if (std::optional<Breach> breach = of_languages()) return breach;
    if (std::optional<Breach> breach = of_figures()) return breach;
    for (std::size_t page = 0; page < pages_.pages.size(); ++page)
      for (const Item& item : pages_.pages[page].items)
        if (const auto* run = std::get_if<GlyphRun>(&item.what))
          if (std::optional<Breach> breach = of_run(*run, page)) {
            breach->at = run->source;
            return breach;
          }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool asks_archive() const { return standards_.archive != ArchiveLevel::none; }
  [[nodiscard]] bool asks_structure() const { return standards_.archive == ArchiveLevel::a; }

  /// "PDF/UA-1 (7.21.8) and PDF/A-2a (6.2.11.8)": those of the two that are asked for; an empty clause is not.
  [[nodiscard]] std::string demand(const std::string& ua_clause, const std::string& archive_clause) const {
    std::string out;
    if (standards_.ua1 && !ua_clause.empty()) out = "PDF/UA-1 (" + ua_clause + ")";
    if (asks_archive() && !archive_clause.empty())
      out += (out.empty() ? "" : " and ") + name_of_archive(standards_) + " (" + archive_clause + ")";
    return out;
  }

  [[nodiscard]] std::optional<Breach> of_metadata() const {
    if (standards_.ua1 && pages_.metadata.title.empty())
      return Breach{"the document has no title, against " + demand("7.1", ""), "give the CV a name"};
    if ((standards_.ua1 || asks_structure()) && pages_.metadata.language.empty())
      return Breach{"the document has no language, against " + demand("7.2", "6.7.4"), "set it, e.g. language: en"};
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Breach> of_languages() const {
    std::vector<std::string_view> tags = {pages_.metadata.language};
    for (const Element& element : pages_.structure.elements) tags.push_back(element.language);
    for (const std::string_view tag : tags)
      if ((standards_.ua1 || asks_structure()) && !tag.empty() && !is_language_tag(tag))
        return Breach{in_quotes(tag) + " is no language tag, against " + demand("7.2", asks_structure() ? "6.7.4" : ""),
                      "use letters, digits and hyphens as in en or pt-BR"};
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Breach> of_figures() const {
    const std::string clause = demand("7.3", "");
    for (const Element& element : pages_.structure.elements)
      if (element.role == Role::figure && element.alternative.empty() && !clause.empty())
        return Breach{"a picture has no alternative text, against " + clause,
                      "say in words what it shows, e.g. photo: {file: me.jpg, alt: Portrait of Ada Lovelace}"};
    return std::nullopt;
  }

  [[nodiscard]] static std::string place_of(const GlyphRun& run, std::size_t page) {
    return " in " + in_quotes(run.text) + " on page " + std::to_string(page + 1);
  }

  [[nodiscard]] std::optional<Breach> of_run(const GlyphRun& run, std::size_t page) const {
    if (asks_archive() && std::max(run.text.size(), run.glyphs.size()) > kMostInRun)
      return Breach{"a line is longer than a string may be" + place_of(run, page) + ", against " + demand("", "6.1.13"),
                    "break it into several"};
    if (std::optional<Breach> breach = of_missing_glyphs(run, page)) return breach;
    return of_private_use(run, page);
  }

  [[nodiscard]] std::optional<Breach> of_missing_glyphs(const GlyphRun& run, std::size_t page) const {
    const auto is_missing = [](const Glyph& glyph) { return glyph.id == 0; };
    if (std::none_of(run.glyphs.begin(), run.glyphs.end(), is_missing)) return std::nullopt;
    const std::string clause = demand("7.21.8", "6.2.11.8");
    if (clause.empty()) return std::nullopt;
    for (std::size_t at = 0; at < run.glyphs.size();) {
      const Cluster cluster = cluster_at(run, at);
      for (; at < cluster.end; ++at)
        if (run.glyphs[at].id == 0)
          return Breach{"the font '" + run.face->name() + "' has no glyph for " + in_quotes(cluster.text) +
                            place_of(run, page) + ", against " + clause,
                        "use a family that has it or another character; '--standard none' leaves a gap in its place"};
    }
    return std::nullopt;
  }

  /// Nobody can know what such a character says. An ActualText would satisfy the clause, but there is none to give.
  [[nodiscard]] std::optional<Breach> of_private_use(const GlyphRun& run, std::size_t page) const {
    const std::string_view text = run.text;
    if (!asks_structure()) return std::nullopt;
    for (std::size_t at = 0; at < text.size();) {
      const utf8::Decoded next = utf8::decode(text, at);
      if (is_private_use(next.code_point))
        return Breach{"the private character " + code_point_name(next.code_point) + place_of(run, page) + " says nothing, against " +
                          demand("", "6.2.11.7.3"),
                      "such characters are symbols of one font only; write what the symbol means"};
      at += next.length;
    }
    return std::nullopt;
  }

  const Pages& pages_;
  const Standards& standards_;
};

}  // namespace

std::optional<Breach> first_breach(const Pages& pages, const Standards& standards) {
  return Judge(pages, standards).judge();
}

}  // namespace galley::pdf
