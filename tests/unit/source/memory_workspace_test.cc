#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source/workspace.h"

namespace galley {
namespace {

using testing::ElementsAre;

TEST(MemoryWorkspace, ReadsWhatItHolds) {
  MemoryWorkspace files{{"a/b.yaml", "text"}};
  EXPECT_EQ(files.read("a/b.yaml", 4).bytes, "text");
  EXPECT_EQ(files.read("a/b.yaml", 3).why, "is larger than 3 bytes");
  EXPECT_EQ(files.read("a", 100).why, "is a folder");
  EXPECT_FALSE(files.read("a", 100).missing);
  EXPECT_TRUE(files.read("b", 100).missing);
}

TEST(MemoryWorkspace, ListsOnlyOneFolder) {
  MemoryWorkspace files{{"a/z", ""}, {"a/b", ""}, {"a/c/d", ""}, {"ab", ""}};
  EXPECT_THAT(files.list("a"), ElementsAre("b", "z"));
  EXPECT_THAT(files.list("a/"), ElementsAre("b", "z"));
  EXPECT_THAT(files.list("x"), ElementsAre());
  EXPECT_TRUE(files.is_folder("a/c"));
  EXPECT_FALSE(files.is_folder("ab"));
}

TEST(MemoryWorkspace, WritesOrRefuses) {
  MemoryWorkspace files;
  EXPECT_EQ(files.write("a", "x"), "");
  EXPECT_EQ(files.files["a"], "x");
  files.refuse_writes = "no space left on the device";
  EXPECT_EQ(files.write("a", "y"), "no space left on the device");
  EXPECT_EQ(files.files["a"], "x");
}

TEST(DescribeSize, UsesTheLargestUnit) {
  EXPECT_EQ(describe_size(8U << 20U), "8 MB");
  EXPECT_EQ(describe_size(640U << 10U), "640 KB");
  EXPECT_EQ(describe_size(12), "12 bytes");
}

}  // namespace
}  // namespace galley
