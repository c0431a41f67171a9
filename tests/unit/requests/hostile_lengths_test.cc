// Each length of the layouts that ship with the program, set to what nobody means: an error says so, or every glyph stands
// on its page.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "requests/pipeline.h"
#include "tests/support/inside.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

const char* const kCv = R"(
cv:
  name: Ada Lovelace
  headline: Analyst
  location: London
  email: ada@example.org
  sections:
    Work at length:
      - {position: Analyst, company: Engine, location: London, dates: 1842-02/1843-08, highlights: [one thing, another thing], summary: Some more words}
    Papers:
      - {title: Notes, authors: [Ada Lovelace], venue: Memoirs, date: 1843}
    Notes: [a text of a few words]
)";

/// A layout's file with one length changed.
struct Hostile {
  std::string what, text;
};

/// One for each key that holds a length, by the first place where it stands below each of the file's outermost keys.
std::vector<Hostile> hostile_layouts(const std::string& layout, const std::string& value, std::set<std::string>& seen) {
  static const std::regex length(R"(([A-Za-z-]+): (-?[0-9.]+(pt|mm|em))\b)"), outermost("\n([a-z-]+):");
  std::vector<Hostile> all;
  for (std::sregex_iterator at(layout.begin(), layout.end(), length), end; at != end; ++at) {
    const std::string before = layout.substr(0, static_cast<std::size_t>(at->position()));
    std::string top;
    for (std::sregex_iterator key(before.begin(), before.end(), outermost); key != end; ++key) top = (*key)[1];
    const std::string what = top + " … " + at->str(1) + "=" + value;
    if (!seen.insert(what).second) continue;
    std::string changed = layout;
    changed.replace(static_cast<std::size_t>(at->position(2)), static_cast<std::size_t>(at->length(2)), value);
    all.push_back({what, changed});
  }
  return all;
}

TEST(HostileLengths, GiveAnErrorOrAPageThatHoldsAllText) {
  MemoryWorkspace files;
  testing::add_test_fonts(files);
  files.files["cv.yaml"] = kCv;
  Shared shared{files};
  Request request;
  request.cv = "cv.yaml";
  std::set<std::string> seen;
  std::size_t tried = 0, refused = 0;
  for (const char* name : {"classic", "spine", "broadsheet", "harbour", "timeline", "banner", "academic"}) {
    request.layout = name;
    const std::string layout = std::regex_replace(Engine(files).show_layout(request).bytes, std::regex("family: [^,}\n]+"), "family: Square");
    for (const char* value : {"-500pt", "0", "1e6pt", "nan"})
      for (const Hostile& hostile : hostile_layouts(layout, value, seen)) {
        request.layout = "hostile" + std::to_string(++tried) + ".yaml";
        files.files[request.layout] = hostile.text;
        Session session{shared};
        const auto document = make_document(session, request);
        if (!document) {
          ++refused;
          EXPECT_TRUE(session.diagnostics.has_errors()) << name << ": " << hostile.what;
        } else {
          EXPECT_EQ(testing::first_outside(document->pages), "") << name << ": " << hostile.what;
        }
        files.files.erase(request.layout);
      }
  }
  EXPECT_GT(tried, 200U);
  EXPECT_GT(refused, tried / 4);
  EXPECT_LT(refused, tried);
}

}  // namespace
}  // namespace galley
