// Stage 7: a stream of sections -> the flat list of lines that page breaking sees. One section at a time; what a page break
// costs follows from how things are nested.
#pragma once

#include "page/flow_line.h"
#include "page/setter.h"

namespace galley {

Flowed flow(const Stream& stream, const Setter& setter);

}  // namespace galley
