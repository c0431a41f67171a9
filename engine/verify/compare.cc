#include "verify/compare.h"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <unordered_map>

#include "verify/right_to_left.h"

namespace galley::proof {
namespace {

/// Words shown before a difference, to find it by.
constexpr std::size_t kContext = 3;

/// Words that both sides share between two differences that may be one stretch turned round.
constexpr std::size_t kInOneTurn = 4;

/// Words [begin, end) of one side.
struct Stretch {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

struct Hunk {
  Stretch expected, found;
};

/// Words as numbers: the diff compares each many times.
class Numbering {
 public:
  std::vector<int> of(const std::vector<Word>& words) {
    std::vector<int> numbers;
    for (const Word& word : words)
      numbers.push_back(known_.try_emplace(word.text, static_cast<int>(known_.size())).first->second);
    return numbers;
  }

 private:
  std::unordered_map<std::string, int> known_;
};

/// The shortest edit script by Wu, Manber, Myers and Miller, "An O(NP) sequence comparison algorithm" (1990), as dtl
/// has it.
std::vector<Hunk> hunks_of(const std::vector<Word>& expected, const std::vector<Word>& found) {
  Numbering numbering;
  dtl::Diff<int, std::vector<int>> diff(numbering.of(expected), numbering.of(found));
  diff.compose();
  std::vector<Hunk> hunks;
  Stretch in_expected, in_found;
  const auto close = [&] {
    if (!in_expected.empty() || !in_found.empty()) hunks.push_back({in_expected, in_found});
    in_expected.begin = in_expected.end;
    in_found.begin = in_found.end;
  };
  for (const auto& [number, step] : diff.getSes().getSequence()) {
    if (step.type == dtl::SES_COMMON) {
      close();
      in_expected.begin = ++in_expected.end;
      in_found.begin = ++in_found.end;
    } else {
      ++(step.type == dtl::SES_DELETE ? in_expected : in_found).end;
    }
  }
  close();
  return hunks;
}

std::string joined(const std::vector<Word>& words, Stretch stretch) {
  std::string out;
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) out += words[i].text;
  return out;
}

class Comparison {
 public:
  Comparison(const std::vector<Word>& expected, const std::vector<Word>& found)
      : expected_(expected), found_(found), right_to_left_(is_right_to_left(expected)) {}

  std::vector<Difference> compare() {
    const std::vector<Hunk> hunks = hunks_of(expected_, found_);
    if (is_foreign(hunks)) return {foreign(hunks)};
    for (std::size_t i = 0; i < hunks.size(); ++i) {
      const std::size_t end = end_of_drawn_alike(hunks, i);
      if (end > i) {
        i = end - 1;
        continue;
      }
      const Hunk& hunk = hunks[i];
      if (hunk.found.empty()) {
        lost_.push_back(hunk);
      } else if (hunk.expected.empty()) {
        added_.push_back(hunk);
      } else if (joined(expected_, hunk.expected) == joined(found_, hunk.found)) {
        compare_spaces(hunk);
      } else {
        add(Difference::Kind::changed, hunk,
            "changed: expected " + quoted_words(expected_, hunk.expected.begin, hunk.expected.end) + ", found " +
                quoted_words(found_, hunk.found.begin, hunk.found.end) + after(hunk.found.begin));
      }
    }
    pair_moved();
    add_rest();
    std::stable_sort(placed_.begin(), placed_.end(), [](const Placed& a, const Placed& b) { return a.at < b.at; });
    std::vector<Difference> all;
    for (Placed& each : placed_) all.push_back(std::move(each.difference));
    return all;
  }

 private:
  /// Where directions meet, several orders of reading are drawn as one; which it was a PDF does not tell.
  [[nodiscard]] bool is_drawn_alike(const Hunk& hunk) const {
    return is_drawn_alike(with_neighbours(expected_, hunk.expected), with_neighbours(found_, hunk.found)) ||
           is_drawn_alike(with_neighbours_in_line(expected_, hunk.expected), with_neighbours_in_line(found_, hunk.found));
  }

  [[nodiscard]] bool is_drawn_alike(const std::string& expected, const std::string& found) const {
    return (right_to_left_ || has_right_to_left(expected)) && drawn(expected, right_to_left_) == drawn(found, right_to_left_);
  }

  /// The end of hunks from `begin` on that together are drawn alike; `begin`: there are none.
  [[nodiscard]] std::size_t end_of_drawn_alike(const std::vector<Hunk>& hunks, std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < hunks.size() && hunks[end].found.begin - hunks[end - 1].found.end <= kInOneTurn) ++end;
    for (; end > begin; --end)
      if (is_drawn_alike({{hunks[begin].expected.begin, hunks[end - 1].expected.end}, {hunks[begin].found.begin, hunks[end - 1].found.end}}))
        return end;
    return begin;
  }

  /// And the words on either side, since the direction of digits and punctuation hangs on them.
  static std::string with_neighbours(const std::vector<Word>& words, Stretch stretch) {
    return spaced(words, {stretch.begin - std::min<std::size_t>(stretch.begin, 1), std::min(words.size(), stretch.end + 1)});
  }

  /// The same where a line begins or ends a paragraph, whose neighbours have no say.
  static std::string with_neighbours_in_line(const std::vector<Word>& words, Stretch stretch) {
    if (stretch.begin > 0 && !words[stretch.begin - 1].ends_line) --stretch.begin;
    if (stretch.end > stretch.begin && stretch.end < words.size() && !words[stretch.end - 1].ends_line) ++stretch.end;
    return spaced(words, stretch);
  }

