// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/NearestSearch.h"

#include <algorithm>

namespace rillscope {

std::optional<std::int64_t> NearestSearch::search(std::int64_t size) {
    std::int64_t done = 0;
    for (int level = SampleForest::levelCount - 1; level >= 0; --level) {
        const int shift = SampleForest::levelShift(level);
        searchSiblings(level, done >> shift, size >> shift);
        done = (size >> shift) << shift;
    }
    if (done < size)
        scan(done, m_forest.run(done, size));
    return m_best;
}

void NearestSearch::searchSiblings(int level, std::int64_t first, std::int64_t end) {
    for (std::int64_t index = first; index < end; ++index) {
        const Node& node = *m_forest.nodes(level, index);
        m_limit = std::min({m_limit, distance(node.earliest), distance(node.latest)});
    }
    for (std::int64_t index = first; index < end; ++index) {
        if (!canImprove(*m_forest.nodes(level, index)))
            continue;
        const std::int64_t begin = index * SampleForest::leafSize;
        if (level == 0)
            scan(begin, m_forest.run(begin, begin + SampleForest::leafSize));
        else
            searchSiblings(level - 1, index * SampleForest::fanOut, (index + 1) * SampleForest::fanOut);
    }
}

bool NearestSearch::canImprove(const Node& node) const {
    const bool isAround = node.earliest <= m_time && m_time <= node.latest;
    const std::uint64_t bound = isAround ? 0 : std::min(distance(node.earliest), distance(node.latest));
    if (bound > m_limit)
        return false;
    if (!m_best || bound < distance(m_bestTime))
        return true;
    return bound == distance(m_bestTime) && m_bestTime > m_time && node.earliest < m_time;
}

void NearestSearch::scan(std::int64_t begin, const SampleForest::Run& run) {
    for (int i = 0; i < run.size; ++i) {
        const std::uint64_t distanceHere = distance(run.times[i]);
        const std::uint64_t distanceBest = distance(m_bestTime);
        if (m_best &&
            (distanceHere > distanceBest || (distanceHere == distanceBest && run.times[i] >= m_bestTime)))
            continue;
        m_best = begin + i;
        m_bestTime = run.times[i];
        m_limit = std::min(m_limit, distanceHere);
    }
}

std::uint64_t NearestSearch::distance(std::int64_t time) const {
    // Unsigned, because two times may lie further apart than a signed number of nanoseconds reaches.
    const auto here = static_cast<std::uint64_t>(time);
    const auto there = static_cast<std::uint64_t>(m_time);
    return time < m_time ? there - here : here - there;
}

} // namespace rillscope
