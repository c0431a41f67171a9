#include "yaml/print_nodes.h"

#include <yaml-cpp/yaml.h>

namespace galley {
namespace {

constexpr std::size_t kLongestLine = 110;  // characters; what is longer is laid out over several lines

void emit(const Node& node, bool on_one_line, YAML::Emitter& out);

/// At the beginning of a line these would end the document; yaml-cpp does not quote them.
bool ends_documents(const std::string& text) { return text.starts_with("---") || text.starts_with("..."); }

void emit_value(const Node& node, YAML::Emitter& out) {
  if (node.is_null()) {
    out << YAML::Null;
  } else if (node.plain && !ends_documents(node.text)) {
    out << node.text;
  } else {
    out << YAML::DoubleQuoted << node.text;
  }
}

std::string on_one_line(const Node& node) {
  YAML::Emitter out;
  emit(node, true, out);
  return out.c_str();
}

void emit(const Node& node, bool flow, YAML::Emitter& out) {
  if (!node.is_list() && !node.is_map()) return emit_value(node, out);
  const bool flows = flow || node.items.empty() || on_one_line(node).size() <= kLongestLine;
  if (flows) out << YAML::Flow;
  if (node.is_list()) out << YAML::BeginSeq;
  if (node.is_map()) out << YAML::BeginMap;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (node.is_map()) out << YAML::Key << node.keys[i].text << YAML::Value;
    emit(node.items[i], flows, out);
  }
  if (node.is_list()) out << YAML::EndSeq;
  if (node.is_map()) out << YAML::EndMap;
}

}  // namespace

std::string print_nodes(const Node& root) {
  YAML::Emitter out;
  if (root.is_map()) {
    out << YAML::BeginMap;  // the whole is never one line
    for (std::size_t i = 0; i < root.items.size(); ++i) {
      out << YAML::Key << root.keys[i].text << YAML::Value;
      emit(root.items[i], false, out);
    }
    out << YAML::EndMap;
  } else {
    emit(root, false, out);
  }
  return std::string(out.c_str()) + '\n';
}

}  // namespace galley
