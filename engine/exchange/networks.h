// Where a user of a network is found.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "source/node.h"

namespace galley {

/// A line of contact for a profile: "[github.com/ada](https://github.com/ada)"; "Network: user" where no address is known. Each may
/// be empty, but not all. `url` wins over what the name of the network tells.
std::string contact_line(std::string_view network, std::string_view user, std::string_view url);

struct Profile {
  std::string network, user;
};
/// Whose address it is: {github, ada}. Of others the host, and what a reader is shown.
Profile profile_at(std::string_view address, std::string_view shown);

}  // namespace galley
