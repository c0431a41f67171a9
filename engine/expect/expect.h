// Which words a document has to hold, told from the CV's fields, the layout's templates and the language's phrases alone. Nothing of
// composing, flowing or paging is asked, so what is lost there is missed.
#pragma once

#include "base/expected.h"
#include "cv/cv.h"
#include "cv/language.h"
#include "layout/layout.h"

namespace galley {

ExpectedData expect(const Cv& cv, const Layout& layout, const Language& language);

}  // namespace galley
