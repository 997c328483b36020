// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/MarkIndex.h"

#include "tests/core/history/HistoryReference.h"

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <set>
#include <thread>

namespace rillscope {
namespace {

using test::SampleStream;
using test::StreamKind;
using namespace std::chrono_literals;

using Key = std::pair<std::int64_t, QualityFlag>; ///< cell and kind

std::map<Key, SampleMark> marksByBruteForce(const ChannelHistory& history, const ColumnGrid& cells) {
    std::map<Key, SampleMark> marks;
    for (std::int64_t i = 0; i < history.size(); ++i) {
        const Timestamp time = history.eventTime(i);
        const std::int64_t cell = cells.columnOf(time);
        if (cell < cells.first || cell > cells.first + (cells.count - 1))
            continue;
        for (const QualityFlag kind : allQualityFlags) {
            if (history.quality(i).testFlag(kind))
                marks.insert({{cell, kind}, {time, history.value(i), kind}});
        }
    }
    return marks;
}

void expectMarks(const ChannelHistory& history, const ColumnGrid& cells) {
    std::vector<SampleMark> marks;
    history.marks(cells, marks);
    std::map<Key, SampleMark> actual;
    for (const SampleMark& mark : marks)
        EXPECT_TRUE(actual.insert({{cells.columnOf(mark.time), mark.kind}, mark}).second)
            << "twice in a cell";
    const std::map<Key, SampleMark> expected = marksByBruteForce(history, cells);
    ASSERT_EQ(actual.size(), expected.size());
    for (auto left = actual.cbegin(), right = expected.cbegin(); left != actual.cend(); ++left, ++right) {
        EXPECT_EQ(left->first, right->first);
        EXPECT_EQ(left->second.time, right->second.time) << "the first to arrive";
        EXPECT_EQ(std::bit_cast<std::uint64_t>(left->second.value),
                  std::bit_cast<std::uint64_t>(right->second.value));
    }
}

/// Streams of every kind, in which one sample in `rarity` is marked.
class MarkIndexStreamTest : public testing::TestWithParam<std::tuple<StreamKind, unsigned>> {
protected:
    void fill(int size) {
        const auto [kind, rarity] = GetParam();
        for (const auto& [time, value] : test::makeStream(kind, size, m_random)) {
            const bool isMarked = rarity > 0 && m_random() % rarity == 0;
            m_history.append(time, value, Quality::fromInt(isMarked ? static_cast<int>(m_random() % 16) : 0));
        }
    }

    ColumnGrid someGrid() {
        const auto index = static_cast<std::int64_t>(m_random() % static_cast<unsigned>(m_history.size()));
        ColumnGrid cells;
        cells.width = Duration{1 + static_cast<std::int64_t>(m_random() % (1ULL << m_random() % 62))};
        cells.count = 1 + static_cast<int>(m_random() % 300);
        constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max() - 1'000;
        const std::int64_t cell = cells.columnOf(m_history.eventTime(index));
        cells.first = std::clamp(cell, -largest, largest) - cells.count / 2;
        return cells;
    }

    std::uint64_t m_seed = std::random_device{}();
    testing::ScopedTrace m_trace{__FILE__, __LINE__, "seed " + std::to_string(m_seed)};
    std::mt19937_64 m_random{m_seed};
    ChannelHistory m_history;
};

TEST_P(MarkIndexStreamTest, FindsTheFirstOfEachKindInEachCellAsALookAtEachSampleDoes) {
    // One sample, one short of a block, a block, one more than that, and so on.
    for (const int size : {1, 254, 1, 1, 5'000, 5'000}) {
        fill(size);
        for (int i = 0; i < 20 && !HasFailure(); ++i)
            expectMarks(m_history, someGrid());
    }
}

INSTANTIATE_TEST_SUITE_P(EveryStream, MarkIndexStreamTest,
                         testing::Combine(testing::ValuesIn(test::allStreamKinds),
                                          testing::Values(0U, 1U, 3U, 500U, 10'000U)));

TEST(MarkIndexTest, SaysNothingOfAGridBeyondAllTime) {
    ChannelHistory history;
    history.append(Timestamp::min(), 1.0, QualityFlag::Duplicate);
    history.append(Timestamp::max(), 1.0, QualityFlag::Duplicate);
    std::vector<SampleMark> marks(3);
    history.marks({1s, std::numeric_limits<std::int64_t>::max() - 10, 10}, marks);
    EXPECT_TRUE(marks.empty());
    history.marks({1s, std::numeric_limits<std::int64_t>::min(), 10}, marks);
    EXPECT_TRUE(marks.empty());
    const ColumnGrid whole{Duration::max(), -2, 4};
    history.marks(whole, marks);
    EXPECT_EQ(marks.size(), 2U);
}

TEST(MarkIndexTest, KeepsTheFirstOfEachKindInALeafThatWasEvicted) {
    ChannelHistory history;
    for (int i = 0; i < 3 * ChannelHistory::chunkSize; ++i) {
        // Two in each leaf, near its end; the later one is of two kinds.
        Quality quality;
        if (i % 256 == 200)
            quality = QualityFlag::Duplicate;
        else if (i % 256 == 250)
            quality = Quality(QualityFlag::Duplicate) | QualityFlag::OutOfRange;
        history.append(fromNanoseconds(i), static_cast<double>(i), quality);
    }
    const std::int64_t before = history.memoryUsage();
    ASSERT_TRUE(history.evictOldest());
    EXPECT_LT(history.memoryUsage(), before);
    std::vector<SampleMark> marks;
    history.marks({Duration{1}, 0, 256}, marks);
    EXPECT_EQ(marks, (std::vector<SampleMark>{{fromNanoseconds(200), 200.0, QualityFlag::Duplicate},
                                              {fromNanoseconds(250), 250.0, QualityFlag::OutOfRange}}));
    history.marks({Duration{1}, 230, 10}, marks);
    EXPECT_TRUE(marks.empty());
    history.marks({Duration{1}, ChannelHistory::chunkSize, 256}, marks);
    EXPECT_EQ(marks.size(), 3U) << "those that are kept, one by one";
}

TEST(MarkIndexTest, ReadersSeeOnlyTrueMarksWhileTheWriterGoesOn) {
    constexpr int size = 200'000;
    ChannelHistory history;
    std::atomic<bool> isDone{false};
    std::thread reader([&] {
        std::vector<SampleMark> marks;
        const ColumnGrid cells{1'000ns, 0, 250};
        while (!isDone) {
            history.marks(cells, marks);
            std::set<Key> keys;
            for (const SampleMark& mark : marks) {
                EXPECT_EQ(static_cast<double>(toNanoseconds(mark.time)), mark.value);
                EXPECT_TRUE(keys.insert({cells.columnOf(mark.time), mark.kind}).second);
            }
        }
    });
    for (int i = 0; i < size; ++i) {
        const Quality quality = i % 3 == 0 ? Quality(QualityFlag::Duplicate) : Quality();
        history.append(fromNanoseconds(i), static_cast<double>(i), quality);
    }
    isDone = true;
    reader.join();
    expectMarks(history, {1'000ns, 0, 250});
}

} // namespace
} // namespace rillscope
