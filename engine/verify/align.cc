#include "verify/align.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "verify/right_to_left.h"

namespace galley::proof {
namespace {

/// How far a word is looked for when it does not stand where the last one ended.
constexpr std::size_t kFarthest = 2000;
/// Shorter words would be found anywhere.
constexpr std::size_t kShortest = 3;

std::u32string code_points(const std::string& text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    out += next.code_point;
    at += next.length;
  }
  return out;
}

class Aligner {
 public:
  explicit Aligner(const std::vector<Letter>& letters) : letters_(letters) {}

  /// Where the word stands; goes on behind it.
  std::optional<std::size_t> find(const std::string& word) {
    const std::u32string wanted = code_points(word);
    std::optional<std::size_t> at = is_at(at_, wanted) ? std::optional(at_) : std::nullopt;
    const std::size_t last = std::min(letters_.size(), at_ + kFarthest);
    for (std::size_t i = at_; !at && wanted.size() >= kShortest && i < last; ++i)
      if (is_at(i, wanted)) at = i;
    if (at) at_ = *at + wanted.size();
    return at;
  }

  [[nodiscard]] std::size_t place() const { return at_; }

 private:
  /// In either direction: poppler turns words of right-to-left scripts round.
  [[nodiscard]] bool is_at(std::size_t at, const std::u32string& wanted) const {
    if (at + wanted.size() > letters_.size()) return false;
    const auto letter = [&](std::size_t i) { return letters_[at + i].character; };
    bool forwards = true, backwards = true;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      forwards = forwards && letter(i) == wanted[i];
      backwards = backwards && letter(i) == wanted[wanted.size() - 1 - i];
    }
    return forwards || backwards;
  }

  const std::vector<Letter>& letters_;
  std::size_t at_ = 0;
};

}  // namespace

Alignment align(std::vector<Word> words, const PageContent& content) {
  Alignment out;
  Aligner aligner(content.letters);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t expected = aligner.place();
    const auto at = aligner.find(words[i].text);
    const bool is_known = at && !words[i].text.empty();
    const bool is_artifact = is_known && content.letters[*at].is_artifact;
    if (is_known && content.has_tags) words[i].at_edge = false;
    words[i].begins_tag = is_known && content.letters[*at].begins_tag;
    const bool is_turned = has_right_to_left(words[i].text);  // spaces then stand elsewhere than where poppler has them
    if (is_known && !is_artifact && !is_turned && i > 0 && *at == expected && !content.letters[*at].is_parted &&
        !words[i - 1].ends_line)
      out.gaps.push_back(words[i - 1].text + "|" + words[i].text);
    if (!is_artifact) out.words.push_back(words[i]);
  }
  return out;
}

}  // namespace galley::proof
