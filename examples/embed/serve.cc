// Serves CVs in a loop: a line of standard input is the path of a data file, a line of standard output says what came of it.
// One engine for all, so that layouts and fonts are read once. Data, pictures and outputs could as well be in memory: see
// Request::data and galley::Workspace.
#include <galley/galley.h>

#include <iostream>

int main() {
  galley::Engine engine;
  for (std::string path; std::getline(std::cin, path);) {
    galley::Request request;
    request.cv = path;
    request.layout = "compact";
    request.formats = {galley::Format::pdf, galley::Format::text};  // without `output` they stay in memory
    const galley::Outcome outcome = engine.render(request);
    for (const galley::Message& message : outcome.messages) std::cerr << galley::printed(message);
    std::cout << path << ": ";
    if (outcome.status != galley::Status::good) {
      std::cout << "failed\n";
      continue;
    }
    for (const galley::Output& output : outcome.outputs) std::cout << output.bytes.size() << " bytes, ";
    std::cout << outcome.pages << " pages, " << outcome.report.fonts.size() << " fonts\n";
  }
}
