#include "exchange/networks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "cv/reading.h"
#include "exchange/texts.h"

namespace galley {
namespace {

struct Network {
  std::string_view name;    ///< in lower case, without spaces
  std::string_view before;  ///< what stands before the user's name in the address
  bool shows_name = false;  ///< the address means nothing to a reader: the network's name is shown
};

constexpr std::array<Network, 31> kNetworks = {{{"linkedin", "https://linkedin.com/in/"},
                                                {"github", "https://github.com/"},
                                                {"gitlab", "https://gitlab.com/"},
                                                {"bitbucket", "https://bitbucket.org/"},
                                                {"codeberg", "https://codeberg.org/"},
                                                {"imdb", "https://imdb.com/name/"},
                                                {"instagram", "https://instagram.com/"},
                                                {"facebook", "https://facebook.com/"},
                                                {"orcid", "https://orcid.org/"},
                                                {"stackoverflow", "https://stackoverflow.com/users/"},
                                                {"researchgate", "https://researchgate.net/profile/"},
                                                {"googlescholar", "https://scholar.google.com/citations?user=", true},
                                                {"youtube", "https://youtube.com/@"},
                                                {"telegram", "https://t.me/"},
                                                {"whatsapp", "https://wa.me/"},
                                                {"leetcode", "https://leetcode.com/u/"},
                                                {"x", "https://x.com/"},
                                                {"twitter", "https://twitter.com/"},
                                                {"bluesky", "https://bsky.app/profile/"},
                                                {"reddit", "https://reddit.com/user/"},
                                                {"medium", "https://medium.com/@"},
                                                {"kaggle", "https://kaggle.com/"},
                                                {"codepen", "https://codepen.io/"},
                                                {"dribbble", "https://dribbble.com/"},
                                                {"behance", "https://behance.net/"},
                                                {"hackerrank", "https://hackerrank.com/profile/"},
                                                {"codeforces", "https://codeforces.com/profile/"},
                                                {"dev.to", "https://dev.to/"},
                                                {"npm", "https://npmjs.com/~"},
                                                {"huggingface", "https://huggingface.co/"},
                                                {"keybase", "https://keybase.io/"}}};

const Network* find_network(std::string_view name) {
  std::string plain = to_lower_ascii(name);
  std::erase(plain, ' ');
  const auto found = std::find_if(kNetworks.begin(), kNetworks.end(), [&](const Network& each) { return each.name == plain; });
  return found == kNetworks.end() ? nullptr : &*found;
}

/// @user@host
std::optional<std::string> mastodon(std::string_view user) {
  if (user.starts_with('@')) user.remove_prefix(1);
  const std::size_t at = user.find('@');
  if (at == std::string_view::npos || at == 0) return std::nullopt;
  return "https://" + std::string(user.substr(at + 1)) + "/@" + std::string(user.substr(0, at));
}

std::optional<std::string> address_of(std::string_view network, std::string_view user, std::string_view url) {
  if (auto address = web_address(url)) return address;
  if (user.find('/') != std::string_view::npos && user.find('.') != std::string_view::npos)
    if (auto address = web_address(user)) return address;  // the whole address in place of the name
  if (to_lower_ascii(network) == "mastodon") return mastodon(user);
  const Network* known = user.empty() ? nullptr : find_network(network);
  if (!known) return std::nullopt;
  if (user.starts_with('@')) user.remove_prefix(1);
  return web_address(std::string(known->before) + std::string(user));
}

}  // namespace

std::string contact_line(std::string_view network, std::string_view user, std::string_view url) {
  const auto address = address_of(trim(network), trim(user), trim(url));
  if (!address) {
    const std::string_view rest = trim(user).empty() ? trim(url) : trim(user);
    return std::string(trim(network)) + (trim(network).empty() || rest.empty() ? "" : ": ") + std::string(rest);
  }
  const Network* known = find_network(trim(network));
  const std::string words = known && known->shows_name ? std::string(trim(network)) : shown_address(*address);
  return "[" + words + "](" + *address + ")";
}

Profile profile_at(std::string_view address, std::string_view shown) {
  constexpr std::string_view kWww = "https://www.";
  const std::string plain = address.starts_with(kWww) ? "https://" + std::string(address.substr(kWww.size())) : std::string(address);
  for (const Network& each : kNetworks)
    if (plain.starts_with(each.before)) return {std::string(each.name), plain.substr(each.before.size())};
  const std::string host = shown_address(address);
  return {host.substr(0, host.find('/')), std::string(shown)};
}

}  // namespace galley
