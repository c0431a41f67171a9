// yaml-cpp tries regular expressions at each byte, about 1,300 instructions of them, and most bytes of a CV stand in runs
// of words that mean nothing to YAML wherever they stand. So yaml-cpp reads a text in which one character stands for each
// such run, and what it tells is expanded again: three quarters of its time are saved without a scanner of our own.
//
//   - title: Learning from one example, "again"   ->   - ^: ^, "^"
//
// What goes wrong in a condensed text is read again as it is, so that no message can differ.
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace galley {

struct CondensedText {
  struct Run {
    std::size_t place;         ///< byte of its character in the condensed text
    std::string_view written;  ///< of the original text
  };
  std::string text;
  std::string_view stand_in;
  std::vector<Run> runs;      ///< ascending; empty: the text must be read as it is
  std::string_view original;  ///< which must outlive this
};

CondensedText condense(std::string_view original);

/// Hands events about a condensed text on as if they came from the original one.
class ExpandingHandler final : public YAML::EventHandler {
 public:
  ExpandingHandler(const CondensedText& condensed, YAML::EventHandler& next) : condensed_(condensed), next_(next) {}

  /// Whether each run has become part of a scalar, and nothing else looked like one. A run that has not was part of a name, a tag
  /// or a directive; what looked like one was an escape ("\x5E").
  [[nodiscard]] bool has_met_all() const { return met_ == condensed_.runs.size(); }

  void OnDocumentStart(const YAML::Mark& mark) override { next_.OnDocumentStart(original(mark)); }
  void OnDocumentEnd() override { next_.OnDocumentEnd(); }
  void OnAnchor(const YAML::Mark& mark, const std::string& name) override { next_.OnAnchor(original(mark), name); }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { next_.OnNull(original(mark), anchor); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override { next_.OnAlias(original(mark), anchor); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    next_.OnScalar(original(mark), tag, anchor, expanded(value));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    next_.OnSequenceStart(original(mark), tag, anchor, style);
  }
  void OnSequenceEnd() override { next_.OnSequenceEnd(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override {
    next_.OnMapStart(original(mark), tag, anchor, style);
  }
  void OnMapEnd() override { next_.OnMapEnd(); }

 private:
  [[nodiscard]] YAML::Mark original(YAML::Mark mark) const;
  std::string expanded(const std::string& value);

  const CondensedText& condensed_;
  YAML::EventHandler& next_;
  std::size_t met_ = 0;
};

}  // namespace galley
