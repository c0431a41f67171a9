#include "page/paginate.h"

#include <algorithm>
#include <utility>

namespace galley {
namespace {

/// Lines that stand below one another: a page's share of a stream, or a column of it.
struct Stretch {
  std::size_t begin = 0, end = 0, page = 0;
  Length first_baseline;
  Length shift;  ///< to the right, of a further column
};

/// A stream, cut into pages.
struct Cut {
  std::vector<Stretch> stretches;
  std::size_t last_page = 0;
  Length last_baseline;   ///< on that page
  Length first_baseline;  ///< where the stream opens
  bool empty = true;
};

/// Of a line that opens a page or column.
Length opening_baseline(const FlowLine& line, const Frame& frame) { return frame.top + std::max(frame.first_line, line.rise); }

void add_stretch(const Flowed& stream, Stretch stretch, Cut& cut) {
  if (cut.empty) cut.first_baseline = stretch.first_baseline;
  cut.empty = false;
  cut.last_page = stretch.page;
  cut.last_baseline = stretch.first_baseline;
  for (std::size_t i = stretch.begin + 1; i < stretch.end; ++i) cut.last_baseline += stream.lines[i].step;
  cut.stretches.push_back(stretch);
}

/// Cuts lines into columns of one page's height, as few as will do.
class ColumnCutter {
 public:
  ColumnCutter(std::span<const FlowLine> lines, const BreakRules& breaks) : lines_(lines), breaks_(breaks) {
    constexpr double kDearerThanAnyBreak = 10000;  // lines
    breaks_.page = kDearerThanAnyBreak;
    breaks_.white = breaks_.short_last_page = 0;  // a column is no page
  }

  [[nodiscard]] std::vector<std::size_t> starts(const Frame& frame) const { return page_starts(lines_, frame, breaks_); }

  /// The same number of columns at most, as short as they can be without breaks that cost more than the length they save.
  [[nodiscard]] std::vector<std::size_t> balanced(Frame frame) const {
    constexpr int kSteps = 14;  // to 1/16384 of the height: below what is seen
    const auto columns = static_cast<std::size_t>(frame.columns);
    const Length longest = frame.lowest;
    Length fitting = longest, failing = frame.top + frame.first_line;
    for (int i = 0; i < kSteps && failing < fitting; ++i) {
      frame.lowest = (fitting + failing) / 2;
      (starts(frame).size() <= columns ? fitting : failing) = frame.lowest;
    }
    return cheapest_from(fitting, longest, frame);
  }

 private:
  /// Of the cuts into columns a few lines longer than the shortest ones: the one whose breaks and further length cost least.
  [[nodiscard]] std::vector<std::size_t> cheapest_from(Length shortest, Length longest, Frame frame) const {
    constexpr int kMostLonger = 8;  // lines, each in every column: more would look unbalanced
    std::vector<std::size_t> best;
    double least = kNeverBreak;
    for (int longer = 0; longer <= kMostLonger; ++longer) {
      frame.lowest = std::min(longest, shortest + frame.leading * longer);
      std::vector<std::size_t> cut = starts(frame);
      double cost = longer * frame.columns;
      for (std::size_t i = 1; i < cut.size(); ++i) cost += lines_[cut[i]].break_cost;
      if (best.empty() || cost < least) {
        least = cost;
        best = std::move(cut);
      }
      if (frame.lowest == longest) break;
    }
    return best;
  }

