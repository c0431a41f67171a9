// One job of a batch: a CV in a layout, in all formats.
#pragma once

#include <string>

#include "export/pdf/standards.h"
#include "requests/batch_plan.h"
#include "requests/inputs.h"

namespace galley {

/// What all jobs of a batch share.
struct BatchFrame {
  const std::vector<BatchRequest>& parts;
  std::vector<Standards> standards;  ///< of each part
  /// By part, which may change it, and name; all without errors.
  std::map<std::pair<std::size_t, std::string>, std::shared_ptr<const LayoutReading>> layouts;

  [[nodiscard]] const LayoutReading& layout_of(const PlannedJob& job) const { return *layouts.at({job.part, job.layout}); }
};

/// What the job's files hang on (data, pictures, layout, options, names), as 32 hexadecimal digits; empty when the CV cannot be
/// read. Fonts are left out: a font that has changed calls for a new run.
std::string fingerprint_of(Shared& shared, const BatchFrame& frame, const PlannedJob& planned, const CvReading& cv);

/// Renders the job and writes those of its files that are not there already with the same bytes.
BatchJob run_job(Shared& shared, const BatchFrame& frame, const PlannedJob& planned, const CvReading& cv);

}  // namespace galley
