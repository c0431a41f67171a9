#include "compose/compose.h"

#include <algorithm>
#include <utility>

#include "base/fill.h"
#include "compose/abbreviations.h"
#include "compose/expand.h"

namespace galley {
namespace {

/// One way down the CV: head, then sections, then entries, then lines. Keeps what the next block has to know.
class Composer {
 public:
  Composer(const Cv& cv, const Layout& layout, const Language& language)
      : cv_(cv), layout_(layout), palette_(layout), context_{layout, language, palette_}, rules_(&layout.sections) {
    base_ = palette_.style(layout.body);
    document_ = palette_.structure.add(Role::document, kArtifact);
  }

  Composed compose() {
    head();
    for (const Section& section : cv_.sections)
      if (!in_sidebar(section)) this->section(section);
    closing();
    sidebar();
    Composed result;
    running(result.running);
    result.title = document_title();
    result.author = name_;
    result.subject = text_of_person("subject");
    if (result.subject.empty()) result.subject = text_of_person("headline");
    if (const Field* keywords = cv_.person.find("keywords"))
      if (const auto* texts = std::get_if<std::vector<RichText>>(&keywords->value))
        for (const RichText& each : *texts) result.keywords.push_back(plain_text(each));
    result.modified = cv_.modified;
    result.right_to_left = context_.language.right_to_left;
    result.language = cv_.language;
    result.usage = context_.language.usage;
    explain_abbreviations();
    result.styles = palette_.take_styles();
    result.links = palette_.take_links();
    result.structure = std::move(palette_.structure);
    result.blocks = std::move(blocks_);
    return result;
  }

 private:
  void head() {
    name_ = text_of_person("name");
    EntryRule rule;
    rule.lines = layout_.head.lines;
    const std::size_t first = blocks_.size();
    lines(rule, cv_.person, document_);
    for (std::size_t i = first; i < blocks_.size(); ++i) blocks_[i].region = Region::full;
    after_ = Length{};
    begin_region(first, layout_.head.first_baseline);
    for (std::size_t i = first; i < blocks_.size(); ++i) {
      if (blocks_[i].figure) continue;
      blocks_[i].outline.push_back({name_, 0, blocks_[i].text.front().element});
      break;
    }
  }

  /// The first text of a region stands on `baseline`; a picture before it has its top edge at the margin, unless its
  /// `space` says where. What follows a figure beside keeps off it.
  void begin_region(std::size_t first, Length baseline) {
    bool begun = false;
    for (std::size_t i = first; i < blocks_.size(); ++i) {
      Block& block = blocks_[i];
      if (block.figure && block.figure->rule.beside != FigureSide::none) {
        const FigureRule& rule = block.figure->rule;
        for (std::size_t j = first; j < blocks_.size(); ++j)
          if (j != i) (rule.beside == FigureSide::left ? blocks_[j].inset_left : blocks_[j].inset_right) = rule.width + rule.gap;
      } else if (!begun) {
        begun = true;
        if (!block.figure || block.space_from_leading) block.space_before = block.figure ? layout_.page.top : baseline;
        block.space_from_leading = false;
      }
    }
  }

  void closing() {
    EntryRule rule;
    rule.lines = layout_.closing.lines;
    const std::size_t first = blocks_.size();
    lines(rule, cv_.person, document_);
    after_ = Length{};
    if (first == blocks_.size()) return;
    blocks_[first].starts_section = true;
    blocks_[first].space_before = layout_.closing.space;
    blocks_[first].space_from_leading = false;
    for (std::size_t i = first; i < blocks_.size(); ++i) blocks_[i].stays_with_before = true;
  }

  [[nodiscard]] bool in_sidebar(const Section& section) const {
    if (!layout_.sidebar) return false;
    const auto has = [](const std::vector<std::string>& names, const std::string& name) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (has(layout_.sidebar->titles, plain_text(section.title))) return true;
    bool any = false;
    for (const auto& item : section.items) {
      const auto* entry = std::get_if<Entry>(&item);
      if (entry && !has(layout_.sidebar->kinds, entry->kind)) return false;
      any = any || entry;
    }
    return any;
  }

