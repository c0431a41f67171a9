#include <algorithm>

#include "lint/rules.h"
#include "lint/walk.h"

namespace galley {
namespace {

constexpr std::size_t kFewestDigits = 6, kMostDigits = 15;  // of a phone number: short lines of offices; ITU-T E.164

bool is_digit(char each) { return each >= '0' && each <= '9'; }

/// "example.org", "münchen.de": labels between dots, at least two, none empty.
bool is_domain(std::string_view text) {
  if (text.find('.') == std::string_view::npos || text.front() == '.' || text.back() == '.') return false;
  return text.find("..") == std::string_view::npos && text.find_first_of(" ,;:@()<>\"'/\\") == std::string_view::npos;
}

bool is_email(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) return false;
  const std::string_view name = text.substr(0, at);
  return name.find_first_of(" ,;:@()<>") == std::string_view::npos && is_domain(text.substr(at + 1));
}

/// Calls `use(text, source)` for the person's text of that name.
template <typename Use>
void with_text(const Cv& cv, std::string_view name, const Use& use) {
  const Field* field = cv.person.find(name);
  const auto* text = field ? std::get_if<RichText>(&field->value) : nullptr;
  if (text) use(plain_text(*text), field->source);
}

}  // namespace

void find_bad_email(const LintSubject& subject, LintFindings& findings) {
  with_text(subject.cv, "email", [&](const std::string& text, Span at) {
    if (!is_email(text)) findings.push_back({at, "'" + text + "' is not an e-mail address", "write it as in ada@example.org; further ones go into 'links'"});
  });
}

void find_bad_phone(const LintSubject& subject, LintFindings& findings) {
  with_text(subject.cv, "phone", [&](const std::string& text, Span at) {
    const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
    const bool has_letters = std::any_of(text.begin(), text.end(), [](char each) { return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z'); });
    if (has_letters || digits < kFewestDigits || digits > kMostDigits)
      findings.push_back({at, "'" + text + "' does not look like a phone number", "write it with the code of its country, as in +44 20 7946 0958"});
  });
}

void find_bad_address(const LintSubject& subject, LintFindings& findings) {
  for_each_field(subject.cv, [&](const Entry&, const Field& field) {
    const auto* url = std::get_if<std::string>(&field.value);
    if (!url || !url->starts_with("http")) return;
    const std::size_t begin = url->find("//") + 2;
    std::string_view host = std::string_view(*url).substr(begin, std::min(url->find_first_of("/?#", begin), url->size()) - begin);
    host = host.substr(host.find('@') == std::string_view::npos ? 0 : host.find('@') + 1);
    host = host.substr(0, host.find(':'));
    if (!is_domain(host)) findings.push_back({field.source, "'" + *url + "' names no whole host", "an address goes on as in https://example.org"});
  });
}

}  // namespace galley
