#include "layout/figure_reader.h"

namespace galley {
namespace {

void read_place(RuleMap& line, FigureRule& figure) {
  figure.align = line.choice<Align>("align", {{"left", Align::left}, {"right", Align::right}, {"centre", Align::centre}}).value_or(Align::left);
  figure.beside = line.choice<FigureSide>("beside", {{"left", FigureSide::left}, {"right", FigureSide::right}}).value_or(FigureSide::none);
  figure.top = line.length("top").value_or(Length{});
  figure.gap = line.length("gap").value_or(12_pt);
  if (figure.beside != FigureSide::none && figure.width == Length{})
    line.diagnostics().error(line.span(), "a figure beside the text needs a 'width'", "width: 30mm").code = Code::missing_key;
}

}  // namespace

std::optional<FigureRule> read_figure(RuleMap& line) {
  const auto picture = line.text("picture");
  const auto code = line.text("qr");
  if (!picture && !code) return std::nullopt;
  FigureRule figure;
  figure.picture = picture.value_or("");
  figure.code = picture ? "" : code.value_or("");
  if (picture && code) line.diagnostics().error(line.span(), "a line has either 'picture' or 'qr', not both").code = Code::wrong_value;
  if (line.get("line")) line.diagnostics().error(line.get("line")->span, "a line has either text or a figure, not both").code = Code::wrong_value;
  figure.width = line.length("width").value_or(Length{});
  figure.height = line.length("height").value_or(Length{});
  if (code && figure.height == Length{}) figure.height = figure.width;
  const auto shape = line.choice<FigureShape>(
      "shape", {{"square", FigureShape::square}, {"rounded", FigureShape::rounded}, {"circle", FigureShape::circle}});
  figure.radius = line.length("radius").value_or(6_pt);
  figure.shape = shape.value_or(line.get("radius") ? FigureShape::rounded : FigureShape::square);
  figure.colour = line.colour("colour").value_or(Colour{});
  figure.ground = line.colour("ground");
  read_place(line, figure);
  return figure;
}

}  // namespace galley
