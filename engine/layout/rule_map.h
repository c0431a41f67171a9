// A map of a layout: what every map has (source/map_reader.h), and lengths, sizes, colours and templates.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/colour.h"
#include "base/length.h"
#include "layout/template.h"
#include "layout/values.h"
#include "source/map_reader.h"

namespace galley {

/// What a length may be, both ends included.
struct LengthRange {
  Length least, most;
};
constexpr Length kLargestLength = 14400_pt;  ///< PDF's largest page, ISO 32000-1, Annex C
constexpr LengthRange kDistance{Length{}, kLargestLength};       ///< margins, gaps, widths: nothing reaches back
constexpr LengthRange kOffset{Length{} - kLargestLength, kLargestLength};  ///< of drawings, which may lie on either side
constexpr Length kLeastMeasure = 36_pt;  ///< of what text stands in: room for a few letters

/// The same for sizes relative to the type's.
struct EmRange {
  Em least, most;
};
constexpr EmRange kEmDistance{Em{}, 10_em};

class RuleMap : public MapReader {
 public:
  using MapReader::MapReader;

  /// A length with its unit (layout/values.h) within the range.
  std::optional<Length> length(std::string_view key, const LengthRange& range = kDistance);
  std::optional<Em> em(std::string_view key, const EmRange& range = kEmDistance);
  /// A length, or a factor of the type size written in em.
  std::optional<std::pair<std::optional<Length>, std::optional<Em>>> length_or_em(std::string_view key);
  std::optional<Colour> colour(std::string_view key);
  std::optional<Template> pattern(std::string_view key);
};

}  // namespace galley
