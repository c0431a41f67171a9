// Who may include whom: the table of engine/ARCHITECTURE.md as data, held against every #include in engine/.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/paths.h"

namespace galley {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string_view>;

/// A folder of engine/ and the rooms that it may include beside itself. The first match counts.
struct Room {
  std::string_view folder;
  Names may_include;
};

const Names kAll = {"base", "source", "yaml", "cv", "layout", "compose", "font", "text", "page", "image", "export", "verify", "expect", "exchange", "versions", "lint", "reflow", "docx", "components", "galley"};

const std::vector<Room> kRooms = {
    {"base/", {"galley"}},
    {"source/", {"base", "galley"}},
    {"yaml/", {"base", "source"}},
    {"cv/", {"base", "source"}},
    {"layout/", {"base", "source"}},
    {"compose/", {"base", "source", "cv", "layout"}},
    {"font/", {"base", "source"}},
    {"text/", {"base", "font"}},
    {"page/", {"base", "layout", "compose", "font", "text"}},
    {"image/", {"base"}},
    {"export/", {"base", "image", "font", "page", "galley"}},
    {"verify/", {"base"}},
    {"reflow/", {"base", "compose", "image", "layout"}},
    {"docx/", {"base", "source", "reflow"}},
    {"expect/", {"base", "source", "cv", "layout"}},
    {"exchange/", {"base", "source", "yaml", "cv"}},
    {"lint/", {"base", "source", "cv"}},
    {"versions/", {"base", "source", "galley"}},
    {"components/", {"base", "docx", "export", "font", "image", "verify"}},
    {"requests/", kAll},
    {"cli/", {"base", "galley"}},
    {"capi/", {"galley"}},
    {"include/galley/", {"galley"}},
};

/// Headers of others: how they begin, and the files of engine/ (by how their paths begin) that may include them.
struct ForeignHeader {
  std::string_view begins;
  Names may_include;
};

const std::vector<ForeignHeader> kForeignHeaders = {
    {"yaml-cpp/", {"yaml/"}},
    {"unicode/", {"base/characters.", "text/", "cv/", "exchange/", "verify/"}},
    {"hb", {"font/", "text/"}},
    {"harfbuzz/", {"font/", "text/"}},
    {"ft2build.h", {"font/"}},
    {"freetype/", {"font/"}},
    {"fontconfig/", {"font/"}},
    {"hpdf", {"export/pdf/file."}},
    {"libdeflate.h", {"export/pdf/file."}},
    {"poppler-", {"verify/"}},
    {"qpdf/", {"verify/"}},
    {"dtl/", {"verify/"}},
    {"CLI/", {"cli/"}},
    {"png.h", {"image/"}},
    {"turbojpeg.h", {"image/"}},
    {"lcms2.h", {"image/"}},
    {"qrencode.h", {"image/"}},
    {"zlib.h", {"image/"}},
    {"cairo", {"export/png/"}},
    {"zip.h", {"docx/"}},
    {"pugixml.hpp", {"docx/"}},
    {"nlohmann/", {"exchange/", "requests/"}},
    {"stddef.h", {"include/galley/galley_c.h"}},  // C has no others
    {"stdint.h", {"include/galley/galley_c.h"}},
    {"dlfcn.h", {"components/"}},
    {"link.h", {"components/"}},
    // The operating system: files go through the workspace.
    {"sys/", {"source/", "cli/"}},
    {"unistd.h", {"source/", "cli/"}},
    {"fcntl.h", {"source/", "cli/"}},
    {"dirent.h", {"source/", "cli/"}},
    {"signal.h", {"cli/"}},
};

bool begins_with_one_of(std::string_view path, const Names& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view each) { return path.starts_with(each); });
}

std::string problem_of_foreign(std::string_view file, std::string_view header) {
  if (header.find_first_of("./") == std::string_view::npos) return {};  // the standard library
  for (const ForeignHeader& each : kForeignHeaders) {
    if (!header.starts_with(each.begins)) continue;
    return begins_with_one_of(file, each.may_include) ? "" : "does not belong into this room";
  }
  return "is in no table of rooms_test.cc";
}

