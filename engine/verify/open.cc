#include "verify/open.h"

#include <algorithm>
#include <exception>
#include <new>
#include <qpdf/QPDFExc.hh>
#include <string_view>

namespace galley::proof {
namespace {

/// Readers accept the header a little later (ISO 32000-1, annex H, note 13).
constexpr std::size_t kHeaderWithin = 1024;

std::string place(const PdfFile& pdf, std::size_t page) {
  return pdf.name + (page == 0 ? ": " : ", page " + std::to_string(page) + ": ");
}

bool looks_like_pdf(std::string_view bytes) {
  return bytes.substr(0, kHeaderWithin).find("%PDF-") != std::string_view::npos;
}

void report_damage(const PdfFile& pdf, const std::string& detail, Diagnostics& diagnostics) {
  report_fault(pdf, 0, "the PDF is cut off or damaged: " + detail, "get the file again, or render it again",
               diagnostics);
}

void report_encrypted(const PdfFile& pdf, Diagnostics& diagnostics) {
  report_fault(pdf, 0, "the PDF is encrypted, so not every reader gets what it says",
               "remove the protection first, for example by: qpdf --decrypt --password=… IN OUT", diagnostics);
}

/// Without "file.pdf (object 3 0, offset 99): ", which only says the name again and where bytes lie.
std::string detail_of(const QPDFExc& problem) { return problem.getMessageDetail(); }

}  // namespace

void report_fault(const PdfFile& pdf, std::size_t page, const std::string& message, const std::string& help,
                  Diagnostics& diagnostics) {
  diagnostics.error({}, place(pdf, page) + message, help).code = Code::faulty_pdf;
}

void report_doubt(const PdfFile& pdf, std::size_t page, const std::string& message, const std::string& help,
                  Diagnostics& diagnostics) {
  diagnostics.warn({}, place(pdf, page) + message, help).code = Code::faulty_pdf;
}

bool guarded(const PdfFile& pdf, Diagnostics& diagnostics, const std::function<void()>& look) {
  try {
    look();
    return true;
  } catch (const QPDFExc& problem) {
    if (problem.getErrorCode() == qpdf_e_password) {
      report_encrypted(pdf, diagnostics);
    } else {
      report_damage(pdf, detail_of(problem), diagnostics);
    }
  } catch (const std::bad_alloc&) {
    diagnostics.fail(Blame::limit, {}, "memory ran out while '" + pdf.name + "' was read", "close other programs");
  } catch (const std::exception& problem) {  // libqpdf's own faults are std::logic_error
    report_damage(pdf, problem.what(), diagnostics);
  }
  return false;
}

std::unique_ptr<QPDF> open_pdf(const PdfFile& pdf, Diagnostics& diagnostics) {
  if (pdf.bytes.empty()) {
    report_fault(pdf, 0, "the file is empty", "expected a PDF", diagnostics);
    return nullptr;
  }
  if (!looks_like_pdf(pdf.bytes)) {
    report_fault(pdf, 0, "the file is not a PDF: it does not begin with '%PDF-'",
                 "give the rendered file, not the data", diagnostics);
    return nullptr;
  }
  auto file = std::make_unique<QPDF>();
  file->setSuppressWarnings(true);
  file->setAttemptRecovery(false);  // what is mended silently here may be lost elsewhere
  const bool opened =
      guarded(pdf, diagnostics, [&] { file->processMemoryFile(pdf.name.c_str(), pdf.bytes.data(), pdf.bytes.size()); });
  if (!opened) return nullptr;
  if (file->isEncrypted()) {
    report_encrypted(pdf, diagnostics);
    return nullptr;
  }
  return file;
}

}  // namespace galley::proof
