#include "export/pdf/metadata.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace galley::pdf {
namespace {

constexpr const char* kProducer = "Galley";

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

/// XML 1.0 cannot hold most control characters (2.2). Both places must say the same (PDF/A-2, 6.6.2.3), so they become
/// spaces in both. NUL stays, for the file to refuse.
std::string without_controls(std::string text) {
  for (char& c : text)
    if (c > 0 && c < ' ') c = ' ';
  return text;
}

std::string as_xml(const std::string& text) {
  std::string out;
  for (const char c : without_controls(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// Text in any language, as Dublin Core wants it.
std::string alternatives(const char* name, const std::string& text) {
  if (text.empty()) return {};
  const std::string tag = name;
  return "<" + tag + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + as_xml(text) + "</rdf:li></rdf:Alt></" + tag + ">\n";
}

std::string one_in(const char* container, const char* name, const std::string& text) {
  if (text.empty()) return {};
  const std::string tag = name, list = container;
  return "<" + tag + "><rdf:" + list + "><rdf:li>" + as_xml(text) + "</rdf:li></rdf:" + list + "></" + tag + ">\n";
}

std::string simple(const char* name, const std::string& text) {
  if (text.empty()) return {};
  const std::string tag = name;
  return "<" + tag + ">" + as_xml(text) + "</" + tag + ">\n";
}

/// "2026-11-24T10:00:00Z", of seconds since 1970.
std::string as_xmp_date(std::int64_t seconds) {
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return out.data();
}

/// "D:20261124100000Z" (ISO 32000-1, 7.9.4).
std::string as_pdf_date(std::int64_t seconds) {
  std::string out = as_xmp_date(seconds);
  std::erase_if(out, [](char c) { return c == '-' || c == ':' || c == 'T'; });
  return "D:" + out;
}

/// The same day for all three: a document made again from the same data is the same document.
std::string xmp_dates(const std::optional<std::int64_t>& modified) {
  if (!modified) return {};
  const std::string date = as_xmp_date(*modified);
  return simple("xmp:CreateDate", date) + simple("xmp:ModifyDate", date) + simple("xmp:MetadataDate", date);
}

constexpr const char* kBegin =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n";

/// PDF/UA-1, 5, and PDF/A-2 and 3, 6.6.4.
std::string marks_of(const Standards& standards) {
  std::string out;
  if (standards.ua1) out += "<pdfuaid:part>1</pdfuaid:part>\n";
  if (standards.archive == ArchiveLevel::none) return out;
  const std::string level = standards.archive == ArchiveLevel::a ? "A" : standards.archive == ArchiveLevel::u ? "U" : "B";
  const std::string part = standards.part == ArchivePart::three ? "3" : "2";
  return out + "<pdfaid:part>" + part + "</pdfaid:part>\n<pdfaid:conformance>" + level + "</pdfaid:conformance>\n";
}

/// PDF/A-2, 6.6.2.3.3: a schema that PDF/A does not know must be described in the packet.
constexpr const char* kUaSchema =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";

constexpr const char* kEnd = "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";

}  // namespace

std::string xmp_packet(const Metadata& metadata, const Standards& standards) {
  const bool must_describe = standards.ua1 && standards.archive != ArchiveLevel::none;
  return kBegin + alternatives("dc:title", metadata.title) + one_in("Seq", "dc:creator", metadata.author) +
         alternatives("dc:description", metadata.subject) + one_in("Bag", "dc:language", metadata.language) +
         simple("pdf:Keywords", joined(metadata.keywords)) + simple("pdf:Producer", kProducer) +
         xmp_dates(metadata.modified) + marks_of(standards) +
         "</rdf:Description>\n" + (must_describe ? kUaSchema : "") + kEnd;
}

void write_metadata(File& file, const Metadata& metadata, const Standards& standards) {
  Dict info = file.info();
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) info.text(key, without_controls(text));
  };
  add("Title", metadata.title);
  add("Author", metadata.author);
  add("Subject", metadata.subject);
  add("Keywords", joined(metadata.keywords));
  if (metadata.modified) {
    info.text("CreationDate", as_pdf_date(*metadata.modified));
    info.text("ModDate", as_pdf_date(*metadata.modified));
  }
  info.text("Producer", kProducer);  // in place of libharu's name and version

  Dict catalog = file.catalog();
  Dict packet =
      file.stream(xmp_packet(metadata, standards), File::Packing::plain);  // plain: for tools that know no PDF
  if (packet) packet.name("Type", "Metadata").name("Subtype", "XML");
  catalog.refer("Metadata", packet);
  if (!metadata.language.empty()) catalog.text("Lang", metadata.language);
  catalog.dict("MarkInfo").boolean("Marked", true);
}

}  // namespace galley::pdf
