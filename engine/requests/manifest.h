// A batch as a file:
//
//   cvs: [people/*.yaml, old/ada.yaml]   # seen from the manifest's folder; * stands for any part of a file's name
//   layouts: [classic, mine.yaml]
//   variants: "*"                        # each that a CV has
//   languages: [en, de]
//   formats: [pdf, png]
//   output: out
//   name: "{stem}-{variant}-{language}-{layout}.{ext}"
//   set: [styles.body.size=10pt]
//
// Unlike jobs stand in a list; what is said outside of it holds for each that does not say otherwise:
//
//   output: out
//   jobs:
//     - {cvs: people/*.yaml, layouts: classic}
//     - {cvs: people/ada.yaml, layouts: banner, formats: [pdf, png], pages: 1}
#pragma once

#include "requests/session.h"

namespace galley {

/// The request with what its manifest says, in as many parts as it has unlike jobs, at least one; without a manifest, as it is. What
/// belongs to the batch as a whole (workers, report, journal) counts in the first part. nullopt with errors.
std::optional<std::vector<BatchRequest>> with_manifest(Session& session, BatchRequest request);

}  // namespace galley
