#include "export/pdf/file.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include <libdeflate.h>

#include <cmath>
#include <cstdlib>
#include <new>
#include <utility>

#include "base/numbers.h"
#include "base/utf8.h"
#include "export/pdf/hash.h"
#include "export/pdf/packed.h"

namespace galley::pdf {

struct File::Tail {
  std::string entries;  ///< "/Key value" pairs
  std::size_t count = 0;
  std::string body;
  bool is_stream = false;
  HPDF_Stream out = nullptr;  ///< set while the dictionary is written
};

namespace {

constexpr std::string_view kHeader = "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n";
/// What stands for the /ID while the hash of the rest is not known: 16 bytes in hexadecimal.
constexpr std::string_view kNoId = "00000000000000000000000000000000";
/// Of libdeflate's 12. The next takes half as long again for one percent of size.
constexpr int kCompressionLevel = 6;
/// No code of libharu's (hpdf_error.h ends below 0x1100).
constexpr HPDF_STATUS kTooLarge = 0x1F01;

Problem out_of_memory() {
  return {Blame::limit, "memory ran out while the PDF was written", "close other programs or shorten the document"};
}

Problem problem_of(HPDF_STATUS code) {
  if (code == HPDF_FAILD_TO_ALLOC_MEM) return out_of_memory();
  if (code == kTooLarge)
    return {Blame::limit, "the PDF is larger than a PDF file may be here (2 GiB)", "split the document"};
  std::string hex = "0000";
  for (std::size_t i = 0; i < hex.size(); ++i) hex[3 - i] = "0123456789abcdef"[(code >> (4 * i)) & 0xF];
  return {Blame::limit, "libharu refused to write the PDF (error 0x" + hex + ")", "please report this"};
}

/// A libharu stream that appends to a string, up to a size. libharu calls it from C: nothing may be thrown.
struct Output {
  std::string bytes;
  std::size_t largest = kLargestFile;
};

HPDF_STATUS append_to_output(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  auto* output = static_cast<Output*>(stream->attr);
  if (output->bytes.size() + size > output->largest) return HPDF_SetError(stream->error, kTooLarge, 0);
  try {
    output->bytes.append(reinterpret_cast<const char*>(bytes), size);
  } catch (const std::bad_alloc&) {
    return HPDF_SetError(stream->error, HPDF_FAILD_TO_ALLOC_MEM, 0);
  }
  return HPDF_OK;
}

struct StreamFree {
  void operator()(HPDF_Stream stream) const { HPDF_Stream_Free(stream); }
};
using StreamPointer = std::unique_ptr<_HPDF_Stream_Rec, StreamFree>;

StreamPointer writer_to(Output& output, HPDF_MMgr memory) {
  return StreamPointer(HPDF_CallbackWriter_New(memory, append_to_output, &output));
}

HPDF_STATUS write_bytes(HPDF_Stream stream, std::string_view bytes) {
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                           static_cast<HPDF_UINT>(bytes.size()));
}

/// A name object (ISO 32000-1, 7.3.5).
void append_name(std::string& out, std::string_view value) {
  out += '/';
  for (const char c : value) {
    const bool is_regular = c > ' ' && c <= '~' && std::string_view("#%()<>[]{}/").find(c) == std::string_view::npos;
    if (is_regular) {
      out += c;
      continue;
    }
    out += '#';
    out += "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4];
    out += "0123456789ABCDEF"[static_cast<unsigned char>(c) & 0xF];
  }
}

std::size_t number_of(const HPDF_Obj_Header& object) { return object.obj_id & 0x00FFFFFF; }

/// ISO 32000-1, 7.3.10.
std::string reference_to(const HPDF_Obj_Header& object) { return std::to_string(number_of(object)) + " 0 R"; }

/// Printable ASCII means the same in PDFDocEncoding (ISO 32000-1, D.2).
bool is_plain(std::string_view text) {
  for (const char c : text)
    if (c < ' ' || c > '~') return false;
  return true;
}

std::string utf16_with_mark(const std::string& utf8) {
  std::string out = "\xFE\xFF";
  for (const char16_t unit : utf8::to_utf16(utf8)) {
    out.push_back(static_cast<char>(unit >> 8));
    out.push_back(static_cast<char>(unit & 0xFF));
  }
  return out;
}

}  // namespace

// ---- numbers

void Numbers::separate() {
  if (!text_.empty() && text_.back() != '[') text_ += ' ';
}

Numbers& Numbers::add(double value, int decimals) {
  if (!std::isfinite(value) || std::fabs(value) > kLargestNumber) wrong_ = true;
  separate();
  append_number(text_, value, decimals);
  return *this;
}

