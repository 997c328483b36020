// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunningStatistics.h"
#include "core/history/M4.h"
#include "core/history/StableVector.h"

#include <array>

namespace rillscope {

/// The samples of one channel as columns, in the order of arrival, under a forest of summaries: node i of
/// level k covers the leafSize · fanOut^k samples from i times that many on, and exists once they are
/// complete. Thread: one writer; any number of readers, who ask size() once and pass it on. All nodes of a
/// size are written before it is published. Units: times ns since the Unix epoch. Source: implicit in-order
/// segment forest, Hume 2021.
class SampleForest {
public:
    static constexpr int leafSize = 256;
    static constexpr int fanOut = 16;
    static constexpr int levelCount = 6; ///< the highest nodes cover 2^28 samples

    static constexpr std::uint8_t breakFlag = 0x80; ///< beside the bits of Quality

    struct Node {
        M4 m4;                 ///< of the finite samples
        std::int64_t earliest; ///< of all samples
        std::int64_t latest;
        double mean; ///< of the finite samples
        double squaredDeviations;
        bool isPlain; ///< a leaf whose times never go back and whose values are all finite

        RunningStatistics statistics() const {
            return {m4.count, mean, squaredDeviations, m4.minimum, m4.maximum};
        }
    };

    /// Writer only.
    void append(std::int64_t time, double value, std::uint8_t flags);

    std::int64_t size() const { return m_size.load(std::memory_order_acquire); }
    std::int64_t time(std::int64_t index) const { return m_times[index]; }
    double value(std::int64_t index) const { return m_values[index]; }
    std::uint8_t flags(std::int64_t index) const { return m_flags[index]; }

    /// Columns of consecutive samples in memory.
    struct Run {
        const std::int64_t* times;
        const double* values;
        const std::uint8_t* flags;
        int size;
    };
    /// The samples from `begin`, a multiple of leafSize, to `end`, at most leafSize of them.
    Run run(std::int64_t begin, std::int64_t end) const {
        return {m_times.from(begin), m_values.from(begin), m_flags.from(begin),
                static_cast<int>(end - begin)};
    }

    static constexpr int levelShift(int level) { return 8 + 4 * level; }
    /// The fanOut children of a node lie one after the other from here.
    const Node* nodes(int level, std::int64_t index) const {
        return m_levels[static_cast<std::size_t>(level)].from(index);
    }

    /// Goes through the first `size` samples in the order of arrival. Asks visitor.take(const Node&) for each
    /// node from the top down: true means that the node needs no closer look. What remains goes to
    /// visitor.scan(std::int64_t begin, const Run&, const Node* leaf); leaf is null for the newest samples.
    template <typename Visitor>
    void walk(std::int64_t size, Visitor& visitor) const {
        std::int64_t done = 0;
        for (int level = levelCount - 1; level >= 0; --level) {
            const int shift = levelShift(level);
            for (std::int64_t index = done >> shift; index < size >> shift; ++index)
                descend(level, index, *nodes(level, index), visitor);
            done = (size >> shift) << shift;
        }
        if (done < size)
            visitor.scan(done, run(done, size), static_cast<const Node*>(nullptr));
    }

private:
    template <typename Visitor>
    void descend(int level, std::int64_t index, const Node& node, Visitor& visitor) const {
        if (visitor.take(node))
            return;
        if (level == 0) {
            const std::int64_t begin = index * leafSize;
            visitor.scan(begin, run(begin, begin + leafSize), &node);
            return;
        }
        const Node* child = nodes(level - 1, index * fanOut);
        for (int i = 0; i < fanOut; ++i)
            descend(level - 1, index * fanOut + i, child[i], visitor);
    }

    void completeNodes(std::int64_t size);

    StableVector<std::int64_t, leafSize> m_times;
    StableVector<double, leafSize> m_values;
    StableVector<std::uint8_t, leafSize> m_flags;
    std::array<StableVector<Node, fanOut>, levelCount> m_levels;
    std::atomic<std::int64_t> m_size{0}; // what readers may see; stored after columns and nodes
};

} // namespace rillscope
