// The model of a CV as text: person, sections, entries with their kinds and fields.
//
//   8:5     section "Papers"
//   9:9       publication
//   9:9         authors  "Ada Lovelace" owner ", " "B. Writer" marks "*"
//   10:9        title    "On " | emphasis "engines" -> https://example.org/
//   11:9        dates    2016-09 / present
#pragma once

#include <string>

#include "cv/cv.h"
#include "source/source.h"

namespace galley {

std::string dump_cv(const Cv& cv, const SourceMap& sources);

}  // namespace galley
