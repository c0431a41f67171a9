// A document in the formats that were asked for, as files to write.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "requests/pipeline.h"
#include "export/pdf/pdf.h"
#include "galley/galley.h"

namespace galley {

/// Of files that are read only to be compared with what would be written, in bytes.
constexpr std::size_t kLargestOutput = 256U << 20U;

/// Whether files that are there already with the same bytes are written again, which gives them a new time.
enum class RewriteUnchanged : bool { no, yes };
inline RewriteUnchanged rewrite_of(const Request& request) { return request.touch ? RewriteUnchanged::yes : RewriteUnchanged::no; }
/// Writes the files; errors for those that cannot be written. Gives the number of files that were
/// written.
std::size_t write_files(Session& session, const std::vector<Output>& files, RewriteUnchanged rewrite);

/// "pdf", "txt", "png", "svg".
std::string extension_of(Format format);

/// `path` with the format's extension in place of its own.
std::string with_extension(const std::string& path, Format format);

/// Where the request wants a format: `output`, with the extension of each where there are several.
std::string path_for(const Request& request, Format format);

/// What a document is wanted as, and where.
struct Target {
  Format format = Format::pdf;
  std::string path;
  bool is_last = false;  ///< nothing more is made of the document's pages, which may be used up
};

/// The files of one format. Pictures are one a page: of several pages cv.png gives cv-1.png, cv-2.png. Errors leave it empty.
std::vector<Output> make_outputs(Document& document, const Target& target, const Request& request, const PdfOptions& pdf,
                                 Diagnostics& diagnostics);

}  // namespace galley
