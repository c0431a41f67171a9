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
#pragma once

#include "requests/session.h"

namespace galley {

/// The request with what its manifest says; without a manifest, as it is. nullopt with errors.
std::optional<BatchRequest> with_manifest(Session& session, BatchRequest request);

}  // namespace galley
