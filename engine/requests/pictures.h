// The picture files that a CV names, from the folder of the CV, and the QR codes that a layout asks for.
#pragma once

#include <string>

#include "compose/composed.h"
#include "cv/cv.h"
#include "requests/session.h"

namespace galley {

/// What becomes of a picture whose file is missing.
enum class MissingPictures : bool { are_errors, become_grey };

/// Reads and decodes them; an error for each that cannot be.
void load_pictures(Session& session, const std::string& cv_path, Cv& cv, MissingPictures missing);

/// Their bytes, one after the other, for fingerprints; files that cannot be read count as empty.
std::string bytes_of_pictures(Workspace& workspace, const std::string& cv_path, const Cv& cv);

/// Makes the QR codes of a composed document. Warns of texts that are too long for one.
void draw_codes(Composed& composed, Diagnostics& diagnostics);

}  // namespace galley
