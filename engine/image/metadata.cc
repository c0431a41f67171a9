#include "image/metadata.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace galley {
namespace {

constexpr std::size_t kLargestProfile = 4U << 20U;  // bytes

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8U | byte_at(bytes, at + i);
  return value;
}

/// Numbers of a TIFF file in the order of bytes that its header names.
struct Tiff {
  std::string_view bytes;
  bool little = bytes.starts_with("II");
  [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t size) const {
    if (!little) return big_endian(bytes, at, size);
    std::uint32_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8U | byte_at(bytes, at + i);
    return value;
  }
};

/// Tag 274 of the first directory; 1 where there is none.
int orientation_of(std::string_view exif) {
  constexpr std::uint32_t kOrientation = 274;
  constexpr std::size_t kEntry = 12;  // bytes of a directory entry
  if (!exif.starts_with("II") && !exif.starts_with("MM")) return 1;
  const Tiff tiff{exif};
  const std::size_t directory = tiff.number(4, 4);
  const std::size_t count = tiff.number(directory, 2);
  for (std::size_t i = 0; i < count && directory + 2 + (i + 1) * kEntry <= exif.size(); ++i) {
    const std::size_t entry = directory + 2 + i * kEntry;
    if (tiff.number(entry, 2) != kOrientation) continue;
    const std::uint32_t value = tiff.number(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

std::string inflated(std::string_view bytes) {
  std::string out;
  z_stream stream = {};
  if (inflateInit(&stream) != Z_OK) return out;
  std::vector<unsigned char> in(bytes.begin(), bytes.end());  // zlib's interface takes no const
  stream.next_in = in.data();
  stream.avail_in = static_cast<uInt>(in.size());
  std::array<unsigned char, 16384> chunk{};
  int state = Z_OK;
  while (state == Z_OK && out.size() <= kLargestProfile) {
    stream.next_out = chunk.data();
    stream.avail_out = static_cast<uInt>(chunk.size());
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(chunk.begin(), chunk.end() - stream.avail_out);
    if (stream.avail_in == 0 && stream.avail_out > 0) break;
  }
  inflateEnd(&stream);
  return state == Z_STREAM_END && out.size() <= kLargestProfile ? out : std::string();
}

/// The profile's parts by their numbers (ICC.1:2022, B.4); nothing unless all are there.
struct ProfileParts {
  std::vector<std::string> parts;
  void add(std::string_view segment) {
    const std::size_t number = byte_at(segment, 12), count = byte_at(segment, 13);
    if (number == 0 || count == 0 || number > count || segment.size() <= 14) return;
    parts.resize(std::max(parts.size(), count));
    parts[number - 1] = segment.substr(14);
  }
  [[nodiscard]] std::string whole() const {
    std::string all;
    for (const std::string& part : parts) {
      if (part.empty()) return {};
      all += part;
    }
    return all.size() <= kLargestProfile ? all : std::string();
  }
};

}  // namespace

PictureMetadata metadata_of_jpeg(std::string_view bytes, std::string& plain) {
  PictureMetadata metadata;
  ProfileParts profile;
  plain = bytes.substr(0, 2);
  bool known_coding = false;
  for (std::size_t at = 2; at + 4 <= bytes.size() && byte_at(bytes, at) == 0xFF;) {
    const std::uint32_t marker = byte_at(bytes, at + 1);
    const std::size_t size = 2 + big_endian(bytes, at + 2, 2);
    const std::string_view segment = bytes.substr(at, size);
    const std::string_view body = segment.substr(std::min<std::size_t>(4, segment.size()));
    if (marker == 0xE1 && body.starts_with(std::string_view("Exif\0\0", 6))) metadata.orientation = orientation_of(body.substr(6));
    if (marker == 0xE2 && body.starts_with(std::string_view("ICC_PROFILE\0", 12))) profile.add(body);
    if (marker >= 0xC0 && marker <= 0xC2) known_coding = true;  // Huffman: baseline, extended, progressive (ISO 32000-1, 7.4.8)
    const bool application = (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE;
    const bool needed = marker == 0xE0 || marker == 0xEE;  // JFIF; Adobe's, which says how colours are coded
    if (marker == 0xDA) {                                  // the scan: all that follows is pixels
      plain += bytes.substr(at);
      break;
    }
    if (!application || needed) plain += segment;
    at += size;
  }
  metadata.profile = profile.whole();
  if (!known_coding) plain.clear();
  return metadata;
}

PictureMetadata metadata_of_png(std::string_view bytes, std::string& plain) {
  constexpr std::size_t kSignature = 8, kAround = 12;  // bytes of the signature, and of a chunk beside its content
  PictureMetadata metadata;
  std::string bare(bytes.substr(0, kSignature));
  for (std::size_t at = kSignature; at + kAround <= bytes.size();) {
    const std::size_t size = big_endian(bytes, at, 4);
    if (size > bytes.size() - at - kAround) break;
    const std::string_view name = bytes.substr(at + 4, 4), body = bytes.substr(at + 8, size);
    if (name == "eXIf") metadata.orientation = orientation_of(body);
    if (const std::size_t end = body.find('\0'); name == "iCCP" && end != std::string_view::npos && end + 2 < body.size())
      metadata.profile = inflated(body.substr(end + 2));
    const bool needed = name == "IHDR" || name == "PLTE" || name == "tRNS" || name == "IDAT" || name == "IEND";
    if (needed) bare += bytes.substr(at, size + kAround);
    at += size + kAround;
  }
  plain = metadata.profile.empty() ? std::string(bytes) : std::move(bare);
  return metadata;
}

}  // namespace galley
