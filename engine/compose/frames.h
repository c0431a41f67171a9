// The frames that a layout gives its streams.
#pragma once

#include "compose/composed.h"

namespace galley {

Frame head_frame(const Layout& layout);

/// Opens below the stream `head`.
Frame main_frame(const Layout& layout, std::size_t head);

/// May open level with the stream `main`. `layout.sidebar` is set.
Frame sidebar_frame(const Layout& layout, std::size_t main);

}  // namespace galley
