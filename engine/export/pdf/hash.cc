#include "export/pdf/hash.h"

#include <cstdint>

namespace galley::pdf {
namespace {

constexpr std::uint64_t kStart = 0xcbf29ce484222325, kPrime = 0x100000001b3;
constexpr std::uint64_t kOtherStart = 0x9e3779b97f4a7c15;  // 2^64 divided by the golden ratio

/// FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv).
std::uint64_t next(std::uint64_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * kPrime; }

void append_hexadecimal(std::string& out, std::uint64_t value) {
  for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789ABCDEF"[(value >> shift) & 0xF];
}

}  // namespace

std::string hash_in_hexadecimal(std::string_view bytes) {
  std::uint64_t hash = kStart, other = kOtherStart;
  for (const char c : bytes) {
    hash = next(hash, c);
    other = next(other, c);
  }
  std::string out;
  append_hexadecimal(out, hash);
  append_hexadecimal(out, other);
  return out;
}

std::string hash_in_letters(std::string_view bytes) {
  std::uint64_t hash = kStart;
  for (const char c : bytes) hash = next(hash, c);
  std::string out;
  for (int i = 0; i < 6; ++i, hash /= 26) out += static_cast<char>('A' + hash % 26);
  return out;
}

}  // namespace galley::pdf
