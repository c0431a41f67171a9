// One CV in many layouts, as a contact sheet.
#include <deque>

#include "requests/requests.h"
#include "requests/pipeline.h"
#include "components/component.h"
#include "text/lines.h"

namespace galley {
namespace {

constexpr Colour kGround = {204, 204, 204};
constexpr Length kCaption = 42_pt;          // below the page: the layout's name in its own type
constexpr Length kCaptionSize = 26_pt;
constexpr Length kCaptionBaseline = 30_pt;  // below the page

class ContactSheet {
 public:
  ContactSheet(const Preview& preview, Workspace& workspace) : preview_(preview), session_(workspace) {}

  Outcome make() {
    const auto catalogue = read_font_catalogue(session_);
    if (!catalogue) return outcome_of(session_);
    FontBook fonts(session_.workspace, *catalogue, font_folders(preview_.each));
    Shaper shaper(fonts);
    for (const std::string& name : preview_.layouts)
      for (const std::string& each : name == "all" ? layout_names(false) : std::vector{name}) add(each, shaper);
    return finish();
  }

 private:
  void add(const std::string& layout, Shaper& shaper) {
    const Diagnostics before = std::exchange(session_.diagnostics, Diagnostics{});
    Request request = preview_.each;
    request.layout = layout;
    const auto inputs = read_inputs(session_, request);
    const auto document = inputs ? typeset_fitted(*inputs, shaper, session_.diagnostics) : std::nullopt;
    if (document && !document->pages.pages.empty())
      pages_.push_back(with_caption(document->pages.pages.front(), layout, *inputs, shaper));
    heard_.push_back(outcome_of(session_));
    session_.diagnostics = before;
  }

  Page with_caption(Page page, const std::string& name, const Inputs& inputs, Shaper& shaper) {
    const Length bottom = page.size.height;
    page.size.height += kCaption;
    page.items.push_back({{Length{}, bottom}, kArtifact, Rule{{page.size.width, kCaption}, kGround}});
    Style style = inputs.layout.body;
    style.size = kCaptionSize;
    style.colour = {};
    style.align = Align::centre;
    const StyledText text = {{name, 0, kNoLink, kArtifact, {}}};
    const std::vector<Style> styles = {style};
    for (const SetLine& line : set_lines({text, style, styles, "en", {page.size.width, page.size.width}}, shaper, session_.diagnostics))
      for (const SetRun& run : line.runs) page.items.push_back({{run.x, bottom + kCaptionBaseline}, kArtifact, run.run});
    return page;
  }

  Outcome finish() {
    std::vector<const Page*> shown;
    for (const Page& page : pages_) shown.push_back(&page);
    std::optional<std::string> png;
    const PngComponent* component = shown.empty() ? nullptr : png_component(session_.diagnostics);
    if (component) png = component->write_contact_sheet(shown, preview_.columns, preview_.width, session_.diagnostics);
    const std::string& path = preview_.each.output;
    if (png && !path.empty())
      if (const std::string why = session_.workspace.write(path, *png); !why.empty())
        session_.diagnostics.fail(Blame::machine, {}, "cannot write '" + path + "': " + why);
    Outcome outcome = outcome_of(session_);
    for (const Outcome& each : heard_) {
      outcome.messages.insert(outcome.messages.end(), each.messages.begin(), each.messages.end());
      if (outcome.status == Status::good) outcome.status = each.status;
    }
    if (!png) return outcome;
    outcome.pages = shown.size();
    outcome.files = {path};
    outcome.bytes = std::move(*png);
    return outcome;
  }

  const Preview& preview_;
  Session session_;
  std::deque<Page> pages_;
  std::vector<Outcome> heard_;  ///< what there was to say of each layout
};

}  // namespace

Outcome preview(const Preview& preview, Workspace& workspace) { return ContactSheet(preview, workspace).make(); }

Outcome preview(const Preview& preview) {
  DiskWorkspace workspace;
  return galley::preview(preview, workspace);
}

}  // namespace galley
