// The functions behind the table of rules (lint.cc): each looks at a whole CV for one thing.
#pragma once

#include "lint/lint.h"

namespace galley {

// lint/contact_rules.cc
void find_bad_email(const LintSubject& subject, LintFindings& findings);
void find_bad_phone(const LintSubject& subject, LintFindings& findings);
void find_bad_address(const LintSubject& subject, LintFindings& findings);

// lint/date_rules.cc
void find_future_dates(const LintSubject& subject, LintFindings& findings);
void find_overlaps(const LintSubject& subject, LintFindings& findings);
void find_disorder(const LintSubject& subject, LintFindings& findings);

// lint/text_rules.cc
void find_empty_headings(const LintSubject& subject, LintFindings& findings);
void find_fields_not_shown(const LintSubject& subject, LintFindings& findings);
void find_mixed_full_stops(const LintSubject& subject, LintFindings& findings);
void find_doubled_words(const LintSubject& subject, LintFindings& findings);
void find_acronyms(const LintSubject& subject, LintFindings& findings);

}  // namespace galley
