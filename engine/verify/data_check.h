// The words of a file against what its data alone say has to be there: fields that are lost, broken up or in another place.
#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "verify/words.h"

namespace galley::proof {

struct DataFault {
  std::size_t page = 0;  ///< from 1; 0: unknown
  std::string message;   ///< "lost: 'Analyst' (position, entry 2 of 'Experience')"
};

/// Letters and digits count, capitals or not: what stands between and around fields is the layout's. A field that stands only once
/// tells where its group is; the others have to be found between the groups before and after theirs.
std::vector<DataFault> faults_against(const ExpectedData& data, const std::vector<Word>& found);

}  // namespace galley::proof
