#include "requests/shared.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

TEST(Shared, RemembersTheLinesOfACvThatIsSetAgainInItsLayout) {
  DiskWorkspace workspace;
  Shared shared(workspace);
  EXPECT_EQ(shared.lines_for("ada.yaml", "classic"), nullptr);
  EXPECT_EQ(shared.lines_for("ada.yaml", "ruled"), nullptr);
  EXPECT_EQ(shared.lines_for("bob.yaml", "classic"), nullptr);
  EXPECT_NE(shared.lines_for("ada.yaml", "classic"), nullptr);
}

}  // namespace
}  // namespace galley
