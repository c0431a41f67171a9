// Preloaded into a program (LD_PRELOAD): the allocation with number FAIL_AT gets no memory, with FAIL_ON=1 none after
// it either. Where none was refused (no FAIL_AT, or fewer allocations than that), their number is written to standard
// error at the end.
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* old, std::size_t size);
}

namespace {

std::atomic<long> made{0};
long fail_at = -1;
bool fail_on = false;

__attribute__((constructor)) void read_settings() {
  if (const char* number = std::getenv("FAIL_AT")) fail_at = std::atol(number);
  fail_on = std::getenv("FAIL_ON") != nullptr;
  made = 0;
}

__attribute__((destructor)) void tell() {
  if (fail_at < 0 || made < fail_at) std::fprintf(stderr, "allocations: %ld\n", made.load());
}

bool is_refused() {
  const long number = ++made;
  const bool refused = fail_at >= 0 && (number == fail_at || (fail_on && number > fail_at));
  if (refused) errno = ENOMEM;
  return refused;
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) { return is_refused() ? nullptr : __libc_malloc(size); }
void* calloc(std::size_t count, std::size_t size) { return is_refused() ? nullptr : __libc_calloc(count, size); }
void* realloc(void* old, std::size_t size) { return is_refused() ? nullptr : __libc_realloc(old, size); }

}
