// What fonts there are, for people: families, or their faces with the files that they are in.
#include <algorithm>
#include <utility>

#include "font/font_book.h"
#include "requests/inputs.h"
#include "requests/requests.h"

namespace galley {
namespace {

using Listed = FontBook::Listing;

std::string line_of(const Listed& face) {
  return face.family + ", " + face.style + ": " + (face.installed ? face.file + " (" + face.origin + ")" : "not installed; apt install " + face.package) + '\n';
}

struct Family {
  std::string name, origin, package;
  std::vector<std::string> styles;  ///< that are installed
};

/// In the order of the faces, which is that in which they are looked for; a family of two origins is told once.
std::vector<Family> families_of(const std::vector<Listed>& faces) {
  std::vector<Family> families;
  for (const Listed& face : faces) {
    const auto same = std::find_if(families.begin(), families.end(), [&](const Family& each) { return each.name == face.family; });
    Family& family = same == families.end() ? families.emplace_back(Family{face.family, face.origin, face.package, {}}) : *same;
    const bool is_new = std::find(family.styles.begin(), family.styles.end(), face.style) == family.styles.end();
    if (face.installed && is_new) family.styles.push_back(face.style);
  }
  return families;
}

std::string line_of(const Family& family) {
  if (family.styles.empty()) return family.name + ": not installed; apt install " + family.package + '\n';
  std::string styles;
  for (const std::string& style : family.styles) styles += (styles.empty() ? "" : ", ") + style;
  return family.name + ": " + styles + " (" + family.origin + ")\n";
}

}  // namespace

Outcome list_fonts(Shared& shared, const Request& request, Engine::FontList list) {
  Session session(shared);
  check_font_folders(session, request);
  if (session.diagnostics.has_errors()) return outcome_of(session);
  const std::vector<Listed> faces = FontBook(shared.fonts(), font_folders(request)).list_all(session.diagnostics);
  Outcome outcome = outcome_of(session);
  if (list == Engine::FontList::faces)
    for (const Listed& face : faces) outcome.bytes += line_of(face);
  else
    for (const Family& family : families_of(faces)) outcome.bytes += line_of(family);
  return outcome;
}

}  // namespace galley