Numbers& Numbers::open() {
  text_ += '[';
  return *this;
}

Numbers& Numbers::close() {
  text_ += ']';
  return *this;
}

// ---- the file

File::File(const FileOptions& options) : options_(options) {
  // No error handler: it would be called from C code. Return values and the document's error record say all.
  // No pool of its (0): it would save a fortieth of a render, but hands out memory that is not aligned.
  doc_ = HPDF_NewEx(nullptr, options.memory.allocate, options.memory.release, 0, nullptr);
  if (doc_) {
    doc_->pdf_version = HPDF_VER_17;
  } else {
    fail(out_of_memory());
  }
}

void File::FreeCompressor::operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }

File::~File() {
  if (doc_) HPDF_Free(doc_);
}

void File::fail(Problem problem) {
  if (!problem_) problem_ = std::move(problem);
}

bool File::check_libharu(bool succeeded) {
  const HPDF_STATUS code = doc_->error.error_no;
  if (code != HPDF_OK) {
    fail(problem_of(code));
  } else if (!succeeded) {
    fail(problem_of(HPDF_INVALID_OBJECT));
  }
  return !problem_;
}

bool File::fits(std::size_t size, std::size_t limit, const char* what) {
  if (size <= limit) return true;
  fail({Blame::limit,
        std::string(what) + " of " + std::to_string(size) + " is too long for a PDF file (at most " +
            std::to_string(limit) + ")",
        "shorten the text or split the document"});
  return false;
}

/// `object` as an object with a number of its own. libharu frees it when that fails.
void* File::checked(void* object) {
  if (problem_) return nullptr;
  const bool added = object && HPDF_Xref_Add(doc_->xref, object) == HPDF_OK;
  return check_libharu(added) ? object : nullptr;
}

Dict File::catalog() { return {this, problem_ ? nullptr : doc_->catalog}; }
Dict File::info() { return {this, problem_ ? nullptr : doc_->info}; }
Dict File::dict() { return {this, static_cast<HPDF_Dict>(checked(problem_ ? nullptr : HPDF_Dict_New(doc_->mmgr)))}; }
Array File::array() {
  return {this, static_cast<HPDF_Array>(checked(problem_ ? nullptr : HPDF_Array_New(doc_->mmgr)))};
}

Dict File::page() {
  Dict made = dict();
  if (!made) return made;
  made.record_->header.obj_class |= HPDF_OSUBCLASS_PAGE;  // libharu counts the kids of this class for /Count
  made.name("Type", "Page").refer("Parent", Dict(this, doc_->root_pages));
  auto* kids = static_cast<HPDF_Array>(HPDF_Dict_GetItem(doc_->root_pages, "Kids", HPDF_OCLASS_ARRAY));
  if (check_libharu(kids != nullptr)) Array(this, kids).refer(made);
  return made;
}

Dict File::stream(std::string bytes, Packing packing) {
  Dict made = dict();
  Tail* tail = made ? tail_of(made.record_) : nullptr;
  if (!tail) return {this, nullptr};
  tail->is_stream = true;
  tail->body = std::move(bytes);
  if (packing == Packing::deflated && !readable() && !tail->body.empty()) {
    tail->body = deflate(tail->body);
    packing = Packing::is_deflated;
  }
  if (packing == Packing::is_deflated) made.name("Filter", "FlateDecode");
  if (!fits(tail->body.size(), options_.largest, "a stream")) return {this, nullptr};
  return made.whole("Length", static_cast<long>(tail->body.size()));
}

/// With libharu's own streams the length would be an object of its own, and every number a 32-bit float; so entries and
/// bytes of ours are written through the two hooks that a dictionary has.
File::Tail* File::tail_of(HPDF_Dict record) {
  if (problem_) return nullptr;
  if (!record->attr) {
    tails_.push_back(std::make_unique<Tail>());
    record->attr = tails_.back().get();
    record->write_fn = [](HPDF_Dict dict, HPDF_Stream out) {
      auto* tail = static_cast<Tail*>(dict->attr);
      tail->out = out;
      return write_bytes(out, tail->entries);
    };
    record->after_write_fn = [](HPDF_Dict dict) -> HPDF_STATUS {
      const auto* tail = static_cast<Tail*>(dict->attr);
      if (!tail->is_stream) return HPDF_OK;
      HPDF_STATUS status = write_bytes(tail->out, "\nstream\n");
      if (status == HPDF_OK) status = write_bytes(tail->out, tail->body);
      return status == HPDF_OK ? write_bytes(tail->out, "\nendstream") : status;
    };
  }
  return static_cast<Tail*>(record->attr);
}

