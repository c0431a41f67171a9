// One letter for each glyph of right-to-left text, so that readers which turn glyphs round spell as those that turn letters.
#pragma once

#include "page/pages.h"

namespace galley::pdf {

/// Text that reads from right to left is drawn from left to right (ISO 32000-1, 14.8.2.3.3), and each reader turns it round on its
/// own: pypdf and pdf.js the glyphs, poppler and MuPDF the letters, so that a glyph with two letters is misspelt in one or the other.
/// And poppler ends a word where a glyph begins less than 0.1 em from where the last began, or leaves a gap. So:
///
///   - a ligature says its last letter, and takes a part of its own advance; empty glyphs beside it take the other parts and say
///     the letters before:            says  [ ا ][ ل ]      drawn as  [لا][  ]
///   - a mark above or below, which has no advance, is drawn as a shape; an empty glyph beside its letter says it.
///
/// A word whose text is told as a whole ends for poppler where its last glyph does; where that is a mark, and the word goes on in
/// other type, the mark takes the advance that is left to the pen.
///
/// That takes glyphs that the face does not have (font/more_glyphs.h). Runs of faces that can have none stay as they are.
Pages with_single_letters(Pages pages);

}  // namespace galley::pdf