std::string problem_of_own(std::string_view file, std::string_view header) {
  const auto room =
      std::find_if(kRooms.begin(), kRooms.end(), [&](const Room& each) { return file.starts_with(each.folder); });
  if (room == kRooms.end()) return "is included from a folder that is in no table of rooms_test.cc";
  const std::string_view other = header.substr(0, header.find('/'));
  if (other == header) return "should be written with its room, as in \"base/span.h\"";
  const bool door = header == "yaml/parse.h" || header == "yaml/print_nodes.h";
  if (other == "yaml" && !door && !file.starts_with("yaml/")) return "is behind the door of its room";
  const bool itself = room->folder.substr(0, room->folder.find('/')) == other;
  const bool allowed = std::find(room->may_include.begin(), room->may_include.end(), other) != room->may_include.end();
  return itself || allowed ? "" : "is a room that this one may not include";
}

/// Why the line must not stand in the file (a path below engine/); empty when it may.
std::string problem(std::string_view file, std::string_view line) {
  constexpr std::string_view kInclude = "#include ";
  if (!line.starts_with(kInclude)) return {};
  line.remove_prefix(kInclude.size());
  const bool own = line.starts_with('"');
  const std::string_view header = line.substr(1, line.find(own ? '"' : '>', 1) - 1);
  const bool of_galley = own || header.starts_with("galley/");
  const std::string why = of_galley ? problem_of_own(file, header) : problem_of_foreign(file, header);
  return why.empty() ? why : std::string(header) + ' ' + why;
}

TEST(Rooms, IncludeOnlyWhatTheyMay) {
  const fs::path engine = fs::path(source_folder()) / "engine";
  std::size_t includes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(engine)) {
    const std::string file = entry.path().lexically_relative(engine).generic_string();
    const bool source = file.ends_with(".h") || file.ends_with(".cc");
    if (!source || file.find("/tools/") != std::string::npos) continue;
    std::ifstream stream(entry.path());
    int number = 0;
    for (std::string line; std::getline(stream, line);) {
      ++number;
      includes += line.starts_with("#include") ? 1U : 0U;
      const std::string why = problem(file, line);
      EXPECT_EQ(why, "") << "engine/" << file << ':' << number;
    }
  }
  EXPECT_GT(includes, 100U) << "the engine was not found";
}

TEST(RoomsTable, SeesThroughOffendingLines) {
  EXPECT_EQ(problem("cv/read.cc", "#include \"layout/layout.h\""),
            "layout/layout.h is a room that this one may not include");
  EXPECT_EQ(problem("font/face.cc", "#include <yaml-cpp/yaml.h>"), "yaml-cpp/yaml.h does not belong into this room");
  EXPECT_EQ(problem("export/pdf/links.cc", "#include <hpdf.h>"), "hpdf.h does not belong into this room");
  EXPECT_EQ(problem("cli/main.cc", "#include \"cv/cv.h\""), "cv/cv.h is a room that this one may not include");
  EXPECT_EQ(problem("page/flow.cc", "#include \"flow.h\""),
            "flow.h should be written with its room, as in \"base/span.h\"");
  EXPECT_EQ(problem("requests/a.cc", "#include \"yaml/extent.h\""), "yaml/extent.h is behind the door of its room");
  EXPECT_EQ(problem("base/a.h", "#include <boost/any.hpp>"), "boost/any.hpp is in no table of rooms_test.cc");
  EXPECT_EQ(problem("attic/a.h", "#include \"base/span.h\""),
            "base/span.h is included from a folder that is in no table of rooms_test.cc");
}

TEST(RoomsTable, LetsHonestLinesPass) {
  EXPECT_EQ(problem("cv/read.cc", "#include \"source/node.h\"  // why"), "");
  EXPECT_EQ(problem("base/a.h", "#include <vector>"), "");
  EXPECT_EQ(problem("export/pdf/file.cc", "#include <hpdf.h>"), "");
  EXPECT_EQ(problem("export/pdf/links.cc", "#include \"export/pdf/pdf.h\""), "");
  EXPECT_EQ(problem("cli/main.cc", "#include <galley/galley.h>"), "");
  EXPECT_EQ(problem("requests/requests.cc", "#include \"galley/galley.h\""), "");
}

}  // namespace
}  // namespace galley
