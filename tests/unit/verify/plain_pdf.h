// PDFs of others, as small as they can be, for tests: objects in, a file with its table of places out.
//
//   PlainPdf pdf;
//   pdf.page("BT /F1 10 Tf 72 700 Td (Hello) Tj ET");
//   pdf.bytes();
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace galley {

class PlainPdf {
 public:
  std::string catalog;  ///< further entries
  std::string boxes = "/MediaBox[0 0 200 200]";
  std::string font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
  std::string resources;                          ///< beside the font F1
  std::vector<std::pair<int, std::string>> more;  ///< objects by number, from 100 on

  void page(std::string content) { contents_.push_back(std::move(content)); }

  [[nodiscard]] std::string bytes() const {
    std::string out = "%PDF-1.7\n", kids;
    std::vector<std::pair<int, std::string>> objects = {{1, "<</Type/Catalog/Pages 2 0 R" + catalog + ">>"}, {3, font}};
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      const int number = 10 + 2 * static_cast<int>(i);
      kids += std::to_string(number) + " 0 R ";
      objects.emplace_back(number, "<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>" + resources + ">>" +
                                       boxes + "/Contents " + std::to_string(number + 1) + " 0 R>>");
      objects.emplace_back(number + 1, stream("", contents_[i]));
    }
    objects.emplace_back(2, "<</Type/Pages/Count " + std::to_string(contents_.size()) + "/Kids[" + kids + "]>>");
    objects.insert(objects.end(), more.begin(), more.end());
    return finished(std::move(out), objects);
  }

  static std::string stream(const std::string& entries, const std::string& bytes) {
    return "<<" + entries + "/Length " + std::to_string(bytes.size()) + ">>stream\n" + bytes + "\nendstream";
  }

 private:
  static std::string finished(std::string out, const std::vector<std::pair<int, std::string>>& objects) {
    constexpr int kSize = 200;
    std::vector<std::string> places(kSize, "0000000000 65535 f \n");
    for (const auto& [number, value] : objects) {
      std::string place = std::to_string(out.size());
      places[static_cast<std::size_t>(number)] = std::string(10 - place.size(), '0') + place + " 00000 n \n";
      out += std::to_string(number) + " 0 obj\n" + value + "\nendobj\n";
    }
    const std::string table = std::to_string(out.size());
    out += "xref\n0 " + std::to_string(kSize) + "\n";
    for (const std::string& place : places) out += place;
    return out + "trailer\n<</Size " + std::to_string(kSize) + "/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n";
  }

  std::vector<std::string> contents_;
};

}  // namespace galley
