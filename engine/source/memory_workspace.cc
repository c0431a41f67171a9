#include <algorithm>
#include <functional>
#include <string_view>

#include "source/workspace.h"

namespace galley {

ReadResult MemoryWorkspace::read(const std::string& path, std::size_t limit) {
  const std::lock_guard lock(mutex_);
  if (holds_folder(path)) return {std::nullopt, "is a folder", false};
  const auto found = files.find(path);
  if (found == files.end()) return {std::nullopt, "no such file", true};
  if (found->second.size() > limit) return {std::nullopt, "is larger than " + describe_size(limit), false, true};
  return {found->second, {}, false};
}

std::vector<std::string> MemoryWorkspace::list(const std::string& folder) {
  const std::lock_guard lock(mutex_);
  const std::string prefix = folder.empty() || folder.back() == '/' ? folder : folder + '/';
  std::vector<std::string> names;  // a map is sorted, so the names are
  for (const auto& [path, content] : files) {
    if (path.size() <= prefix.size() || path.compare(0, prefix.size(), prefix) != 0) continue;
    if (path.find('/', prefix.size()) == std::string::npos) names.push_back(path.substr(prefix.size()));
  }
  return names;
}

std::string MemoryWorkspace::stamp(const std::string& path) {
  const std::lock_guard lock(mutex_);
  const auto found = files.find(path);
  if (found == files.end()) return {};
  return std::to_string(found->second.size()) + ' ' + std::to_string(std::hash<std::string_view>{}(found->second));
}

bool MemoryWorkspace::is_same_file(const std::string& a, const std::string& b) {
  const std::lock_guard lock(mutex_);
  return a == b && files.contains(a);
}

bool MemoryWorkspace::is_folder(const std::string& path) {
  const std::lock_guard lock(mutex_);
  return holds_folder(path);
}

bool MemoryWorkspace::holds_folder(const std::string& path) const {
  const std::string prefix = path.empty() || path.back() == '/' ? path : path + '/';
  const auto next = files.lower_bound(prefix);
  return !prefix.empty() && next != files.end() && next->first.compare(0, prefix.size(), prefix) == 0;
}

std::string MemoryWorkspace::write(const std::string& path, std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  if (!refuse_writes.empty()) return refuse_writes;
  if (holds_folder(path)) return "is a folder";
  files[path] = std::string(bytes);
  return {};
}

std::string MemoryWorkspace::append(const std::string& path, std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  if (!refuse_writes.empty()) return refuse_writes;
  files[path] += bytes;
  return {};
}

}  // namespace galley
