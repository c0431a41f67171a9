#include "docx/unzip.h"

#include <zip.h>

#include <memory>

namespace galley {
namespace {

constexpr zip_int64_t kMostFiles = 1000;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::optional<std::string> bytes_of(zip_t* archive, zip_uint64_t index, std::size_t size) {
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive, index, 0));
  if (!file) return std::nullopt;
  std::string bytes(size, '\0');
  const zip_int64_t read = zip_fread(file.get(), bytes.data(), bytes.size());
  return read == static_cast<zip_int64_t>(bytes.size()) ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace

std::optional<std::vector<std::pair<std::string, std::string>>> unzip(std::string_view bytes, std::string_view ending, std::size_t limit, Diagnostics& diagnostics) {
  zip_error_t problem;
  zip_error_init(&problem);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &problem);
  const std::unique_ptr<zip_t, Discard> archive(source ? zip_open_from_source(source, ZIP_RDONLY, &problem) : nullptr);
  if (!archive && source) zip_source_free(source);
  zip_error_fini(&problem);
  if (!archive) {
    diagnostics.error({}, "this archive is damaged").code = Code::syntax;
    return std::nullopt;
  }
  std::vector<std::pair<std::string, std::string>> files;
  for (zip_int64_t i = 0; i < std::min(zip_get_num_entries(archive.get(), 0), kMostFiles); ++i) {
    zip_stat_t stat;
    const auto index = static_cast<zip_uint64_t>(i);
    if (zip_stat_index(archive.get(), index, 0, &stat) != 0 || !std::string_view(stat.name).ends_with(ending)) continue;
    const std::string name = stat.name;
    if (stat.size > limit) {
      diagnostics.warn({}, "'" + name + "' in the archive is too large and left out").code = Code::not_carried_over;
      continue;
    }
    auto content = bytes_of(archive.get(), index, static_cast<std::size_t>(stat.size));
    if (!content) {
      diagnostics.error({}, "'" + name + "' in the archive cannot be read").code = Code::syntax;
      return std::nullopt;
    }
    files.emplace_back(name, std::move(*content));
  }
  return files;
}

}  // namespace galley
