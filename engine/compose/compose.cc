#include "compose/compose.h"

#include <algorithm>
#include <utility>

#include "base/fill.h"
#include "compose/abbreviations.h"
#include "compose/expand.h"
#include "compose/frames.h"
#include "compose/sections.h"

namespace galley {
namespace {

bool in_sidebar(const Section& section, const std::optional<SidebarRules>& rules) {
  if (!rules) return false;
  const auto has = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (has(rules->titles, plain_text(section.title))) return true;
  bool any = false;
  for (const auto& item : section.items) {
    const auto* entry = std::get_if<Entry>(&item);
    if (entry && !has(rules->kinds, entry->kind)) return false;
    any = any || entry;
  }
  return any;
}

/// Keeps free in the frame what figures beside the text take.
void keep_off_figures(Stream& stream) {
  for (const ComposedSection& section : stream.sections)
    for_each_part(section, [&](const Part& part) {
      for_each_leaf(part.blocks, [&](const Block& block) {
        const auto* figure = std::get_if<Figure>(&block.kind);
        if (!figure || figure->rule.beside == FigureSide::none) return;
        (figure->rule.beside == FigureSide::left ? stream.frame.inset_left : stream.frame.inset_right) = figure->rule.width + figure->rule.gap;
      });
    });
}

void add_person(const std::vector<LineRule>& lines, const Cv& cv, StyleId base, Context& context, Stream& stream) {
  ComposedSection section = compose_person(lines, cv.person, {.parent = 0, .label = kArtifact, .number = {}, .base = base, .own_entries = nullptr}, context);
  if (!section.items.empty()) stream.sections.push_back(std::move(section));
}

Stream head(const Cv& cv, Context& context) {
  Stream stream{head_frame(context.layout), {}};
  add_person(context.layout.head.lines, cv, 0, context, stream);
  if (stream.sections.empty()) return stream;
  stream.sections.front().holds_together = true;
  for (Block& block : stream.sections.front().items.front().blocks) {
    const TextBlock* paragraph = paragraph_of(block);
    if (!paragraph) continue;
    block.bookmarks.push_back({name_of(cv), 0, paragraph->text.front().element});
    break;
  }
  return stream;
}

Stream main_text(const Cv& cv, Context& context) {
  Stream stream{main_frame(context.layout, 0), {}};
  for (const Section& section : cv.sections) {
    if (in_sidebar(section, context.layout.sidebar)) continue;
    const auto named = context.layout.named_sections.find(plain_text(section.title));
    const bool is_named = named != context.layout.named_sections.end();
    stream.sections.push_back(compose_section(section, {is_named ? named->second : context.layout.sections, nullptr, 0}, 0, context));
  }
  if (!stream.sections.empty()) stream.sections.front().space = context.layout.head.space;
  const std::size_t before = stream.sections.size();
  add_person(context.layout.closing.lines, cv, 0, context, stream);
  if (stream.sections.size() == before) return stream;
  stream.sections.back().space = context.layout.closing.space;
  stream.sections.back().holds_together = true;
  return stream;
}

Stream sidebar(const Cv& cv, std::size_t main, Context& context) {
  const SidebarRules& sidebar = *context.layout.sidebar;
  Stream stream{sidebar_frame(context.layout, main), {}};
  const StreamRules rules{sidebar.sections, &sidebar.entries, context.palette.style(sidebar.style, 0)};
  add_person(sidebar.lines, cv, rules.base, context, stream);
  for (const Section& section : cv.sections)
    if (in_sidebar(section, context.layout.sidebar)) stream.sections.push_back(compose_section(section, rules, 0, context));
  keep_off_figures(stream);
  return stream;
}

/// In the order of reading; composed in that of the structure, where the sidebar comes last.
std::vector<Stream> streams(const Cv& cv, Context& context) {
  const bool sidebar_first = context.layout.sidebar && context.layout.sidebar->first;
  std::vector<Stream> streams;
  streams.push_back(head(cv, context));
  keep_off_figures(streams.front());
  streams.push_back(main_text(cv, context));
  if (context.layout.sidebar) streams.push_back(sidebar(cv, sidebar_first ? 2 : 1, context));
  if (sidebar_first) std::swap(streams[1], streams[2]);
  return streams;
}

/// The person as headers and footers see it.
Entry with_page_numbers(Entry person) {
  for (const auto& [name, mark] : {std::pair{"page", kPageNumber}, std::pair{"pages", kPageCount}}) {
    Field& field = person.fields.emplace_back();
    field.name = name;
    RichText text(1);
    text.front().text = mark;
    field.value = std::move(text);
  }
  return person;
}

/// Header and footer; the page room puts the numbers in.
std::vector<RunningLine> running_lines(const Cv& cv, Context& context) {
  std::vector<RunningLine> lines;
  const Entry person = with_page_numbers(cv.person);
  for (const RunningRule& rule : context.layout.page.running) {
    RunningLine& line = lines.emplace_back();
    line.style = context.palette.style(rule.style, 0);
    const auto part = [&](const Template& parts) {
      StyledText text = expand(parts, Scope{&person, nullptr}, {line.style, kArtifact}, context);
      // "Page {page} of {pages}" is a phrase of the language.
      for (Piece& piece : text) piece.text = fill(piece.text, {{"{page}", kPageNumber}, {"{pages}", kPageCount}});
      return text;
    };
    line.left = part(rule.left);
    line.centre = part(rule.centre);
    line.right = part(rule.right);
  }
  return lines;
}

void explain_abbreviations(const Cv& cv, Structure& structure, std::vector<Stream>& streams) {
  const auto mark = [&](StyledText& text) { mark_abbreviations(cv.abbreviations, structure, text); };
  for (Stream& stream : streams)
    for (ComposedSection& section : stream.sections) {
      if (section.label) mark(section.label->text);
      for_each_part(section, [&](Part& part) {
        for_each_leaf(part.blocks, [&](Block& block) {
          if (TextBlock* paragraph = paragraph_of(block)) mark(paragraph->text);
          if (auto* row = std::get_if<Row>(&block.kind)) mark(row->beside);
        });
      });
    }
}

/// What the document says of itself.
void add_facts(const Cv& cv, const Language& language, Composed& composed) {
  composed.author = name_of(cv);
  const Language::Phrase* title = language.phrase("document");
  composed.title = title ? fill(title->one, {{"{name}", composed.author}}) : composed.author;
  composed.subject = subject_of(cv);
  composed.keywords = keywords_of(cv);
  composed.modified = cv.modified;
  composed.language = cv.language;
  composed.usage = language.usage;
  composed.right_to_left = language.right_to_left;
}

}  // namespace

Composed compose(const Cv& cv, const Layout& layout, const Language& language) {
  Palette palette(layout);
  Context context{layout, language, palette, cv};
  palette.style(layout.body);
  palette.structure.add(Role::document, kArtifact);
  Composed composed;
  add_facts(cv, language, composed);
  composed.streams = streams(cv, context);
  composed.running = running_lines(cv, context);
  explain_abbreviations(cv, palette.structure, composed.streams);
  composed.styles = palette.take_styles();
  composed.links = palette.take_links();
  composed.structure = std::move(palette.structure);
  return composed;
}

}  // namespace galley
