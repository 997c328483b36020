// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/StableVector.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace rillscope {
namespace {

TEST(StableVectorTest, NeverMovesAnElement) {
    StableVector<int, 4> vector;
    std::vector<const int*> addresses;
    for (int i = 0; i < 10'000; ++i) {
        vector.append(i);
        addresses.push_back(&vector[i]);
    }
    ASSERT_EQ(vector.size(), 10'000);
    for (int i = 0; i < 10'000; ++i) {
        ASSERT_EQ(vector[i], i);
        ASSERT_EQ(&vector[i], addresses[static_cast<std::size_t>(i)]);
    }
}

TEST(StableVectorTest, KeepsBlocksOfTheFirstSegmentInOnePiece) {
    StableVector<int, 16> vector;
    for (int i = 0; i < 1'000; ++i)
        vector.append(i);
    for (int block = 0; block < 62; ++block) {
        const int* const begin = vector.from(block * 16);
        for (int i = 0; i < 16; ++i)
            ASSERT_EQ(begin[i], block * 16 + i);
    }
}

TEST(StableVectorTest, ShowsReadersNothingButWholeElements) {
    constexpr std::int64_t count = 100'000;
    StableVector<std::int64_t, 8> vector;
    std::thread reader([&vector] {
        std::int64_t size = 0;
        while (size < count) {
            size = vector.size();
            for (std::int64_t i = size - 1; i >= 0; i = i / 2 - 1)
                ASSERT_EQ(vector[i], i * 3);
        }
    });
    for (std::int64_t i = 0; i < count; ++i)
        vector.append(i * 3);
    reader.join();
}

} // namespace
} // namespace rillscope