  void sidebar() {
    if (!layout_.sidebar) return;
    const SidebarRules& rules = *layout_.sidebar;
    const std::size_t first = blocks_.size();
    base_ = palette_.style(rules.style, base_);
    rules_ = &rules.sections;
    own_entries_ = &rules.entries;
    EntryRule top;
    top.lines = rules.lines;
    lines(top, cv_.person, document_);
    after_ = Length{};
    for (const Section& section : cv_.sections)
      if (in_sidebar(section)) this->section(section);
    for (std::size_t i = first; i < blocks_.size(); ++i) blocks_[i].region = Region::sidebar;
    begin_region(first, rules.first_baseline);
    if (first < blocks_.size()) blocks_[first].starts_section = true;
  }

  /// Header and footer; the page room puts the numbers in.
  void running(std::vector<RunningLine>& out) {
    Entry person = cv_.person;
    for (const auto& [name, mark] : {std::pair{"page", kPageNumber}, std::pair{"pages", kPageCount}}) {
      Field& field = person.fields.emplace_back();
      field.name = name;
      RichText text(1);
      text.front().text = mark;
      field.value = std::move(text);
    }
    for (const RunningRule& rule : layout_.page.running) {
      RunningLine line;
      line.style = palette_.style(rule.style, 0);
      const auto part = [&](const Template& parts) {
        StyledText text = expand(parts, Scope{&person, nullptr}, line.style, kArtifact, context_);
        for (Piece& piece : text) {
          piece.link = kNoLink;
          piece.element = kArtifact;
          // "Page {page} of {pages}" is a phrase of the language
          piece.text = fill(piece.text, {{"{page}", kPageNumber}, {"{pages}", kPageCount}});
        }
        return text;
      };
      line.left = part(rule.left);
      line.centre = part(rule.centre);
      line.right = part(rule.right);
      out.push_back(std::move(line));
    }
  }

  [[nodiscard]] std::string text_of_person(std::string_view field) const {
    const Field* found = cv_.person.find(field);
    const auto* text = found ? std::get_if<RichText>(&found->value) : nullptr;
    return text ? plain_text(*text) : std::string();
  }

  void explain_abbreviations() {
    for (Block& block : blocks_) {
      mark_abbreviations(cv_.abbreviations, palette_.structure, block.text);
      if (block.label) mark_abbreviations(cv_.abbreviations, palette_.structure, block.label->text);
      if (block.aside) mark_abbreviations(cv_.abbreviations, palette_.structure, block.aside->text);
    }
  }

  std::string document_title() {
    const Language::Phrase* title = context_.language.phrase("document");
    return title ? fill(title->one, {{"{name}", name_}}) : name_;
  }

  void section(const Section& section) {
    const ElementId element = palette_.structure.add(Role::section, document_);
    const StyleId label_style = palette_.style(rules_->label_style, base_);
    const ElementId heading = palette_.structure.add(Role::heading2, element);
    Label label{expand(section.title, label_style, heading, context_), label_style};
    label.rotated = rules_->placement == LabelPlacement::rotated;
    if (label.rotated)
      for (Piece& piece : label.text) piece.link = kNoLink, piece.element = heading;  // nobody clicks sideways
    const std::size_t first = blocks_.size();
    const bool above = rules_->placement == LabelPlacement::above;
    if (above) label_line(std::move(label.text), label_style, section);
    // Where lines begin on the right the text is left of the label: only a real space tells readers that two words meet.
    if (!above && !label.rotated && context_.language.right_to_left && !label.text.empty())
      append_text(label.text, {Piece{" ", label.text.back().style, kNoLink, heading, section.source}});
    if (!above && rules_->continued) label.again = label_again(section, label_style);

    if (!section.note.empty()) note(section.note, element);
    list_ = kArtifact;
    item_number_ = 0;
    for (std::size_t i = 0; i < section.items.size(); ++i) {
      if (const auto* entry = std::get_if<Entry>(&section.items[i])) {
        this->entry(*entry, element);
      } else {
        sub_heading(std::get<SubHeading>(section.items[i]), element);
      }
    }
    if (blocks_.size() == first) empty_block(section);  // a section without content still shows its label
    if (above && first + 1 < blocks_.size()) {
      Block& below = blocks_[first + 1];
      below.space_before = std::max(rules_->space_below_label, below.space_from_leading ? Length{} : below.space_before);
      below.space_from_leading = false;
    }
    const bool opens_with_heading = section.note.empty() && !section.items.empty() && std::holds_alternative<SubHeading>(section.items.front());
    Block& opening = blocks_[first];
    if (!above) opening.label = std::move(label);
    opening.starts_section = opening.opens_section = true;
    opening.outline.insert(opening.outline.begin(), {plain_text(section.title), 1, heading});
    opening.space_before = first == 0 || blocks_[first - 1].region == Region::full ? layout_.head.space
                           : opens_with_heading && !above                          ? rules_->space_before_heading
                                                                                   : rules_->space;
    opening.space_from_leading = false;
    after_ = Length{};
  }

