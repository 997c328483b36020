// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rfc3339.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace rillscope {
namespace {

TEST(Rfc3339Test, WritesNoMoreDigitsThanTheTimeNeeds) {
    EXPECT_EQ(formatRfc3339(fromNanoseconds(0)), "1970-01-01T00:00:00Z");
    EXPECT_EQ(formatRfc3339(fromNanoseconds(1'672'531'200'125'000'000)), "2023-01-01T00:00:00.125Z");
    EXPECT_EQ(formatRfc3339(fromNanoseconds(1'672'531'200'000'001'000)), "2023-01-01T00:00:00.000001Z");
    EXPECT_EQ(formatRfc3339(fromNanoseconds(-1)), "1969-12-31T23:59:59.999999999Z");
}

TEST(Rfc3339Test, WritesTheEndsOfTime) {
    EXPECT_EQ(formatRfc3339(Timestamp::min()), "1677-09-21T00:12:43.145224192Z");
    EXPECT_EQ(formatRfc3339(Timestamp::max()), "2262-04-11T23:47:16.854775807Z");
    EXPECT_EQ(formatRfc3339(parseRfc3339("1677-09-21T00:12:45Z").value()), "1677-09-21T00:12:45Z");
}

TEST(Rfc3339Test, ReadsOffsetsSpacesAndLowerCase) {
    const auto expected = parseRfc3339("2023-01-01T00:00:00Z");
    ASSERT_TRUE(expected);
    for (const char* text :
         {"2023-01-01 00:00:00", "2023-01-01t00:00:00z", "2023-01-01T01:30:00+01:30",
          "2022-12-31T19:00:00-0500", "2023-01-01T00:00:00.000000000000Z", "2022-12-31T23:59:60Z"}) {
        EXPECT_EQ(parseRfc3339(text), expected) << text;
    }
}

TEST(Rfc3339Test, RefusesWhatIsNoTimestamp) {
    for (const char* text :
         {"", "2023", "2023-02-30T00:00:00Z", "2023-13-01T00:00:00Z", "2023-01-01T24:00:00Z",
          "2023-01-01T00:60:00Z", "2023-01-01T00:00:61Z", "2023-01-01T00:00:00.Z", "2023-01-01T00:00:00Zx",
          "2023-01-01T00:00:00+24:00", "2023-01-01T00:00:00+1", "-023-01-01T00:00:00Z", "2023-01-01",
          "9999-01-01T00:00:00Z", "1600-01-01T00:00:00Z",
          "2023-01-01T00:00:00.000000000000000000000000000000000000Z"}) {
        EXPECT_FALSE(parseRfc3339(text)) << text;
    }
}

TEST(Rfc3339Test, ReadsBackWhatItWritesForRandomTimes) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    constexpr std::int64_t limit = 9'000'000'000'000'000'000;
    std::uniform_int_distribution<std::int64_t> anyTime(-limit, limit);
    for (int i = 0; i < 20'000; ++i) {
        std::int64_t nanoseconds = anyTime(random);
        if (i % 3 == 1)
            nanoseconds -= nanoseconds % 1'000'000;
        if (i % 3 == 2)
            nanoseconds -= nanoseconds % 1'000'000'000;
        const Timestamp time = fromNanoseconds(nanoseconds);
        ASSERT_EQ(parseRfc3339(formatRfc3339(time)), time) << nanoseconds;
    }
}

} // namespace
} // namespace rillscope
