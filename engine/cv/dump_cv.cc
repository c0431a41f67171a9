#include "cv/dump_cv.h"

#include <algorithm>

#include "base/dump_text.h"
#include "source/dump_nodes.h"

namespace galley {
namespace {

std::string shown(const RichText& text) {
  std::string out;
  for (const RichSpan& span : text) {
    if (!out.empty()) out += " | ";
    out += std::string(span.strong ? "strong " : "") + (span.emphasis ? "emphasis " : "") + quoted(span.text);
    if (!span.link.empty()) out += " -> " + span.link;
    if (!span.language.empty()) out += " in " + span.language;
  }
  return out.empty() ? "\"\"" : out;
}

std::string two_digits(int number) { return right_aligned(std::to_string(number), 2); }

std::string shown(const Date& date) {
  if (date.is_present) return "present";
  constexpr const char* kSeasons[] = {"spring", "summer", "autumn", "winter"};
  std::string out = (date.is_approximate ? "~" : "") + std::to_string(date.year);
  if (date.season) out += std::string("-") + kSeasons[static_cast<std::size_t>(*date.season)];
  if (date.month) out += '-' + two_digits(*date.month);
  if (date.day) out += '-' + two_digits(*date.day);
  std::replace(out.begin(), out.end(), ' ', '0');
  return out;
}

std::string shown(const Dates& dates) {
  std::string out;
  for (const DateRange& range : dates.ranges) {
    if (!out.empty()) out += ", ";
    out += shown(range.start) + (range.end ? " / " + shown(*range.end) : "");
  }
  if (!dates.wording.empty()) out += (out.empty() ? "" : " ") + std::string("shown ") + quoted(dates.wording);
  return out;
}

std::string shown(const People& people) {
  std::string out;
  for (const Person& person : people) {
    if (person.separator && !person.separator->empty()) out += ' ' + quoted(*person.separator);
    if (!out.empty()) out += person.separator ? " " : ", ";
    out += quoted(person.name) + (person.is_owner ? " owner" : "");
    if (!person.marks.empty()) out += " marks " + quoted(person.marks);
  }
  return out;
}

std::string shown(Placing placing) {
  std::string out = placing.together ? "  keep together" : "";
  if (placing.begins != Begins::anywhere) out += placing.begins == Begins::page ? "  begins page" : "  begins column";
  return out;
}

class CvDumper {
 public:
  explicit CvDumper(const SourceMap& sources) : sources_(sources) {}

  std::string dump(const Cv& cv) {
    line({}, 0, "language " + cv.language);
    entry(cv.person, 0);
    for (const Section& section : cv.sections) this->section(section);
    return std::move(out_);
  }

 private:
  void section(const Section& section) {
    line(section.source, 0, "section " + shown(section.title) + shown(section.placing));
    if (!section.note.empty()) line(section.note.front().source, 1, "note " + shown(section.note));
    for (const auto& item : section.items) {
      if (const auto* heading = std::get_if<SubHeading>(&item)) {
        line(heading->source, 1, "heading " + shown(heading->title) + shown(heading->placing));
      } else {
        entry(std::get<Entry>(item), 1);
      }
    }
  }

  void entry(const Entry& entry, std::size_t depth) {
    line(entry.source, depth, entry.kind + (entry.number.empty() ? "" : "  number " + entry.number) + shown(entry.placing));
    std::size_t width = 0;
    for (const Field& field : entry.fields) width = std::max(width, field.name.size());
    for (const Field& field : entry.fields) this->field(field, depth + 1, width);
  }

  void field(const Field& field, std::size_t depth, std::size_t width) {
    if (const auto* texts = std::get_if<std::vector<RichText>>(&field.value)) {
      line(field.source, depth, field.name);
      for (const RichText& text : *texts) line(text.empty() ? Span{} : text.front().source, depth + 1, shown(text));
    } else if (const auto* entries = std::get_if<std::vector<Entry>>(&field.value)) {
      line(field.source, depth, field.name);
      for (const Entry& each : *entries) entry(each, depth + 1);
    } else {
      line(field.source, depth, left_aligned(field.name, width) + "  " + one_line(field.value));
    }
  }

  static std::string one_line(const Value& value) {
    if (const auto* text = std::get_if<RichText>(&value)) return shown(*text);
    if (const auto* dates = std::get_if<Dates>(&value)) return shown(*dates);
    if (const auto* people = std::get_if<People>(&value)) return shown(*people);
    if (const auto* picture = std::get_if<PictureFile>(&value)) return quoted(picture->file) + "  alt " + quoted(picture->alternative);
    if (const auto* url = std::get_if<std::string>(&value)) return *url;
    return {};
  }

  void line(Span place, std::size_t depth, const std::string& text) {
    out_ += place_column(place, sources_) + std::string(2 * depth, ' ') + text + '\n';
  }

  const SourceMap& sources_;
  std::string out_;
};

}  // namespace

std::string dump_cv(const Cv& cv, const SourceMap& sources) { return CvDumper(sources).dump(cv); }

}  // namespace galley