std::string File::deflate(const std::string& bytes) {
  if (!compressor_) compressor_.reset(libdeflate_alloc_compressor(kCompressionLevel));
  if (!compressor_) {
    fail(out_of_memory());
    return {};
  }
  std::string packed(libdeflate_zlib_compress_bound(compressor_.get(), bytes.size()), '\0');
  packed.resize(libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(), packed.data(), packed.size()));
  return packed;
}

// ---- values

void* File::name_object(const std::string& value) {
  if (problem_ || !fits(value.size(), kLongestName, "a name")) return nullptr;
  return HPDF_Name_New(doc_->mmgr, value.c_str());
}

void* File::bytes_object(const std::string& value) {
  if (problem_ || !fits(value.size(), kLongestString, "a text")) return nullptr;
  if (value.find('\0') != std::string::npos) {
    fail({Blame::files, "a NUL character stands in '" + value.substr(0, value.find('\0')) + "'", "remove it"});
    return nullptr;
  }
  return HPDF_String_New(doc_->mmgr, value.c_str(), nullptr);
}

void* File::text_object(const std::string& utf8) {
  if (is_plain(utf8)) return bytes_object(utf8);
  if (utf8.find('\0') != std::string::npos) return bytes_object(utf8);  // which refuses it
  std::string units = utf16_with_mark(utf8);
  if (problem_ || !fits(units.size(), kLongestString, "a text")) return nullptr;
  return HPDF_Binary_New(doc_->mmgr, reinterpret_cast<HPDF_BYTE*>(units.data()), static_cast<HPDF_UINT>(units.size()));
}

bool Dict::takes_another() {
  if (file_->problem_ || !record_) return false;
  const auto* tail = static_cast<const File::Tail*>(record_->attr);
  return file_->fits(record_->list->count + 1U + (tail ? tail->count : 0U), kLargestDict, "a dictionary");
}

Dict& Dict::add(const char* key, void* object) {
  if (takes_another()) {
    file_->check_libharu(object && HPDF_Dict_Add(record_, key, object) == HPDF_OK);
  } else if (object && file_->doc_) {
    HPDF_Obj_Free(file_->doc_->mmgr, object);
  }
  return *this;
}

Dict& Dict::write(std::string_view key, std::string_view separator, std::string_view value) {
  File::Tail* tail = takes_another() ? file_->tail_of(record_) : nullptr;
  if (!tail) return *this;
  tail->entries += '/';
  tail->entries += key;
  tail->entries += separator;
  tail->entries += value;
  ++tail->count;
  return *this;
}

Array& Array::add(void* object) {
  if (file_->problem_ || !record_) {
    if (object && file_->doc_) HPDF_Obj_Free(file_->doc_->mmgr, object);
    return *this;
  }
  if (!file_->fits(record_->list->count + 1U, kLongestArray, "a list")) {
    HPDF_Obj_Free(file_->doc_->mmgr, object);
    return *this;
  }
  file_->check_libharu(object && HPDF_Array_Add(record_, object) == HPDF_OK);
  return *this;
}

Dict& Dict::entry(std::string_view key, const std::string& value) {
  if (file_->readable()) return write(key, " ", value + '\n');
  return write(key, value.starts_with('/') ? "" : " ", value);
}

// Most entries are written at once: as objects of libharu's they took a twentieth of a render. Text and bytes still are objects.

Dict& Dict::name(const char* key, const std::string& value) {
  if (file_->problem_ || !file_->fits(value.size(), kLongestName, "a name")) return *this;
  std::string name;
  append_name(name, value);
  return entry(key, name);
}

Dict& Dict::whole(const char* key, long value) {
  if (file_->problem_ || !file_->fits(static_cast<std::size_t>(std::labs(value)), HPDF_LIMIT_MAX_INT, "a number")) return *this;
  return entry(key, std::to_string(value));
}

Dict& Dict::number(const char* key, double value, int decimals) {
  Numbers one;
  one.add(value, decimals);
  if (one.wrong_) file_->fail({Blame::limit, std::string("/") + key + " is not a number that a PDF can hold", {}});
  return write(key, " ", one.text_);
}

Dict& Dict::numbers(const char* key, const Numbers& values) {
  if (values.wrong_) file_->fail({Blame::limit, std::string("/") + key + " holds what is not a number for a PDF", {}});
  return write(key, "[", values.text_ + ']');
}

Dict& Dict::boolean(const char* key, bool value) { return entry(key, value ? "true" : "false"); }
Dict& Dict::refer(const char* key, const Dict& object) { return object.record_ ? entry(key, reference_to(object.record_->header)) : *this; }
Dict& Dict::refer(const char* key, const Array& object) { return object.record_ ? entry(key, reference_to(object.record_->header)) : *this; }

