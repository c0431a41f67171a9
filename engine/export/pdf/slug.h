// Names for links into a document from outside: file.pdf#work-experience.
#pragma once

#include <string>
#include <string_view>

namespace galley::pdf {

/// Letters and digits of the title in lower case, joined by hyphens, as UTF-8; Latin letters lose their accents, others
/// stay: "Expérience (2019)" -> "experience-2019", "Εμπειρία" -> "εμπειρία", "学歴" -> "学歴". "section" when nothing is left.
std::string slug(std::string_view title);

}  // namespace galley::pdf
