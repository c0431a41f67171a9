#include "source/workspace.h"

namespace galley {

std::string describe_size(std::size_t bytes) {
  constexpr std::size_t kKilobyte = 1024, kMegabyte = kKilobyte * kKilobyte;
  if (bytes >= kMegabyte) return std::to_string(bytes / kMegabyte) + " MB";
  if (bytes >= kKilobyte) return std::to_string(bytes / kKilobyte) + " KB";
  return std::to_string(bytes) + " bytes";
}

SharedBytes::SharedBytes(std::string bytes) {
  auto kept = std::make_shared<const std::string>(std::move(bytes));
  bytes_ = *kept;
  keeper_ = std::move(kept);
}

MapResult Workspace::map(const std::string& path, std::size_t limit) {
  ReadResult read_whole = read(path, limit);
  if (!read_whole.bytes) return {std::nullopt, std::move(read_whole.why), read_whole.missing};
  return {SharedBytes(std::move(*read_whole.bytes)), {}, false};
}

}  // namespace galley
