#include "export/pdf/paths.h"

#include "base/numbers.h"

namespace galley::pdf {

void append_path(std::string& out, const std::vector<PathStep>& path, const Point& at, Length page_height) {
  const auto place = [&](const Point& point) {
    append_number(out, (at.x + point.x).points(), 3);
    out += ' ';
    append_number(out, (page_height - at.y - point.y).points(), 3);
    out += ' ';
  };
  for (const PathStep& step : path) {
    switch (step.kind) {
      case PathStep::Kind::move:
        place(step.to);
        out += "m\n";
        break;
      case PathStep::Kind::line:
        place(step.to);
        out += "l\n";
        break;
      case PathStep::Kind::curve:
        place(step.control1);
        place(step.control2);
        place(step.to);
        out += "c\n";
        break;
      case PathStep::Kind::close:
        out += "h\n";
    }
  }
}

}  // namespace galley::pdf
