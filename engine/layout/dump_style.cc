#include "layout/dump_style.h"

#include "base/dump_text.h"
#include "base/numbers.h"
#include "base/utf8.h"

namespace galley {
namespace {

constexpr int kDecimals = 3;

const char* name_of(Align align) {
  switch (align) {
    case Align::left: return "left";
    case Align::right: return "right";
    case Align::centre: return "centre";
    case Align::justify: return "justify";
  }
  return "";
}

const char* name_of(LetterCase letter_case) {
  return letter_case == LetterCase::upper ? "upper" : letter_case == LetterCase::lower ? "lower" : "as-is";
}

std::string shown(const std::vector<Feature>& features) {
  std::string out;
  for (const Feature& feature : features) {
    out += (out.empty() ? "" : " ") + feature.tag;
    if (feature.value != 1) out += '=' + std::to_string(feature.value);
  }
  return out.empty() ? "none" : out;
}

std::string shown(const OpticalSize& size) {
  switch (size.from) {
    case OpticalSize::From::type: return "auto";
    case OpticalSize::From::font: return "none";
    case OpticalSize::From::style: return number(size.at);
  }
  return "";
}

std::string shown(const Spacing& spacing) {
  std::string out = spacing.space == Em{} ? "of the font" : number(spacing.space);
  out += " + " + number(spacing.stretch) + " - " + number(spacing.shrink);
  if (spacing.extra != Em{}) out += ", extra " + number(spacing.extra);
  for (const Spacing::Factor& factor : spacing.factors) {
    std::string mark;
    utf8::append(mark, factor.mark);
    out += ' ' + mark + ' ' + format_number(factor.factor, kDecimals);
  }
  if (spacing.factor_after_capital < 1 || spacing.factor_after_capital > 1)
    out += ", after capitals " + format_number(spacing.factor_after_capital, kDecimals);
  return out;
}

std::string shown(const LineCosts& costs) {
  return "line " + format_number(costs.line, kDecimals) + " fitness " + format_number(costs.fitness_change, kDecimals) +
         " hyphen " + format_number(costs.hyphen, kDecimals) + " two " + format_number(costs.two_hyphens, kDecimals) +
         " ladder " + format_number(costs.ladder, kDecimals) + " last " + format_number(costs.last_hyphen, kDecimals) +
         " short " + format_number(costs.short_last, kDecimals);
}

std::string shown(const LetterFlex& flex) { return "+ " + number(flex.stretch) + " - " + number(flex.shrink); }

std::string shown(const Squares& squares) { return std::string(squares.squeeze ? "squeezed" : "full") + ", letters " + number(squares.letters); }

std::string shown(const Protrusion& protrusion) {
  std::string out;
  for (const auto& [name, table] : {std::pair("start", &protrusion.start), std::pair("end", &protrusion.end)}) {
    out += (out.empty() ? "" : " ") + std::string(name);
    for (const auto& [character, share] : *table) {
      out += ' ';
      utf8::append(out, character);
      out += format_number(share, kDecimals);
    }
  }
  return out;
}

std::string shown(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + quoted(word);
  return out.empty() ? "nothing" : out;
}

/// "name value  name value", of what is there.
class Line {
 public:
  template <typename Value, typename Text>
  void add(const char* name, const std::optional<Value>& value, Text text) {
    if (value) add(name, text(*value));
  }
  void add(const std::string& name, const std::string& text) {
    out_ += (out_.empty() ? "" : "  ") + name + (name.empty() ? "" : " ") + text;
  }
  std::string finish() { return std::move(out_); }

