#include "tests/unit/export/sample_pages.h"

#include <hb.h>
#include <turbojpeg.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "page/paths.h"
#include "tests/support/paths.h"

namespace galley {
namespace {

std::shared_ptr<const Face> open_tinos(const std::string& style) {
  const std::string path = "/usr/share/fonts/truetype/croscore/Tinos-" + style + ".ttf";
  std::ifstream stream(path, std::ios::binary);
  std::string why = "not installed (package fonts-croscore)";
  std::shared_ptr<const Face> face;
  if (stream) face = Face::open("Tinos-" + style, std::string(std::istreambuf_iterator<char>(stream), {}), 0, why);
  if (!face) throw std::runtime_error(path + ": " + why);
  return face;
}

Point point(Spot at) { return {Length::from_points(at.x), Length::from_points(at.y)}; }

void set_text_ranges(GlyphRun& run, const std::vector<std::uint32_t>& clusters) {
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    std::uint32_t end = static_cast<std::uint32_t>(run.text.size());
    for (const std::uint32_t other : clusters)
      if (other > clusters[i] && other < end) end = other;
    const bool is_first = i == 0 || clusters[i - 1] != clusters[i];
    run.glyphs[i].text = {is_first ? clusters[i] : end, end};
  }
}

std::string temporary_name(const char* kind) {
  static int count = 0;
  return std::filesystem::temp_directory_path() /
         ("galley-test-" + std::to_string(getpid()) + "-" + std::to_string(++count) + kind);
}

}  // namespace

const Face& tinos_regular() {
  static const std::shared_ptr<const Face> face = open_tinos("Regular");
  return *face;
}

const Face& tinos_bold() {
  static const std::shared_ptr<const Face> face = open_tinos("Bold");
  return *face;
}

GlyphRun shape(const std::string& words, const Look& look, const char* features) {
  GlyphRun run;
  run.face = look.face->shared_from_this();
  run.size = Length::from_points(look.size);
  run.colour = look.colour;
  run.text = words;
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, words.data(), static_cast<int>(words.size()), 0, -1);
  hb_buffer_guess_segment_properties(buffer);
  run.right_to_left = HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(buffer));
  hb_feature_t feature{};
  const bool has_feature = *features && hb_feature_from_string(features, -1, &feature);
  hb_shape(look.face->shaper_font(), buffer, &feature, has_feature ? 1 : 0);

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
  const auto scaled = [&](hb_position_t units) { return run.size.times(units, look.face->metrics().units_per_em); };
  std::vector<std::uint32_t> clusters;
  for (unsigned i = 0; i < count; ++i) {
    run.glyphs.push_back(
        {infos[i].codepoint, scaled(places[i].x_advance), scaled(places[i].x_offset), scaled(places[i].y_offset), {}});
    clusters.push_back(infos[i].cluster);
  }
  set_text_ranges(run, clusters);
  hb_buffer_destroy(buffer);
  return run;
}

GlyphRun fi_ligature(const Look& look) {
  GlyphRun run = shape("\xEF\xAC\x81", look);  // U+FB01
  run.text = "fi";
  run.glyphs[0].text = {0, 2};
  return run;
}

SamplePages::SamplePages() {
  pages.metadata.title = "Ada Lovelace";
  pages.metadata.author = "Ada Lovelace";
  pages.metadata.language = "en";
  root = element(Role::document, kArtifact);
  add_page();
}

void SamplePages::add_page(double width, double height) {
  pages.pages.push_back({{Length::from_points(width), Length::from_points(height)}, {}});
}

ElementId SamplePages::element(Role role, ElementId parent) { return pages.structure.add(role, parent); }

double SamplePages::text(ElementId element, Spot at, const std::string& words, const Look& look, const char* features) {
  page().items.push_back({point(at), element, shape(words, look, features)});
  return at.x + last_run().width().points();
}

void SamplePages::rule(Spot at, double width, double height, Colour colour) {
  page().items.push_back(
      {point(at), kArtifact, Rule{{Length::from_points(width), Length::from_points(height)}, colour}});
}

ElementId SamplePages::figure(Spot at, Drawable what, const std::string& alternative) {
  const ElementId figure = element(Role::figure, root);
  pages.structure.elements[figure].alternative = alternative;
  page().items.push_back({point(at), figure, std::move(what)});
  return figure;
}