  /// The label as a line of its own above the section.
  void label_line(StyledText text, StyleId style, const Section& section) {
    Block block;
    block.style = style;
    block.text = std::move(text);
    block.source = section.source;
    block.is_heading = block.section_label = true;
    blocks_.push_back(std::move(block));
  }

  /// "PUBLICATIONS (continued)", an artifact.
  StyledText label_again(const Section& section, StyleId style) {
    RichText title = section.title;
    if (const Language::Phrase* phrase = context_.language.phrase("continued"); phrase && !title.empty()) {
      RichSpan& more = title.emplace_back();
      more.text = " (" + phrase->one + ")";
    }
    StyledText text = expand(title, style, kArtifact, context_);
    for (Piece& piece : text) piece.link = kNoLink, piece.element = kArtifact;
    return text;
  }

  void note(const RichText& text, ElementId section) {
    const StyleId style = palette_.style(rules_->note_style, base_);
    Block block;
    block.style = style;
    block.text = expand(text, style, palette_.structure.add(Role::paragraph, section), context_);
    block.is_heading = true;
    add(std::move(block), rules_->note_space);
  }

  void sub_heading(const SubHeading& heading, ElementId section) {
    const StyleId style = palette_.style(rules_->heading_style, base_);
    Block block;
    block.style = style;
    block.text = expand(heading.title, style, palette_.structure.add(Role::heading3, section), context_);
    block.is_heading = true;
    block.starts_entry = true;
    list_ = kArtifact;
    add(std::move(block), rules_->heading_space);
  }

  void empty_block(const Section& section) {
    Block block;
    block.style = palette_.style("", base_);
    block.source = section.source;
    add(std::move(block), {});
  }

  void entry(const Entry& entry, ElementId section) {
    const EntryRule* found = rule_of(entry.kind);
    if (!found) return;  // reported by check_layout
    const EntryRule& rule = *found;
    ElementId parent = section;
    if (rule.list) {
      if (list_ == kArtifact) list_ = palette_.structure.add(Role::list, section);
      const ElementId item = palette_.structure.add(Role::list_item, list_);
      ++item_number_;
      if (!rule.lines.empty() && !rule.lines.front().bullet.mark.empty()) item_label_ = palette_.structure.add(Role::label, item);
      parent = palette_.structure.add(Role::list_body, item);
    } else {
      list_ = kArtifact;
    }
    const std::size_t first = blocks_.size();
    lines(rule, entry, parent);
    if (blocks_.size() == first) return;
    Block& opening = blocks_[first];
    opening.starts_entry = true;
    if (rules_->outline_entries) bookmark(entry, opening);
    space_out(opening, std::max(rule.space.before, entry_after_));
    after_ = rule.space.after;
  }

