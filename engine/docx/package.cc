#include "docx/package.h"

#include <zip.h>

#include <memory>

namespace galley::docx {
namespace {

struct CloseSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, CloseSource>;

bool add(zip_t* archive, const std::string& name, const std::string& bytes) {
  zip_source_t* part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  if (!part) return false;
  const zip_int64_t index = zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(part);
    return false;
  }
  constexpr zip_uint16_t kNoTime = 0, kFirstDay = 0x21;  // 1980-01-01: no clock is read
  return zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), kNoTime, kFirstDay, 0) == 0;
}

std::optional<std::string> bytes_of(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return std::nullopt;
  std::string bytes(stat.size, '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  return read == static_cast<zip_int64_t>(bytes.size()) ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace

std::optional<std::string> zipped(const Parts& parts) {
  zip_error_t problem;
  zip_error_init(&problem);
  const Source buffer(zip_source_buffer_create(nullptr, 0, 0, &problem));
  zip_t* archive = buffer ? zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &problem) : nullptr;
  zip_error_fini(&problem);
  if (!archive) return std::nullopt;
  zip_source_keep(buffer.get());  // closing the archive gives up its own hold
  for (const auto& [name, bytes] : parts)
    if (!add(archive, name, bytes)) {
      zip_discard(archive);
      return std::nullopt;
    }
  if (zip_close(archive) != 0) {
    zip_discard(archive);
    return std::nullopt;
  }
  return bytes_of(buffer.get());
}

}  // namespace galley::docx
