#include "components/component.h"

#include <dlfcn.h>
#include <link.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "components/entry.h"

namespace galley {
namespace {

namespace fs = std::filesystem;

/// The program or shared library that this code is part of; empty when the system does not say.
fs::path own_file() {
  static const char part_of_us = 0;
  Dl_info info{};
  link_map* map = nullptr;
  std::error_code problem;
  if (::dladdr1(&part_of_us, &info, reinterpret_cast<void**>(&map), RTLD_DL_LINKMAP) == 0 || !map) return {};
  const std::string_view name = map->l_name;  // empty for the program itself, whose dli_fname is only what it was called by
  return name.empty() ? fs::read_symlink("/proc/self/exe", problem) : fs::canonical(name, problem);
}

/// Where components lie, seen from us: in a build tree, beside a program in PREFIX/bin or a library in PREFIX/lib, and
/// where this build would install them.
std::vector<fs::path> folders() {
  std::vector<fs::path> found;
  if (const fs::path us = own_file(); !us.empty())
    for (const char* folder : {"lib/galley", "../lib/galley", "../" GALLEY_COMPONENT_FOLDER, "galley"})
      found.push_back((us.parent_path() / folder).lexically_normal());
  found.emplace_back(GALLEY_INSTALLED_COMPONENTS);
  return found;
}

struct Component {
  const char* name;     ///< of the file without its ending, and of the Debian package
  const char* purpose;  ///< begins messages: "reading PDFs back"
};

std::string help_to_install(const Component& component) { return std::string("apt install ") + component.name; }

void fail(const Component& component, const std::string& why, const std::string& help, Diagnostics& diagnostics) {
  diagnostics.fail(Blame::machine, {}, std::string(component.purpose) + " takes a component that " + why, help).code = Code::missing_component;
}

/// The path of its file; empty with an error when it is nowhere.
fs::path found(const Component& component, Diagnostics& diagnostics) {
  std::string looked_in;
  for (const fs::path& folder : folders()) {
    std::error_code problem;
    fs::path file = folder / (std::string(component.name) + ".so");
    if (fs::is_regular_file(file, problem)) return file;
    looked_in += (looked_in.empty() ? "" : ", ") + folder.string();
  }
  fail(component, std::string("is not installed: ") + component.name + ".so",
       help_to_install(component) + " (it was looked for in " + looked_in + ")", diagnostics);
  return {};
}

/// Its table of functions; nullptr with an error.
const void* opened(const Component& component, Diagnostics& diagnostics) {
  const fs::path file = found(component, diagnostics);
  if (file.empty()) return nullptr;
  void* handle = ::dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
  if (!handle) {
    fail(component, std::string("cannot be loaded: ") + ::dlerror(), help_to_install(component), diagnostics);
    return nullptr;
  }
  const auto* entry = static_cast<const ComponentEntry*>(::dlsym(handle, kEntryName));
  if (entry && std::string_view(entry->stamp) == kComponentStamp) return entry->functions;
  fail(component, "is of another build than this program: " + file.string(),
       std::string("install galley and ") + component.name + " of the same version", diagnostics);
  return nullptr;
}

}  // namespace

const VerifyComponent* verify_component(Diagnostics& diagnostics) {
  return static_cast<const VerifyComponent*>(opened({"galley-verify", "reading a PDF back"}, diagnostics));
}

const DocxComponent* docx_component(Diagnostics& diagnostics, const char* purpose) {
  return static_cast<const DocxComponent*>(opened({"galley-docx", purpose}, diagnostics));
}

const PicturesComponent* pictures_component(Diagnostics& diagnostics, const char* purpose) {
  return static_cast<const PicturesComponent*>(opened({"galley-pictures", purpose}, diagnostics));
}

const FontsComponent* fonts_component(Diagnostics& diagnostics) {
  return static_cast<const FontsComponent*>(opened({"galley-fonts", "knowing which fonts are installed"}, diagnostics));
}

const PngComponent* png_component(Diagnostics& diagnostics) {
  return static_cast<const PngComponent*>(opened({"galley-png", "drawing pages as PNG"}, diagnostics));
}

}  // namespace galley
