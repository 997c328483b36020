// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/HistoryStorage.h"

#include <cmath>

namespace rillscope {

std::int64_t HistoryStorage::samplesOf(int level) {
    return leafSize << (4 * level);
}

void HistoryStorage::append(std::int64_t index, std::int64_t time, double value, std::uint8_t flags) {
    m_times.append(index, time);
    m_values.append(index, value);
    m_flags.append(index, flags);
    if ((index + 1) % leafSize == 0)
        growForest(index + 1);
}

void HistoryStorage::growForest(std::int64_t size) {
    m_levels[0].append(size / leafSize - 1, summarizeLeaf(size - leafSize));
    for (int level = 1; level < levelCount && size % samplesOf(level) == 0; ++level) {
        const std::int64_t index = size / samplesOf(level) - 1;
        Summary parent = emptySummary();
        for (std::int64_t child = index * fanOut; child < (index + 1) * fanOut; ++child)
            parent.merge(m_levels[static_cast<std::size_t>(level - 1)][child]);
        m_levels[static_cast<std::size_t>(level)].append(index, parent);
    }
}

Summary HistoryStorage::summarizeLeaf(std::int64_t from) const {
    Summary leaf = emptySummary();
    double sum = 0.0;
    scan(from, from + leafSize, [&](std::int64_t time, double value, std::uint8_t flags) {
        leaf.earliest = std::min(leaf.earliest, time);
        leaf.latest = std::max(leaf.latest, time);
        if (!std::isfinite(value))
            return;
        leaf.addExtremes(time, value, (flags & breakFlag) != 0);
        sum += value;
    });
    if (leaf.count == 0)
        return leaf;
    // Two passes over what is in the cache anyway: exact, and no division a sample.
    leaf.mean = sum / static_cast<double>(leaf.count);
    scan(from, from + leafSize, [&](std::int64_t, double value, std::uint8_t) {
        if (std::isfinite(value))
            leaf.squares += (value - leaf.mean) * (value - leaf.mean);
    });
    return leaf;
}

} // namespace rillscope
