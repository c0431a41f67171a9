// Names made from content, so that the same document gets the same names on every machine.
#pragma once

#include <string>
#include <string_view>

namespace galley::pdf {

/// 128 bits as 32 hexadecimal digits: two runs of FNV-1a (Fowler, Noll, Vo; 64 bits), the second from another start.
/// Tells documents apart; it is no protection against forgery, nor does /ID ask for one (ISO 32000-1, 14.4).
std::string hash_in_hexadecimal(std::string_view bytes);

/// Six capital letters, as subset fonts carry before their name (ISO 32000-1, 9.6.4).
std::string hash_in_letters(std::string_view bytes);

}  // namespace galley::pdf
