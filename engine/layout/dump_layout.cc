#include "layout/dump_layout.h"

#include "base/dump_text.h"
#include "base/numbers.h"
#include "layout/dump_style.h"
#include "layout/print_template.h"

namespace galley {
namespace {

constexpr std::size_t kNameWidth = 20;

std::string_view name_of(Inks inks) { return inks == Inks::cmyk ? "cmyk" : inks == Inks::grey ? "grey" : "rgb"; }

class LayoutDumper {
 public:
  explicit LayoutDumper(const Layout& layout) : layout_(layout) {}

  std::string dump() {
    row("layout", layout_.name + "  " + quoted(layout_.description));
    page();
    row("style body", dump_style(layout_.body));
    for (const auto& [name, spec] : layout_.styles)
      if (name != "body") row("style " + name, dump_style(spec));
    head();
    sections();
    for (const auto& [kind, rule] : layout_.entries) entry(kind, rule);
    for (const auto& [name, format] : layout_.dates) row("dates " + name, dates(format));
    for (const auto& [name, format] : layout_.lists) row("list " + name, list(format));
    people();
    breaks();
    return std::move(out_);
  }

 private:
  void row(const std::string& name, const std::string& value) {
    out_ += value.empty() ? name + '\n' : left_aligned(name, kNameWidth) + "  " + value + '\n';
  }

  void page() {
    const PageRules& page = layout_.page;
    row("page", number(page.size.width) + " x " + number(page.size.height) + "  first line " + number(page.first_line));
    row("margins", "left " + number(page.left) + "  right " + number(page.right) + "  top " + number(page.top) +
                       "  bottom " + number(page.bottom));
    if (const PrintRules& print = layout_.print; print.press.inks != Inks::rgb || print.bleed > Length{} || print.crop_marks)
      row("print", std::string(name_of(print.press.inks)) + (print.profile.empty() ? "" : "  " + quoted(print.profile)) + "  bleed " +
                       number(print.bleed) + (print.crop_marks ? "  crop marks" : ""));
    row("columns", "label " + number(layout_.columns.label) + "  gutter " + number(layout_.columns.gutter));
  }

  void head() {
    row("head", "first baseline " + number(layout_.head.first_baseline) + "  space " + number(layout_.head.space));
    for (const LineRule& line : layout_.head.lines) this->line(line);
  }

  static std::string space(const SpaceRule& rule) {
    std::string out;
    if (rule.before != Length{}) out += "  space before " + number(rule.before);
    if (rule.after != Length{}) out += "  space after " + number(rule.after);
    return out;
  }

  void sections() {
    const SectionRules& rules = layout_.sections;
    row("sections", "label " + rules.label_style + "  space " + number(rules.space) + "  before a heading " +
                        number(rules.space_before_heading) + "  after a label " + number(rules.space_after_label));
    row("sections heading", "style " + rules.heading_style + space(rules.heading_space));
    row("sections note", "style " + rules.note_style + space(rules.note_space));
  }

  void entry(const std::string& kind, const EntryRule& rule) {
    const std::string looks = space(rule.space) + (rule.list ? "  list" : "");
    row("entry " + kind, looks.empty() ? looks : looks.substr(2));
    for (const LineRule& line : rule.lines) this->line(line);
  }

  void line(const LineRule& rule) {
    std::string text;
    for (const Template& part : rule.texts) text += (text.empty() ? "" : " + ") + quoted(print_template(part));
    out_ += "  line " + text;
    if (!rule.with.empty()) out_ += "  with " + quoted(rule.with);
    part(rule.with_style, "with style");
    if (!rule.end.empty()) out_ += "  end " + quoted(print_template(rule.end));
    part(rule.each, "each");
    part(rule.style, "style");
    if (rule.space) part(number(*rule.space), "space");
    if (rule.role != Role::paragraph) part(role_name(rule.role), "tag");
    out_ += '\n';
    if (!rule.right.empty()) {
      out_ += "    right " + quoted(print_template(rule.right)) + (rule.right_on_last ? "  on the last line" : "");
      part(rule.right_style, "style");
      out_ += '\n';
    }
    if (!rule.bullet.mark.empty()) bullet(rule.bullet);
  }

  void part(const std::string& value, const char* name) {
    if (!value.empty()) out_ += "  " + std::string(name) + ' ' + value;
  }

  void bullet(const BulletRule& rule) {
    out_ += "    bullet " + quoted(rule.mark) + "  indent " + number(rule.indent) + "  gap " + number(rule.gap);
    if (!rule.hang) out_ += "  does not hang";
    part(rule.style, "style");
    out_ += '\n';
  }

  static std::string dates(const DateFormat& format) {
    return "year " + quoted(format.year) + "  month " + quoted(format.month) + "  day " + quoted(format.day) +
           "  season " + quoted(format.season) + "  range " + quoted(format.range) + "  between " +
           quoted(format.between);
  }

  static std::string list(const ListFormat& format) {
    return "between " + quoted(format.between) + "  two " + quoted(format.two) + "  last " + quoted(format.last);
  }

  void people() {
    const PeopleRules& rules = layout_.people;
    row("people", list(rules.joined) + "  wording " + (rules.author_wording ? "author" : "layout") + "  owner " +
                      rules.owner_style);
  }

  void breaks() {
    const BreakRules& rules = layout_.breaks;
    const auto cost = [&](const char* name, double value) { row(name, format_number(value, 3)); };
    cost("break page", rules.page);
    cost("break section", rules.inside_section);
    row("break whole section", format_number(rules.inside_whole_section, 3) + "  up to " +
                                   std::to_string(rules.whole_section) + " lines");
    cost("break entry", rules.inside_entry);
    row("break whole entry",
        format_number(rules.inside_whole_entry, 3) + "  up to " + std::to_string(rules.whole_entry) + " lines");
    cost("break widow", rules.widow);
    cost("break orphan", rules.orphan);
    cost("break heading", rules.after_heading);
  }

  const Layout& layout_;
  std::string out_;
};

}  // namespace

std::string dump_layout(const Layout& layout) { return LayoutDumper(layout).dump(); }

}  // namespace galley
