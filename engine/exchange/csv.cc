#include "exchange/csv.h"

#include <string>
#include <vector>

#include "exchange/tree.h"

namespace galley {
namespace {

struct Cell {
  std::string text;
  Span span;
};

class Reader {
 public:
  Reader(std::string_view text, FileId file) : text_(text), file_(file) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }

  /// One row; a cell in quotes may have commas, line ends and doubled quotes in it.
  std::vector<Cell> row() {
    std::vector<Cell> cells;
    do cells.push_back(cell());
    while (take(','));
    take('\r');
    take('\n');
    return cells;
  }

 private:
  bool take(char wanted) {
    if (at_end() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  Cell cell() {
    Cell cell;
    const bool quoted = take('"');
    const std::size_t begin = at_;
    std::size_t end = begin;
    if (quoted) {
      for (; !at_end(); ++at_) {
        if (text_[at_] == '"' && (++at_ >= text_.size() || text_[at_] != '"')) break;
        cell.text += text_[at_];
        end = at_ + 1;
      }
    } else {
      at_ = std::min(text_.find_first_of(",\r\n", at_), text_.size());
      end = at_;
      cell.text = text_.substr(begin, end - begin);
    }
    cell.span = {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    return cell;
  }

  std::string_view text_;
  FileId file_;
  std::size_t at_ = 0;
};

}  // namespace

Node read_csv(const SourceMap& sources, FileId file, Diagnostics& diagnostics) {
  Reader reader(sources.get(file).text, file);
  const std::vector<Cell> titles = reader.row();
  std::vector<Node> rows;
  while (!reader.at_end()) {
    const std::vector<Cell> cells = reader.row();
    if (cells.size() == 1 && cells[0].text.empty()) continue;  // an empty line
    if (cells.size() > titles.size()) diagnostics.warn(cells[titles.size()].span, "this cell stands in no column and is left out").code = Code::not_carried_over;
    Node row = map_node(cells[0].span);
    for (std::size_t i = 0; i < std::min(cells.size(), titles.size()); ++i) {
      put(row, titles[i].text, text_node(cells[i].text, cells[i].span));
      row.span.end = cells[i].span.end;
    }
    rows.push_back(std::move(row));
  }
  return list_node(std::move(rows), {file, 0, 0});
}

}  // namespace galley
