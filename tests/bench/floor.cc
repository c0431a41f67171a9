// The least that any program has to do for a PDF with embedded fonts: subset the faces, deflate fonts and pages, write them.
// No CV is read, nothing is set, and what comes out is no PDF. tests/bench/compare measures Galley against it.
//
//   galley_floor JOB…      each JOB a file of lines:  font FILE<tab>CHARACTERS   page FILE   out FILE
#include <hb-subset.h>
#include <hb.h>
#include <zlib.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <string>

namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// At the level that Galley packs with, zlib's default.
std::string deflated(const char* data, std::size_t size) {
  uLongf length = compressBound(size);
  std::string packed(length, '\0');
  compress(reinterpret_cast<Bytef*>(packed.data()), &length, reinterpret_cast<const Bytef*>(data), size);
  packed.resize(length);
  return packed;
}

/// Faces stay open from job to job, as an engine would keep them.
hb_face_t* face_of(const std::string& path) {
  static std::map<std::string, hb_face_t*> faces;
  hb_face_t*& face = faces[path];
  if (!face) {
    hb_blob_t* blob = hb_blob_create_from_file(path.c_str());
    face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
  }
  return face;
}

hb_blob_t* table_for_pdf(hb_face_t*, hb_tag_t tag, void* face) {
  switch (tag) {
    case HB_TAG('h', 'e', 'a', 'd'):
    case HB_TAG('h', 'h', 'e', 'a'):
    case HB_TAG('h', 'm', 't', 'x'):
    case HB_TAG('m', 'a', 'x', 'p'):
    case HB_TAG('g', 'l', 'y', 'f'):
    case HB_TAG('l', 'o', 'c', 'a'):
    case HB_TAG('C', 'F', 'F', ' '):
      return hb_face_reference_table(static_cast<hb_face_t*>(face), tag);
    default:
      return hb_blob_get_empty();
  }
}

std::string subset(const std::string& path, const std::string& characters) {
  hb_face_t* whole = face_of(path);
  hb_font_t* font = hb_font_create(whole);
  hb_face_t* face = hb_face_create_for_tables(table_for_pdf, whole, nullptr);
  hb_subset_input_t* input = hb_subset_input_create_or_fail();
  hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, characters.data(), static_cast<int>(characters.size()), 0, -1);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  for (unsigned i = 0; i < count; ++i) {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(font, infos[i].codepoint, &glyph)) hb_set_add(hb_subset_input_glyph_set(input), glyph);
  }
  hb_face_t* made = hb_subset_or_fail(face, input);
  hb_blob_t* file = hb_face_reference_blob(made);
  unsigned size = 0;
  const char* data = hb_blob_get_data(file, &size);
  std::string packed = deflated(data, size);
  hb_blob_destroy(file);
  hb_face_destroy(made);
  hb_buffer_destroy(buffer);
  hb_subset_input_destroy(input);
  hb_face_destroy(face);
  hb_font_destroy(font);
  return packed;
}

bool do_job(const std::string& path) {
  std::ifstream job(path);
  std::string line, made;
  while (std::getline(job, line)) {
    const std::size_t blank = line.find(' ');
    const std::string word = line.substr(0, blank), rest = line.substr(blank + 1);
    if (word == "font") {
      const std::size_t tab = rest.find('\t');
      made += subset(rest.substr(0, tab), rest.substr(tab + 1));
    } else if (word == "page") {
      const std::string content = read_file(rest);
      made += deflated(content.data(), content.size());
    } else if (word == "out") {
      std::ofstream out(rest, std::ios::binary);
      if (!(out << made).flush()) return false;
    }
  }
  return !made.empty();
}

}  // namespace

int main(int count, char** words) {
  for (int i = 1; i < count; ++i)
    if (!do_job(words[i])) return std::fprintf(stderr, "galley_floor: %s failed\n", words[i]), 1;
  return 0;
}
