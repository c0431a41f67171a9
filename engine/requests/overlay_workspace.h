// A workspace with one file more, which is only in memory.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "source/workspace.h"

namespace galley {

class OverlayWorkspace final : public Workspace {
 public:
  OverlayWorkspace(Workspace& below, std::string path, std::string bytes)
      : below_(below), path_(std::move(path)), bytes_(std::move(bytes)) {}

  ReadResult read(const std::string& path, std::size_t limit) override {
    if (path != path_) return below_.read(path, limit);
    if (bytes_.size() > limit) return {std::nullopt, "larger than " + describe_size(limit), false};
    return {bytes_, {}, false};
  }
  std::vector<std::string> list(const std::string& folder) override { return below_.list(folder); }
  bool is_folder(const std::string& path) override { return below_.is_folder(path); }
  std::string stamp(const std::string& path) override { return path == path_ ? std::string() : below_.stamp(path); }
  bool is_same_file(const std::string& a, const std::string& b) override { return below_.is_same_file(a, b); }
  std::string write(const std::string& path, std::string_view bytes) override { return below_.write(path, bytes); }
  std::string append(const std::string& path, std::string_view bytes) override { return below_.append(path, bytes); }
  std::string make_folder(const std::string& path) override { return below_.make_folder(path); }

 private:
  Workspace& below_;
  std::string path_, bytes_;
};

}  // namespace galley
