#include "requests/pictures.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "components/component.h"

namespace galley {
namespace {

std::string beside(const std::string& cv_path, const std::string& file) {
  return (std::filesystem::path(cv_path).parent_path() / file).string();
}

/// Calls `use` with each field that holds a picture.
template <typename AnEntry, typename Use>
void for_pictures(AnEntry& entry, const Use& use) {
  for (auto& field : entry.fields) {
    if (auto* picture = std::get_if<PictureFile>(&field.value)) use(field, *picture);
    if (auto* entries = std::get_if<std::vector<Entry>>(&field.value))
      for (auto& each : *entries) for_pictures(each, use);
  }
}

template <typename ACv, typename Use>
void for_all_pictures(ACv& cv, const Use& use) {
  for_pictures(cv.person, use);
  for (auto& section : cv.sections)
    for (auto& item : section.items)
      if (auto* entry = std::get_if<Entry>(&item)) for_pictures(*entry, use);
}

template <typename Use>
void for_each_figure(Composed& composed, const Use& use) {
  for (Stream& stream : composed.streams)
    for (ComposedSection& section : stream.sections)
      for_each_part(section, [&](Part& part) {
        for_each_leaf(part.blocks, [&](Block& block) {
          if (auto* figure = std::get_if<Figure>(&block.kind)) use(*figure, block.source);
        });
      });
}

}  // namespace

void load_pictures(Session& session, const std::string& cv_path, Cv& cv, MissingPictures missing) {
  std::optional<const PicturesComponent*> component;  // asked for, and missed, once
  for_all_pictures(cv, [&](const Field& field, PictureFile& picture) {
    if (picture.file == "-") {
      session.diagnostics.error(field.source, "a picture cannot come from standard input", "give its name as seen from the folder of the CV");
      return;
    }
    const ReadResult read = session.workspace.read(beside(cv_path, picture.file), kLargestPictureFile);
    if (read.missing && missing == MissingPictures::become_grey) {
      picture.image = std::make_shared<const Image>(Image{1, 1, 1, {128}, {}, {}});
      return;
    }
    if (!read.bytes) {
      session.diagnostics.fail(read.too_large ? Blame::limit : Blame::machine, field.source, "cannot read the picture '" + picture.file + "': " + read.why,
                               read.missing ? "give its name as seen from the folder of the CV" : "").code = Code::cannot_read;
      return;
    }
    if (!component) component = pictures_component(session.diagnostics, "reading a picture");
    if (!*component) return;
    Decoded decoded = (*component)->decode_image(*read.bytes);
    if (decoded.image) {
      picture.image = std::make_shared<const Image>(std::move(*decoded.image));
    } else {
      session.diagnostics.error(field.source, "'" + picture.file + "' " + decoded.why, decoded.help);
    }
  });
}

void draw_codes(Composed& composed, Diagnostics& diagnostics) {
  std::optional<const PicturesComponent*> component;  // as above
  for_each_figure(composed, [&](Figure& figure, Span source) {
    if (figure.image) return;
    if (!component) component = pictures_component(diagnostics, "making a QR code");
    if (!*component) return;
    auto drawn = (*component)->encode_qr(figure.code);
    if (drawn) figure.drawn = std::make_shared<const QrCode>(std::move(*drawn));
    else diagnostics.warn(source, "this text is too long for a QR code and is left out").code = Code::does_not_fit;
  });
}

std::string bytes_of_pictures(Workspace& workspace, const std::string& cv_path, const Cv& cv) {
  std::string all;
  for_all_pictures(cv, [&](const Field&, const PictureFile& picture) {
    all += picture.file + '\n' + workspace.read(beside(cv_path, picture.file), kLargestPictureFile).bytes.value_or("");
  });
  return all;
}

}  // namespace galley
