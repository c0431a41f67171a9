#include "versions/variants.h"

#include <algorithm>

#include "base/suggest.h"
#include "source/map_reader.h"

namespace galley {
namespace {

constexpr int kMostPages = 1000;
constexpr std::size_t kDeepestExtends = 8;

/// A variant as written, before what it extends is put under it.
struct WrittenVariant {
  Variant variant;
  std::vector<TagTerm> extends;
};

/// A text or a list of texts, each with its place.
std::optional<std::vector<TagTerm>> terms(MapReader& reader, std::string_view key) {
  const auto texts = reader.texts(key);
  if (!texts) return std::nullopt;
  const Node& node = *reader.get(key);
  std::vector<TagTerm> all;
  for (std::size_t i = 0; i < texts->size(); ++i) all.push_back({(*texts)[i], node.is_list() ? node.items[i].span : node.span});
  return all;
}

WrittenVariant read_written(const Node& node, const std::string& name, Diagnostics& diagnostics) {
  WrittenVariant written;
  MapReader reader(&node, "the variant " + in_quotes(name), diagnostics);
  written.extends = terms(reader, "extends").value_or(std::vector<TagTerm>{});
  Variant& variant = written.variant;
  variant.only = terms(reader, "only");
  variant.without = terms(reader, "without").value_or(std::vector<TagTerm>{});
  variant.sections = terms(reader, "sections");
  if (const Node* set = reader.map("set")) variant.set.push_back(*set);
  variant.layout = reader.text("layout").value_or("");
  variant.pages = static_cast<std::size_t>(reader.whole("pages", 1, kMostPages).value_or(0));
  reader.finish();
  return written;
}

/// What the variant says counts, but for what it takes away and changes: that adds up.
Variant put_over(Variant base, Variant over) {
  if (over.only) base.only = std::move(over.only);
  if (over.sections) base.sections = std::move(over.sections);
  if (!over.layout.empty()) base.layout = std::move(over.layout);
  if (over.pages > 0) base.pages = over.pages;
  base.without.insert(base.without.end(), over.without.begin(), over.without.end());
  base.set.insert(base.set.end(), over.set.begin(), over.set.end());
  return base;
}

std::vector<std::string> names_in(const Node& variants) {
  std::vector<std::string> names;
  for (const Node::Key& key : variants.keys) names.push_back(key.text);
  return names;
}

std::optional<Variant> resolve(const Node& variants, const TagTerm& wanted, std::size_t depth, Diagnostics& diagnostics) {
  const Node* node = variants.is_map() ? variants.find(wanted.text) : nullptr;
  if (!node) {
    const std::vector<std::string> names = names_in(variants);
    diagnostics.fail(wanted.source.is_nowhere() ? Blame::usage : Blame::files, wanted.source, "there is no variant " + in_quotes(wanted.text),
                     names.empty() ? "this CV has no 'variants'" : did_you_mean(wanted.text, names)).code = Code::unknown_name;
    return std::nullopt;
  }
  if (depth > kDeepestExtends) {
    diagnostics.error(wanted.source, "variants extend one another in a circle, or more than 8 deep");
    return std::nullopt;
  }
  WrittenVariant written = read_written(*node, wanted.text, diagnostics);
  Variant all;
  for (const TagTerm& each : written.extends) {
    auto base = resolve(variants, each, depth + 1, diagnostics);
    if (!base) return std::nullopt;
    all = put_over(std::move(all), std::move(*base));
  }
  return put_over(std::move(all), std::move(written.variant));
}

/// Variants become parts of file names.
bool is_good_name(const std::string& name) {
  return !name.empty() && name != "*" && name.front() != '.' && name.find_first_of("/\\{}") == std::string::npos;
}

}  // namespace

std::optional<Variant> read_variant(const Node& variants, const std::string& name, Diagnostics& diagnostics) {
  return resolve(variants, {name, {}}, 0, diagnostics);
}

void check_variants(const Node& variants, Diagnostics& diagnostics) {
  if (variants.is_null() || !expect_value(variants, Node::Kind::map, "variants", diagnostics)) return;
  for (std::size_t i = 0; i < variants.keys.size(); ++i) {
    const Node::Key& key = variants.keys[i];
    if (!is_good_name(key.text))
      diagnostics.error(key.span, in_quotes(key.text) + " cannot name a variant", "its name becomes part of file names, as in cv-short.pdf").code = Code::wrong_value;
    const std::size_t before = diagnostics.all().size();
    const WrittenVariant written = read_written(variants.items[i], key.text, diagnostics);
    if (has_errors_since(diagnostics, before)) continue;
    for (const TagTerm& each : written.extends)
      if (!resolve(variants, each, 1, diagnostics)) break;
  }
}

}  // namespace galley
