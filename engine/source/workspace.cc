#include "source/workspace.h"

namespace galley {

std::string describe_size(std::size_t bytes) {
  constexpr std::size_t kKilobyte = 1024, kMegabyte = kKilobyte * kKilobyte;
  if (bytes >= kMegabyte) return std::to_string(bytes / kMegabyte) + " MB";
  if (bytes >= kKilobyte) return std::to_string(bytes / kKilobyte) + " KB";
  return std::to_string(bytes) + " bytes";
}

}  // namespace galley
