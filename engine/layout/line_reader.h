// A layout's lines: templates with their looks, bullets and spaces. They name styles, icons and formats, which must have been read.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/layout.h"
#include "layout/rule_map.h"

namespace galley {

class LineReader {
 public:
  /// `layout` may still be growing; what is named is looked up when it is read.
  LineReader(const Layout& layout, Diagnostics& diagnostics) : layout_(layout), diagnostics_(diagnostics) {}

  /// The measure of the lines that are read from now on, which indents may not use up. Gives the one before.
  Length set_measure(Length measure) { return std::exchange(measure_, measure); }
  std::vector<LineRule> read_lines(const Node* node);
  /// The name of a style that there is; empty if none is given.
  std::string style_name(RuleMap& reader, std::string_view key);
  /// `space: 12pt` or `space: {before: 12pt, after: 6pt}`.
  SpaceRule space(RuleMap& reader, std::string_view key = "space");
  BulletRule read_bullet(const Node* node);
  /// Reports modifiers that name nothing.
  void check_template(const Template& parts);

 private:
  LineRule read_line(const Node& node);
  void read_texts(RuleMap& reader, LineRule& rule);

  const Layout& layout_;
  Diagnostics& diagnostics_;
  Length measure_ = kLargestLength;
};

}  // namespace galley
