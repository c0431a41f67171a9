// Number trees and name trees (ISO 32000-1, 7.9.6 and 7.9.7): sorted keys with values, split into leaves of a size that
// the format allows.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "export/pdf/file.h"

namespace galley::pdf {

/// Keys in one leaf; two list elements each, far below kLongestArray.
constexpr std::size_t kKeysInLeaf = 1000;

using TreeValue = std::variant<Dict, Array>;

/// A number tree: `values[i]` has the key i.
Dict write_number_tree(File& file, const std::vector<TreeValue>& values);
/// A name tree. Keys must be sorted, without doubles.
Dict write_name_tree(File& file, const std::vector<std::pair<std::string, TreeValue>>& values);

}  // namespace galley::pdf
