// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/StableVector.h"
#include "core/history/Summary.h"
#include "core/model/Quality.h"

#include <array>

namespace rillscope {

/// The columns of a channel's history and the forest of summaries over them.
/// Thread: as StableVector; `size` in the readers' methods is the published number of samples they may see.
/// Shape: level k of the forest summarizes leafSize · fanOut^k samples a node, in the order of arrival; a
/// node exists once all its samples do.
class HistoryStorage {
public:
    static constexpr std::int64_t leafSize = 256;
    static constexpr std::int64_t fanOut = 16;
    static constexpr int levelCount = 10; ///< the last one has nodes of 1.7 · 10^13 samples

    /// Writer only; `index` is the number of samples so far.
    void append(std::int64_t index, std::int64_t time, double value, std::uint8_t flags);

    std::int64_t time(std::int64_t index) const { return m_times[index]; }
    double value(std::int64_t index) const { return m_values[index]; }
    std::uint8_t flags(std::int64_t index) const { return m_flags[index]; }

    static constexpr std::uint8_t breakFlag = 0x80; ///< beside the marks of Quality

    /// A summary in the forest: one that readers may see.
    struct Node {
        int level;
        std::int64_t index;
    };
    const Summary& summary(Node node) const {
        return m_levels[static_cast<std::size_t>(node.level)][node.index];
    }
    static std::int64_t samplesOf(int level);

    /// Offers the fewest nodes that cover the first `size` samples, in order, to `visitNode(Node)`, and the
    /// rest to `visitSamples(from, to)`.
    template <typename VisitNode, typename VisitSamples>
    void cover(std::int64_t size, VisitNode visitNode, VisitSamples visitSamples) const;

    /// Offers what is directly below a node in the same way.
    template <typename VisitNode, typename VisitSamples>
    void descend(Node node, VisitNode visitNode, VisitSamples visitSamples) const;

    /// Calls `visit(time, value, flags)` for samples [from, to).
    template <typename Visit>
    void scan(std::int64_t from, std::int64_t to, Visit visit) const;

private:
    Summary summarizeLeaf(std::int64_t from) const;
    void growForest(std::int64_t size);

    StableVector<std::int64_t> m_times;
    StableVector<double> m_values;
    StableVector<std::uint8_t> m_flags;
    std::array<StableVector<Summary>, levelCount> m_levels;
};

template <typename VisitNode, typename VisitSamples>
void HistoryStorage::cover(std::int64_t size, VisitNode visitNode, VisitSamples visitSamples) const {
    std::int64_t covered = 0;
    for (int level = levelCount - 1; level >= 0; --level) {
        const std::int64_t length = samplesOf(level);
        for (; size - covered >= length; covered += length)
            visitNode(Node{level, covered / length});
    }
    if (covered < size)
        visitSamples(covered, size);
}

template <typename VisitNode, typename VisitSamples>
void HistoryStorage::descend(Node node, VisitNode visitNode, VisitSamples visitSamples) const {
    if (node.level == 0) {
        visitSamples(node.index * leafSize, (node.index + 1) * leafSize);
        return;
    }
    for (std::int64_t child = node.index * fanOut; child < (node.index + 1) * fanOut; ++child)
        visitNode(Node{node.level - 1, child});
}

template <typename Visit>
void HistoryStorage::scan(std::int64_t from, std::int64_t to, Visit visit) const {
    while (from < to) {
        // The columns have equal segments, so one run's length is that of all.
        const auto times = m_times.run(from);
        const std::int64_t count = std::min(times.count, to - from);
        const double* values = m_values.run(from).begin;
        const std::uint8_t* flags = m_flags.run(from).begin;
        for (std::int64_t i = 0; i < count; ++i)
            visit(times.begin[i], values[i], flags[i]);
        from += count;
    }
}

} // namespace rillscope
