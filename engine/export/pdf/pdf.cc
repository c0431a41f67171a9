#include "export/pdf/pdf.h"

#include <new>
#include <utility>

#include "export/pdf/attachment.h"
#include "export/pdf/check.h"
#include "export/pdf/content.h"
#include "export/pdf/document.h"
#include "export/pdf/fonts.h"
#include "export/pdf/images.h"
#include "export/pdf/links.h"
#include "export/pdf/metadata.h"
#include "export/pdf/outline.h"
#include "export/pdf/output_intent.h"
#include "export/pdf/parted_columns.h"
#include "export/pdf/single_letters.h"
#include "export/pdf/structure.h"
#include "export/pdf/whole_words.h"

namespace galley {
namespace pdf {
namespace {

std::vector<DrawnPage> draw_pages(const Pages& pages, const DrawingTools& tools) {
  std::vector<DrawnPage> drawn;
  for (const Page& page : pages.pages) drawn.push_back(draw_page(page, tools));
  return drawn;
}

/// The sheet, and on it where it is cut and how far colour goes beyond (ISO 32000-1, 14.11.2).
void write_boxes(Dict& sheet, const Page& page) {
  const auto box = [&](const char* name, Length inset) {
    sheet.numbers(name, {inset.points(), inset.points(), (page.size.width - inset).points(), (page.size.height - inset).points()});
  };
  box("MediaBox", Length{});
  box("TrimBox", page.trim);
  if (page.bleed > Length{}) box("BleedBox", page.trim - page.bleed);
}

/// The page objects, ISO 32000-1, 7.7.3.3. /Tabs /S: tab keys follow the structure (PDF/UA-1, 7.18.3). /Resources could
/// be inherited, but PDF/A-2, 6.2.2, wants them named.
std::vector<Dict> write_pages(File& file, const Pages& pages, const Dict& resources, const DeviceColours& colours,
                              std::vector<DrawnPage>& drawn) {
  std::vector<Dict> sheets;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    Dict sheet = file.page();
    write_boxes(sheet, pages.pages[i]);
    sheet.refer("Resources", resources)
        .refer("Contents", file.stream(std::move(drawn[i].content), File::Packing::deflated))
        .whole("StructParents", static_cast<long>(i))
        .name("Tabs", "S");
    if (has_transparency(pages.pages[i])) sheet.dict("Group").name("S", "Transparency").name("CS", colours.space());
    sheets.push_back(sheet);
  }
  return sheets;
}

/// The catalog's /Names (ISO 32000-1, 7.7.4).
void write_names(File& file, const std::optional<Dict>& destinations, const std::optional<Dict>& attachments) {
  if (!destinations && !attachments) return;
  Dict names = file.catalog().dict("Names");
  if (destinations) names.refer("Dests", *destinations);
  if (attachments) names.refer("EmbeddedFiles", *attachments);
}

std::optional<std::string> report(const File& file, Diagnostics& diagnostics) {
  if (const std::optional<Problem>& problem = file.problem())
    diagnostics.fail(problem->blame, {}, problem->message, problem->help);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> write_document(File& file, Pages as_set, const PdfOptions& options, Diagnostics& diagnostics) {
  const Standards& standards = options.standards;
  if (!check(as_set, standards, diagnostics)) return std::nullopt;
  const Pages pages = with_single_letters(with_parted_columns(with_whole_words(std::move(as_set))));
  std::optional<Fonts> fonts = embed_fonts(file, glyph_use(pages), options.programs, diagnostics);
  if (!fonts) return std::nullopt;
  const CodeNotation notation = file.readable() ? CodeNotation::hexadecimal : CodeNotation::bytes;
  const ImageNames images = name_images(pages);
  const DeviceColours colours(pages.press);
  write_images(file, pages, images, colours, fonts->resources);
  std::vector<DrawnPage> drawn = draw_pages(pages, {pages.structure, *fonts, images, colours, notation});
  std::vector<Dict> sheets = write_pages(file, pages, fonts->resources, colours, drawn);
  const std::vector<Link> links = write_links(file, pages, sheets);
  const WrittenElements elements = write_structure(file, pages, drawn, sheets, links);
  write_names(file, write_outline(file, pages, sheets, elements), write_attachment(file, options.attachment));
  write_page_labels(file);
  write_metadata(file, pages.metadata, standards);
  Dict preferences = file.catalog().dict("ViewerPreferences").boolean("DisplayDocTitle", true);
  if (pages.right_to_left) preferences.name("Direction", "R2L");
  if (standards.archive != ArchiveLevel::none) write_output_intent(file, pages.press);
  std::optional<std::string> bytes = file.save();
  return bytes ? std::move(bytes) : report(file, diagnostics);
}

}  // namespace pdf

std::optional<std::string> write_pdf(Pages pages, const PdfOptions& options, Diagnostics& diagnostics) {
  try {
    pdf::FileOptions file_options;
    file_options.readable = options.readable;
    pdf::File file(file_options);
    return pdf::write_document(file, std::move(pages), options, diagnostics);
  } catch (const std::bad_alloc&) {
    diagnostics.fail(Blame::limit, {}, "memory ran out while the PDF was written",
                     "close other programs or shorten the document");
    return std::nullopt;
  }
}

}  // namespace galley
