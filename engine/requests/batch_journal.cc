#include "requests/batch_journal.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "requests/outputs.h"

namespace galley {
namespace {

constexpr const char* kName = ".galley-batch";

}  // namespace

BatchJournal::BatchJournal(Workspace& workspace, const std::string& folder)
    : workspace_(workspace), path_((std::filesystem::path(folder) / kName).string()) {}

std::string BatchJournal::begin() { return workspace_.write(path_, ""); }

void BatchJournal::resume() {
  const ReadResult read = workspace_.read(path_, kLargestOutput);
  if (!read.bytes) return;
  for (std::size_t at = 0, end; (end = read.bytes->find('\n', at)) != std::string::npos; at = end + 1) {
    const auto line = nlohmann::json::parse(read.bytes->begin() + static_cast<std::ptrdiff_t>(at), read.bytes->begin() + static_cast<std::ptrdiff_t>(end),
                                            nullptr, false);
    const auto is_text = [](const nlohmann::json& part) { return part.is_string(); };
    if (!line.is_array() || line.size() < 2 || !std::all_of(line.begin(), line.end(), is_text)) continue;
    finished_[line[0].get<std::string>()] = {line.begin() + 1, line.end()};
  }
  if (!read.bytes->empty() && read.bytes->back() != '\n') workspace_.append(path_, "\n");
}

std::vector<std::string> BatchJournal::finished(const std::string& fingerprint) const {
  const auto found = finished_.find(fingerprint);
  if (found == finished_.end()) return {};
  const auto is_there = [this](const std::string& file) {
    return !workspace_.stamp(file).empty() || workspace_.read(file, kLargestOutput).bytes.has_value();
  };
  return std::all_of(found->second.begin(), found->second.end(), is_there) ? found->second : std::vector<std::string>{};
}

void BatchJournal::add(const std::string& fingerprint, const std::vector<std::string>& files) {
  nlohmann::json line = {fingerprint};
  for (const std::string& file : files) line.push_back(file);
  workspace_.append(path_, line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n');
}

}  // namespace galley
