// Parts of Galley that a plain render to PDF does not need. Each is a shared object of its own, opened when something first
// asks for it, so that its libraries (poppler, libqpdf, Cairo and what they bring) cost nothing before that.
//
//   const VerifyComponent* component = verify_component(diagnostics);
//   if (!component) return;   // an error says which package to install; the exit code is 3
//   component->verify_pdf(pdf, options, diagnostics);
//
// C++ types cross this door. That is sound because both sides are parts of one build, which the component's stamp proves
// before anything else of it is touched. Each component has copies of its own of the engine's functions that it calls,
// linked from the static library and hidden, and takes nothing from the program that opens it.
#pragma once

#include "base/diagnostics.h"
#include "docx/docx.h"
#include "docx/unzip.h"
#include "docx/xml.h"
#include "export/png/png.h"
#include "font/system_fonts.h"
#include "image/decode.h"
#include "image/inking.h"
#include "image/qr.h"
#include "verify/embedded.h"
#include "verify/verify.h"

namespace galley {

/// Reads finished PDFs, with poppler and libqpdf.
struct VerifyComponent {
  decltype(&galley::verify_pdf) verify_pdf = nullptr;
  decltype(&galley::embedded_data) embedded_data = nullptr;
};

/// Draws pages as pixels, with Cairo.
struct PngComponent {
  decltype(&galley::write_png) write_png = nullptr;
  decltype(&galley::write_contact_sheet) write_contact_sheet = nullptr;
};

/// Writes Word documents and reads XML and archives of other programs, with libzip and pugixml.
struct DocxComponent {
  decltype(&galley::write_docx) write_docx = nullptr;
  decltype(&galley::read_xml) read_xml = nullptr;
  decltype(&galley::unzip) unzip = nullptr;
};

/// Reads pictures, makes QR codes and turns colours into inks, with libpng, libjpeg-turbo, libqrencode and Little CMS.
struct PicturesComponent {
  decltype(&galley::decode_image) decode_image = nullptr;
  decltype(&galley::encode_qr) encode_qr = nullptr;
  decltype(&galley::inking_for) inking_for = nullptr;
};

/// Knows the fonts that are installed, with fontconfig.
struct FontsComponent {
  decltype(&galley::load_system_fonts) load_system_fonts = nullptr;
};

/// nullptr after an error that blames the machine: the component is not installed, cannot be loaded, or is of another
/// build. What is returned stays valid until the process ends; components are never closed, as what they made may live on.
/// May be called from several threads, any number of times.
const VerifyComponent* verify_component(Diagnostics& diagnostics);
const PngComponent* png_component(Diagnostics& diagnostics);
/// `purpose` begins the message: "writing a Word document".
const DocxComponent* docx_component(Diagnostics& diagnostics, const char* purpose);
const PicturesComponent* pictures_component(Diagnostics& diagnostics, const char* purpose);
const FontsComponent* fonts_component(Diagnostics& diagnostics);

}  // namespace galley