  /// By the first text that the author gave it: a title, a position, a name.
  static void bookmark(const Entry& entry, Block& opening) {
    for (const Field& field : entry.fields) {
      const auto* text = std::get_if<RichText>(&field.value);
      if (!text || opening.text.empty()) continue;
      opening.outline.push_back({plain_text(*text), 2, opening.text.front().element});
      return;
    }
  }

  [[nodiscard]] const EntryRule* rule_of(const std::string& kind) const {
    if (own_entries_)
      if (const auto own = own_entries_->find(kind); own != own_entries_->end()) return &own->second;
    const auto found = layout_.entries.find(kind);
    return found == layout_.entries.end() ? nullptr : &found->second;
  }

  /// The blocks of an entry's lines; the first block's space is the caller's to widen.
  void lines(const EntryRule& rule, const Entry& entry, ElementId parent) {
    entry_after_ = after_;
    after_ = Length{};
    for (const LineRule& line : rule.lines) {
      if (line.each.empty()) {
        this->line(line, Scope{&entry, nullptr}, parent);
      } else if (const Field* field = entry.find(line.each)) {
        each(line, *field, parent);
      }
    }
  }

  void each(const LineRule& rule, const Field& field, ElementId parent) {
    const ElementId list = rule.bullet.mark.empty() ? kArtifact : palette_.structure.add(Role::list, parent);
    const auto one = [&](const Scope& scope) {
      line(rule, scope, list == kArtifact ? parent : palette_.structure.add(Role::list_item, list));
    };
    if (const auto* texts = std::get_if<std::vector<RichText>>(&field.value)) {
      for (const RichText& text : *texts) one(Scope{nullptr, &text});
    } else if (const auto* entries = std::get_if<std::vector<Entry>>(&field.value)) {
      for (const Entry& entry : *entries) one(Scope{&entry, nullptr});
    } else if (const auto* text = std::get_if<RichText>(&field.value)) {
      one(Scope{nullptr, text});
    }
  }

  /// Nothing where its field is absent: a CV without photo leaves no gap.
  void figure(const LineRule& rule, const Scope& scope, ElementId parent) {
    const bool is_code = rule.figure->picture.empty();
    const Field* field = scope.entry ? scope.entry->find(is_code ? rule.figure->code : rule.figure->picture) : nullptr;
    if (!field) return;
    Block block;
    block.style = palette_.style(rule.style, base_);
    block.indent = rule.indent;
    block.source = field->source;
    Figure& figure = block.figure.emplace(Figure{*rule.figure, {}, {}, palette_.structure.add(Role::figure, parent)});
    std::string& alternative = palette_.structure.elements[figure.element].alternative;
    if (const auto* picture = std::get_if<PictureFile>(&field->value)) {
      figure.image = picture->image;
      alternative = picture->alternative;
    } else {
      if (const auto* url = std::get_if<std::string>(&field->value)) figure.code = *url;
      if (const auto* text = std::get_if<RichText>(&field->value)) figure.code = plain_text(*text);
      const Language::Phrase* phrase = context_.language.phrase("qr-code");
      alternative = (phrase ? phrase->one : "QR code") + ": " + figure.code;
    }
    block.space_before = rule.space.value_or(Length{});
    block.space_from_leading = !rule.space;
    blocks_.push_back(std::move(block));
  }

