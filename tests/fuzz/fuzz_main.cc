// libFuzzer's entrance: galley_fuzz --target=NAME CORPUS…
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/fuzz/targets.h"

namespace {

const galley::fuzz::Target* chosen = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  constexpr std::string_view kOption = "--target=";
  for (int i = 1; i < *argc; ++i) {
    const std::string_view argument = (*argv)[i];
    if (!argument.starts_with(kOption)) continue;
    for (const galley::fuzz::Target& target : galley::fuzz::targets())
      if (argument.substr(kOption.size()) == target.name) chosen = &target;
  }
  if (chosen) return 0;
  std::fputs("galley_fuzz --target=NAME CORPUS…, where NAME is one of:\n", stderr);
  for (const galley::fuzz::Target& target : galley::fuzz::targets()) std::fprintf(stderr, "  %s\n", std::string(target.name).c_str());
  std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string fault = chosen->run({reinterpret_cast<const char*>(data), size});
  if (fault.empty()) return 0;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}
