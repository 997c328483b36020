// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/NearestSearch.h"

#include <algorithm>

namespace rillscope {

std::optional<std::int64_t> NearestSearch::search(std::int64_t size) {
    const SampleForest::Visit visit = m_forest.visit();
    const auto state = [this] { return std::pair(m_forest.firstKept(), m_forest.restoredState()); };
    std::optional<std::int64_t> found;
    auto now = state();
    // Once more if some were evicted or restored meanwhile. That takes the writer thousands of samples.
    for (auto before = std::pair(now.first, now.second - 1); before != now; now = state()) {
        before = now;
        found = searchFrom(now.first, size);
    }
    return found;
}

std::optional<std::int64_t> NearestSearch::searchFrom(std::int64_t firstKept, std::int64_t size) {
    m_firstKept = firstKept;
    m_best.reset();
    m_bestTime = 0;
    m_limit = std::numeric_limits<std::uint64_t>::max();
    searchRestored(); // first: they arrived first
    std::int64_t done = 0;
    for (int level = SampleForest::levelCount - 1; level >= 0; --level) {
        const int shift = SampleForest::levelShift(level);
        searchSiblings(level, done >> shift, size >> shift);
        done = (size >> shift) << shift;
    }
    if (done < size)
        scan(done, size);
    return m_best;
}

void NearestSearch::searchRestored() {
    if (m_forest.restoredBytes() == 0)
        return;
    const std::int64_t chunkCount = m_firstKept / SampleChunk::size;
    for (std::int64_t chunk = 0; chunk < chunkCount; ++chunk) {
        if (!m_forest.hasChunk(chunk))
            continue;
        const Node& node = *m_forest.nodes(1, chunk);
        m_limit = std::min({m_limit, distance(node.earliest), distance(node.latest)});
    }
    for (std::int64_t chunk = 0; chunk < chunkCount; ++chunk) {
        if (m_forest.hasChunk(chunk) && canImprove(*m_forest.nodes(1, chunk)))
            searchSiblings(0, chunk * SampleChunk::leafCount, (chunk + 1) * SampleChunk::leafCount);
    }
}

void NearestSearch::searchSiblings(int level, std::int64_t first, std::int64_t end) {
    for (std::int64_t index = first; index < end; ++index) {
        if (!isKept(level, index))
            continue; // its ends may be gone
        const Node& node = *m_forest.nodes(level, index);
        m_limit = std::min({m_limit, distance(node.earliest), distance(node.latest)});
    }
    for (std::int64_t index = first; index < end; ++index) {
        // Of restored ones, searchRestored() comes here with their leaves.
        const bool isGone = level > 0 && (index + 1) << SampleForest::levelShift(level) <= m_firstKept;
        if (isGone || !canImprove(*m_forest.nodes(level, index)))
            continue;
        const std::int64_t begin = index * SampleForest::leafSize;
        if (level == 0)
            scan(begin, begin + SampleForest::leafSize);
        else
            searchSiblings(level - 1, index * SampleForest::fanOut, (index + 1) * SampleForest::fanOut);
    }
}

bool NearestSearch::isKept(int level, std::int64_t index) const {
    const std::int64_t begin = index << SampleForest::levelShift(level);
    return begin >= m_firstKept || (level <= 1 && m_forest.hasChunk(begin / SampleChunk::size));
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

void NearestSearch::scan(std::int64_t begin, std::int64_t end) {
    const SampleForest::Run run = m_forest.run(begin, end);
    for (int i = 0; i < run.size; ++i) {
        const std::int64_t time = run.times[i];
        const std::uint64_t distanceHere = distance(time);
        const std::uint64_t distanceBest = distance(m_bestTime);
        if (m_best && (distanceHere > distanceBest || (distanceHere == distanceBest && time >= m_bestTime)))
            continue;
        m_best = begin + i;
        m_bestTime = time;
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
