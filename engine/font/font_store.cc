#include "font/font_store.h"

#include <filesystem>
#include <string_view>

#include "base/suggest.h"

namespace galley {
namespace {

/// Above every real font (Noto Serif CJK, all regions in one file: 27 MB), low enough to read into memory.
constexpr std::size_t kLargestFontFile = 64U << 20U;
constexpr std::size_t kMostOpenedBytes = 256U << 20U;
constexpr std::size_t kMostDescriptions = 4096, kMostInstalledFamilies = 4096;

/// "Tinos-Bold" of "/usr/share/fonts/Tinos-Bold.ttf". Empty for a collection, whose members go by their own names.
std::string display_name(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  const std::string ending = lower_case(name.substr(name.rfind('.') + 1));
  return ending == "ttc" || ending == "otc" ? std::string() : name.substr(0, name.rfind('.'));
}

/// In the style that the file is to be set in, if it is variable.
OpenedFace open_face(const FontFile& file, SharedBytes bytes) {
  OpenedFace opened;
  const std::string name = display_name(file.path);
  if (file.is_variable()) {
    Instance instance = instance_of(bytes.view(), file.index, file.style);
    opened.is_default_instance = instance.kind == Instance::Kind::failed;
    if (instance.kind == Instance::Kind::made)
      opened.face = Face::open(name.empty() ? name : name + ' ' + style_name(file.style), std::move(instance.bytes), 0, opened.why);
    if (opened.face) return opened;
  }
  opened.face = Face::open(name, std::move(bytes), file.index, opened.why);
  return opened;
}

}  // namespace

FaceKey key_of(const FontFile& file) {
  return {file.path, file.index, file.is_variable() ? file.style : FaceStyle{}};
}

FontStore::FontStore(Workspace& workspace, const Catalogue& catalogue, SystemFontsLoader load)
    : workspace_(workspace), catalogue_(catalogue), load_(std::move(load)) {}

std::shared_ptr<const FontDescription> FontStore::describe(const std::string& path) {
  const std::lock_guard lock(mutex_);
  std::string stamp = workspace_.stamp(path);
  if (const auto known = described_.find(path); known != described_.end() && !stamp.empty() && known->second.stamp == stamp)
    return known->second.value;
  const MapResult read = workspace_.map(path, kLargestFontFile);
  auto description = std::make_shared<FontDescription>();
  if (read.bytes) {
    description->faces = faces_in(path, read.bytes->view());
    if (description->faces.empty() && Face::open(display_name(path), *read.bytes, 0, description->why)) description->why.clear();
  } else {
    description->why = "cannot be read: " + read.why;
  }
  if (described_.size() >= kMostDescriptions) described_.clear();
  described_.insert_or_assign(path, Kept<Description>{std::move(stamp), description});
  return description;
}

OpenedFace FontStore::open(const FontFile& file) {
  const std::lock_guard lock(mutex_);
  std::string stamp = workspace_.stamp(file.path);
  const FaceKey key = key_of(file);
  if (const auto known = opened_.find(key); known != opened_.end() && !stamp.empty() && known->second.stamp == stamp)
    return known->second.value;
  MapResult read = workspace_.map(file.path, kLargestFontFile);
  if (read.missing) return {};
  OpenedFace opened;
  if (read.bytes) {
    opened = open_face(file, std::move(*read.bytes));
  } else {
    opened.why = "cannot be read: " + read.why;
  }
  if (opened_bytes_ > kMostOpenedBytes) {
    opened_.clear();
    opened_bytes_ = 0;
  }
  if (opened.face) opened_bytes_ += opened.face->bytes().size();
  opened_.insert_or_assign(key, Kept<OpenedFace>{std::move(stamp), opened});
  return opened;
}

std::optional<std::vector<FontFile>> FontStore::installed(const std::string& family, Diagnostics& diagnostics) {
  const std::lock_guard lock(mutex_);
  if (const auto known = installed_.find(family); known != installed_.end()) return known->second;
  if (!system_) system_ = load_(diagnostics);
  if (!system_) return std::nullopt;
  if (installed_.size() >= kMostInstalledFamilies) installed_.clear();
  return installed_.emplace(family, system_->faces(family)).first->second;
}

}  // namespace galley
