// Requests and outcomes as JSON, for streams of jobs (`galley worker`) and for programs in other languages.
// data/schema/job.schema.json and answer.schema.json say what members there are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "galley/request.h"

namespace galley {

/// What a job asks. A job that is wrong has no request: its outcome is `refused`.
struct Job {
  std::string id = "null";  ///< as JSON: what the job calls itself
  std::optional<Request> request;
  Outcome refused;
};

/// One JSON object; members that are unknown or wrong are errors of the job, said all at once.
Job read_job(const std::string& json);

/// One line of JSON, without its end. Outputs that were written have their path, others their bytes in base64.
std::string answer(const Job& job, const Outcome& outcome);

/// A message as a JSON object in one line, as in answers.
std::string message_as_json(const Message& message);

}  // namespace galley