 private:
  std::string out_;
};

/// The style as a specification of what differs from `under`.
StyleSpec difference(const Style& style, const Style& under) {
  StyleSpec spec;
  const auto compare = [&](auto& target, auto member) {
    if (style.*member != under.*member) target = style.*member;
  };
  compare(spec.family, &Style::family);
  compare(spec.weight, &Style::weight);
  compare(spec.italic, &Style::italic);
  compare(spec.width, &Style::width);
  compare(spec.optical_size, &Style::optical_size);
  compare(spec.size, &Style::size);
  compare(spec.leading, &Style::leading);
  compare(spec.colour, &Style::colour);
  compare(spec.letter_case, &Style::letter_case);
  compare(spec.tracking, &Style::tracking);
  compare(spec.letter_flex, &Style::letter_flex);
  compare(spec.features, &Style::features);
  compare(spec.scaled_caps, &Style::scaled_caps);
  compare(spec.squares, &Style::squares);
  compare(spec.spacing, &Style::spacing);
  compare(spec.hyphenate, &Style::hyphenate);
  compare(spec.break_at, &Style::break_at);
  compare(spec.tie_after, &Style::tie_after);
  compare(spec.language_ties, &Style::language_ties);
  compare(spec.align, &Style::align);
  compare(spec.ragged, &Style::ragged);
  compare(spec.last_line, &Style::last_line);
  compare(spec.protrusion, &Style::protrusion);
  compare(spec.costs, &Style::costs);
  spec.before = style.before;
  spec.after = style.after;
  return spec;
}

}  // namespace

std::string dump_style(const StyleSpec& spec) {
  const auto length = [](Length value) { return number(value); };
  const auto em = [](Em value) { return number(value); };
  Line line;
  line.add("", spec.family, [](const std::string& family) { return family; });
  line.add("", spec.weight, [](int weight) { return std::to_string(weight); });
  line.add("", spec.italic, [](bool italic) { return std::string(italic ? "italic" : "upright"); });
  line.add("width", spec.width, [](int width) { return per_cent(width); });
  line.add("optical-size", spec.optical_size, [](const OpticalSize& size) { return shown(size); });
  line.add("size", spec.size, length);
  line.add("size", spec.size_factor, em);
  line.add("leading", spec.leading, length);
  line.add("leading", spec.leading_factor, em);
  line.add("", spec.colour, [](const Colour& colour) { return hex(colour); });
  line.add("case", spec.letter_case, [](LetterCase value) { return std::string(name_of(value)); });
  line.add("tracking", spec.tracking, em);
  line.add("tracking-flex", spec.letter_flex, [](const LetterFlex& flex) { return shown(flex); });
  line.add("features", spec.features, [](const auto& features) { return shown(features); });
  line.add("scaled-caps", spec.scaled_caps, em);
  line.add("squares", spec.squares, [](const Squares& squares) { return shown(squares); });
  line.add("", spec.align, [](Align align) { return std::string(name_of(align)); });
  line.add("ragged", spec.ragged, em);
  line.add("last-line", spec.last_line, em);
  line.add("protrusion", spec.protrusion, [](const Protrusion& protrusion) { return shown(protrusion); });
  line.add("hyphenate", spec.hyphenate, [](bool hyphenate) { return std::string(hyphenate ? "yes" : "no"); });
  line.add("break-at", spec.break_at,
           [](BreakAt at) { return std::string(at == BreakAt::spaces ? "spaces" : "opportunities"); });
  line.add("tie-after", spec.tie_after, [](const auto& words) { return shown(words); });
  line.add("language-ties", spec.language_ties, [](bool ties) { return std::string(ties ? "yes" : "no"); });
  line.add("spacing", spec.spacing, [](const Spacing& spacing) { return shown(spacing); });
  line.add("line-costs", spec.costs, [](const LineCosts& costs) { return shown(costs); });
  if (!spec.before.empty()) line.add("before", quoted(spec.before));
  if (!spec.after.empty()) line.add("after", quoted(spec.after));
  return line.finish();
}

std::string dump_style(const Style& style) {
  StyleSpec spec = difference(style, Style{});
  spec.family = style.family;
  spec.weight = style.weight;
  spec.size = style.size;
  spec.leading = style.leading;
  spec.align = style.align;
  spec.break_at = style.break_at;
  return dump_style(spec);
}

std::string dump_style(const Style& style, const Style& under) { return dump_style(difference(style, under)); }

}  // namespace galley
