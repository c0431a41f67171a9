// Words that a line end divides, made whole for readers.
#pragma once

#include "page/pages.h"

namespace galley::pdf {

/// ISO 32000-1, 14.8.2.2.3, has a hyphen at a line's end say U+00AD; but most extractors keep that, and none joins the
/// parts. So the last letter of the first part says the rest of the word too, the hyphen and the glyphs of the rest, in
/// the next line, say spaces:
///
///     says        o n e   r e p r esentation,           which gives   one representation,
///     drawn as    o n e   r e p r e-                                  and
///                 s e n t a t i o n ,   a n d
///     says                              a n d
///
/// The same where a line ends after a hyphen or slash of the word's own, which then says "-" and the rest.
Pages with_whole_words(Pages pages);

}  // namespace galley::pdf
