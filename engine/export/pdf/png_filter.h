// The filters of PNG, which make samples of photographs deflate well (PNG specification, 9; ISO 32000-1, 7.4.4.4).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace galley::pdf {

/// `samples` in rows of `row` bytes, each row led by the number of the filter that leaves the smallest differences (the
/// specification's heuristic, 12.8). `step`: bytes from a sample to the same channel of the next pixel.
std::string png_filtered(const std::vector<std::uint8_t>& samples, std::size_t row, std::size_t step);

}  // namespace galley::pdf
