// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/history/HistoryReference.h"

#include "core/history/TimeColumn.h"

#include <gtest/gtest.h>

#include <limits>

namespace rillscope {
namespace {

constexpr int count = 256;

/// Stores and reads back; the bits it took.
int bitsFor(const std::vector<std::int64_t>& times) {
    const TimeFrame frame = TimeFrame::of(times.data(), count);
    const std::size_t size = TimeFrame::byteCount(frame.bits, count);
    std::vector<std::byte> bytes(size + TimeColumn::spareBytes, std::byte{0xa5});
    frame.store(times.data(), count, bytes.data());
    for (std::size_t i = size; i < bytes.size(); ++i)
        EXPECT_EQ(bytes[i], std::byte{0xa5}) << "nothing is written behind the last time";
    const TimeColumn column = frame.column(bytes.data());
    for (int i = 0; i < count; ++i)
        EXPECT_EQ(column[i], times[static_cast<std::size_t>(i)]) << i;
    return frame.bits;
}

std::vector<std::int64_t> jittered(std::mt19937_64& random, std::int64_t shortest, std::int64_t longest) {
    std::uniform_int_distribution<std::int64_t> interval(shortest, longest);
    std::vector<std::int64_t> times;
    std::int64_t time = 1'767'225'600'000'000'000;
    for (int i = 0; i < count; ++i)
        times.push_back(time += interval(random));
    return times;
}

TEST(TimeColumnTest, GivesBackAnyTimesToTheBit) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int shift = 0; shift < 64; ++shift) {
        std::vector<std::int64_t> times(count);
        for (std::int64_t& time : times)
            time = static_cast<std::int64_t>(random() >> shift) - (shift % 3 == 0 ? 77 : 0);
        bitsFor(times);
    }
    for (const test::StreamKind kind : test::allStreamKinds) {
        std::vector<std::int64_t> times;
        for (const test::StreamSample& sample : test::makeStream(kind, count, random))
            times.push_back(toNanoseconds(sample.time));
        bitsFor(times);
    }
}

TEST(TimeColumnTest, TakesNothingForEvenTimesAndLittleForUnevenOnes) {
    std::mt19937_64 random(5);
    EXPECT_EQ(bitsFor(jittered(random, 1'000'000, 1'000'000)), 0);
    EXPECT_LE(bitsFor(jittered(random, 333'333, 1'666'667)), 28) << "1 kHz";
    EXPECT_LE(bitsFor(jittered(random, 333, 1'667)), 18) << "1 MHz";
    EXPECT_EQ(bitsFor(std::vector<std::int64_t>(count, std::numeric_limits<std::int64_t>::min())), 0);
}

} // namespace
} // namespace rillscope
