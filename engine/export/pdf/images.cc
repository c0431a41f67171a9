#include "export/pdf/images.h"

#include <vector>

#include "export/pdf/png_filter.h"

namespace galley::pdf {
namespace {

const Image* image_of(const Item& item) {
  const auto* picture = std::get_if<Picture>(&item.what);
  return picture ? picture->image.get() : nullptr;
}

struct Samples {
  const std::vector<std::uint8_t>& bytes;  ///< 8 bits a channel
  int channels;
};

/// A readable file is not deflated, and the filters of PNG stand only before that.
Dict write_samples(File& file, const Image& image, const Samples& samples) {
  const auto channels = static_cast<std::size_t>(samples.channels);
  if (file.readable())
    return file.stream(std::string(samples.bytes.begin(), samples.bytes.end()), File::Packing::plain);
  Dict made = file.stream(png_filtered(samples.bytes, image.width * channels, channels), File::Packing::deflated);
  if (made)
    made.dict("DecodeParms")
        .whole("Predictor", 15)
        .whole("Colors", samples.channels)
        .whole("Columns", static_cast<long>(image.width));
  return made;
}

Dict describe(Dict made, const Image& image, int channels) {
  if (!made) return made;
  return made.name("Type", "XObject")
      .name("Subtype", "Image")
      .whole("Width", static_cast<long>(image.width))
      .whole("Height", static_cast<long>(image.height))
      .whole("BitsPerComponent", 8)
      .name("ColorSpace", DeviceColours::space_of(channels));
}

/// The colours alone, without transparency.
Dict write_colours(File& file, const Image& image, const DeviceColours& colours) {
  if (!colours.keeps(image.channels)) {
    const DevicePixels pixels = colours.convert(image);
    return describe(write_samples(file, image, {pixels.bytes, pixels.channels}), image, pixels.channels);
  }
  if (image.jpeg.empty()) return describe(write_samples(file, image, {image.pixels, image.channels}), image, image.channels);
  Dict made = file.stream(image.jpeg, File::Packing::plain);
  if (made) made.name("Filter", "DCTDecode");
  return describe(made, image, image.channels);
}

Dict write_image(File& file, const Image& image, const DeviceColours& colours) {
  Dict made = write_colours(file, image, colours);
  if (made && !image.alpha.empty())
    made.refer("SMask", describe(write_samples(file, image, {image.alpha, 1}), image, 1));
  return made;
}

}  // namespace

ImageNames name_images(const Pages& pages) {
  ImageNames names;
  for (const Page& page : pages.pages)
    for (const Item& item : page.items)
      if (const Image* image = image_of(item)) names.try_emplace(image, "I" + std::to_string(names.size()));
  return names;
}

void write_images(File& file, const Pages& pages, const ImageNames& names, const DeviceColours& colours, Dict& resources) {
  if (names.empty()) return;
  Dict list = resources.dict("XObject");
  ImageNames written;
  for (const Page& page : pages.pages) {
    for (const Item& item : page.items) {
      const Image* image = image_of(item);
      if (!image || !written.try_emplace(image).second) continue;
      list.refer(names.at(image).c_str(), write_image(file, *image, colours));
    }
  }
}

bool has_transparency(const Page& page) {
  for (const Item& item : page.items)
    if (const Image* image = image_of(item); image && !image->alpha.empty()) return true;
  return false;
}

}  // namespace galley::pdf
