// What fuzzing tries: each target takes any bytes and says what is wrong with what came of them. The same functions run
// under libFuzzer (fuzz_main.cc) and over every input that was kept (replay_test.cc).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley::fuzz {

struct Target {
  std::string_view name;
  std::string (*run)(std::string_view bytes);  ///< empty: nothing is wrong. A crash speaks for itself
};

const std::vector<Target>& targets();

// Text files (text_targets.cc). What they make of a CV is held to the same promises: all its words come out, every glyph
// stands on its page, and a second time gives the same bytes.
std::string try_yaml(std::string_view bytes);     ///< a file -> nodes -> the same nodes again from what is printed
std::string try_cv(std::string_view bytes);       ///< a CV in a plain layout
std::string try_layout(std::string_view bytes);   ///< a layout, templates included, with a plain CV
std::string try_bib(std::string_view bytes);      ///< a bibliography that a CV names
std::string try_icon(std::string_view bytes);     ///< path data

// Files of other programs (file_targets.cc): refused in words, or the same twice.
std::string try_font(std::string_view bytes);     ///< a face, its glyphs, its subsets
std::string try_picture(std::string_view bytes);  ///< PNG and JPEG
std::string try_pdf(std::string_view bytes);      ///< `verify` on anybody's PDF

}  // namespace galley::fuzz
