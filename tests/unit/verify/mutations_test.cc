// What is lost between two stages is named by what the data alone say: each stage's values are spoilt in every place, one at a time.
#include <gtest/gtest.h>

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

class Mutations : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    made_ = testing::typeset_file("examples/designer.yaml", GetParam());
    ASSERT_TRUE(made_->document) << made_->messages();
    expected_ = expect(made_->inputs->cv, made_->inputs->layout, made_->inputs->language);
  }

  [[nodiscard]] std::vector<DataFault> faults(const Pages& pages) const { return faults_against(expected_, words_of_pages(pages)); }
  [[nodiscard]] std::vector<DataFault> faults(const std::vector<FlowLine>& lines) const {
    return faults(paginate(lines, made_->document->composed, made_->inputs->layout));
  }
  [[nodiscard]] std::vector<DataFault> faults(const Composed& composed) const {
    Diagnostics diagnostics;
    return faults(flow(composed, made_->inputs->layout, *made_->shaper, diagnostics));
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

std::string text_of(const StyledText& text) {
  std::string out;
  for (const Piece& piece : text) out += piece.text;
  return out;
}

TEST_P(Mutations, NothingIsLostByItself) {
  for (const DataFault& fault : faults(made_->document->pages)) ADD_FAILURE() << fault.message;
}

TEST_P(Mutations, ALostBlockIsNamed) {
  const Composed& composed = made_->document->composed;
  each_is_named(composed, composed.blocks.size(), [](Composed& spoilt, std::size_t i) { spoilt.blocks[i].text.clear(); },
                [&](std::size_t i) { return composed.blocks[i].figure ? "" : text_of(composed.blocks[i].text); });
}

TEST_P(Mutations, ALostDateOrLabelIsNamed) {
  const Composed& composed = made_->document->composed;
  each_is_named(composed, composed.blocks.size(), [](Composed& spoilt, std::size_t i) { spoilt.blocks[i].aside.reset(); },
                [&](std::size_t i) { return composed.blocks[i].aside ? text_of(composed.blocks[i].aside->text) : ""; });
  each_is_named(composed, composed.blocks.size(), [](Composed& spoilt, std::size_t i) { spoilt.blocks[i].label.reset(); },
                [&](std::size_t i) { return composed.blocks[i].label ? text_of(composed.blocks[i].label->text) : ""; });
}

std::string text_of(const std::vector<Item>& items) {
  std::string out;
  for (const Item& item : items)
    if (const auto* run = std::get_if<GlyphRun>(&item.what); run && item.element != kArtifact) out += run->text;
  return out;
}

TEST_P(Mutations, ALostLineIsNamed) {
  const std::vector<FlowLine>& lines = made_->document->lines;
  each_is_named(lines, lines.size(), [](std::vector<FlowLine>& spoilt, std::size_t i) { spoilt[i].items.clear(); },
                [&](std::size_t i) { return text_of(lines[i].items); });
}

TEST_P(Mutations, ALostPageIsNamed) {
  const Pages& pages = made_->document->pages;
  each_is_named(pages, pages.pages.size(), [](Pages& spoilt, std::size_t i) { spoilt.pages[i].items.clear(); },
                [&](std::size_t i) { return text_of(pages.pages[i].items); });
}

TEST_P(Mutations, LinesInAnotherOrderAreNamed) {
  std::vector<FlowLine> lines = made_->document->lines;
  ASSERT_GT(lines.size(), 12U);
  const auto words = [](const FlowLine& line) { return text_of(line.items).size(); };
  const auto longest = std::max_element(lines.begin() + 4, lines.end(), [&](const FlowLine& a, const FlowLine& b) { return words(a) < words(b); });
  std::swap(longest->items, lines[longest - lines.begin() > 6 ? 3 : lines.size() - 1].items);
  EXPECT_FALSE(faults(lines).empty());
}

INSTANTIATE_TEST_SUITE_P(, Mutations, ::testing::Values("ruled", "harbour", "timeline", "spine", "gazette"),
                         [](const ::testing::TestParamInfo<const char*>& which) { return std::string(which.param); });

}  // namespace
}  // namespace galley
