// Which of a layout's forms a template asks for, and how names are written: which of a long list, and in which form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/layout.h"

namespace galley {

/// "R. Gao" or "Gao, R." of "Ruiqi Gao". Names of one word, names that are not written with spaces between their parts (高瑞奇) and
/// what is written with a comma already stay as they are; "van", "de" and the like belong to the family name.
std::string name_in_form(const std::string& name, const NameForm& form, bool is_first);

/// The rules for a list of people in a template: those that one of its modifiers names, else the layout's.
const PeopleRules& people_rules(const Layout& layout, const std::vector<std::string>& modifiers);

/// The same for dates.
const DateFormat& date_format(const Layout& layout, const std::vector<std::string>& modifiers);

/// Which names of a list are set, in order. `owners`: whose CV it is; they are never left out.
std::vector<std::size_t> named(const std::vector<bool>& owners, const PeopleRules& rules);

}  // namespace galley
