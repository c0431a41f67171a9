#include "export/text/text.h"

#include <optional>

#include "export/reading.h"

namespace galley {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

class TextWriter {
 public:
  explicit TextWriter(const Structure& structure) : structure_(structure) {}

  void add(const ReadRun& next) {
    if (last_) part(joint(structure_, *last_, next), *next.run);
    out_ += next.run->text;
    last_ = next;
  }

  std::string finish() {
    trim_spaces();
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  void part(Joint how, const GlyphRun& next) {
    switch (how) {
      case Joint::block:
        trim_spaces();
        out_ += "\n\n";
        return;
      case Joint::line:
        return end_line();
      case Joint::space:
        if (!ends_in_space() && next.text.front() != ' ') out_ += ' ';
        return;
      case Joint::word:
        return;
    }
  }

  /// A word that goes on in the next line comes back whole: the hyphen of a division (U+00AD) goes, one of the word's own stays.
  void end_line() {
    if (out_.ends_with(kSoftHyphen)) {
      out_.erase(out_.size() - kSoftHyphen.size());
    } else if (!breaks_off(out_)) {
      trim_spaces();
      out_ += '\n';
    }
  }

  [[nodiscard]] bool ends_in_space() const { return !out_.empty() && out_.back() == ' '; }

  void trim_spaces() {
    while (ends_in_space()) out_.pop_back();
  }

  const Structure& structure_;
  std::string out_;
  std::optional<ReadRun> last_;
};

}  // namespace

std::string write_text(const Pages& pages) {
  TextWriter writer(pages.structure);
  for (const ReadRun& run : read_runs(pages)) writer.add(run);
  return writer.finish();
}

}  // namespace galley
