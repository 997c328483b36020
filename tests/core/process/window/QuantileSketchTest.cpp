// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/QuantileSketch.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <random>

namespace rillscope {
namespace {

constexpr std::size_t exactLimit = 10'000;

/// The value of this rank (from 0) of `count`, as the sketch has it.
double valueAt(QuantileSketch& sketch, std::int64_t rank, std::int64_t count) {
    std::vector<WeightedRun> runs;
    sketch.appendRuns(runs);
    std::int64_t total = 0;
    for (const WeightedRun& run : runs)
        total += run.total();
    EXPECT_EQ(total, count);
    return percentile(runs, (static_cast<double>(rank) + 1e-6) / static_cast<double>(count - 1));
}

/// By how many samples the worst of many ranks is off.
std::int64_t worstError(QuantileSketch& sketch, std::vector<double> values) {
    std::ranges::sort(values);
    const auto count = static_cast<std::int64_t>(values.size());
    std::int64_t worst = 0;
    for (std::int64_t rank = 0; rank < count - 1; rank += 1 + count / 500) {
        const double value = valueAt(sketch, rank, count);
        // Interpolation is between neighbours, so the answer's place in the data is a stretch of ranks.
        const auto first = std::lower_bound(values.begin(), values.end(), value) - values.begin();
        const auto last = std::upper_bound(values.begin(), values.end(), value) - values.begin();
        worst = std::max({worst, first - 1 - rank, rank - last});
    }
    return worst;
}

/// The bound in the header.
double statedError(std::int64_t count) {
    const double buffers = static_cast<double>(count) / QuantileSketch::bufferSize;
    return static_cast<double>(count) * (std::log2(buffers) / 4.0 + 0.5) / QuantileSketch::bufferSize;
}

using Order = std::function<double(std::int64_t)>;

std::vector<std::pair<std::string, Order>> orders(std::mt19937_64& random) {
    return {
        {"random", [&](std::int64_t) { return static_cast<double>(random() % 1'000'000); }},
        {"few values", [&](std::int64_t) { return static_cast<double>(random() % 5); }},
        {"rising", [](std::int64_t i) { return static_cast<double>(i); }},
        {"falling", [](std::int64_t i) { return static_cast<double>(-i); }},
        {"zigzag", [](std::int64_t i) { return static_cast<double>(i % 2 == 0 ? i : -i); }},
        {"saw", [](std::int64_t i) { return static_cast<double>(i % 8'192); }},
        {"squares", [](std::int64_t i) { return static_cast<double>(i * i % 65'537); }},
    };
}

TEST(QuantileSketchTest, IsExactUpToItsLimit) {
    std::mt19937_64 random(7);
    QuantileSketch sketch;
    std::vector<double> values;
    for (std::size_t i = 0; i < exactLimit; ++i) {
        values.push_back(static_cast<double>(random() % 1'000'000));
        sketch.add(values.back(), exactLimit);
    }
    EXPECT_TRUE(sketch.isExact());
    EXPECT_EQ(sketch.rankError(), 0);
    std::ranges::sort(values);
    std::vector<WeightedRun> runs;
    sketch.appendRuns(runs);
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_TRUE(std::equal(values.begin(), values.end(), runs[0].begin, runs[0].end));
    sketch.add(1.0, exactLimit);
    EXPECT_FALSE(sketch.isExact());
}

TEST(QuantileSketchTest, KeepsWithinItsBoundWhateverTheOrder) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (const auto& [name, order] : orders(random)) {
        SCOPED_TRACE(name);
        QuantileSketch sketch;
        std::vector<double> values;
        for (std::int64_t i = 0; i < 200'000; ++i) {
            values.push_back(order(i));
            sketch.add(values.back(), exactLimit);
        }
        EXPECT_LE(worstError(sketch, values), sketch.rankError());
        EXPECT_GT(sketch.rankError(), 0);
        EXPECT_LE(static_cast<double>(sketch.rankError()), statedError(200'000));
    }
}

TEST(QuantileSketchTest, KeepsWithinItsBoundWhenMerged) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    QuantileSketch whole;
    std::vector<double> values;
    for (const int size : {3, 50'000, 9'000, 120'000, 10'000, 1, 70'000, 0, 25'000}) {
        QuantileSketch part;
        const double middle = static_cast<double>(random() % 1'000);
        for (int i = 0; i < size; ++i) {
            values.push_back(middle + static_cast<double>(random() % 1'000) / 10.0);
            part.add(values.back(), exactLimit);
        }
        whole.merge(std::move(part), exactLimit);
    }
    EXPECT_LE(worstError(whole, values), whole.rankError());
    EXPECT_LE(static_cast<double>(whole.rankError()), 2.0 * statedError(std::ssize(values)));
}

TEST(QuantileSketchTest, KeepsItsStatedBoundAndItsMemoryAsItGrows) {
    QuantileSketch sketch;
    std::int64_t count = 0;
    for (const std::int64_t size : {100'000, 1'000'000, 2'000'000}) {
        for (; count < size; ++count)
            sketch.add(static_cast<double>(count * 7'919 % 1'000'003), 0);
        EXPECT_LE(static_cast<double>(sketch.rankError()), statedError(size)) << size;
        EXPECT_LE(sketch.heldCount(), QuantileSketch::bufferSize * 13) << size;
    }
    EXPECT_LT(static_cast<double>(sketch.rankError()) / static_cast<double>(count), 0.000'7);
}

TEST(QuantileSketchTest, TakesValuesAfterItWasAsked) {
    QuantileSketch sketch;
    for (const double value : {3.0, 1.0, 2.0})
        sketch.add(value, exactLimit);
    EXPECT_EQ(valueAt(sketch, 0, 3), valueAt(sketch, 0, 3));
    sketch.add(0.0, exactLimit);
    sketch.add(2.5, exactLimit);
    std::vector<WeightedRun> runs;
    sketch.appendRuns(runs);
    EXPECT_EQ(std::vector<double>(runs[0].begin, runs[0].end),
              (std::vector<double>{0.0, 1.0, 2.0, 2.5, 3.0}));
}

} // namespace
} // namespace rillscope
