// Typewriter's marks -> those of the text's language: "quotes", apostrophes, --, ---, ..., hyphens for ranges, and the narrow
// spaces that French puts before ; : ! ? and inside its quotes. Addresses, options (--verify) and what was written with a
// backslash (\") stay. A value of the CV becomes another value of the CV: every stage that follows, and `expect`, sees the same.
#pragma once

#include <functional>
#include <string>

#include "cv/cv.h"
#include "cv/language.h"

namespace galley {

/// The marks of a language by its tag; the empty tag is that of the CV.
using MarksOf = std::function<Language::Marks(const std::string& tag)>;

/// Every text of the CV. `ranges` only where numbers are not parts of an address, so not in the person's fields.
void set_marks(Cv& cv, const MarksOf& marks_of);

enum class RangeDashes : std::uint8_t { as_typed, en };

/// One text, whose spans may be in languages of their own.
void set_marks(RichText& text, RangeDashes ranges, const MarksOf& marks_of);

}  // namespace galley
