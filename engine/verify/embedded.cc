#include "verify/embedded.h"

#include <array>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <stdexcept>
#include <vector>

#include "verify/open.h"

namespace galley {
namespace {

using proof::guarded;
using proof::open_pdf;
using proof::report_fault;

/// What a CV's file may have at most; a few bytes can be deflated gigabytes.
constexpr std::size_t kLargestData = 8U << 20U;

/// Keeps what comes, up to a size.
class Limited final : public Pipeline {
 public:
  Limited() : Pipeline("data", nullptr) {}
  std::string bytes;
  bool is_too_large = false;

  void write(const unsigned char* data, std::size_t size) override {
    if (bytes.size() + size > kLargestData) {
      is_too_large = true;
      throw std::length_error("larger than 8 MB");  // through libqpdf, which knows no other way to stop
    }
    bytes.append(reinterpret_cast<const char*>(data), size);
  }
  void finish() override {}
};

QPDFObjectHandle key(QPDFObjectHandle dictionary, const char* name) {
  return dictionary.isDictionary() ? dictionary.getKey(name) : QPDFObjectHandle::newNull();
}

std::string text(QPDFObjectHandle string) { return string.isString() ? string.getUTF8Value() : std::string(); }

QPDFObjectHandle stream_of(QPDFObjectHandle specification) {
  QPDFObjectHandle stream = key(key(specification, "/EF"), "/UF");
  return stream.isStream() ? stream : key(key(specification, "/EF"), "/F");
}

std::string name_of(QPDFObjectHandle specification) {
  const std::string name = text(key(specification, "/UF"));
  return name.empty() ? text(key(specification, "/F")) : name;
}

bool holds_data(QPDFObjectHandle specification) {
  QPDFObjectHandle stream = stream_of(specification);
  if (!stream.isStream()) return false;
  QPDFObjectHandle type = key(stream.getDict(), "/Subtype");
  for (const char* known : {"/application/yaml", "/application/json", "/application/x-yaml", "/text/yaml"})
    if (type.isNameAndEquals(known)) return true;
  const std::string name = name_of(specification);
  return name.ends_with(".yaml") || name.ends_with(".yml") || name.ends_with(".json");
}

/// Those that the document says it was made from first.
std::vector<QPDFObjectHandle> attached(QPDF& file) {
  std::vector<QPDFObjectHandle> all;
  QPDFObjectHandle associated = key(file.getRoot(), "/AF");
  if (associated.isArray())
    for (const QPDFObjectHandle& each : associated.getArrayAsVector())
      if (key(each, "/AFRelationship").isNameAndEquals("/Source")) all.push_back(each);
  for (const auto& [name, specification] : QPDFEmbeddedFileDocumentHelper(file).getEmbeddedFiles())
    all.push_back(specification->getObjectHandle());
  return all;
}

std::optional<EmbeddedFile> read(QPDFObjectHandle specification, const PdfFile& pdf, Diagnostics& diagnostics) {
  Limited content;
  bool is_decoded = false;
  const bool is_whole = stream_of(specification).pipeStreamData(&content, &is_decoded, 0, qpdf_dl_specialized, true);
  if (content.is_too_large) {
    diagnostics.fail(Blame::limit, {}, pdf.name + ": the data inside are larger than 8 MB", "no CV is that long");
    return std::nullopt;
  }
  if (!is_whole || !is_decoded) {
    report_fault(pdf, 0, "the data inside are damaged", "get the file again, or render it again", diagnostics);
    return std::nullopt;
  }
  return EmbeddedFile{name_of(specification), text(key(specification, "/Desc")), std::move(content.bytes)};
}

}  // namespace

std::optional<EmbeddedFile> embedded_data(const PdfFile& pdf, WhenAbsent when_absent, Diagnostics& diagnostics) {
  const std::unique_ptr<QPDF> file = open_pdf(pdf, diagnostics);
  if (!file) return std::nullopt;
  std::optional<EmbeddedFile> found;
  bool is_there = false;
  const bool looked = guarded(pdf, diagnostics, [&] {
    for (const QPDFObjectHandle& specification : attached(*file)) {
      if (!holds_data(specification)) continue;
      is_there = true;
      found = read(specification, pdf, diagnostics);
      return;
    }
  });
  if (looked && !is_there && when_absent == WhenAbsent::report)
    report_fault(pdf, 0, "there are no CV data inside", "only 'galley render --embed' puts them in", diagnostics);
  return found;
}

}  // namespace galley
