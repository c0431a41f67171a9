// The words `keep` and `begins`, which CVs and layouts share.
#pragma once

#include "base/placing.h"
#include "source/map_reader.h"

namespace galley {

inline Placing read_placing(MapReader& reader) {
  Placing placing;
  placing.together = reader.choice<bool>("keep", {{"together", true}, {"anyhow", false}}).value_or(false);
  placing.begins = reader.choice<Begins>("begins", {{"anywhere", Begins::anywhere}, {"column", Begins::column}, {"page", Begins::page}}).value_or(Begins::anywhere);
  return placing;
}

}  // namespace galley
