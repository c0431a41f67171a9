#include "font/freetype.h"

namespace galley {

FreeTypeFace::FreeTypeFace(std::string_view bytes, unsigned index) {
  error_ = FT_Init_FreeType(&library_);
  if (error_) return;
  error_ = FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(bytes.data()),
                              static_cast<FT_Long>(bytes.size()), static_cast<FT_Long>(index), &face_);
  if (error_) face_ = nullptr;
}

FreeTypeFace::~FreeTypeFace() {
  if (face_) FT_Done_Face(face_);
  if (library_) FT_Done_FreeType(library_);
}

std::string FreeTypeFace::error() const { return "FreeType error " + std::to_string(error_); }

}  // namespace galley
