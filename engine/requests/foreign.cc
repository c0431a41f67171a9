#include "requests/foreign.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "components/component.h"
#include "exchange/csv.h"
#include "exchange/import.h"
#include "exchange/tree.h"

namespace galley {
namespace {

constexpr std::string_view kProfile = "Profile.csv", kTable = ".csv";
constexpr const char* kReading = "reading XML and archives";

bool is_archive(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

bool is_xml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '<';
}

bool is_table(std::string_view path) { return path.ends_with(kTable); }

using Files = std::vector<std::pair<std::string, std::string>>;  ///< names and bytes

/// {linkedin: {Profile: [rows], …}}
std::optional<Node> tables(Session& session, Files files) {
  Node archive = map_node({}), root = map_node({});
  for (auto& [name, bytes] : files) {
    const std::string title = std::filesystem::path(name).stem().string();
    if (!is_linkedin_table(title)) continue;
    const auto file = add_checked(session.sources, std::move(name), std::move(bytes), session.diagnostics);
    if (!file) return std::nullopt;
    if (title + std::string(kTable) == kProfile) archive.span = root.span = {*file, 0, 0};
    put(archive, title, read_csv(session.sources, *file, session.diagnostics));
  }
  if (!archive.find("Profile")) {
    session.diagnostics.error(archive.span, "there is no " + std::string(kProfile) + " with a row in it", "ask LinkedIn for a copy of all your data, and give the archive or its folder").code = Code::missing_key;
    return std::nullopt;
  }
  put(root, "linkedin", std::move(archive));
  return root;
}

/// The tables that lie beside this one.
Files beside(Session& session, const std::string& path, const std::string& bytes) {
  const std::filesystem::path own(path);
  Files files = {{path, bytes}};
  for (const std::string& name : linkedin_tables()) {
    const std::string other = (own.parent_path() / (name + std::string(kTable))).string();
    if (other == path) continue;
    if (auto read = session.workspace.read(other, kLargestDataFile); read.bytes) files.emplace_back(other, std::move(*read.bytes));
  }
  return files;
}

std::optional<Node> xml(Session& session, const std::string& path, const std::string& bytes) {
  const auto file = add_checked(session.sources, path, bytes, session.diagnostics);
  const DocxComponent* component = file ? docx_component(session.diagnostics, kReading) : nullptr;
  return component ? component->read_xml(session.sources.get(*file).text, *file, session.diagnostics) : std::nullopt;
}

std::optional<Node> archive(Session& session, const std::string& path, const std::string& bytes) {
  const DocxComponent* component = docx_component(session.diagnostics, kReading);
  auto files = component ? component->unzip(bytes, kTable, kLargestDataFile, session.diagnostics) : std::nullopt;
  if (!files) return std::nullopt;
  for (auto& [name, content] : *files) name = path + "/" + name;
  return tables(session, std::move(*files));
}

}  // namespace

std::string file_of_cv(Session& session, const std::string& path) {
  return session.workspace.is_folder(path) ? (std::filesystem::path(path) / kProfile).string() : path;
}

bool is_yaml(std::string_view path, std::string_view bytes) { return !is_archive(bytes) && !is_table(path) && !is_xml(bytes); }

std::optional<Node> parse_cv(Session& session, const std::string& path, const std::string& bytes, std::string_view begins) {
  if (is_archive(bytes)) return archive(session, path, bytes);
  if (is_table(path)) return tables(session, beside(session, path, bytes));
  if (is_xml(bytes)) return xml(session, path, bytes);
  return parse_text(session, path, bytes, begins);
}

}  // namespace galley
