#include "export/pdf/png_filter.h"

#include <cstdlib>

namespace galley::pdf {
namespace {

/// PNG specification, 9.4: of left, above and upper left, the one nearest to left + above - upper left.
int paeth(int left, int above, int corner) {
  const int guess = left + above - corner;
  const int to_left = std::abs(guess - left), to_above = std::abs(guess - above), to_corner = std::abs(guess - corner);
  if (to_left <= to_above && to_left <= to_corner) return left;
  return to_above <= to_corner ? above : corner;
}

int predicted(int filter, int left, int above, int corner) {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) / 2;
    case 4:
      return paeth(left, above, corner);
    default:
      return 0;
  }
}

constexpr int kFilters = 5;

}  // namespace

std::string png_filtered(const std::vector<std::uint8_t>& samples, std::size_t row, std::size_t step) {
  std::string out;
  if (row == 0) return out;
  out.reserve(samples.size() + samples.size() / row);
  std::string tried;
  for (std::size_t begin = 0; begin + row <= samples.size(); begin += row) {
    std::string best;
    long least = -1;
    for (int filter = 0; filter < kFilters; ++filter) {
      tried.assign(1, static_cast<char>(filter));
      long sum = 0;
      for (std::size_t i = 0; i < row; ++i) {
        const int left = i >= step ? samples[begin + i - step] : 0;
        const int above = begin > 0 ? samples[begin + i - row] : 0;
        const int corner = i >= step && begin > 0 ? samples[begin + i - row - step] : 0;
        const auto difference = static_cast<std::uint8_t>(samples[begin + i] - predicted(filter, left, above, corner));
        sum += difference < 128 ? difference : 256 - difference;
        tried += static_cast<char>(difference);
      }
      if (least < 0 || sum < least) {
        least = sum;
        best.swap(tried);
      }
    }
    out += best;
  }
  return out;
}

}  // namespace galley::pdf