  static std::string spaced(const std::vector<Word>& words, Stretch stretch) {
    const auto [begin, end] = stretch;
    std::string out;
    for (std::size_t i = begin; i < end; ++i) out += (i == begin ? "" : " ") + words[i].text;
    return out;
  }

  struct Placed {
    std::size_t at = 0;  ///< the word found there
    Difference difference;
  };

  void add(Difference::Kind kind, const Hunk& hunk, std::string message) {
    placed_.push_back({hunk.found.begin, {kind, page_of(hunk.found), std::move(message)}});
  }

  /// Where words are missing: the page of the word before.
  [[nodiscard]] std::size_t page_of(Stretch found) const {
    if (!found.empty()) return found_[found.begin].page;
    return found.begin == 0 ? 1 : found_[found.begin - 1].page;
  }

  /// Text that was made from other data is said once, not word by word.
  [[nodiscard]] bool is_foreign(const std::vector<Hunk>& hunks) const {
    constexpr std::size_t kEnoughWords = 20;
    const std::size_t most = std::max(expected_.size(), found_.size());
    return most >= kEnoughWords && 4 * words_in_both(hunks) < most;
  }

  [[nodiscard]] std::size_t words_in_both(const std::vector<Hunk>& hunks) const {
    std::size_t count = expected_.size();
    for (const Hunk& hunk : hunks) count -= hunk.expected.size();
    return count;
  }

  [[nodiscard]] Difference foreign(const std::vector<Hunk>& hunks) const {
    return {Difference::Kind::foreign, 0,
            "the text is another one: of " + std::to_string(expected_.size()) + " words only " +
                std::to_string(words_in_both(hunks)) + " come out; it begins with " +
                quoted_words(found_, 0, std::min(found_.size(), 2 * kContext)) + ", expected is " +
                quoted_words(expected_, 0, std::min(expected_.size(), 2 * kContext))};
  }

  [[nodiscard]] std::string after(std::size_t found) const {
    if (found == 0) return " at the beginning";
    return " after " + quoted_words(found_, found - std::min(found, kContext), found);
  }

  /// The letters are the same; goes through both sides and looks at each place where only one has a space.
  void compare_spaces(const Hunk& hunk) {
    std::size_t e = hunk.expected.begin, f = hunk.found.begin;
    std::size_t end_e = expected_[e].text.size(), end_f = found_[f].text.size();  // letters up to the end of the word
    while (e + 1 < hunk.expected.end || f + 1 < hunk.found.end) {
      if (end_e == end_f) {
        end_e += expected_[++e].text.size();
        end_f += found_[++f].text.size();
      } else if (end_e < end_f) {
        report_space(expected_, e, Difference::Kind::glued, {{}, {f, f + 1}});
        end_e += expected_[++e].text.size();
      } else {
        report_space(found_, f, Difference::Kind::broken, {{}, {f, f + 1}});
        end_f += found_[++f].text.size();
      }
    }
  }

  /// A space after words[i] that the other side does not have.
  void report_space(const std::vector<Word>& words, std::size_t i, Difference::Kind kind, const Hunk& place) {
    if (words[i].ends_line && may_part_at_line_end(words[i].text, words[i + 1].text)) return;
    const bool glued = kind == Difference::Kind::glued;
    add(kind, place,
        std::string(glued ? "glued: " : "broken: ") + "'" + words[i].text + "' and '" + words[i + 1].text +
            (glued ? "' come out as one word" : "' are one word"));
  }

  /// Words lost here that were added there. The longest first, so that a short one does not take its place.
  void pair_moved() {
    const auto longer = [](const Hunk& a, const Hunk& b) {
      return std::max(a.expected.size(), a.found.size()) > std::max(b.expected.size(), b.found.size());
    };
    std::stable_sort(lost_.begin(), lost_.end(), longer);
    std::vector<Hunk> still_lost;
    for (const Hunk& lost : lost_) {
      const std::string letters = joined(expected_, lost.expected);
      const auto same = std::find_if(added_.begin(), added_.end(),
                                     [&](const Hunk& added) { return joined(found_, added.found) == letters; });
      if (same == added_.end()) {
        still_lost.push_back(lost);
        continue;
      }
      add(Difference::Kind::moved, *same,
          "moved: " + quoted_words(expected_, lost.expected.begin, lost.expected.end) + " stands" +
              after(same->found.begin) + ", but belongs" + after(lost.found.begin));
      added_.erase(same);
    }
    lost_ = std::move(still_lost);
  }

  void add_rest() {
    for (const Hunk& lost : lost_)
      add(Difference::Kind::lost, lost,
          "lost: " + quoted_words(expected_, lost.expected.begin, lost.expected.end) + after(lost.found.begin));
    for (const Hunk& added : added_) {
      const auto begin = found_.begin();
      if (std::all_of(begin + static_cast<std::ptrdiff_t>(added.found.begin),
                      begin + static_cast<std::ptrdiff_t>(added.found.end),
                      [](const Word& word) { return word.at_edge; }))
        continue;
      add(Difference::Kind::added, added,
          "added: " + quoted_words(found_, added.found.begin, added.found.end) + after(added.found.begin) +
              ", which the text does not have");
    }
  }

  const std::vector<Word>& expected_;
  const std::vector<Word>& found_;
  bool right_to_left_;
  std::vector<Hunk> lost_, added_;
  std::vector<Placed> placed_;
};

}  // namespace

std::vector<Difference> differences(const std::vector<Word>& expected, const std::vector<Word>& found) {
  return Comparison(expected, found).compare();
}

}  // namespace galley::proof
