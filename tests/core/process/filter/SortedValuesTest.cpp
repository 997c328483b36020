// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/SortedValues.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace rillscope {
namespace {

void expectAsSorted(const SortedValues& values, std::vector<double> reference) {
    std::sort(reference.begin(), reference.end());
    ASSERT_EQ(values.size(), reference.size());
    for (std::size_t rank = 0; rank < reference.size(); ++rank)
        ASSERT_EQ(values.at(rank), reference[rank]) << "rank " << rank << " of " << reference.size();
}

TEST(SortedValuesTest, KeepsEveryRankWhileValuesComeAndGo) {
    const std::uint32_t seed = std::random_device()();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (const int kinds : {1, 10, 1'000'000}) {
        std::uniform_int_distribution<int> draw(0, kinds - 1);
        SortedValues values;
        std::vector<double> reference;
        for (const std::size_t goal : {3'000U, 20U, 1'500U, 0U, 700U}) { // grows and shrinks over the blocks
            while (reference.size() != goal) {
                const bool grows = (random() % 4 != 0) == (reference.size() < goal);
                if (grows || reference.empty()) {
                    reference.push_back(draw(random));
                    values.insert(reference.back());
                } else {
                    std::swap(reference[random() % reference.size()], reference.back());
                    values.erase(reference.back());
                    reference.pop_back();
                }
            }
            expectAsSorted(values, reference);
        }
    }
}

TEST(SortedValuesTest, FindsMediansOfValuesAndOfDistances) {
    const std::uint32_t seed = std::random_device()();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const auto medianOf = [](std::vector<double> all) {
        std::sort(all.begin(), all.end());
        const std::size_t middle = all.size() / 2;
        return all.size() % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2.0;
    };
    for (const int kinds : {2, 30, 100'000}) {
        SortedValues values;
        std::vector<double> reference;
        for (int i = 0; i < 1'500; ++i) {
            reference.push_back(static_cast<double>(random() % static_cast<unsigned>(kinds)));
            values.insert(reference.back());
            if (i > 20 && i % 13 > 1)
                continue; // even and odd numbers of values now and then
            ASSERT_EQ(values.median(), medianOf(reference));
            for (const double centre : {values.median(), -5.0, 17.25}) {
                std::vector<double> distances;
                for (const double value : reference)
                    distances.push_back(std::abs(value - centre));
                ASSERT_EQ(values.medianDistance(centre), medianOf(distances)) << i << ", " << centre;
            }
        }
    }
}

} // namespace
} // namespace rillscope
