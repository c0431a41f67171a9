// embed_files OUT ROOT FILE…: writes OUT, C++ that holds the FILES (YAML, relative to ROOT) as text and as parsed trees
// behind galley::built_in() and galley::built_in_tree(). A file that does not parse is reported as to any user, and fails
// the build.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "source/built_in.h"
#include "source/node.h"
#include "source/source.h"

namespace {

using galley::Node;

struct EmbeddedFile {
  std::string name, text;
  std::size_t first = 0, count = 0;  ///< among the packed nodes
};

class Packer {
 public:
  std::vector<galley::PackedNode> nodes;
  std::string texts;

  void add(const Node& node) {
    nodes.push_back(packed(node.kind, node.span, node.text));
    nodes.back().plain = node.plain;
    nodes.back().children = static_cast<std::uint32_t>(node.items.size());
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      if (node.is_map()) nodes.push_back(packed(Node::Kind::scalar, node.keys[i].span, node.keys[i].text));
      add(node.items[i]);
    }
  }

 private:
  galley::PackedNode packed(Node::Kind kind, galley::Span span, const std::string& text) {
    std::size_t at = texts.find(text);  // said once: keys recur
    if (at == std::string::npos) {
      at = texts.size();
      texts += text;
    }
    return {kind, false, span.begin, span.end, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size()), 0};
  }
};

std::string literal(const std::string& text) { return "R\"galley_file(" + text + ")galley_file\""; }

bool read_file(const std::string& root, EmbeddedFile& file, Packer& packer) {
  std::ifstream stream(root + "/" + file.name, std::ios::binary);
  file.text.assign(std::istreambuf_iterator<char>(stream), {});
  galley::SourceMap sources;
  galley::Diagnostics diagnostics;
  const auto id = add_checked(sources, root + "/" + file.name, file.text, diagnostics);
  const auto tree = id ? parse(sources, *id, diagnostics) : std::nullopt;
  for (const galley::Diagnostic& each : diagnostics.all()) std::cerr << render(each, sources);
  if (!tree) return false;
  file.text = sources.get(*id).text;
  file.first = packer.nodes.size();
  packer.add(*tree);
  file.count = packer.nodes.size() - file.first;
  return true;
}

void write_nodes(std::ostream& out, const Packer& packer) {
  out << "constexpr PackedNode kNodes[] = {\n";
  for (const galley::PackedNode& node : packer.nodes)
    out << "{Node::Kind(" << static_cast<int>(node.kind) << ")," << (node.plain ? "true" : "false") << ',' << node.begin << ',' << node.end << ','
        << node.text_begin << ',' << node.text_size << ',' << node.children << "},\n";
  out << "};\n\nconstexpr std::string_view kTexts = " << literal(packer.texts) << ";\n\n";
}

void write_files(std::ostream& out, const std::vector<EmbeddedFile>& files) {
  out << "struct File {\n  std::string_view name, text;\n  std::size_t first, count;  // among the nodes\n};\n\nconstexpr File kFiles[] = {\n";
  for (const EmbeddedFile& file : files)
    out << "{\"" << file.name << "\", " << literal(file.text) << ", " << file.first << ", " << file.count << "},\n";
  out << "};\n\n";
}

constexpr const char* kLookUps = R"(const File* find(std::string_view path) {
  for (const File& file : kFiles)
    if (file.name == path) return &file;
  return nullptr;
}

}  // namespace

std::optional<std::string_view> built_in(std::string_view path) {
  const File* file = find(path);
  return file ? std::optional(file->text) : std::nullopt;
}

std::optional<Node> built_in_tree(std::string_view path, FileId id) {
  const File* file = find(path);
  if (!file) return std::nullopt;
  return unpacked(std::span(kNodes).subspan(file->first, file->count), kTexts, id);
}

std::vector<std::string_view> built_in_under(std::string_view folder) {
  std::vector<std::string_view> names;  // the list is sorted already
  for (const File& file : kFiles)
    if (file.name.starts_with(folder)) names.push_back(file.name);
  return names;
}

}  // namespace galley
)";

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  Packer packer;
  std::vector<EmbeddedFile> files;
  bool good = true;
  for (int i = 3; i < argc; ++i) {
    files.push_back({argv[i], {}, 0, 0});
    good = read_file(argv[2], files.back(), packer) && good;
  }
  if (!good) return 1;
  std::ofstream out(argv[1], std::ios::binary);
  out << "// Made by engine/source/tools/embed_files.cc.\n#include \"source/built_in.h\"\n#include \"source/workspace.h\"\n\n"
         "namespace galley {\nnamespace {\n\n";
  write_nodes(out, packer);
  write_files(out, files);
  out << kLookUps;
  return out.flush() ? 0 : 3;
}
