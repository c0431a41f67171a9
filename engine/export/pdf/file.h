// The objects of a PDF file: numbers, names, strings, dictionaries, arrays, streams and the file around them, over
// libharu's object layer. Syntax and limits only, no meaning; the one place that sees libharu. Streams are deflated by libdeflate, in half of zlib's time.
//
//   File file({.readable = true});
//   Dict font = file.dict();                                     // an object with a number of its own
//   font.name("Type", "Font").whole("FirstChar", 32).numbers("FontBBox", {-10, -200.5, 900, 800});
//   file.catalog().dict("MarkInfo").boolean("Marked", true);     // a dictionary inside another
//   if (std::optional<std::string> bytes = file.save()) ...      // else file.problem() says what went wrong
//
// Errors stick: libharu refuses to work after its first error, and so do we. After a problem every call does nothing.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

// NOLINTBEGIN(bugprone-reserved-identifier): libharu's own names
struct _HPDF_Doc_Rec;
struct _HPDF_Dict_Rec;
struct _HPDF_Array_Rec;
struct libdeflate_compressor;
// NOLINTEND(bugprone-reserved-identifier)

namespace galley::pdf {

// Limits of libharu 2.3 (hpdf_consts.h), which are those of ISO 32000-1, annex C; of strings, that of PDF/A-2, 6.1.13.
// Checked before libharu is called.
constexpr std::size_t kLongestArray = 32767;
constexpr std::size_t kLargestDict = 4095;
constexpr std::size_t kLongestString = 32767;
constexpr std::size_t kLongestName = 127;
/// No place on a page and no spacing comes near it (pages end at 14400 units); what is beyond is a fault, not a number.
constexpr double kLargestNumber = 1e6;
/// libharu counts bytes in 32 bits; half of that is far beyond every document that is not a mistake.
constexpr std::size_t kLargestFile = std::size_t{1} << 31;

struct Problem {
  Blame blame = Blame::limit;
  std::string message, help;
};

/// Numbers, also in lists within the list, in our own notation: no locale, no exponent, never NaN.
///   Numbers widths;  widths.add(3).open().add(250).add(443.85).close();    // 3[250 443.85]
class Numbers {
 public:
  Numbers() = default;
  Numbers(std::initializer_list<double> values) {
    for (const double value : values) add(value);
  }
  Numbers& add(double value, int decimals = 3);
  Numbers& open();
  Numbers& close();

 private:
  friend class Dict;
  void separate();
  std::string text_;
  bool wrong_ = false;  ///< a value was not finite or beyond kLargestNumber
};

class File;
class Array;

/// A dictionary of the file that made it. A handle: copying it does not copy the dictionary.
class Dict {
 public:
  Dict& name(const char* key, const std::string& value);
  Dict& whole(const char* key, long value);
  Dict& number(const char* key, double value, int decimals = 3);
  Dict& numbers(const char* key, const Numbers& values);
  Dict& boolean(const char* key, bool value);
  /// Text for people (ISO 32000-1, 7.9.2.2): plain when it is ASCII, else UTF-16BE with a mark.
  Dict& text(const char* key, const std::string& utf8);
  /// Bytes for machines: a URI, a name in a name tree. No NUL.
  Dict& bytes(const char* key, const std::string& value);
  Dict& refer(const char* key, const Dict& object);
  Dict& refer(const char* key, const Array& object);
  Dict dict(const char* key);
  Array array(const char* key);
  [[nodiscard]] explicit operator bool() const { return record_ != nullptr; }

 private:
  friend class File;
  friend class Array;
  Dict(File* file, _HPDF_Dict_Rec* record) : file_(file), record_(record) {}
  [[nodiscard]] bool takes_another();
  Dict& add(const char* key, void* object);
  /// An entry in our own notation.
  Dict& write(std::string_view key, std::string_view separator, std::string_view value);
  /// The same, on a line of its own in files that are to be read.
  Dict& entry(std::string_view key, const std::string& value);
  File* file_;
  _HPDF_Dict_Rec* record_;
};

class Array {
 public:
  Array& name(const std::string& value);
  Array& whole(long value);
  Array& bytes(const std::string& value);
  Array& refer(const Dict& object);
  Array& refer(const Array& object);
  Dict dict();
  Array array();

 private:
  friend class File;
  friend class Dict;
  Array(File* file, _HPDF_Array_Rec* record) : file_(file), record_(record) {}
  Array& add(void* object);
  File* file_;
  _HPDF_Array_Rec* record_;
};

/// Where libharu gets its memory; for tests that let it run out. Both or none.
struct Memory {
  void* (*allocate)(unsigned size) = nullptr;
  void (*release)(void* memory) = nullptr;
};

struct FileOptions {
  bool readable = false;  ///< plain streams, one object after the other; else deflated, small objects packed together
  std::size_t largest = kLargestFile;
  Memory memory = {};
};

/// One PDF 1.7 document. Not thread-safe; one object per document.
class File {
 public:
  explicit File(const FileOptions& options);
  ~File();
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  Dict catalog();
  Dict info();
  /// A further page: /Type and /Parent are set.
  Dict page();
  Dict dict();
  Array array();
  enum class Packing {
    deflated,
    is_deflated,  ///< the bytes are deflated already; not for readable files
    plain
  };
  Dict stream(std::string bytes, Packing packing);
  /// zlib's format (RFC 1950); empty after a problem.
  std::string deflate(const std::string& bytes);

  [[nodiscard]] bool readable() const { return options_.readable; }
  /// The file's bytes; nullopt after a problem. The /ID is a hash of all other bytes, so equal documents are equal
  /// files.
  std::optional<std::string> save();
  [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }
  /// Records a problem; only the first is kept.
  void fail(Problem problem);

 private:
  friend class Dict;
  friend class Array;
  /// What libharu's dictionary cannot hold: entries in our own notation, and a stream whose bytes are ready.
  struct Tail;
  Tail* tail_of(_HPDF_Dict_Rec* record);
  void* checked(void* object);
  void* name_object(const std::string& value);
  void* text_object(const std::string& utf8);
  void* bytes_object(const std::string& value);
  bool fits(std::size_t size, std::size_t limit, const char* what);
  bool check_libharu(bool succeeded);
  std::string write_plain();
  std::string write_packed();

  struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const;
  };

  FileOptions options_;
  std::optional<Problem> problem_;
  std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor_;  ///< made when it is first needed
  _HPDF_Doc_Rec* doc_ = nullptr;
  std::vector<std::unique_ptr<Tail>> tails_;
};

}  // namespace galley::pdf
