#include "text/line_memory.h"

#include <algorithm>

namespace galley {
namespace {

/// Longer paragraphs are prose that hardly comes again, and would drive out many others.
constexpr std::size_t kLongestText = 4096;

std::size_t size_of(const StyledText& text) {
  std::size_t bytes = 0;
  for (const Piece& piece : text) bytes += piece.text.size();
  return bytes;
}

/// A document's numbers as those of their first appearance in a paragraph: runs only ask which are the same.
class Renumbered {
 public:
  std::uint32_t operator()(std::uint32_t number) {
    const auto place = static_cast<std::uint32_t>(std::find(seen_.begin(), seen_.end(), number) - seen_.begin());
    if (place == seen_.size()) seen_.push_back(number);
    return place;
  }

 private:
  std::vector<std::uint32_t> seen_;
};

/// All that the lines of a paragraph depend on, but for the faces that its styles have; empty if those are nowhere.
std::string key_of(const Paragraph& paragraph, StyleId id, const LineMemory::Numbers& numbers, Shaper& shaper, Diagnostics& diagnostics) {
  std::string key;
  const auto put = [&](auto value) { key.append(reinterpret_cast<const char*>(&value), sizeof value); };
  const auto put_text = [&](const std::string& text) {
    put(text.size());
    key += text;
  };
  put(numbers.styles[id]);
  put(numbers.usage);
  put(static_cast<std::uint8_t>(paragraph.right_to_left));
  for (const Length length : {paragraph.measure.first, paragraph.measure.rest, paragraph.measure.kept, paragraph.measure.most_hang}) put(length.scaled());
  put_text(paragraph.language);
  Renumbered styles, links, elements;
  const Face* face = nullptr;
  for (const Piece& piece : paragraph.text) {
    if (!face || &piece == &paragraph.text.front() || piece.style != (&piece - 1)->style) face = shaper.face_of(paragraph.styles[piece.style], diagnostics);
    if (!face) return {};
    put(face);
    put(numbers.styles[piece.style]);
    put(styles(piece.style));
    put(links(piece.link));
    put(elements(piece.element));
    put(piece.names.size());
    for (const ByteRange& name : piece.names) {
      put(name.begin);
      put(name.end);
    }
    put_text(piece.text);
  }
  return key;
}

/// Whether lines are set in the faces that their styles have and whole. What other faces helped out with hangs on more than the
/// key tells, and what is missing is said once in each request.
bool is_plain(const std::vector<SetLine>& lines, const Paragraph& paragraph, Shaper& shaper, Diagnostics& diagnostics) {
  StyleId style = 0;
  const Face* face = nullptr;
  for (const SetLine& line : lines) {
    for (const SetRun& run : line.runs) {
      if (!face || run.style != style) face = shaper.face_of(paragraph.styles[style = run.style], diagnostics);
      if (run.run.face.get() != face) return false;
      if (std::any_of(run.run.glyphs.begin(), run.run.glyphs.end(), [](const Glyph& glyph) { return glyph.id == 0; })) return false;
    }
  }
  return true;
}

/// Gives lines the links, elements and places of another document.
void put_into(const Paragraph& paragraph, std::vector<SetLine>& lines) {
  for (SetLine& line : lines) {
    for (SetRun& run : line.runs) {
      const Piece& piece = paragraph.text[run.piece];
      run.style = piece.style;
      run.link = piece.link;
      run.element = piece.element;
      run.run.source = piece.source;
    }
  }
}

}  // namespace

template <typename Value>
std::uint32_t LineMemory::number_of(const Value& value, Numbered<Value>& known) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const auto& each) { return each.first == value; });
  if (found != known.end()) return found->second;
  if (known.size() >= kMostNumbered) known.clear();
  known.emplace_back(value, ++last_number_);
  return last_number_;
}

LineMemory::Numbers LineMemory::numbers_of(const std::vector<Style>& styles, const TextUsage& usage) {
  Numbers numbers;
  const std::lock_guard lock(mutex_);
  for (const Style& style : styles) numbers.styles.push_back(number_of(style, styles_));
  numbers.usage = number_of(usage, usages_);
  return numbers;
}

std::vector<SetLine> LineMemory::set(const Paragraph& paragraph, StyleId id, const Numbers& numbers, Shaper& shaper, Diagnostics& diagnostics) {
  const std::size_t size = size_of(paragraph.text);
  const std::string key = size > 0 && size <= kLongestText ? key_of(paragraph, id, numbers, shaper, diagnostics) : std::string();
  if (key.empty()) return set_lines(paragraph, shaper, diagnostics);
  if (const auto known = lines_.find(key)) {
    std::vector<SetLine> lines = *known;
    put_into(paragraph, lines);
    return lines;
  }
  const std::size_t heard = diagnostics.all().size();
  std::vector<SetLine> lines = set_lines(paragraph, shaper, diagnostics);
  const bool is_silent = diagnostics.all().size() == heard && !diagnostics.has_errors();
  if (is_silent && is_plain(lines, paragraph, shaper, diagnostics))
    lines_.add(key, std::make_shared<const std::vector<SetLine>>(lines), size);
  return lines;
}

}  // namespace galley