double SamplePages::link(ElementId link, Spot at, const std::string& words, const std::string& target,
                         const Look& look) {
  const double end = text(link, at, words, look);
  const Size size{Length::from_points(end - at.x), Length::from_points(look.size)};
  page().items.push_back({point({at.x, at.y - 0.8 * look.size}), link, LinkArea{size, target, {}}});
  return end;
}

void SamplePages::bookmark(const std::string& title, int level, Spot at, ElementId heading) {
  pages.outline.push_back({title, level, pages.pages.size() - 1, point(at), heading});
}

GlyphRun& SamplePages::last_run() {
  for (auto item = page().items.rbegin();; ++item)
    if (auto* run = std::get_if<GlyphRun>(&item->what)) return *run;
}

SamplePages two_page_sample() {
  SamplePages sample;
  const ElementId title = sample.element(Role::heading1, sample.root);
  sample.text(title, {72, 80}, "Ada Lovelace, Analyst — Zürich", sample.bold(18));
  sample.bookmark("Ada Lovelace", 0, {72, 62}, title);
  sample.rule({72, 88}, 451, 0.4, {200, 0, 0});

  const ElementId section = sample.element(Role::section, sample.root);
  const ElementId heading = sample.element(Role::heading2, section);
  sample.text(heading, {72, 110}, "Office and first affairs", sample.bold(12));
  sample.bookmark("Office and first affairs", 1, {72, 98}, heading);
  const ElementId paragraph = sample.element(Role::paragraph, section);
  sample.text(paragraph, {72, 126}, "She wrote AVATAR, Tokyo and fine flour, and what follows is ", sample.regular());
  sample.text(paragraph, {72, 138}, "set below; see ", sample.regular());
  const ElementId link = sample.element(Role::link, paragraph);
  sample.pages.structure.elements[link].alternative = "the notes";
  sample.link(link, {135, 138}, "the notes on ", "https://example.org/a(b)?q=1&r=<x>", sample.regular());
  sample.link(link, {72, 150}, "the engine", "https://example.org/a(b)?q=1&r=<x>", sample.regular());
  sample.text(paragraph, {120, 150}, " (1843).", sample.regular());
  sample.text(paragraph, {480, 150}, "Paris", {&tinos_regular(), 10, {128, 128, 128}});

  const ElementId list = sample.element(Role::list, section);
  for (int i = 0; i < 3; ++i) {
    const double y = 170 + 14 * i;
    const ElementId item = sample.element(Role::list_item, list);
    const ElementId label = sample.element(Role::label, item), body = sample.element(Role::list_body, item);
    sample.text(label, {72, y}, "•", sample.regular());
    sample.text(body, {84, y}, "item number " + std::to_string(i), sample.regular());
  }
  const ElementId over = sample.element(Role::paragraph, section);
  sample.pages.structure.elements[over].language = "de";
  sample.text(over, {72, 230}, "Dieser Absatz geht über die Seite, ", sample.regular());
  sample.text(kArtifact, {290, 810}, "1", sample.regular(8));
  sample.add_page();
  sample.text(over, {72, 80}, "und hier geht er zu Ende.", sample.regular());
  const ElementId last = sample.element(Role::heading2, section);
  sample.text(last, {72, 110}, "Ελλάδα", sample.bold(12));
  sample.bookmark("Ελλάδα", 1, {72, 98}, last);
  sample.element(Role::paragraph, section);  // holds nothing, is left out
  sample.text(kArtifact, {290, 810}, "2", sample.regular(8));
  return sample;
}

std::shared_ptr<Image> gradient(std::uint32_t width, std::uint32_t height, int channels, bool jpeg) {
  auto image = std::make_shared<Image>();
  image->width = width;
  image->height = height;
  image->channels = channels;
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x) {
      image->pixels.push_back(static_cast<std::uint8_t>(x * 255 / std::max(1U, width - 1)));
      if (channels == 1) continue;
      image->pixels.push_back(static_cast<std::uint8_t>(y * 255 / std::max(1U, height - 1)));
      image->pixels.push_back(64);
    }
  }
  if (!jpeg) return image;
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const tjhandle coder = tjInitCompress();
  tjCompress2(coder, image->pixels.data(), static_cast<int>(width), 0, static_cast<int>(height),
              channels == 1 ? TJPF_GRAY : TJPF_RGB, &bytes, &size, channels == 1 ? TJSAMP_GRAY : TJSAMP_444, 90, 0);
  image->jpeg.assign(reinterpret_cast<const char*>(bytes), size);
  tjFree(bytes);
  tjDestroy(coder);
  return image;
}

