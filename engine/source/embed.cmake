# Writes OUT: the FILES (relative to ROOT) as string literals behind galley::built_in().
set(text "// Made by engine/source/embed.cmake.\n#include \"source/workspace.h\"\n\n#include <array>\n#include <utility>\n\n")
string(APPEND text "namespace galley {\nnamespace {\n")
string(APPEND text "constexpr std::pair<std::string_view, std::string_view> kFiles[] = {\n  {\"\", \"\"},\n")
foreach(name IN LISTS FILES)
  file(READ ${ROOT}/${name} content)
  string(APPEND text "  {\"${name}\", R\"galley_file(${content})galley_file\"},\n")
endforeach()
string(APPEND text "};\n}  // namespace\n\n
std::optional<std::string_view> built_in(std::string_view path) {
  for (const auto& [name, content] : kFiles)
    if (name == path && !name.empty()) return content;
  return std::nullopt;
}

std::vector<std::string_view> built_in_under(std::string_view folder) {
  std::vector<std::string_view> names;  // the list is sorted already
  for (const auto& [name, content] : kFiles)
    if (!name.empty() && name.substr(0, folder.size()) == folder) names.push_back(name);
  return names;
}

}  // namespace galley
")
file(WRITE ${OUT} "${text}")
