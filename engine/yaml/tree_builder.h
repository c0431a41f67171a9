// yaml-cpp's events -> Node tree, under the limits of ParseLimits.
#pragma once

#include <yaml-cpp/eventhandler.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/span.h"
#include "source/node.h"
#include "yaml/parse.h"
#include "yaml/scalar_checks.h"
#include "yaml/surrogates.h"

namespace galley {

/// Thrown through yaml-cpp, which knows no other way to stop early, after the reason has been reported. Caught in
/// parse(), never seen outside.
struct StopParsing {};

/// A list or map whose end has not been met yet.
struct OpenCollection {
  Node node;
  Node::Key key;  ///< map: the key whose value comes next
  bool has_key = false;
  bool drops_entry = false;   ///< map: that key was refused
  bool in_brackets = false;   ///< written as [ ] or { }
  std::size_t begin = 0;      ///< byte of its first token, properties left out
  std::size_t column = 0;     ///< of that byte, in bytes from 0
  YAML::anchor_t anchor = 0;  ///< 0: none
};

class TreeBuilder final : public YAML::EventHandler {
 public:
  /// `masked` is what yaml-cpp reads, `original` the text of the source `file`; the same places in both.
  TreeBuilder(const MaskedText& masked, std::string_view original, FileId file, const ParseLimits& limits,
              Diagnostics& diagnostics)
      : masked_(masked),
        text_(masked.text),
        original_(original),
        file_(file),
        limits_(limits),
        diagnostics_(diagnostics) {}

  /// Checks what can be checked only at the end, and hands the tree over.
  Node finish();

  [[nodiscard]] const std::vector<OpenCollection>& open() const { return open_; }
  [[nodiscard]] const Node& root() const { return root_; }
  /// The last scalar, and one past the last byte that became part of the tree.
  [[nodiscard]] Span last_scalar() const { return last_scalar_; }
  [[nodiscard]] std::size_t read_up_to() const { return read_up_to_; }
  /// Set when a second document starts: a file holds one.
  [[nodiscard]] bool met_second_document() const { return documents_ > 1; }
  [[nodiscard]] std::size_t document_start() const { return document_start_; }

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnAnchor(const YAML::Mark& mark, const std::string& name) override;
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

 private:
  /// A value that was given a name, `&name value`.
  struct Anchored {
    Node node;
    Span name;
    bool used = false;
  };

  void open(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor, YAML::EmitterStyle::value style);
  void close();
  void attach(Node node, YAML::anchor_t anchor);
  void skip_closing_bracket(std::size_t opening);
  void take_key(OpenCollection& map, const Node& node);
  void check_root();
  void check_comma(std::size_t at);
  void check_colon(const OpenCollection& map, const Node& key);
  Span place_of_nothing();
  void check_scalar(Node& node);
  void check_tag(std::string_view tag, std::size_t at);
  void check_nothing_skipped(std::size_t to);
  void count(std::size_t nodes, std::size_t text_bytes, Span where);
  void check_depth(std::size_t depth, Span where);
  [[nodiscard]] bool in_brackets() const { return !open_.empty() && open_.back().in_brackets; }
  [[nodiscard]] bool expects_key() const {
    return !open_.empty() && open_.back().node.is_map() && !open_.back().has_key;
  }
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  const MaskedText& masked_;
  std::string_view text_, original_;
  FileId file_;
  const ParseLimits& limits_;
  Diagnostics& diagnostics_;
  std::vector<OpenCollection> open_;
  std::map<YAML::anchor_t, Anchored> anchored_;
  Span anchor_name_;  ///< of the value that comes next
  Node root_;
  Span last_scalar_;
  std::size_t documents_ = 0, document_start_ = 0, nodes_ = 0, text_bytes_ = 0, read_up_to_ = 0;
};

}  // namespace galley
