#include "export/pdf/font_programs.h"

namespace galley::pdf {

void FontPrograms::keep(Key key, Kept kept) {
  if (young_.size() >= kMostInAGeneration) old_ = std::exchange(young_, {});
  young_.insert_or_assign(std::move(key), std::move(kept));
}

std::shared_ptr<const FontProgram> FontPrograms::find(const Face& face, const std::vector<GlyphId>& used) {
  Key key{&face, used};
  const std::lock_guard lock(mutex_);
  if (const auto young = young_.find(key); young != young_.end())
    return young->second.face.expired() ? nullptr : young->second.program;
  const auto old = old_.find(key);
  if (old == old_.end() || old->second.face.expired()) return nullptr;
  const Kept kept = old->second;
  keep(std::move(key), kept);
  return kept.program;
}

void FontPrograms::add(const Face& face, const std::vector<GlyphId>& used, std::shared_ptr<const FontProgram> program) {
  const std::lock_guard lock(mutex_);
  keep({&face, used}, {face.weak_from_this(), std::move(program)});
}

}  // namespace galley::pdf
