#include "layout/style_reader.h"

#include <algorithm>

#include "base/numbers.h"
#include "base/suggest.h"
#include "base/utf8.h"

namespace galley {
namespace {

constexpr Length kLargestType = 600_pt;
constexpr Em kLargestFactor = 10_em;
constexpr EmRange kTracking{Em::from_double(-0.25), 2_em};  // tighter, and letters would stand on one another
constexpr EmRange kRagged{Em{}, 100_em};
constexpr EmRange kScaledCaps{0.6_em, Em::from_double(0.95)};  // smaller they are too thin, larger they are capitals

std::optional<int> read_weight(RuleMap& reader) {
  const auto text = reader.text("weight");
  if (!text) return std::nullopt;
  constexpr std::pair<std::string_view, int> kNames[] = {{"light", 300}, {"regular", 400}, {"medium", 500},
                                                         {"semibold", 600}, {"bold", 700}, {"black", 900}};
  for (const auto& [name, weight] : kNames)
    if (name == *text) return weight;
  const auto weight = parse_whole(*text);
  if (weight && *weight >= 100 && *weight <= 900) return weight;
  reader.diagnostics().error(reader.get("weight")->span, "'weight' cannot be '" + *text + "'",
                             "light, regular, medium, semibold, bold, black or a number from 100 to 900").code = Code::wrong_value;
  return std::nullopt;
}

std::optional<int> read_width(RuleMap& reader) {
  const auto text = reader.text("width");
  if (!text) return std::nullopt;
  if (const auto width = parse_width(*text)) return width;
  const bool lacks_the_sign = parse_width(*text + '%').has_value();
  reader.diagnostics().error(reader.get("width")->span, "'width' cannot be '" + *text + "'",
                             lacks_the_sign ? "write '" + *text + "%'"
                                            : "condensed, semi-condensed, normal, semi-expanded, expanded or a share of the normal width from 25% to 200%").code = Code::wrong_value;
  return std::nullopt;
}

/// `optical-size: 14pt`, auto (the type's own size), or none.
std::optional<OpticalSize> read_optical_size(RuleMap& reader) {
  const auto text = reader.text("optical-size");
  if (!text) return std::nullopt;
  if (*text == "auto") return OpticalSize{};
  if (*text == "none") return OpticalSize{OpticalSize::From::font, {}};
  if (const auto size = parse_length(*text); size && *size > Length{} && *size <= kLargestType) return OpticalSize{OpticalSize::From::style, *size};
  reader.diagnostics().error(reader.get("optical-size")->span, "'optical-size' cannot be '" + *text + "'",
                             "auto, none or a size of type such as 14pt").code = Code::wrong_value;
  return std::nullopt;
}

/// `figures` and `caps`: features by what they look like.
std::vector<Feature> named_features(RuleMap& reader) {
  constexpr std::pair<std::string_view, std::string_view> kFigures[] = {{"old-style", "onum"}, {"lining", "lnum"}, {"tabular", "tnum"}, {"proportional", "pnum"}};
  std::vector<Feature> features;
  for (const std::string& word : reader.texts("figures").value_or(std::vector<std::string>{})) {
    const auto* const found = std::find_if(std::begin(kFigures), std::end(kFigures), [&](const auto& each) { return each.first == word; });
    if (found == std::end(kFigures))
      reader.diagnostics().error(reader.get("figures")->span, "'figures' cannot be '" + word + "'", "old-style or lining, tabular or proportional").code = Code::wrong_value;
    else
      features.push_back({std::string(found->second), 1});
  }
  const auto caps = reader.choice<int>("caps", {{"as-is", 0}, {"small", 1}, {"all-small", 2}}).value_or(0);
  if (caps > 0) features.push_back({"smcp", 1});
  if (caps > 1) features.push_back({"c2sc", 1});
  return features;
}

std::optional<std::vector<Feature>> read_features(RuleMap& reader) {
  const auto tags = reader.texts("features");
  std::vector<Feature> features = named_features(reader);
  if (!tags && !reader.get("figures") && !reader.get("caps")) return std::nullopt;
  for (const std::string& tag : tags.value_or(std::vector<std::string>{})) {
    const bool off = tag.starts_with('-');
    const std::string name = off ? tag.substr(1) : tag;
    if (name.size() != 4) {
      reader.diagnostics().error(reader.get("features")->span, "'" + tag + "' is no OpenType feature",
                                 "four letters such as onum, smcp, liga; -liga switches one off").code = Code::wrong_value;
      continue;
    }
    features.push_back({name, off ? 0U : 1U});
  }
  return features;
}

/// `scaled-caps: 0.8em`, or none: size of the capitals that stand for small ones in fonts that have none.
std::optional<Em> read_scaled_caps(RuleMap& reader) {
  const Node* node = reader.get("scaled-caps");
  if (!node) return std::nullopt;
  if (!node->is_map() && node->text == "none") return Em{};
  return reader.em("scaled-caps", kScaledCaps);
}

/// A number for each character of a key: `{",": 1.25, ".?!": 3}`.
struct CharacterNumbers {
  std::string_view key;      ///< of the map in its own map
  std::string_view what;     ///< a number's name in messages
  double least, most;
  std::string_view example;
};

std::vector<std::pair<char32_t, double>> read_by_character(const Node& node, const CharacterNumbers& rule, Diagnostics& diagnostics) {
  std::vector<std::pair<char32_t, double>> numbers;
  if (!node.is_map()) {
    diagnostics.error(node.span, "'" + std::string(rule.key) + "' must be a map, not " + std::string(describe(node.kind)), std::string(rule.example)).code = Code::wrong_type;
    return numbers;
  }
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const auto number = parse_decimal(node.items[i].text);
    if (!number || *number < rule.least || *number > rule.most) {
      diagnostics.error(node.items[i].span, std::string(rule.what) + " must be a number from " + format_number(rule.least, 1) + " to " + format_number(rule.most, 1)).code = Code::wrong_value;
      continue;
    }
    const std::string& characters = node.keys[i].text;
    for (std::size_t at = 0; at < characters.size();) {
      const auto [character, length] = utf8::decode(characters, at);
      numbers.emplace_back(character, *number);
      at += length;
    }
  }
  return numbers;
}

void read_factors(const Node* node, Spacing& spacing, Diagnostics& diagnostics) {
  if (!node) return;
  spacing.factors.clear();
  for (const auto& [mark, factor] : read_by_character(*node, {"factors", "a space factor", 0, 10, "factors: {\",\": 1.25, \".?!\": 3}"}, diagnostics))
    spacing.factors.push_back({mark, factor});
}

Protrusion::Table read_protrusion_table(const Node* node, std::string_view key, Diagnostics& diagnostics) {
  if (!node) return {};
  Protrusion::Table table = read_by_character(*node, {key, "a share of a character that stands out", -1, 1, "end: {\".,\": 0.7}"}, diagnostics);
  std::stable_sort(table.begin(), table.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return table;
}

/// `protrusion: {start: {"“": 0.5}, end: {".,": 0.7}}`, or none.
std::optional<Protrusion> read_protrusion(RuleMap& style) {
  const Node* node = style.get("protrusion");
  if (!node) return std::nullopt;
  if (!node->is_map() && node->text == "none") return Protrusion{};
  RuleMap reader(node, "protrusion", style.diagnostics());
  Protrusion protrusion;
  protrusion.start = read_protrusion_table(reader.get("start"), "start", style.diagnostics());
  protrusion.end = read_protrusion_table(reader.get("end"), "end", style.diagnostics());
  reader.finish();
  return protrusion;
}

/// More letter space than this is seen, and what is read from the PDF begins to part words.
constexpr Em kMostLetterFlex = 0.03_em;

std::optional<LetterFlex> read_letter_flex(RuleMap& style) {
  const Node* node = style.get("tracking-flex");
  if (!node) return std::nullopt;
  if (!node->is_map() && node->text == "none") return LetterFlex{};
  RuleMap reader(node, "tracking-flex", style.diagnostics());
  const LetterFlex flex{reader.em("shrink").value_or(Em{}), reader.em("stretch").value_or(Em{})};
  reader.finish();
  for (const Em each : {flex.shrink, flex.stretch})
    if (each < Em{} || each > kMostLetterFlex)
      style.diagnostics().error(node->span, "letters may give from 0 to 0.03em", "tracking-flex: {shrink: 0.01em, stretch: 0.02em}, or none").code = Code::wrong_value;
  return flex;
}

/// A wider gap is a space to those who read the PDF, which the text does not have: poppler sees one from 0.1 em on.
constexpr Em kMostBesideSquares = 0.095_em;

/// `squares: {squeeze: yes, letters: 0.09em}`, or none.
std::optional<Squares> read_squares(RuleMap& style) {
  const Node* node = style.get("squares");
  if (!node) return std::nullopt;
  if (!node->is_map() && node->text == "none") return Squares{};
  RuleMap reader(node, "squares", style.diagnostics());
  const Squares squares{reader.boolean("squeeze").value_or(false), reader.em("letters").value_or(Em{})};
  reader.finish();
  if (squares.letters < Em{} || squares.letters > kMostBesideSquares)
    style.diagnostics().error(node->span, "the space beside characters in squares may be from 0 to 0.095em: readers of PDFs take more for a space",
                              "squares: {squeeze: yes, letters: 0.09em}, or none").code = Code::wrong_value;
  return squares;
}

std::optional<Spacing> read_spacing(RuleMap& style, const std::optional<Spacing>& inherited) {
  const Node* node = style.get("spacing");
  if (!node) return std::nullopt;
  RuleMap reader(node, "spacing", style.diagnostics());
  Spacing spacing = inherited.value_or(Spacing{});
  spacing.space = reader.em("space").value_or(spacing.space);
  spacing.stretch = reader.em("stretch").value_or(spacing.stretch);
  spacing.shrink = reader.em("shrink").value_or(spacing.shrink);
  spacing.extra = reader.em("extra").value_or(spacing.extra);
  spacing.factor_after_capital = reader.number("after-capital", 0, 10).value_or(spacing.factor_after_capital);
  read_factors(reader.get("factors"), spacing, style.diagnostics());
  reader.finish();
  return spacing;
}

std::optional<LineCosts> read_costs(RuleMap& style) {
  const Node* node = style.get("line-costs");
  if (!node) return std::nullopt;
  RuleMap reader(node, "line-costs", style.diagnostics());
  constexpr double kMost = 1e9;
  LineCosts costs;
  costs.line = reader.number("line", 0, kMost).value_or(costs.line);
  costs.fitness_change = reader.number("fitness-change", 0, kMost).value_or(costs.fitness_change);
  costs.hyphen = reader.number("hyphen", -kMost, kMost).value_or(costs.hyphen);
  costs.two_hyphens = reader.number("two-hyphens", 0, kMost).value_or(costs.two_hyphens);
  costs.ladder = reader.number("ladder", 0, kMost).value_or(costs.ladder);
  costs.last_hyphen = reader.number("last-hyphen", 0, kMost).value_or(costs.last_hyphen);
  costs.short_last = reader.number("short-last", 0, kMost).value_or(costs.short_last);
  reader.finish();
  return costs;
}

bool is_between(const std::pair<std::optional<Length>, std::optional<Em>>& size, Length most, Em most_em) {
  return size.first ? *size.first > Length{} && *size.first <= most : *size.second > Em{} && *size.second <= most_em;
}

void read_sizes(RuleMap& reader, StyleSpec& spec) {
  if (const auto size = reader.length_or_em("size")) {
    spec.size = size->first;
    spec.size_factor = size->second;
    if (!is_between(*size, kLargestType, kLargestFactor))
      reader.diagnostics().error(reader.get("size")->span, "a type size must be above 0 and at most 600pt or 10em").code = Code::wrong_value;
  }
  if (const auto leading = reader.length_or_em("leading")) {
    spec.leading = leading->first;
    spec.leading_factor = leading->second;
    if (!is_between(*leading, kLargestType * 2, kLargestFactor))
      reader.diagnostics().error(reader.get("leading")->span, "the leading must be above 0 and at most 1200pt or 10em").code = Code::wrong_value;
  }
}

}  // namespace

StyleSpec read_style(const Node& node, const std::string& name,
                     const std::map<std::string, StyleSpec, std::less<>>& resolved, Diagnostics& diagnostics) {
  RuleMap reader(&node, "the style '" + name + "'", diagnostics);
  StyleSpec spec;
  if (const auto like = reader.text("like")) {
    if (const auto found = resolved.find(*like); found != resolved.end()) {
      spec = found->second;
    } else {
      std::vector<std::string> names;
      for (const auto& [known, unused] : resolved) names.push_back(known);
      diagnostics.error(reader.get("like")->span, "the style '" + name + "' is like '" + *like + "', which does not stand above it",
                        did_you_mean(*like, names));
    }
  }
  spec.source = node.span;
  const auto take = [](auto& target, auto value) {
    if (value) target = std::move(value);
  };
  take(spec.family, reader.text("family"));
  if (const Node* family = reader.get("family")) spec.family_source = family->span;
  take(spec.weight, read_weight(reader));
  take(spec.italic, reader.choice<bool>("slant", {{"upright", false}, {"italic", true}}));
  take(spec.width, read_width(reader));
  take(spec.optical_size, read_optical_size(reader));
  read_sizes(reader, spec);
  take(spec.colour, reader.colour("colour"));
  take(spec.letter_case, reader.choice<LetterCase>(
                             "case", {{"as-is", LetterCase::as_is}, {"upper", LetterCase::upper}, {"lower", LetterCase::lower}}));
  take(spec.tracking, reader.em("tracking", kTracking));
  take(spec.letter_flex, read_letter_flex(reader));
  take(spec.features, read_features(reader));
  take(spec.scaled_caps, read_scaled_caps(reader));
  take(spec.squares, read_squares(reader));
  take(spec.spacing, read_spacing(reader, spec.spacing));
  take(spec.hyphenate, reader.boolean("hyphenate"));
  take(spec.break_at,
       reader.choice<BreakAt>("break-at", {{"spaces", BreakAt::spaces}, {"opportunities", BreakAt::opportunities}}));
  take(spec.tie_after, reader.texts("tie-after"));
  take(spec.language_ties, reader.boolean("language-ties"));
  take(spec.align, reader.choice<Align>("align", {{"left", Align::left}, {"right", Align::right},
                                                  {"centre", Align::centre}, {"center", Align::centre},
                                                  {"justify", Align::justify}}));
  take(spec.ragged, reader.em("ragged", kRagged));
  take(spec.last_line, reader.em("last-line"));
  take(spec.protrusion, read_protrusion(reader));
  take(spec.costs, read_costs(reader));
  if (const auto before = reader.text("before")) spec.before = *before;
  if (const auto after = reader.text("after")) spec.after = *after;
  reader.finish();
  return spec;
}

Style apply(const StyleSpec& spec, const Style& over) {
  Style style = over;
  const auto set = [](auto& target, const auto& value) {
    if (value) target = *value;
  };
  set(style.family, spec.family);
  if (spec.family) style.family_source = spec.family_source;
  set(style.weight, spec.weight);
  set(style.italic, spec.italic);
  set(style.width, spec.width);
  set(style.optical_size, spec.optical_size);
  set(style.size, spec.size);
  if (spec.size_factor) style.size = std::min(kLargestType, spec.size_factor->at(over.size));  // styles may stand in styles
  set(style.leading, spec.leading);
  if (spec.leading_factor) style.leading = spec.leading_factor->at(style.size);
  set(style.colour, spec.colour);
  set(style.letter_case, spec.letter_case);
  set(style.tracking, spec.tracking);
  set(style.letter_flex, spec.letter_flex);
  set(style.features, spec.features);
  set(style.scaled_caps, spec.scaled_caps);
  set(style.squares, spec.squares);
  set(style.spacing, spec.spacing);
  set(style.hyphenate, spec.hyphenate);
  set(style.break_at, spec.break_at);
  set(style.tie_after, spec.tie_after);
  set(style.language_ties, spec.language_ties);
  set(style.align, spec.align);
  set(style.ragged, spec.ragged);
  set(style.last_line, spec.last_line);
  set(style.protrusion, spec.protrusion);
  set(style.costs, spec.costs);
  style.before = spec.before;
  style.after = spec.after;
  return style;
}

}  // namespace galley
