#include "verify/data_check.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "verify/right_to_left.h"

namespace galley::proof {
namespace {

/// A shorter field may stand anywhere.
constexpr std::size_t kShortestAnchor = 4;
/// Letters of a field's begin that must stand together where a page's end parts it.
constexpr std::size_t kShortestPart = 3;
/// Fields that are looked for in one another: each is compared with all.
constexpr std::size_t kMostCounted = 3000;
/// Letters of a field that a message shows.
constexpr std::int32_t kShown = 60;

/// Letters and digits without capitals, wide forms and accents, since capitals of Greek lose theirs.
std::u32string letters_of(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) return {};
  const icu::UnicodeString plain = decompose->normalize(fold->normalize(icu::UnicodeString::fromUTF8(text), error), error);
  std::u32string out;
  for (std::int32_t i = 0; i < plain.length(); i = plain.moveIndex32(i, 1)) {
    const UChar32 c = plain.char32At(i);
    const bool is_accent = c >= 0x300 && c <= 0x36F;
    const bool is_mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    if (!is_accent && (u_isalnum(c) || is_mark)) out += static_cast<char32_t>(c == 0x131 ? 'i' : c);  // dotless i
  }
  return out;
}

struct Place {
  std::size_t begin = 0, end = 0;  ///< letters of the file
};

std::size_t count_in(const std::u32string& text, const std::u32string& wanted) {
  std::size_t count = 0;
  for (std::size_t at = text.find(wanted); at != std::u32string::npos; at = text.find(wanted, at + wanted.size())) ++count;
  return count;
}

/// All letters of the file in its order.
class Letters {
 public:
  explicit Letters(const std::vector<Word>& words) {
    for (const Word& word : words) {
      all_ += letters_of(word.text);
      pages_.resize(all_.size(), word.page);
    }
  }

  [[nodiscard]] std::size_t size() const { return all_.size(); }
  [[nodiscard]] std::size_t page(std::size_t at) const { return pages_.empty() ? 0 : pages_[std::min(at, pages_.size() - 1)]; }

  [[nodiscard]] std::size_t count(const std::u32string& wanted) const { return count_in(all_, wanted); }
  [[nodiscard]] std::size_t pages() const { return pages_.empty() ? 0 : pages_.back() - pages_.front() + 1; }

  /// The first place from `low` on that ends by `high`: whole, or parted where a page ends, since a sidebar may stand between.
  [[nodiscard]] std::optional<Place> find(const std::u32string& wanted, std::size_t low, std::size_t high) const {
    const std::size_t at = all_.find(wanted, low);
    if (at != std::u32string::npos && at + wanted.size() <= high) return Place{at, at + wanted.size()};
    if (wanted.size() < 2 * kShortestPart || pages_.empty() || pages_.front() == pages_.back()) return std::nullopt;
    const std::u32string first = wanted.substr(0, kShortestPart);
    for (std::size_t begin = all_.find(first, low); begin < high; begin = all_.find(first, begin + 1))
      if (const auto place = find_parted(wanted, begin, high)) return place;
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<Place> find_parted(const std::u32string& wanted, std::size_t begin, std::size_t high) const {
    std::size_t same = kShortestPart;
    while (same < wanted.size() && begin + same < high && all_[begin + same] == wanted[same]) ++same;
    for (std::size_t part = same; part >= kShortestPart; --part) {
      const std::u32string rest = wanted.substr(part);
      for (std::size_t at = all_.find(rest, begin + part); at < high; at = all_.find(rest, at + 1)) {
        if (page(at) > page(begin + part - 1) + 1) break;
        if (page(at) == page(begin + part - 1) + 1) return Place{begin, at + rest.size()};
      }
    }
    return std::nullopt;
  }

  std::u32string all_;
  std::vector<std::size_t> pages_;  ///< of each letter
};

struct Field {
  const ExpectedGroup* group = nullptr;
  const ExpectedWords* words = nullptr;
  std::size_t index = 0;  ///< of the group in its flow
  std::u32string letters;
};

std::string shown(const std::string& text) {
  icu::UnicodeString whole = icu::UnicodeString::fromUTF8(text);
  if (whole.length() > kShown) whole = whole.tempSubString(0, kShown) + u"…";
  std::string out;
  return whole.toUTF8String(out);
}

std::string named(const Field& field) {
  return "'" + shown(field.words->text) + "' (" + field.words->field + ", " + field.group->name + ")";
}

class Check {
 public:
  Check(const ExpectedData& data, const std::vector<Word>& found) : letters_(found) {
    for (const auto& flow : data.flows)
      if (!flow.empty()) flows_.push_back(fields_of(flow));
  }

