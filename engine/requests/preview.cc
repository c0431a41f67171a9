// One CV in many layouts, as a contact sheet.
#include <deque>

#include "requests/layout_files.h"
#include "requests/outputs.h"
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
  ContactSheet(Shared& shared, const Preview& preview) : shared_(shared), preview_(preview) {}

  Outcome make() {
    const CvReading cv = read_cv_of(shared_, preview_.each);
    for (const std::string& name : layouts_meant_by(preview_.layouts)) add(cv, name);
    return finish();
  }

 private:
  void add(const CvReading& cv, const std::string& layout) {
    Session session(shared_);
    FontBook fonts(shared_.fonts(), font_folders(preview_.each));
    Shaper shaper(fonts, shared_.words());
    const auto reading = shared_.layout(layout, preview_.each.set);
    Request each = preview_.each;
    each.layout = layout;
    const auto inputs = combine(session, each, reading->kinds == cv.kinds ? cv : read_cv_of(shared_, each), *reading);
    const auto document = inputs ? typeset_fitted(*inputs, shaper, session.diagnostics) : std::nullopt;
    if (document && !document->pages.pages.empty())
      pages_.push_back(with_caption(document->pages.pages.front(), layout, *inputs, shaper, session.diagnostics));
    session.workspace.note(fonts.files_read());
    heard_.push_back(outcome_of(session));
  }

  Page with_caption(Page page, const std::string& name, const Inputs& inputs, Shaper& shaper, Diagnostics& diagnostics) {
    const Length bottom = page.size.height;
    page.size.height += kCaption;
    page.items.push_back({{Length{}, bottom}, kArtifact, Rule{{page.size.width, kCaption}, kGround}});
    Style style = inputs.layout.body;
    style.size = kCaptionSize;
    style.colour = {};
    style.align = Align::centre;
    const StyledText text = {{name, 0, kNoLink, kArtifact, {}}};
    const std::vector<Style> styles = {style};
    for (const SetLine& line : set_lines({text, style, styles, "en", {page.size.width, page.size.width}}, shaper, diagnostics))
      for (const SetRun& run : line.runs) page.items.push_back({{run.x, bottom + kCaptionBaseline}, kArtifact, run.run});
    return page;
  }

  Outcome finish() {
    Session session(shared_);
    std::vector<const Page*> shown;
    for (const Page& page : pages_) shown.push_back(&page);
    std::optional<std::string> png;
    const PngComponent* component = shown.empty() ? nullptr : png_component(session.diagnostics);
    if (component) png = component->write_contact_sheet(shown, preview_.columns, preview_.width, session.diagnostics);
    const std::string& path = preview_.each.output;
    if (png && !path.empty()) write_files(session, {{Format::png, 0, path, *png}}, rewrite_of(preview_.each));
    Outcome outcome = outcome_of(session);
    for (const Outcome& each : heard_) {
      outcome.messages.insert(outcome.messages.end(), each.messages.begin(), each.messages.end());
      outcome.read.insert(outcome.read.end(), each.read.begin(), each.read.end());
      if (outcome.status == Status::good) outcome.status = each.status;
    }
    if (!png) return outcome;
    outcome.pages = shown.size();
    outcome.files = {path};
    outcome.bytes = std::move(*png);
    return outcome;
  }

  Shared& shared_;
  const Preview& preview_;
  std::deque<Page> pages_;
  std::vector<Outcome> heard_;  ///< what there was to say of each layout
};

}  // namespace

Outcome preview(Shared& shared, const Preview& preview) { return ContactSheet(shared, preview).make(); }

}  // namespace galley
