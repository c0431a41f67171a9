// How often the program asks for memory, for --timings.
#pragma once

#include <cstdint>

namespace galley::cli {

/// By this thread, since it began. 0 under the sanitizers, whose allocation is their own.
std::uint64_t allocations_made();

}  // namespace galley::cli
