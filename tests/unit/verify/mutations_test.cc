// What is lost between two stages is named by what the data alone say: each stage's values are spoilt in every place, one at a time.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

#include "compose/compose.h"
#include "expect/expect.h"
#include "export/text/text.h"
#include "page/flow.h"
#include "page/paginate.h"
#include "tests/support/typeset.h"
#include "verify/data_check.h"

namespace galley {
namespace {

using proof::DataFault;
using proof::Word;

std::vector<Word> words_of_pages(const Pages& pages) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    Pages one = pages;
    one.pages = {pages.pages[i]};
    for (Word& word : proof::words_of(write_text(one), i + 1)) words.push_back(std::move(word));
  }
  return words;
}

/// All blocks that are no containers, in order.
template <typename AnyComposed>
auto leaves_of(AnyComposed& composed) {
  std::vector<decltype(&composed.streams[0].sections[0].items[0].blocks[0])> leaves;
  for (auto& stream : composed.streams)
    for (auto& section : stream.sections)
      for_each_part(section, [&](auto& part) { for_each_leaf(part.blocks, [&](auto& block) { leaves.push_back(&block); }); });
  return leaves;
}

template <typename AnyComposed>
auto labels_of(AnyComposed& composed) {
  std::vector<decltype(&composed.streams[0].sections[0].label)> labels;
  for (auto& stream : composed.streams)
    for (auto& section : stream.sections)
      if (section.label) labels.push_back(&section.label);
  return labels;
}

std::string text_of(const StyledText& text) {
  std::string out;
  for (const Piece& piece : text) out += piece.text;
  return out;
}

std::string text_of(const std::vector<Item>& items) {
  std::string out;
  for (const Item& item : items)
    if (const auto* run = std::get_if<GlyphRun>(&item.what); run && item.element != kArtifact) out += run->text;
  return out;
}

using Streams = std::vector<Flowed>;

template <typename AnyStreams>
auto lines_of(AnyStreams& streams) {
  std::vector<decltype(&streams[0].lines[0])> lines;
  for (auto& stream : streams)
    for (auto& line : stream.lines) lines.push_back(&line);
  return lines;
}

class Mutations : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    made_ = testing::typeset_file("examples/designer.yaml", GetParam());
    ASSERT_TRUE(made_->document) << made_->messages();
    expected_ = expect(made_->inputs->cv, made_->inputs->layout, made_->inputs->language);
  }

  [[nodiscard]] std::vector<DataFault> faults(const Pages& pages) const { return faults_against(expected_, words_of_pages(pages)); }
  [[nodiscard]] std::vector<DataFault> faults(const Streams& streams) const {
    return faults(paginate(streams, made_->document->composed, made_->inputs->layout));
  }
  [[nodiscard]] std::vector<DataFault> faults(const Composed& composed) const {
    Diagnostics diagnostics;
    const Setter setter{composed, made_->inputs->layout.breaks, *made_->shaper, diagnostics};
    Streams streams;
    for (const Stream& stream : composed.streams) streams.push_back(flow(stream, setter));
    return faults(paginate(streams, composed, made_->inputs->layout));
  }

  /// Every spoilt one has to be named, unless it says nothing: rules, figures, what has no letters or digits.
  template <typename Values, typename Spoil, typename Says>
  void each_is_named(const Values& values, std::size_t count, Spoil spoil, Says says) const {
    for (std::size_t i = 0; i < count; ++i) {
      const std::string text = says(i);
      if (std::none_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) != 0; })) continue;
      Values spoilt = values;
      spoil(spoilt, i);
      EXPECT_FALSE(faults(spoilt).empty()) << GetParam() << ": " << text;
    }
  }

  std::unique_ptr<testing::Typeset> made_;
  ExpectedData expected_;
};

TEST_P(Mutations, NothingIsLostByItself) {
  for (const DataFault& fault : faults(made_->document->pages)) ADD_FAILURE() << fault.message;
}

TEST_P(Mutations, ALostBlockIsNamed) {
  const Composed& composed = made_->document->composed;
  const auto leaves = leaves_of(composed);
  each_is_named(composed, leaves.size(), [](Composed& spoilt, std::size_t i) { paragraph_of(*leaves_of(spoilt)[i])->text.clear(); },
                [&](std::size_t i) { return paragraph_of(*leaves[i]) ? text_of(paragraph_of(*leaves[i])->text) : ""; });
}

TEST_P(Mutations, ALostDateOrLabelIsNamed) {
  const Composed& composed = made_->document->composed;
  const auto leaves = leaves_of(composed);
  each_is_named(composed, leaves.size(),
                [](Composed& spoilt, std::size_t i) {
                  Block& block = *leaves_of(spoilt)[i];
                  TextBlock main = std::get<Row>(block.kind).main;
                  block.kind = std::move(main);
                },
                [&](std::size_t i) { return std::holds_alternative<Row>(leaves[i]->kind) ? text_of(std::get<Row>(leaves[i]->kind).beside) : ""; });
  const auto labels = labels_of(composed);
  each_is_named(composed, labels.size(), [](Composed& spoilt, std::size_t i) { labels_of(spoilt)[i]->reset(); },
                [&](std::size_t i) { return text_of((*labels[i])->text); });
}

TEST_P(Mutations, ALostLineIsNamed) {
  const Streams& streams = made_->document->streams;
  const auto lines = lines_of(streams);
  each_is_named(streams, lines.size(), [](Streams& spoilt, std::size_t i) { lines_of(spoilt)[i]->items.clear(); },
                [&](std::size_t i) { return text_of(lines[i]->items); });
}

TEST_P(Mutations, ALostPageIsNamed) {
  const Pages& pages = made_->document->pages;
  each_is_named(pages, pages.pages.size(), [](Pages& spoilt, std::size_t i) { spoilt.pages[i].items.clear(); },
                [&](std::size_t i) { return text_of(pages.pages[i].items); });
}

TEST_P(Mutations, LinesInAnotherPlaceAreNamed) {
  Streams streams = made_->document->streams;
  auto main = std::max_element(streams.begin(), streams.end(), [](const Flowed& a, const Flowed& b) { return a.lines.size() < b.lines.size(); });
  ASSERT_GT(main->lines.size(), 12U);
  std::swap(main->lines[1].items, main->lines[main->lines.size() - 2].items);
  EXPECT_FALSE(faults(streams).empty());
}

INSTANTIATE_TEST_SUITE_P(, Mutations, ::testing::Values("ruled", "harbour", "timeline", "spine", "gazette"),
                         [](const ::testing::TestParamInfo<const char*>& which) { return std::string(which.param); });

}  // namespace
}  // namespace galley
