#include "text/features.h"

#include "text/font_query.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace galley {
namespace {

/// Features without which the text is plainly not what was asked for. (Lining or tabular figures may be those that a face has anyway.)
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kSeen = {{{"onum", "old-style figures"}, {"smcp", "small capitals"}, {"c2sc", "small capitals for capitals"}}};

bool has_feature(const Face& face, std::string_view tag) {
  hb_face_t* const table = hb_font_get_face(face.shaper_font());
  const hb_tag_t wanted = hb_tag_from_string(tag.data(), static_cast<int>(tag.size()));
  constexpr unsigned kAtOnce = 64;
  std::array<hb_tag_t, kAtOnce> tags{};
  for (unsigned from = 0, count = kAtOnce; count == kAtOnce; from += kAtOnce) {
    hb_ot_layout_table_get_feature_tags(table, HB_OT_TAG_GSUB, from, &count, tags.data());
    if (std::find(tags.begin(), tags.begin() + count, wanted) != tags.begin() + count) return true;
  }
  return false;
}

bool asks_for(const Style& style, std::string_view tag) {
  return std::any_of(style.features.begin(), style.features.end(), [&](const Feature& each) { return each.tag == tag && each.value > 0; });
}

}  // namespace

ScaledCaps scaled_caps_of(const Style& style, const Face& face) {
  if (style.scaled_caps == Em{} || !asks_for(style, "smcp") || has_feature(face, "smcp")) return ScaledCaps::none;
  return asks_for(style, "c2sc") ? ScaledCaps::all_letters : ScaledCaps::small_letters;
}

void warn_of_features(const std::vector<Style>& styles, FontBook& fonts, Diagnostics& diagnostics) {
  std::set<std::pair<const Face*, std::string_view>> said;
  for (const Style& style : styles)
    for (const auto& [tag, name] : kSeen) {
      const bool wanted = asks_for(style, tag) && (style.scaled_caps == Em{} || tag == "onum");
      const Face* face = wanted ? fonts.find(query_of(style), style.family_source, diagnostics) : nullptr;
      if (!face || has_feature(*face, tag) || !said.insert({face, tag}).second) continue;
      diagnostics.warn(style.family_source, "the font " + face->name() + " has no " + std::string(name) + "; the style '" + style.name + "' is set without",
                       "choose a family or a weight that has them, or take '" + std::string(tag) + "' out of its features");
    }
}

}  // namespace galley