// A failed file makes no objects: each of these asks before it calls libharu.

Dict& Dict::text(const char* key, const std::string& utf8) { return add(key, file_->text_object(utf8)); }
Dict& Dict::bytes(const char* key, const std::string& value) { return add(key, file_->bytes_object(value)); }

Dict Dict::dict(const char* key) {
  const HPDF_Dict made = file_->problem_ ? nullptr : HPDF_Dict_New(file_->doc_->mmgr);
  add(key, made);
  return {file_, file_->problem_ ? nullptr : made};
}

Array Dict::array(const char* key) {
  const HPDF_Array made = file_->problem_ ? nullptr : HPDF_Array_New(file_->doc_->mmgr);
  add(key, made);
  return {file_, file_->problem_ ? nullptr : made};
}

Array& Array::name(const std::string& value) { return add(file_->name_object(value)); }
Array& Array::bytes(const std::string& value) { return add(file_->bytes_object(value)); }
Array& Array::refer(const Dict& object) { return add(object.record_); }
Array& Array::refer(const Array& object) { return add(object.record_); }

Array& Array::whole(long value) {
  if (file_->problem_ || !file_->fits(static_cast<std::size_t>(std::labs(value)), HPDF_LIMIT_MAX_INT, "a number"))
    return *this;
  return add(HPDF_Number_New(file_->doc_->mmgr, static_cast<HPDF_INT32>(value)));
}

Dict Array::dict() {
  const HPDF_Dict made = file_->problem_ ? nullptr : HPDF_Dict_New(file_->doc_->mmgr);
  add(made);
  return {file_, file_->problem_ ? nullptr : made};
}

Array Array::array() {
  const HPDF_Array made = file_->problem_ ? nullptr : HPDF_Array_New(file_->doc_->mmgr);
  add(made);
  return {file_, file_->problem_ ? nullptr : made};
}

// ---- writing

std::optional<std::string> File::save() {
  if (problem_) return std::nullopt;
  std::string bytes = readable() ? write_plain() : write_packed();
  if (problem_) return std::nullopt;
  const std::string id = hash_in_hexadecimal(bytes);
  for (int copy = 0; copy < 2; ++copy) {
    const std::size_t at = bytes.rfind(kNoId);
    if (at != std::string::npos) bytes.replace(at, kNoId.size(), id);
  }
  return bytes;
}

/// libharu's own arrangement: all objects, the cross-reference table, the trailer.
std::string File::write_plain() {
  HPDF_BYTE no_id[kNoId.size() / 2] = {};
  Array id = Dict(this, doc_->trailer).refer("Root", catalog()).refer("Info", info()).array("ID");
  for (int copy = 0; copy < 2 && !problem_; ++copy) id.add(HPDF_Binary_New(doc_->mmgr, no_id, sizeof(no_id)));
  Output output{{}, options_.largest};
  const StreamPointer writer = problem_ ? nullptr : writer_to(output, doc_->mmgr);
  const bool done = writer && write_bytes(writer.get(), kHeader) == HPDF_OK &&
                    HPDF_Xref_WriteToStream(doc_->xref, writer.get(), nullptr) == HPDF_OK;
  return check_libharu(done) ? std::move(output.bytes) : std::string();
}

/// The objects as libharu writes them, arranged by us, because libharu knows no object streams.
std::string File::write_packed() {
  PackedFile packed;
  packed.header = kHeader;
  packed.root = number_of(doc_->catalog->header);
  packed.info = number_of(doc_->info->header);
  packed.id = kNoId;
  Output output{{}, options_.largest};  // all objects, one after the other
  const StreamPointer writer = writer_to(output, doc_->mmgr);
  std::vector<std::size_t> ends;
  for (HPDF_UINT number = 1; number < doc_->xref->entries->count && !problem_; ++number) {
    void* object = HPDF_Xref_GetEntry(doc_->xref, number)->obj;
    const auto* header = static_cast<HPDF_Obj_Header*>(object);
    const bool is_dict = (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT;
    const auto* tail = is_dict ? static_cast<Tail*>(static_cast<HPDF_Dict>(object)->attr) : nullptr;
    check_libharu(writer && HPDF_Obj_WriteValue(object, writer.get(), nullptr) == HPDF_OK);
    packed.objects.push_back({{}, tail && tail->is_stream});
    ends.push_back(output.bytes.size());
  }
  if (problem_) return {};
  for (std::size_t i = 0, begin = 0; i < ends.size(); begin = ends[i++]) packed.objects[i].value = std::string_view(output.bytes).substr(begin, ends[i] - begin);
  return pack(packed, [this](const std::string& bytes) { return deflate(bytes); });
}

}  // namespace galley::pdf
