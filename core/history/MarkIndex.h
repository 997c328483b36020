// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ColumnQuery.h"
#include "core/history/SampleForest.h"
#include "core/model/Quality.h"

#include <array>
#include <vector>

namespace rillscope {

/// A remarkable sample. One with several marks appears once for each of them.
struct SampleMark {
    Timestamp time;
    double value = 0.0;
    QualityFlag kind{};
    friend bool operator==(const SampleMark&, const SampleMark&) = default;
};

/// Where the marked samples of one channel are. A block of 256 consecutive samples, if any of them is marked,
/// leaves its bounds in time, the kinds of its marks and the first sample of each kind; sixteen such blocks
/// leave a summary, and so on up. A stream without marks costs nothing, one whose samples have all the same
/// mark 0.23 bytes a sample. Thread: one writer; any number of readers without locks.
class MarkIndex {
public:
    static constexpr int kindCount = static_cast<int>(allQualityFlags.size());
    static constexpr unsigned allKinds = (1U << kindCount) - 1U;

    struct Place {
        std::int64_t time;
        double value;
    };
    /// The kinds of marks among 256 samples, and the first sample of each, by the number of its bit.
    struct LeafMarks {
        std::uint16_t kinds = 0;
        std::array<Place, kindCount> firsts;
    };

    /// Writer only. Takes every sample, in the order of arrival, before readers can see it in the forest.
    void append(std::int64_t time, double value, Quality quality);
    /// Writer only. A leaf of which no more is known, all between two times. Precondition: a leaf begins.
    void appendLeaf(const LeafMarks& marks, std::int64_t earliest, std::int64_t latest);

    /// Of each kind, the mark in each cell of the grid that arrived first, among the first `size` samples of
    /// `forest`; in no order. Needs a visit() of the forest. Cost: O(cells · 256) for samples in order,
    /// however many are marked.
    void query(const SampleForest& forest, std::int64_t size, const ColumnGrid& cells,
               std::vector<SampleMark>& result) const;

    /// Of the summaries. Any thread.
    std::int64_t byteCount() const;

    /// Of the marked samples below it. Times in ns.
    struct Summary {
        std::int64_t earliest;
        std::int64_t latest;
        std::uint16_t kinds;
    };
    struct Block {
        Summary summary;
        std::int64_t begin;   ///< index of its first sample
        std::int64_t firstAt; ///< where its places are, see first()
    };

    /// The first sample of each kind of a block, the lowest kind first.
    const Place& first(const Block& block, int number) const { return m_firsts[block.firstAt + number]; }

private:
    static constexpr int levelShift = 4; ///< sixteen blocks or summaries under each
    static constexpr int fanOut = 1 << levelShift;
    static constexpr int levelCount = 5;

    template <typename Visitor>
    void walk(std::int64_t blockCount, Visitor& visitor) const;
    template <typename Visitor>
    void descend(int level, std::int64_t index, Visitor& visitor) const;
    void complete();

    StableVector<Place, fanOut> m_firsts;
    StableVector<Block, fanOut> m_blocks;
    std::array<StableVector<Summary, fanOut>, levelCount> m_levels;
    std::atomic<std::int64_t> m_blockCount{0}; // stored after the blocks and their summaries
    // Writer only: of the block that is not complete.
    Summary m_open{};
    std::array<Place, kindCount> m_openFirsts{};
    std::int64_t m_size = 0;
};

} // namespace rillscope
