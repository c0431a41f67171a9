#include "export/pdf/output_intent.h"

#include "export/pdf/srgb_profile.h"

namespace galley::pdf {

void write_output_intent(File& file, const Press& press) {
  const bool cmyk = press.inks == Inks::cmyk;
  const std::string name = cmyk ? press.inking->profile_name : "sRGB IEC61966-2.1";
  Dict profile = file.stream(cmyk ? *press.profile : srgb_profile(), File::Packing::deflated);
  if (profile) profile.whole("N", cmyk ? 4 : 3);
  Array intents = file.catalog().array("OutputIntents");
  const auto add = [&](const char* kind) {
    intents.dict().name("Type", "OutputIntent").name("S", kind).text("OutputConditionIdentifier", name).text("Info", name).refer(
        "DestOutputProfile", profile);
  };
  add("GTS_PDFA1");
  if (cmyk) add("GTS_PDFX");
}

}  // namespace galley::pdf
