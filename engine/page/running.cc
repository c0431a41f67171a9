#include "page/running.h"

#include <string>

#include "base/fill.h"
#include "page/setter.h"

namespace galley {
namespace {

class Running {
 public:
  Running(Pages& pages, const Composed& composed, const Layout& layout, Shaper& shaper, Diagnostics& diagnostics)
      : pages_(pages), composed_(composed), layout_(layout), shaper_(shaper), diagnostics_(diagnostics) {}

  void add(const RunningLine& line, const RunningRule& rule) {
    for (std::size_t p = 0; p < pages_.pages.size(); ++p) {
      if (rule.pages != PageChoice::all && (rule.pages == PageChoice::first) != (p == 0)) continue;
      set(parted(line.left, line.centre, line.right), line.style, Align::left, rule.baseline, p);
      set(parted(line.centre, line.right, {}), line.style, Align::centre, rule.baseline, p);
      set(line.right, line.style, Align::right, rule.baseline, p);
    }
  }

 private:
  /// With a space at its end if something follows: who reads the text gets "Ada Lovelace 2", not one word.
  static StyledText parted(StyledText text, const StyledText& next, const StyledText& after) {
    if (!text.empty() && (!next.empty() || !after.empty())) text.back().text += ' ';
    return text;
  }

  void set(StyledText text, StyleId style, Align align, Length baseline, std::size_t p) {
    for (Piece& piece : text)
      piece.text = on_one_line(fill(piece.text, {{kPageNumber, std::to_string(p + 1)}, {kPageCount, std::to_string(pages_.pages.size())}}));
    Style paragraph = composed_.styles[style];
    paragraph.align = align;
    Length left = layout_.page.left;
    const Length width = layout_.page.size.width - left - layout_.page.right;
    std::vector<SetLine> lines = broken(text, paragraph, width);
    if (lines.size() > 1) {  // one line however long it is: nothing of it may be lost
      paragraph.align = Align::left;
      lines = broken(text, paragraph, kUnbroken);
      if (align != Align::left) left += (width - lines.front().width) / (align == Align::centre ? 2 : 1);
    }
    if (lines.empty()) return;
    for (const SetRun& run : lines.front().runs) pages_.pages[p].items.push_back({{left + run.x, baseline}, kArtifact, run.run});
  }

  std::vector<SetLine> broken(const StyledText& text, const Style& style, Length width) {
    return set_lines({text, style, composed_.styles, composed_.language, {width, width}, composed_.right_to_left, &composed_.usage}, shaper_, diagnostics_);
  }

  Pages& pages_;
  const Composed& composed_;
  const Layout& layout_;
  Shaper& shaper_;
  Diagnostics& diagnostics_;
};

}  // namespace

void add_running_lines(Pages& pages, const Composed& composed, const Layout& layout, Shaper& shaper, Diagnostics& diagnostics) {
  Running running(pages, composed, layout, shaper, diagnostics);
  for (std::size_t i = 0; i < composed.running.size(); ++i) running.add(composed.running[i], layout.page.running[i]);
}

}  // namespace galley
