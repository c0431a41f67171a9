#include "compose/compose.h"

#include <algorithm>
#include <utility>

#include "base/suggest.h"
#include "compose/expand.h"

namespace galley {
namespace {

/// One way down the CV: head, then sections, then entries, then lines. Keeps what the next block has to know.
class Composer {
 public:
  Composer(const Cv& cv, const Layout& layout, const Language& language)
      : cv_(cv), layout_(layout), palette_(layout), context_{layout, language, palette_} {
    palette_.style(layout.body);
    document_ = palette_.structure.add(Role::document, kArtifact);
  }

  Composed compose() {
    head();
    for (const Section& section : cv_.sections) this->section(section);
    Composed result;
    result.title = document_title();
    result.author = name_;
    result.language = cv_.language;
    result.styles = palette_.take_styles();
    result.links = palette_.take_links();
    result.structure = std::move(palette_.structure);
    result.blocks = std::move(blocks_);
    return result;
  }

 private:
  void head() {
    if (const Field* name = cv_.person.find("name"))
      if (const auto* text = std::get_if<RichText>(&name->value)) name_ = plain_text(*text);
    EntryRule rule;
    rule.lines = layout_.head.lines;
    const std::size_t first = blocks_.size();
    lines(rule, cv_.person, document_);
    for (std::size_t i = first; i < blocks_.size(); ++i) blocks_[i].region = Region::full;
    if (first < blocks_.size()) {
      blocks_[first].space_before = layout_.head.first_baseline;
      blocks_[first].space_from_leading = false;
      blocks_[first].outline.push_back({name_, 0, blocks_[first].text.front().element});
    }
  }

  std::string document_title() {
    const Language::Phrase* title = context_.language.phrase("document");
    std::string text = title ? title->one : "{name}";
    if (const std::size_t at = text.find("{name}"); at != std::string::npos) text.replace(at, 6, name_);
    return text;
  }

  void section(const Section& section) {
    const ElementId element = palette_.structure.add(Role::section, document_);
    const StyleId label_style = palette_.style(layout_.sections.label_style, layout_.body);
    const ElementId heading = palette_.structure.add(Role::heading2, element);
    Label label{expand(section.title, label_style, heading, context_), label_style};
    const std::size_t first = blocks_.size();

    if (!section.note.empty()) note(section.note, element);
    list_ = kArtifact;
    for (std::size_t i = 0; i < section.items.size(); ++i) {
      if (const auto* entry = std::get_if<Entry>(&section.items[i])) {
        this->entry(*entry, element);
      } else {
        sub_heading(std::get<SubHeading>(section.items[i]), element);
      }
    }
    if (blocks_.size() == first) empty_block(section);  // a section without content still shows its label
    const bool opens_with_heading = section.note.empty() && !section.items.empty() && std::holds_alternative<SubHeading>(section.items.front());
    Block& opening = blocks_[first];
    opening.label = std::move(label);
    opening.starts_section = true;
    opening.outline.push_back({plain_text(section.title), 1, heading});
    opening.space_before = first == 0 || blocks_[first - 1].region == Region::full ? layout_.head.space
                           : opens_with_heading                                    ? layout_.sections.space_before_heading
                                                                                   : layout_.sections.space;
    opening.space_from_leading = false;
    after_ = Length{};
  }

  void note(const RichText& text, ElementId section) {
    const StyleId style = palette_.style(layout_.sections.note_style, layout_.body);
    Block block;
    block.style = style;
    block.text = expand(text, style, palette_.structure.add(Role::paragraph, section), context_);
    block.is_heading = true;
    add(std::move(block), layout_.sections.note_space);
  }

  void sub_heading(const SubHeading& heading, ElementId section) {
    const StyleId style = palette_.style(layout_.sections.heading_style, layout_.body);
    Block block;
    block.style = style;
    block.text = expand(heading.title, style, palette_.structure.add(Role::heading3, section), context_);
    block.is_heading = true;
    block.starts_entry = true;
    list_ = kArtifact;
    add(std::move(block), layout_.sections.heading_space);
  }

  void empty_block(const Section& section) {
    Block block;
    block.style = 0;
    block.source = section.source;
    add(std::move(block), {});
  }

  void entry(const Entry& entry, ElementId section) {
    const auto found = layout_.entries.find(entry.kind);
    if (found == layout_.entries.end()) return;  // reported by check_layout
    const EntryRule& rule = found->second;
    ElementId parent = section;
    if (rule.list) {
      if (list_ == kArtifact) list_ = palette_.structure.add(Role::list, section);
      const ElementId item = palette_.structure.add(Role::list_item, list_);
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
    space_out(opening, std::max(rule.space.before, entry_after_));
    after_ = rule.space.after;
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

  void line(const LineRule& rule, const Scope& scope, ElementId parent) {
    const StyleId style = palette_.style(rule.style, layout_.body);
    Block block;
    block.style = style;
    block.source = scope.entry ? scope.entry->source : rule.source;
    const bool in_list = !rule.bullet.mark.empty() && palette_.structure.elements[parent].role == Role::list_item;
    const ElementId label = in_list ? palette_.structure.add(Role::label, parent) : std::exchange(item_label_, kArtifact);
    const ElementId element = in_list ? palette_.structure.add(Role::list_body, parent) : palette_.structure.add(rule.role, parent);
    if (!joined_text(rule, scope, style, element, block.text)) return;
    if (!rule.bullet.mark.empty()) block.bullet = bullet(rule.bullet, style, label == kArtifact ? element : label);
    if (!rule.right.empty()) {
      const StyleId right = palette_.style(rule.right_style, Style(palette_.get(style)));
      const ElementId span = palette_.structure.add(Role::span, element);
      Aside aside{expand(rule.right, scope, right, span, context_), rule.right_on_last};
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
    const StyleId between = palette_.style(rule.with_style, Style(palette_.get(style)));
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
    const StyleId style = palette_.style(rule.style, Style(palette_.get(line_style)));
    Bullet bullet;
    bullet.mark = {Piece{rule.mark, style, kNoLink, element, Span{}}};
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
  std::string name_;
  ElementId document_ = 0;
  ElementId list_ = kArtifact;  ///< the list that neighbouring entries share
  ElementId item_label_ = kArtifact;  ///< label of the list item whose first line is next
  Length after_;                ///< what the thing before asks for
  Length entry_after_;
};

}  // namespace

Composed compose(const Cv& cv, const Layout& layout, const Language& language) {
  return Composer(cv, layout, language).compose();
}

}  // namespace galley