SamplePages figure_sample() {
  SamplePages sample;
  sample.text(sample.element(Role::heading1, sample.root), {72, 80}, "Ada Lovelace", sample.bold(18));
  sample.rule({60, 100}, 200, 200, {200, 220, 240});
  const Size square{90_pt, 90_pt};
  sample.figure({72, 110}, Picture{gradient(64, 64, 3, true), square, ellipse_path(square)}, "Portrait of Ada Lovelace");
  auto mark = gradient(30, 20, 1);
  for (std::size_t i = 0; i < 600; ++i) mark->alpha.push_back(static_cast<std::uint8_t>(i % 256));
  sample.figure({72, 210}, Picture{mark, {60_pt, 40_pt}, {}}, "Signature of Ada Lovelace");
  sample.figure({300, 110}, Shape{rounded_path({40_pt, 30_pt}, 6_pt), {0, 64, 128}, false}, "The engine, as a box");
  std::vector<PathStep> ring = ellipse_path({30_pt, 30_pt});
  for (const PathStep& step : moved(ellipse_path({20_pt, 20_pt}), {5_pt, 5_pt})) ring.push_back(step);
  sample.page().items.push_back({{300_pt, 160_pt}, kArtifact, Shape{ring, {}, true}});
  sample.text(sample.element(Role::paragraph, sample.root), {72, 330}, "and what follows.", sample.regular());
  sample.add_page();
  sample.figure({72, 72}, Picture{gradient(50, 10, 3), {100_pt, 20_pt}, {}}, "Colours");
  sample.page().items.push_back({{72_pt, 100_pt}, kArtifact, Picture{mark, {30_pt, 20_pt}, {}}});
  sample.text(sample.element(Role::paragraph, sample.root), {72, 140}, "The end.", sample.regular());
  return sample;
}

SamplePages long_sample() {
  SamplePages sample;
  const std::string words =
      "Organized the weekly office hours, planned fifty workshops and edited the final report of the group; "
      "supervised students who learned to AVOID waste, found funding and built the first prototype of its kind in "
      "Zurich. ";
  sample.text(sample.element(Role::heading1, sample.root), {72, 60}, "Ada Lovelace", sample.bold(18));
  std::size_t at = 0, count = 0;
  ElementId section = sample.root;
  for (int page = 0; page < 5; ++page) {
    if (page > 0) sample.add_page();
    for (double y = 80; y < 780; y += 48) {
      if (++count % 6 == 1) {
        section = sample.element(Role::section, sample.root);
        const ElementId heading = sample.element(Role::heading2, section);
        sample.text(heading, {72, y}, "Section " + std::to_string(count), sample.bold(12));
        sample.bookmark("Section " + std::to_string(count), 0, {72, y - 12}, heading);
      }
      const ElementId paragraph = sample.element(Role::paragraph, section);
      const ElementId strong = sample.element(Role::span, paragraph);
      double x = sample.text(strong, {72, y + 12}, "University of Somewhere, Department ", sample.bold());
      const ElementId link = sample.element(Role::link, paragraph);
      x = sample.link(link, {x, y + 12}, "example.org", "https://example.org/" + std::to_string(count),
                      sample.regular());
      sample.text(paragraph, {470, y + 12}, "May 2019", sample.regular());
      for (int line = 2; line <= 3; ++line) {
        const std::string set = words.substr(at % (words.size() - 77), 77);
        at += 31;
        sample.text(paragraph, {72, y + 12 * line}, set, sample.regular());
      }
    }
  }
  return sample;
}

void keep_for_conformance(const std::string& name, const std::string& pdf, const std::string& text) {
  const std::filesystem::path folder = std::filesystem::path(build_folder()) / "conformance";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / (name + ".pdf"), std::ios::binary) << pdf;
  if (!text.empty()) std::ofstream(folder / (name + ".txt"), std::ios::binary) << text;
}

std::string run_on(const std::string& pdf, const std::string& command) {
  const std::string name = temporary_name(".pdf");
  std::ofstream(name, std::ios::binary) << pdf;
  std::string line = command;
  line.replace(line.find('@'), 1, "'" + name + "'");
  std::string out;
  FILE* pipe = popen((line + " 2>&1").c_str(), "r");
  std::array<char, 4096> buffer{};
  for (std::size_t size = 0; (size = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    out.append(buffer.data(), size);
  const int status = pclose(pipe);
  std::filesystem::remove(name);
  return status == 0 ? out : out + "[exit " + std::to_string(WEXITSTATUS(status)) + "]";
}

}  // namespace galley