  std::span<const FlowLine> lines_;
  BreakRules breaks_;
};

/// The line behind `at` that has to begin a page, or the end.
std::size_t end_of_page(const std::vector<FlowLine>& lines, std::size_t at) {
  do ++at;
  while (at < lines.size() && lines[at].begins != Begins::page);
  return at;
}

/// The columns of one page, which begin with line `at`. Gives the line that begins the next page.
std::size_t cut_page(const Flowed& stream, const Frame& frame, std::size_t page, std::size_t at, const BreakRules& breaks, Cut& cut) {
  const auto columns = static_cast<std::size_t>(frame.columns);
  const std::size_t end = end_of_page(stream.lines, at);
  const ColumnCutter cutter(std::span(stream.lines).subspan(at, end - at), breaks);
  std::vector<std::size_t> starts = cutter.starts(frame);
  if (starts.size() <= columns) starts = cutter.balanced(frame);
  const std::size_t rest = starts.size() > columns ? starts[columns] : end - at;
  starts.resize(std::min(starts.size(), columns));
  const Length shift = frame.right - frame.left + frame.between;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t begin = at + starts[i], next = at + (i + 1 < starts.size() ? starts[i + 1] : rest);
    add_stretch(stream, {begin, next, page, opening_baseline(stream.lines[begin], frame), shift * static_cast<std::int64_t>(i)}, cut);
  }
  return at + rest;
}

/// Column after column, page by page; all columns of a page begin level.
Cut cut_into_columns(const Flowed& stream, std::size_t page, std::optional<Entrance> entrance, const BreakRules& breaks) {
  Cut cut;
  if (stream.lines.empty()) return cut;
  Frame first = stream.frame;
  const FlowLine& opening = stream.lines.front();
  if (entrance && entrance->may_wait && entrance->baseline + opening.hang > first.lowest) {
    ++page;
  } else if (entrance) {
    first.top = entrance->baseline - std::max(first.first_line, opening.rise);
  }
  std::size_t at = cut_page(stream, first, page, 0, breaks, cut);
  while (at < stream.lines.size()) at = cut_page(stream, stream.frame, ++page, at, breaks, cut);
  return cut;
}

/// `page`: the one on which the stream may begin.
Cut cut_into_pages(const Flowed& stream, std::size_t page, std::optional<Entrance> entrance, const BreakRules& breaks) {
  Cut cut;
  const std::vector<std::size_t> starts = page_starts(stream.lines, stream.frame, breaks, entrance);
  for (std::size_t p = 0; p < starts.size(); ++p) {
    const std::size_t begin = starts[p], end = p + 1 < starts.size() ? starts[p + 1] : stream.lines.size();
    if (begin == end) continue;
    const bool enters = p == 0 && entrance;
    add_stretch(stream, {begin, end, page + p, enters ? entrance->baseline : opening_baseline(stream.lines[begin], stream.frame), {}}, cut);
  }
  return cut;
}

/// Streams cut into pages, each after the one that it opens beside or below.
class Cutter {
 public:
  Cutter(const std::vector<Flowed>& streams, const BreakRules& breaks) : streams_(streams), breaks_(breaks), cuts_(streams.size()) {}

  const Cut& of(std::size_t stream) {
    if (!cuts_[stream]) cuts_[stream] = cut(streams_[stream]);
    return *cuts_[stream];
  }

 private:
  Cut cut(const Flowed& stream) {
    std::size_t page = 0;
    const auto entrance = stream.lines.empty() ? std::nullopt : entrance_of(stream, page);
    return stream.frame.columns > 1 ? cut_into_columns(stream, page, entrance, breaks_) : cut_into_pages(stream, page, entrance, breaks_);
  }

  /// Where a stream opens that does not open at the top, and on which page.
  std::optional<Entrance> entrance_of(const Flowed& stream, std::size_t& page) {
    const Frame& frame = stream.frame;
    const FlowLine& first = stream.lines.front();
    switch (frame.opening) {
      case Opening::top:
        return std::nullopt;
      case Opening::baseline:
        return Entrance{.baseline = first.step};
      case Opening::level: {
        const Cut& other = of(frame.neighbour);
        const Length text = other.empty ? frame.top + frame.first_line : other.first_baseline;
        return Entrance{.baseline = text + std::max(Length{}, first.rise - frame.first_line)};
      }
      case Opening::below:
        return below(frame, first, page);
    }
    return std::nullopt;
  }

  /// Figures beside the stream above are kept clear of.
  std::optional<Entrance> below(const Frame& frame, const FlowLine& first, std::size_t& page) {
    const Cut& above = of(frame.neighbour);
    if (above.empty) return std::nullopt;
    page = above.last_page;
    Length figures;
    for (const FlowLine& line : streams_[frame.neighbour].lines) figures = std::max(figures, line.fixed_bottom);
    Length baseline = above.last_baseline + first.step;
    if (figures > Length{}) baseline = std::max(baseline, figures + frame.first_line + frame.leading);
    return Entrance{baseline, true, streams_[frame.neighbour].end_cost};
  }