  std::vector<DataFault> check() {
    count_wanted();
    for (const auto& flow : flows_) check(flow);
    return std::move(faults_);
  }

 private:
  /// How often each field's letters are expected, also within others: a name in an address.
  void count_wanted() {
    std::u32string all;
    for (const std::vector<Field>& flow : flows_)
      for (const Field& field : flow) all += field.letters + U'\n', ++wanted_[field.letters];
    if (wanted_.size() > kMostCounted) return;
    for (auto& [letters, count] : wanted_) count = count_in(all, letters);
  }

  /// Words of both directions may stand in several orders, so each counts alone.
  static std::vector<Field> fields_of(const std::vector<ExpectedGroup>& flow) {
    std::vector<Field> fields;
    for (std::size_t i = 0; i < flow.size(); ++i)
      for (const ExpectedWords& words : flow[i].words) {
        const auto add = [&](const std::string& text) {
          std::u32string letters = letters_of(text);
          if (!letters.empty()) fields.push_back({&flow[i], &words, i, std::move(letters)});
        };
        if (has_right_to_left(words.text)) {
          for (const Word& word : words_of(words.text, 0)) add(word.text);
        } else {
          add(words.text);
        }
      }
    return fields;
  }

  void check(const std::vector<Field>& flow) {
    if (flow.empty()) return;
    const std::size_t groups = flow.back().index + 1;
    std::vector<std::size_t> low(groups + 1, 0), high(groups + 1, letters_.size());
    for (const auto& [index, place] : anchors_of(flow)) {
      low[index + 1] = std::max(low[index + 1], place.end);
      if (index > 0) high[index - 1] = std::min(high[index - 1], place.begin);
    }
    for (std::size_t i = 1; i <= groups; ++i) low[i] = std::max(low[i], low[i - 1]);
    for (std::size_t i = groups; i-- > 0;) high[i] = std::min(high[i], high[i + 1]);
    for (const Field& field : flow) check(field, low[field.index], high[field.index]);
  }

  void check(const Field& field, std::size_t low, std::size_t high) {
    if (letters_.find(field.letters, low, high)) {
      const std::size_t wanted = wanted_.at(field.letters);
      if (wanted < 2 || field.letters.size() < kShortestAnchor || !said_.insert(field.letters).second) return;
      const std::size_t count = letters_.count(field.letters);
      const std::size_t parted = flows_.size() > 1 && letters_.pages() > 1 ? letters_.pages() - 1 : 0;  // by page ends
      if (count > 0 && count + parted < wanted) add(low, "lost: " + named(field) + " comes out " + std::to_string(count) + " of " + std::to_string(wanted) + " times");
    } else if (const auto elsewhere = letters_.find(field.letters, 0, letters_.size())) {
      add(elsewhere->begin, "moved or lost: " + named(field) + " does not stand in its place");
    } else {
      add(low, "lost: " + named(field));
    }
  }

  void add(std::size_t at, std::string message) { faults_.push_back({letters_.page(at), std::move(message)}); }

  using Anchor = std::pair<std::size_t, Place>;  // index of a group

  /// Fields that stand once, as many as are in one order: the longest rising subsequence.
  [[nodiscard]] std::vector<Anchor> anchors_of(const std::vector<Field>& flow) const {
    std::vector<Anchor> all;
    for (const Field& field : flow) {
      if (field.letters.size() < kShortestAnchor || wanted_.at(field.letters) != 1 || letters_.count(field.letters) != 1) continue;
      all.push_back({field.index, *letters_.find(field.letters, 0, letters_.size())});
    }
    std::stable_sort(all.begin(), all.end(), [](const Anchor& a, const Anchor& b) {
      return a.first != b.first ? a.first < b.first : a.second.begin < b.second.begin;
    });
    std::vector<std::size_t> tails, before(all.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto tail = std::lower_bound(tails.begin(), tails.end(), all[i].second.begin,
                                         [&](std::size_t t, std::size_t begin) { return all[t].second.begin < begin; });
      if (tail != tails.begin()) before[i] = *std::prev(tail);
      if (tail == tails.end()) {
        tails.push_back(i);
      } else {
        *tail = i;
      }
    }
    std::vector<Anchor> chain;
    for (std::size_t i = tails.empty() ? all.size() : tails.back(); i < all.size(); i = before[i]) chain.push_back(all[i]);
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  Letters letters_;
  std::vector<std::vector<Field>> flows_;
  std::map<std::u32string, std::size_t> wanted_;  ///< how often each is expected
  std::set<std::u32string> said_;                 ///< of those that are expected several times
  std::vector<DataFault> faults_;
};

}  // namespace

std::vector<DataFault> faults_against(const ExpectedData& data, const std::vector<Word>& found) { return Check(data, found).check(); }

}  // namespace galley::proof
