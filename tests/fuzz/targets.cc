#include "tests/fuzz/targets.h"

namespace galley::fuzz {

const std::vector<Target>& targets() {
  static const std::vector<Target> all = {{"yaml", try_yaml}, {"cv", try_cv},     {"layout", try_layout},   {"bib", try_bib},
                                          {"icon", try_icon}, {"font", try_font}, {"picture", try_picture}, {"pdf", try_pdf}};
  return all;
}

}  // namespace galley::fuzz
