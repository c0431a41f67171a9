// Paragraphs that have been set, remembered for all requests of an engine: versions of a CV and trials of fitting have most of
// their paragraphs in common.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/remembered.h"
#include "base/styled_text.h"
#include "text/lines.h"

namespace galley {

/// Thread-safe and bounded. What it gives is what set_lines() would give.
class LineMemory {
 public:
  LineMemory() : lines_(kMostText) {}

  /// A document's styles and its language's usage, as numbers that mean the same in every document.
  struct Numbers {
    std::vector<std::uint32_t> styles;  ///< by StyleId
    std::uint32_t usage = 0;
  };
  Numbers numbers_of(const std::vector<Style>& styles, const TextUsage& usage);

  /// The lines of a paragraph in style `id` of a document with these numbers, as they were set before, or set now.
  std::vector<SetLine> set(const Paragraph& paragraph, StyleId id, const Numbers& numbers, Shaper& shaper, Diagnostics& diagnostics);

  [[nodiscard]] std::size_t size() { return lines_.size(); }  ///< paragraphs

 private:
  /// Bytes of text in a generation: set, each takes about eighty, so two generations take 10 MB. A CV in four layouts has about as much.
  static constexpr std::size_t kMostText = std::size_t{64} * 1024;
  /// Styles of more layouts than anybody uses at once. What falls out gets a new number when it comes again.
  static constexpr std::size_t kMostNumbered = 2048;

  template <typename Value>
  using Numbered = std::vector<std::pair<Value, std::uint32_t>>;
  template <typename Value>
  std::uint32_t number_of(const Value& value, Numbered<Value>& known);

  Remembered<std::vector<SetLine>> lines_;
  std::mutex mutex_;  // over what follows
  Numbered<Style> styles_;
  Numbered<TextUsage> usages_;
  std::uint32_t last_number_ = 0;
};

}  // namespace galley
