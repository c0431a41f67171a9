#include "layout/rule_reader.h"

namespace galley {

BreakRules read_breaks(const Node* node, Diagnostics& diagnostics) {
  RuleMap reader(node, "breaks", diagnostics);
  BreakRules rules;
  constexpr double kMost = 10000;  // lines: more than any page holds
  const auto cost = [&](std::string_view key) { return reader.number(key, 0, kMost).value_or(0); };
  rules.inside_section = cost("inside-section");
  rules.inside_whole_section = cost("inside-whole-section");
  rules.whole_section = static_cast<int>(cost("whole-section"));
  rules.inside_entry = cost("inside-entry");
  rules.inside_whole_entry = cost("inside-whole-entry");
  rules.whole_entry = static_cast<int>(cost("whole-entry"));
  rules.widow = cost("widow");
  rules.orphan = cost("orphan");
  rules.after_heading = cost("after-heading");
  rules.after_first_entry = cost("after-first-entry");
  rules.page = cost("page");
  rules.white = cost("white");
  rules.last_page = static_cast<int>(cost("last-page"));
  rules.short_last_page = cost("short-last-page");
  reader.finish();
  return rules;
}

FitRules read_fit(const Node* node, Diagnostics& diagnostics) {
  RuleMap reader(node, "fit", diagnostics);
  FitRules rules;
  constexpr double kMostPages = 1000;
  rules.pages = static_cast<std::size_t>(reader.number("pages", 0, kMostPages).value_or(0));
  const auto floor = [&](std::string_view key, double usual) { return reader.number(key, 0.1, 1).value_or(usual); };
  rules.gaps = floor("gaps", rules.gaps);
  rules.leading = floor("leading", rules.leading);
  rules.size = floor("size", rules.size);
  rules.margins = floor("margins", rules.margins);
  rules.squeeze = floor("squeeze", rules.squeeze);
  constexpr double kMostGrowth = 3;
  rules.most_gaps = reader.number("most-gaps", 1, kMostGrowth).value_or(rules.most_gaps);
  reader.finish();
  return rules;
}

PrintRules read_print(const Node* node, Diagnostics& diagnostics) {
  RuleMap reader(node, "print", diagnostics);
  PrintRules rules;
  rules.press.inks = reader.choice<Inks>("colours", {{"rgb", Inks::rgb}, {"grey", Inks::grey}, {"cmyk", Inks::cmyk}}).value_or(Inks::rgb);
  if (const auto profile = reader.text("profile")) {
    rules.profile = *profile;
    rules.profile_source = reader.get("profile")->span;
  }
  rules.bleed = reader.length("bleed").value_or(Length{});
  if (rules.bleed < Length{} || rules.bleed > kMostBleed)
    diagnostics.error(reader.get("bleed")->span, "a bleed goes outwards, by 50mm at most", "3mm are usual");
  rules.crop_marks = reader.choice<bool>("marks", {{"none", false}, {"crop", true}}).value_or(false);
  reader.finish();
  return rules;
}

}  // namespace galley
