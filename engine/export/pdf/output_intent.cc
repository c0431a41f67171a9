#include "export/pdf/output_intent.h"

#include "export/pdf/srgb_profile.h"

namespace galley::pdf {

void write_output_intent(File& file) {
  Dict profile = file.stream(srgb_profile(), File::Packing::deflated);
  if (profile) profile.whole("N", 3);
  Dict intent = file.catalog().array("OutputIntents").dict();
  intent.name("Type", "OutputIntent")
      .name("S", "GTS_PDFA1")
      .text("OutputConditionIdentifier", "sRGB IEC61966-2.1")
      .text("Info", "sRGB IEC61966-2.1")
      .refer("DestOutputProfile", profile);
}

}  // namespace galley::pdf
