#include "requests/print.h"

#include <filesystem>
#include <memory>

#include "components/component.h"

namespace galley {
namespace {

constexpr std::size_t kLargestProfile = 64U << 20U;  // bytes

void take_over(Session& session, const Print& request, PrintRules& rules) {
  Diagnostics& diagnostics = session.diagnostics;
  rules.crop_marks = rules.crop_marks || request.crop_marks;
  if (!request.profile.empty()) {
    rules.profile = request.profile;
    rules.profile_source = {};
  }
  if (request.colours) rules.press.inks = *request.colours;
  if (!request.bleed) return;
  if (*request.bleed >= Length{} && *request.bleed <= kMostBleed) {
    rules.bleed = *request.bleed;
  } else {
    diagnostics.fail(Blame::usage, {}, "a bleed goes outwards, by 50mm at most", "3mm are usual").code = Code::wrong_value;
  }
}

/// A layout's profile lies beside the layout, the request's where the program runs.
std::string path_of(const Session& session, const PrintRules& rules) {
  if (rules.profile_source.is_nowhere() || rules.profile.starts_with('/')) return rules.profile;
  const std::filesystem::path layout = session.sources.get(rules.profile_source.file).name;
  return (layout.parent_path() / rules.profile).string();
}

Blame whose(const PrintRules& rules) { return rules.profile_source.is_nowhere() ? Blame::usage : Blame::files; }

/// `profile`: path of the press's, for messages.
void add_inking(PrintRules& rules, const std::string& profile, Diagnostics& diagnostics) {
  const PicturesComponent* component = pictures_component(diagnostics, "printing in greys or CMYK");
  if (!component) return;
  MadeInking made = component->inking_for(rules.press);
  if (!made.inking) diagnostics.fail(whose(rules), rules.profile_source, "'" + profile + "' " + made.why, "take the profile that the print shop names");
  rules.press.inking = std::move(made.inking);
}

void load_profile(Session& session, PrintRules& rules) {
  Diagnostics& diagnostics = session.diagnostics;
  if (rules.profile.empty()) {
    diagnostics.fail(whose(rules), {}, "CMYK colours need the ICC profile of the press",
                     "ask the print shop which; '--profile FILE.icc', or 'profile' in the layout's 'print'. The package "
                     "libgs-common has one for any press: /usr/share/color/icc/ghostscript/default_cmyk.icc");
    return;
  }
  const std::string path = path_of(session, rules);
  ReadResult read = session.workspace.read(path, kLargestProfile);
  if (!read.bytes) {
    diagnostics.fail(Blame::machine, rules.profile_source, "cannot read the ICC profile '" + path + "': " + read.why).code = Code::cannot_read;
  } else {
    rules.press.profile = std::make_shared<const std::string>(std::move(*read.bytes));
    add_inking(rules, path, diagnostics);
  }
}

}  // namespace

void prepare_print(Session& session, const Print& request, Layout& layout) {
  PrintRules& rules = layout.print;
  take_over(session, request, rules);
  if (rules.press.inks == Inks::cmyk) {
    load_profile(session, rules);
    return;
  }
  if (!request.profile.empty()) session.diagnostics.fail(Blame::usage, {}, "a press's profile goes with CMYK colours", "add '--colours cmyk', or leave out '--profile'");
  if (rules.press.inks == Inks::grey) add_inking(rules, {}, session.diagnostics);
}

}  // namespace galley
