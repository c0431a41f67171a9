// What a batch is going to do, known before anything is rendered.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "requests/session.h"

namespace galley {

struct PlannedJob {
  std::size_t part = 0;  ///< of the batch's requests, that which asked for it
  std::string cv;
  Version version;
  std::string layout;
  std::map<Format, std::string> outputs;  ///< paths; pictures of several pages get numbers besides
};

/// The request of one job.
Request request_for(const std::vector<BatchRequest>& parts, const PlannedJob& job);

/// Each version of each CV in each layout, in the order of the requests, all layouts of a version in a row. Errors when there is
/// nothing to do, when the pattern for names is wrong or leaves the folder, and when two jobs would write one file or a job would
/// write over a CV.
std::vector<PlannedJob> plan_of(Session& session, const std::vector<BatchRequest>& parts);

}  // namespace galley
