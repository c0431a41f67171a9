// Names for links into a document from outside: file.pdf#work-experience.
#pragma once

#include <string>
#include <string_view>

namespace galley::pdf {

/// Lower-case ASCII letters and digits of the title, joined by hyphens; Latin letters lose their accents. "section"
/// when nothing is left: "Expérience (2019)" -> "experience-2019", "Ελλάδα" -> "section".
std::string slug(std::string_view title);

}  // namespace galley::pdf
