#include "verify/page_text.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <limits>
#include <memory>

#include "verify/open.h"
#include "verify/right_to_left.h"

namespace galley::proof {
namespace {

/// poppler writes to standard error unless told where to complain. What matters of it we notice ourselves.
void ignore(const std::string& /*message*/, void* /*closure*/) {}

std::string as_utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

}  // namespace

std::optional<std::vector<std::string>> page_texts(const PdfFile& pdf, Diagnostics& diagnostics) {
  // poppler keeps it for the whole process, and we may run in several threads: set once.
  static const bool is_silent = (poppler::set_debug_error_function(ignore, nullptr), true);
  static_cast<void>(is_silent);
  std::unique_ptr<poppler::document> document;
  if (pdf.bytes.size() <= std::numeric_limits<int>::max())
    document.reset(poppler::document::load_from_raw_data(pdf.bytes.data(), static_cast<int>(pdf.bytes.size())));
  if (!document || document->is_locked()) {
    report_fault(pdf, 0, "poppler cannot read the PDF", "render it again, or ask who made it", diagnostics);
    return std::nullopt;
  }
  std::vector<std::string> texts;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    texts.push_back(page ? as_drawn(as_utf8(page->text({}, poppler::page::raw_order_layout))) : std::string());
  }
  return texts;
}

}  // namespace galley::proof
