// What CLDR says of a language, for what its file does not say and for languages that have no file. Asks the data inside
// ICU's library, for any tag: what its locale has not is its parent's.
#pragma once

#include <string>

#include "cv/language.h"

namespace galley {

/// Quotation marks, where `marks` has none.
void add_quotes(const std::string& tag, Language::Marks& marks);

/// Names of months where the language's file has none, by the full tag: January is "Jänner" in de-AT.
void add_months(const std::string& tag, Language& language);

/// Names of months and how dates are written, instead of those that `language` has. False where CLDR does not know the language.
bool put_months(const std::string& tag, Language& language);

}  // namespace galley
