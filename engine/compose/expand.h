// Templates + an entry's fields -> styled text.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/styled_text.h"
#include "cv/cv.h"
#include "cv/language.h"
#include "layout/layout.h"

namespace galley {

/// Gathers styles, links and structure elements while a document is composed; every index handed out stays good.
class Palette {
 public:
  explicit Palette(const Layout& layout) : layout_(layout) {}

  /// The style `name` applied over `over`; an empty name is `over` itself.
  StyleId style(std::string_view name, StyleId over);
  StyleId style(const Style& style);
  LinkId link(const std::string& target);
  /// Good until the next style is added.
  [[nodiscard]] const Style& get(StyleId id) const { return styles_[id]; }

  Structure structure;
  std::vector<Style>&& take_styles() { return std::move(styles_); }
  std::vector<std::string>&& take_links() { return std::move(links_); }

 private:
  const Layout& layout_;
  std::vector<Style> styles_;
  std::vector<std::string> links_;
  std::map<std::pair<std::string, StyleId>, StyleId> named_;
};

struct Context {
  const Layout& layout;
  const Language& language;
  Palette& palette;
  const Cv& cv;
};

/// What a template sees: the fields of an entry, or one value of a list field under the name "item".
struct Scope {
  const Entry* entry = nullptr;
  const RichText* item = nullptr;
};

/// The style that a text is in and the structure element that it belongs to.
struct TextLook {
  StyleId style = 0;
  ElementId element = kArtifact;
};

/// What a layout writes between fields, with the language's own marks: ", " is "、" in Japanese, “ is „ in German.
std::string in_language(std::string text, const Context& context);

/// The text of a template. Links, and texts in other languages, get elements of their own below the look's; a text that is
/// an artifact has neither. `any_field` (optional) tells whether any field was there: a line without any vanishes.
StyledText expand(const Template& parts, const Scope& scope, TextLook look, Context& context, bool* any_field = nullptr);

/// Rich text as it stands, for titles and notes.
StyledText expand(const RichText& text, TextLook look, Context& context);

/// Appends, keeping the one rule of punctuation: a full stop is not set after ".", "?" or "!" (closing quotes looked through).
void append_text(StyledText& out, StyledText more);

}  // namespace galley
