#include "cv/people.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "cv/reading.h"
#include "cv/source_places.h"

namespace galley {
namespace {

constexpr std::array<std::string_view, 5> kMarks = {"*", "†", "‡", "§", "¶"};

/// Longer names are not compared with the owner's: normalising costs the square of a run of combining marks.
constexpr std::size_t kLongestName = 256;

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

/// Length of ", ", ", and ", ";", " and ", " & " … at this place, 0: none.
std::size_t separator_at(std::string_view text, std::size_t at) {
  const bool comma = text[at] == ',' || text[at] == ';';
  if (!comma && text[at] != ' ') return 0;
  const std::size_t word = skip_spaces(text, at + 1);
  for (const std::string_view joint : {std::string_view("and "), std::string_view("& ")})
    if (text.substr(word).starts_with(joint)) return skip_spaces(text, word + joint.size()) - at;
  return comma ? word - at : 0;
}

std::string take_marks(std::string_view& name) {
  std::string marks;
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : kMarks) {
      if (!name.ends_with(mark)) continue;
      found = true;
      marks.insert(0, mark);
      name.remove_suffix(mark.size());
      if (name.ends_with('\\')) name.remove_suffix(1);  // "\*" as in a text
      name = trim(name);
    }
  }
  return marks;
}

std::optional<Person> read_person(std::string_view written, Span span, Diagnostics& diagnostics) {
  std::string_view name = trim(written);
  Person person;
  person.marks = take_marks(name);
  person.name = name;
  person.source = span;
  if (name.empty()) {
    diagnostics.error(span, "a name is missing here").code = Code::missing_key;
    return std::nullopt;
  }
  for (const std::string_view mark : kMarks) {
    if (!name.starts_with(mark)) continue;
    diagnostics.error(span, in_quotes(trim(written)) + " begins with a mark",
                      "marks follow a name; to emphasise the CV's owner is the layout's business").code = Code::wrong_value;
    return std::nullopt;
  }
  return person;
}

std::optional<People> read_as_written(const Node& node, Diagnostics& diagnostics) {
  const std::string_view text = node.text;
  People people;
  bool good = true;
  std::string separator;
  for (std::size_t begin = 0, at = 0; at <= text.size(); ++at) {
    const std::size_t length = at < text.size() ? separator_at(text, at) : 0;
    if (length == 0 && at < text.size()) continue;
    std::optional<Person> person = read_person(text.substr(begin, at - begin), place_in(node, begin, at), diagnostics);
    good = good && person;
    if (person) {
      person->separator = separator;
      people.push_back(std::move(*person));
    }
    if (at == text.size()) break;
    separator = text.substr(at, length);
    begin = at + length;
    at = begin - 1;
  }
  if (!good) return std::nullopt;
  return people;
}

std::optional<Person> read_listed(const Node& node, Diagnostics& diagnostics) {
  if (!node.is_map()) {
    if (!expect(node, Node::Kind::scalar, "a person", diagnostics)) return std::nullopt;
    return read_person(node.text, node.span, diagnostics);
  }
  reject_other_keys(node, {"name", "marks"}, "a person", diagnostics);
  const Node* name = node.find("name");
  if (!name) {
    diagnostics.error(node.span, "this person has no 'name'").code = Code::missing_key;
    return std::nullopt;
  }
  const std::optional<std::string> text = read_text(*name, "name", diagnostics);
  std::optional<Person> person = text ? read_person(*text, name->span, diagnostics) : std::nullopt;
  const Node* marks = node.find("marks");
  if (marks && person) person->marks = read_text(*marks, "marks", diagnostics).value_or("");
  return person;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char each) { return static_cast<unsigned char>(each) < 0x80; });
}

/// The name as it is compared. ICU is asked only where ASCII does not do: its tables take time to load.
std::string folded(std::string_view name) {
  if (is_ascii(name)) return to_lower_ascii(name);
  if (name.size() > kLongestName) return std::string(name);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return std::string(name);
  const icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  std::string result;
  fold->normalize(wide, status).toUTF8String(result);
  return U_SUCCESS(status) ? result : std::string(name);
}

void add_parts(std::string_view name, std::vector<std::string_view>& parts) {
  constexpr std::string_view kJoints = " .-";
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of(kJoints), name.size());
    if (end > 0) parts.push_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
}

/// The parts of a folded name: "s.-c. zhu" is s, c, zhu; "zhu, song-chun" song, chun, zhu.
std::vector<std::string_view> parts_of(std::string_view name) {
  std::vector<std::string_view> parts;
  constexpr std::size_t kUsually = 4;
  parts.reserve(kUsually);
  const std::size_t comma = name.find(", ");
  const bool family_first = comma != std::string_view::npos && name.find(',', comma + 1) == std::string_view::npos;
  if (family_first) add_parts(name.substr(comma + 2), parts);
  add_parts(family_first ? name.substr(0, comma) : name, parts);
  return parts;
}

/// "r" for "ruiqi", or the same.
bool agree(std::string_view a, std::string_view b) {
  const auto is_initial = [](std::string_view each, std::string_view of) {
    return !each.empty() && each.size() == utf8::decode(each, 0).length && of.starts_with(each);
  };
  return a == b || is_initial(a, b) || is_initial(b, a);
}

/// Whether two names, as their parts, can be one person's: the family name the same, the given names or their initials in order,
/// middle names in one of them or both. Full names also in the order that puts the family name first ("Gao Ruiqi").
bool are_of_one_person(const std::vector<std::string_view>& one, const std::vector<std::string>& other) {
  if (one.size() < 2 || other.size() < 2) return false;
  if (one.size() == 2 && other.size() == 2 && one[0] == other[1] && one[1] == other[0]) return true;
  if (one.back() != other.back()) return false;
  const std::size_t given = std::min(one.size(), other.size()) - 1;
  for (std::size_t i = 0; i < given; ++i)
    if (!agree(one[i], other[i])) return false;
  return true;
}

}  // namespace

std::optional<People> read_people(const Node& node, Diagnostics& diagnostics) {
  if (node.is_scalar()) return read_as_written(node, diagnostics);
  if (!node.is_list()) {
    diagnostics.error(node.span, "people must be a list or a text, not " + std::string(describe(node.kind))).code = Code::wrong_type;
    return std::nullopt;
  }
  People people;
  for (const Node& each : node.items)
    if (std::optional<Person> person = read_listed(each, diagnostics)) people.push_back(std::move(*person));
  if (people.size() != node.items.size()) return std::nullopt;
  return people;
}

OwnerNames::OwnerNames(const std::vector<std::string>& names) {
  for (const std::string& each : names) {
    Folded& owner = names_.emplace_back(Folded{folded(each), {}});
    for (const std::string_view part : parts_of(owner.name)) owner.parts.emplace_back(part);
  }
}

bool OwnerNames::hold(std::string_view name) const {
  const std::string other = folded(name);
  return std::any_of(names_.begin(), names_.end(), [&](const Folded& owner) {
    if (owner.name == other) return true;
    const bool has_family_name = !owner.parts.empty() && other.find(owner.parts.back()) != std::string::npos;
    return has_family_name && are_of_one_person(parts_of(other), owner.parts);
  });
}

void mark_owner(People& people, const OwnerNames& names) {
  for (Person& person : people) person.is_owner = names.hold(person.name);
}

}  // namespace galley
