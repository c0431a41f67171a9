// FreeType's view of a face, opened from bytes and closed by its owner. For use inside this room only.
//
//   FreeTypeFace face(bytes, 0);
//   if (!face.get()) return refuse(face.error());
#pragma once

#include <ft2build.h>
#include FT_FREETYPE_H

#include <string>
#include <string_view>

namespace galley {

/// Has a library of its own: FreeType libraries must not be shared between threads, and making one takes microseconds.
/// The bytes must outlive it.
class FreeTypeFace {
 public:
  FreeTypeFace(std::string_view bytes, unsigned index);
  FreeTypeFace(const FreeTypeFace&) = delete;
  FreeTypeFace& operator=(const FreeTypeFace&) = delete;
  ~FreeTypeFace();

  /// nullptr when FreeType cannot read the face.
  [[nodiscard]] FT_Face get() const { return face_; }
  [[nodiscard]] bool is_out_of_memory() const { return error_ == FT_Err_Out_Of_Memory; }
  /// FreeType's error number, for messages.
  [[nodiscard]] std::string error() const;

 private:
  FT_Library library_ = nullptr;
  FT_Face face_ = nullptr;
  FT_Error error_ = 0;
};

}  // namespace galley
