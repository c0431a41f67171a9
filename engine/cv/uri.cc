#include "cv/uri.h"

#include <algorithm>
#include <array>

#include "cv/reading.h"

namespace galley {
namespace {

constexpr std::array<std::string_view, 4> kSchemes = {"http", "https", "mailto", "tel"};

bool is_letter(char each) { return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z'); }

/// The scheme in lower case, or "" when the text begins with none (RFC 3986, 3.1). "host:8080" has none.
std::string scheme_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(text[0])) return {};
  const std::string_view scheme = text.substr(0, colon);
  const bool good = std::all_of(scheme.begin(), scheme.end(), [](char each) {
    return is_letter(each) || (each >= '0' && each <= '9') || each == '+' || each == '-';
  });
  return good ? to_lower_ascii(scheme) : std::string();
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char each : text) {
    const auto byte = static_cast<unsigned char>(each);
    if (byte < 0x80) {
      out += each;
    } else {
      out += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> read_uri(std::string_view text, Span span, Diagnostics& diagnostics) {
  text = trim(text);
  const std::string scheme = scheme_of(text);
  if (scheme.empty()) {
    const bool mail = text.find('@') != std::string_view::npos && text.find('/') == std::string_view::npos;
    diagnostics.error(span, in_quotes(text) + " is not a complete web address",
                      "write " + std::string(mail ? "mailto:" : "https://") + std::string(text)).code = Code::bad_link;
    return std::nullopt;
  }
  if (std::find(kSchemes.begin(), kSchemes.end(), scheme) == kSchemes.end()) {
    diagnostics.error(span, "links with '" + scheme + ":' are not allowed", "use https, http, mailto or tel").code = Code::bad_link;
    return std::nullopt;
  }
  const std::string_view rest = text.substr(scheme.size() + 1);
  const bool web = scheme.starts_with("http");
  if (rest.empty() || (web && (!rest.starts_with("//") || rest.size() < 3 || rest[2] == '/'))) {
    diagnostics.error(span, in_quotes(text) + " leads nowhere",
                      web ? "write " + scheme + "://example.org" : "add what belongs behind '" + scheme + ":'").code = Code::bad_link;
    return std::nullopt;
  }
  const bool breaks = std::any_of(text.begin(), text.end(), [](char each) {
    return static_cast<unsigned char>(each) <= 0x20 || each == 0x7f || each == '<' || each == '>' || each == '"';
  });
  if (breaks) {
    diagnostics.error(span, in_quotes(text) + " has a character that an address cannot have",
                      "write a space as %20, '<' as %3C, '>' as %3E and '\"' as %22").code = Code::bad_link;
    return std::nullopt;
  }
  return percent_encoded(text);
}

}  // namespace galley