  void line(const LineRule& rule, const Scope& scope, ElementId parent) {
    if (rule.figure) return figure(rule, scope, parent);
    const StyleId style = palette_.style(rule.style, base_);
    Block block;
    block.style = style;
    block.indent = rule.indent;
    block.source = scope.entry ? scope.entry->source : rule.source;
    const bool in_list = !rule.bullet.mark.empty() && palette_.structure.elements[parent].role == Role::list_item;
    const ElementId label = in_list ? palette_.structure.add(Role::label, parent) : std::exchange(item_label_, kArtifact);
    const ElementId element = in_list ? palette_.structure.add(Role::list_body, parent) : palette_.structure.add(rule.role, parent);
    if (!joined_text(rule, scope, style, element, block.text)) return;
    if (!rule.bullet.mark.empty() || !rule.bullet.icon.empty()) block.bullet = bullet(rule.bullet, style, label == kArtifact ? element : label);
    const Template& beside = rule.left.empty() ? rule.right : rule.left;
    if (!beside.empty()) {
      const StyleId right = palette_.style(rule.right_style, style);
      const ElementId span = palette_.structure.add(Role::span, element);
      Aside aside{expand(beside, scope, right, span, context_), rule.right_on_last, !rule.left.empty()};
      if (!aside.text.empty()) {
        block.aside = std::move(aside);
        // A real space at the row's end: who reads the structure gets "Los Angeles Sep 2016", not one word.
        append_text(block.text, {Piece{" ", style, kNoLink, element, rule.source}});
      }
    }
    block.is_heading = rule.role != Role::paragraph;
    if (rule.space) {
      block.space_before = *rule.space;
      blocks_.push_back(std::move(block));
    } else {
      block.space_from_leading = true;
      blocks_.push_back(std::move(block));
    }
  }

  /// The line's text; false when none of its fields is there.
  bool joined_text(const LineRule& rule, const Scope& scope, StyleId style, ElementId element, StyledText& out) {
    bool any = false;
    const StyleId between = palette_.style(rule.with_style, style);
    for (const Template& parts : rule.texts) {
      bool any_field = false;
      StyledText text = expand(parts, scope, style, element, context_, &any_field);
      const bool constant = std::none_of(parts.begin(), parts.end(), [](const TemplatePart& part) {
        return part.kind == TemplatePart::Kind::field || part.kind == TemplatePart::Kind::group;
      });
      if ((!any_field && !constant) || text.empty()) continue;
      if (any && !rule.with.empty()) append_text(out, {Piece{rule.with, between, kNoLink, element, rule.source}});
      append_text(out, std::move(text));
      any = true;
    }
    if (any) append_text(out, expand(rule.end, scope, style, element, context_));
    return any;
  }

  Bullet bullet(const BulletRule& rule, StyleId line_style, ElementId element) {
    const StyleId style = palette_.style(rule.style, line_style);
    Bullet bullet;
    bullet.mark = {Piece{fill(rule.mark, {{"#", std::to_string(item_number_)}}), style, kNoLink, element, Span{}}};
    if (const auto icon = layout_.icons.find(rule.icon); icon != layout_.icons.end()) bullet.icon = icon->second;
    bullet.icon_size = rule.icon_size.at(palette_.get(line_style).size);
    bullet.width = rule.width;
    bullet.indent = rule.indent;
    bullet.gap = rule.gap.at(palette_.get(line_style).size);
    bullet.hang = rule.hang;
    return bullet;
  }

  /// Adds a block that is a thing of its own (a note, a sub-heading).
  void add(Block block, SpaceRule space) {
    block.space_from_leading = true;
    space_out(block, std::max(space.before, after_));
    after_ = space.after;
    blocks_.push_back(std::move(block));
  }

  /// Widens the space before a block to the larger of the rules that meet there.
  void space_out(Block& block, Length least) {
    const Length own = block.space_from_leading ? palette_.get(block.style).leading : block.space_before;
    block.space_before = std::max(own, least);
    block.space_from_leading = false;
  }

  const Cv& cv_;
  const Layout& layout_;
  Palette palette_;
  Context context_;
  std::vector<Block> blocks_;
  // what the part of the page that is being composed goes by
  StyleId base_ = 0;               ///< what styles are applied over
  const SectionRules* rules_;
  const std::map<std::string, EntryRule, std::less<>>* own_entries_ = nullptr;
  std::string name_;
  ElementId document_ = 0;
  ElementId list_ = kArtifact;  ///< the list that neighbouring entries share
  int item_number_ = 0;         ///< of the list item, counted through its section
  ElementId item_label_ = kArtifact;  ///< label of the list item whose first line is next
  Length after_;                ///< what the thing before asks for
  Length entry_after_;
};

}  // namespace

Composed compose(const Cv& cv, const Layout& layout, const Language& language) {
  return Composer(cv, layout, language).compose();
}

}  // namespace galley
