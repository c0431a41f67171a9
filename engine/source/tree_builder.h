// yaml-cpp's events -> Node tree, under the limits of ParseLimits.
#pragma once

#include <yaml-cpp/eventhandler.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/span.h"
#include "source/node.h"

namespace galley {

/// Thrown through yaml-cpp, which knows no other way to stop early, after the reason has been reported. Caught in
/// parse(), never seen outside.
struct StopParsing {};

/// A list or map whose end has not been met yet.
struct OpenCollection {
  Node node;
  Node::Key key;  ///< map: the key whose value comes next
  bool has_key = false;
  bool drops_entry = false;  ///< map: that key was refused
  bool in_brackets = false;  ///< written as [ ] or { }
  std::size_t begin = 0;     ///< byte of its first token, properties left out
  std::size_t anchor = 0;    ///< 0: none
};

class TreeBuilder final : public YAML::EventHandler {
 public:
  /// `text`: what yaml-cpp reads, byte for byte in the places of the source `file`.
  TreeBuilder(std::string_view text, FileId file, const ParseLimits& limits, Diagnostics& diagnostics)
      : text_(text), file_(file), limits_(limits), diagnostics_(diagnostics) {}

  [[nodiscard]] std::size_t documents() const { return documents_; }
  [[nodiscard]] const std::vector<OpenCollection>& open() const { return open_; }
  /// One past the last text that became part of the tree.
  [[nodiscard]] std::size_t read_up_to() const { return read_up_to_; }
  [[nodiscard]] Node take_root() { return std::move(root_); }
  /// Reports text between the last node and `to` that yaml-cpp skipped without a word.
  void check_nothing_skipped(std::size_t to);

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
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
  void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style);
  void close();
  void attach(Node node, YAML::anchor_t anchor);
  void take_key(OpenCollection& map, const Node& node);
  void count(std::size_t nodes, std::size_t text_bytes, Span span);
  void check_tag(const std::string& tag, std::size_t at);
  Span place_of_nothing();
  [[nodiscard]] bool expects_key() const;
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string_view text_;
  FileId file_;
  const ParseLimits& limits_;
  Diagnostics& diagnostics_;
  std::vector<OpenCollection> open_;
  std::map<YAML::anchor_t, Node> anchored_;
  Node root_;
  std::size_t documents_ = 0, nodes_ = 0, text_bytes_ = 0, read_up_to_ = 0;
};

}  // namespace galley
