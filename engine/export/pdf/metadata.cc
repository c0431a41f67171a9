#include "export/pdf/metadata.h"

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

constexpr const char* kBegin =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
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
         simple("pdf:Keywords", joined(metadata.keywords)) + simple("pdf:Producer", kProducer) + marks_of(standards) +
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
  info.text("Producer", kProducer);  // in place of libharu's name and version

  Dict catalog = file.catalog();
  Dict packet =
      file.stream(xmp_packet(metadata, standards), File::Packing::plain);  // plain: for tools that know no PDF
  if (packet) packet.name("Type", "Metadata").name("Subtype", "XML");
  catalog.refer("Metadata", packet);
  if (!metadata.language.empty()) catalog.text("Lang", metadata.language);
  catalog.dict("MarkInfo").boolean("Marked", true);
  catalog.dict("ViewerPreferences").boolean("DisplayDocTitle", true);
}

}  // namespace galley::pdf