  const std::vector<Flowed>& streams_;
  const BreakRules& breaks_;
  std::vector<std::optional<Cut>> cuts_;
};

/// Whether a stream stands on the page within the box's left and right edge.
bool is_used(const BoxRule& box, std::size_t page, const std::vector<Flowed>& streams, Cutter& cutter) {
  for (std::size_t i = 0; i < streams.size(); ++i) {
    const Cut& cut = cutter.of(i);
    const bool within = streams[i].frame.left >= box.left && streams[i].frame.right <= box.left + box.width;
    if (within && !cut.empty && page >= cut.stretches.front().page && page <= cut.last_page) return true;
  }
  return false;
}

bool is_on(PageChoice choice, std::size_t page) {
  return choice == PageChoice::all || (choice == PageChoice::first) == (page == 0);
}

Page empty_page(const PageRules& rules, std::size_t number, const std::vector<Flowed>& streams, Cutter& cutter) {
  Page page{rules.size, {}};
  const Length head_bottom = streams.empty() ? Length{} : cutter.of(0).last_baseline;
  for (const BoxRule& box : rules.boxes) {
    const Length height = box.below_head ? head_bottom + *box.below_head - box.top : box.height;
    const bool shows = box.pages == PageChoice::used ? is_used(box, number, streams, cutter) : is_on(box.pages, number);
    if (shows && height > Length{} && box.width > Length{})
      page.items.push_back({{box.left, box.top}, kArtifact, Rule{{box.width, height}, box.colour}});
  }
  return page;
}

/// The upright rules of a stretch, each beside the lines that share it: from the first one's capitals to below the last one and what
/// hangs beside it, such as a label that is taller than its section.
void place_upright_rules(const Flowed& stream, const Stretch& stretch, std::vector<Item>& items) {
  const Length above = stream.frame.leading.times(3, 4), below = stream.frame.leading.times(1, 4);
  Length y = stretch.first_baseline, top, lowest;
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    const UprightRule* along = stream.lines[i].along.get();
    if (i > stretch.begin) y += stream.lines[i].step;
    if (!along) continue;
    if (i == stretch.begin || stream.lines[i - 1].along.get() != along) {
      top = y - above;
      lowest = {};
    }
    lowest = std::max(lowest, y + stream.lines[i].hang);
    if (i + 1 < stretch.end && stream.lines[i + 1].along.get() == along) continue;
    items.push_back({{along->left + stretch.shift, top}, kArtifact, Rule{{along->width, lowest + below - top}, along->colour}});
  }
}

/// Draws the lines of a stretch, which loses them, and sets its bookmarks.
void place(Flowed& stream, const Stretch& stretch, Pages& pages) {
  std::vector<Item>& items = pages.pages[stretch.page].items;
  Length y = stretch.first_baseline;
  const auto put = [&](std::vector<Item> all, Length down) {
    for (Item& item : all) {
      item.at.x += stretch.shift;
      item.at.y += down;
      items.push_back(std::move(item));
    }
  };
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    FlowLine& line = stream.lines[i];
    if (i > stretch.begin) y += line.step;
    for (const Bookmark& mark : line.bookmarks)
      pages.outline.push_back({mark.title, mark.level, stretch.page, {stream.frame.bookmark_left + stretch.shift, y - stream.frame.leading}, mark.element});
    put(std::exchange(line.fixed, {}), {});
    if (i == stretch.begin && i > 0 && line.label_again) put(*line.label_again, y);
    put(std::exchange(line.items, {}), y);
  }
  place_upright_rules(stream, stretch, items);
}

Metadata metadata_of(const Composed& composed) {
  Metadata metadata;
  metadata.title = composed.title;
  metadata.author = composed.author;
  metadata.subject = composed.subject;
  metadata.keywords = composed.keywords;
  metadata.modified = composed.modified;
  metadata.language = composed.language;
  return metadata;
}

}  // namespace

Pages paginate(std::vector<Flowed> streams, const Composed& composed, const Layout& layout) {
  Pages pages;
  pages.metadata = metadata_of(composed);
  pages.right_to_left = composed.right_to_left;
  pages.structure = composed.structure;
  Cutter cutter(streams, layout.breaks);
  std::size_t count = 1;
  for (std::size_t i = 0; i < streams.size(); ++i)
    if (!cutter.of(i).empty) count = std::max(count, cutter.of(i).last_page + 1);
  for (std::size_t p = 0; p < count; ++p) {
    pages.pages.push_back(empty_page(layout.page, p, streams, cutter));
    for (std::size_t i = 0; i < streams.size(); ++i)
      for (const Stretch& stretch : cutter.of(i).stretches)
        if (stretch.page == p) place(streams[i], stretch, pages);
  }
  return pages;
}

}  // namespace galley
