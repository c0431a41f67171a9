// Included first where clang before 15 compiles libqpdf's headers: it wants to evaluate the destructor of their vectors of a
// class that is not complete yet, since libstdc++'s is constexpr in C++20. Here it is not.
#pragma once

#include <memory>
#include <string>

#pragma push_macro("_GLIBCXX20_CONSTEXPR")
#undef _GLIBCXX20_CONSTEXPR
#define _GLIBCXX20_CONSTEXPR
#define __fill_a1 __fill_a1_of_bits  // declared before, as constexpr
#include <vector>
#undef __fill_a1
#pragma pop_macro("_GLIBCXX20_CONSTEXPR")
