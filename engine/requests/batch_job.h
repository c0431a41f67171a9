// One job of a batch: a CV in a layout, in all formats.
#pragma once

#include <string>

#include "export/pdf/standards.h"
#include "requests/batch_plan.h"
#include "requests/inputs.h"

namespace galley {

/// What all jobs of a batch share.
struct BatchFrame {
  const BatchRequest& request;
  Standards standards;
  std::map<std::string, std::shared_ptr<const LayoutReading>> layouts;  ///< by name; all without errors
};

/// What the job's files hang on (data, pictures, layout, options, names), as 32 hexadecimal digits; empty when the CV cannot be
/// read. Fonts are left out: a font that has changed calls for a new run.
std::string fingerprint_of(Shared& shared, const BatchFrame& frame, const PlannedJob& planned, const CvReading& cv);

/// Renders the job and writes those of its files that are not there already with the same bytes.
BatchJob run_job(Shared& shared, const BatchFrame& frame, const PlannedJob& planned, const CvReading& cv);

}  // namespace galley
