#include "requests/includes.h"

#include <filesystem>

#include "versions/overrides.h"
#include "versions/tree.h"

namespace galley {
namespace {

constexpr std::size_t kDeepest = 8;
constexpr std::size_t kMostFiles = 200;  // for one CV; files that include one another several times grow fast
constexpr std::string_view kInclude = "include";

class Includer {
 public:
  explicit Includer(Session& session) : session_(session) {}

  void put_in(Node& node) {
    if (Node* names = node.is_map() ? find_in(node, kInclude) : nullptr) {
      const Node files = std::move(*names);
      erase_key(node, kInclude);
      put_in_items(node);
      Node base = read_all(files);
      if (node.items.empty()) node = std::move(base);
      else if (base.is_map() || base.is_list()) node = put_over(std::move(base), node, session_.diagnostics);
    } else {
      put_in_items(node);
    }
  }

  [[nodiscard]] bool has_found_any() const { return count_ > 0; }

 private:
  static bool is_only_include(const Node& node) { return node.is_map() && node.keys.size() == 1 && node.keys.front().text == kInclude; }

  void put_in_items(Node& node) {
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const bool may_be_several = node.is_list() && is_only_include(node.items[i]);
      put_in(node.items[i]);
      if (!may_be_several || !node.items[i].is_list()) continue;
      const std::vector<Node> several = std::move(node.items[i].items);
      const auto at = node.items.erase(node.items.begin() + static_cast<std::ptrdiff_t>(i));
      node.items.insert(at, several.begin(), several.end());
      i += several.size();
      --i;  // wraps for an empty list at the beginning, and is counted up again
    }
  }

  Node read_all(const Node& files) {
    Node all;
    for (const Node& file : files.is_list() ? files.items : std::vector<Node>{files}) {
      ++count_;
      auto read = read_one(file);
      if (read) all = all.is_null() ? std::move(*read) : put_over(std::move(all), *read, session_.diagnostics);
    }
    return all;
  }

  std::optional<Node> read_one(const Node& file) {
    if (!file.is_scalar() || !(file.text.ends_with(".yaml") || file.text.ends_with(".yml") || file.text.ends_with(".json"))) {
      session_.diagnostics.error(file.span, "what is included must be a YAML or JSON file", "write its name: 'include: base.yaml'");
      return std::nullopt;
    }
    if (depth_ >= kDeepest || count_ > kMostFiles) {
      if (!std::exchange(has_given_up_, true))
        session_.diagnostics.error(file.span, depth_ >= kDeepest ? "files include one another in a circle, or more than 8 deep" : "more than 200 files are included");
      return std::nullopt;
    }
    const std::filesystem::path folder = std::filesystem::path(session_.sources.get(file.span.file).name).parent_path();
    auto node = load(session_, {(folder / file.text).string(), "the included file", "what is to stand in its place", file.span});
    ++depth_;
    if (node) put_in(*node);
    --depth_;
    return node;
  }

  Session& session_;
  std::size_t depth_ = 0, count_ = 0;
  bool has_given_up_ = false;
};

}  // namespace

bool put_in_includes(Session& session, Node& root) {
  Includer includer(session);
  includer.put_in(root);
  return includer.has_found_any();
}

}  // namespace galley
