// The texts that messages point into.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/span.h"

namespace galley {

/// A file's text, checked: valid UTF-8, no byte order mark, no control characters but tab and line feed. All line ends
/// are '\n', whatever the file on disk has.
struct Source {
  std::string name;  ///< as the user wrote it; "layouts/classic.yaml (built in)" for what ships inside
  std::string text;
};

/// Line and column, both from 1; the column counts code points.
struct Place {
  std::size_t line = 1, column = 1;
};

class SourceMap {
 public:
  using Numbers = std::shared_ptr<std::atomic<FileId>>;
  /// Numbers its files from 0.
  SourceMap() : SourceMap(std::make_shared<std::atomic<FileId>>(0)) {}
  /// Takes numbers from where other maps take them, too, so that one may adopt the other's files.
  explicit SourceMap(Numbers numbers) : numbers_(std::move(numbers)) {}

  FileId add(Source source);
  /// Knows the other's files, too, which the two then share.
  void adopt(const SourceMap& other) { sources_.insert(other.sources_.begin(), other.sources_.end()); }
  [[nodiscard]] const Source& get(FileId file) const { return *sources_.at(file); }
  /// All texts one after the other.
  [[nodiscard]] std::string all_texts() const;
  [[nodiscard]] Place place(FileId file, std::size_t byte) const;
  /// The whole line (without its end) that holds `byte`.
  [[nodiscard]] std::string_view line_around(FileId file, std::size_t byte) const;

 private:
  Numbers numbers_;
  std::map<FileId, std::shared_ptr<const Source>> sources_;  // texts do not move: string views into them stay good
};

/// Checks raw bytes and turns them into a Source: drops a UTF-8 byte order mark, makes line ends alike, and reports
/// invalid UTF-8, UTF-16/32, NUL and other control characters with line and column.
std::optional<FileId> add_checked(SourceMap& sources, std::string name, std::string_view bytes,
                                  Diagnostics& diagnostics);

/// With its places looked up.
Message message_of(const Diagnostic& diagnostic, const SourceMap& sources);
/// As printed() gives it.
std::string render(const Diagnostic& diagnostic, const SourceMap& sources);

}  // namespace galley
