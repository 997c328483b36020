// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ChunkSearch.h"

#include <algorithm>
#include <numeric>

namespace rillscope {
namespace {

/// Unsigned, because two times may lie further apart than a signed number of nanoseconds reaches.
std::uint64_t distance(std::int64_t from, std::int64_t to) {
    return static_cast<std::uint64_t>(std::max(from, to)) - static_cast<std::uint64_t>(std::min(from, to));
}

} // namespace

/// Asks visit(level, index, node) for nodes of evicted samples, the newest first; true opens the node.
template <typename Visit>
void ChunkSearch::walkFromNewest(Visit visit) const {
    std::int64_t end = m_forest.firstKept();
    while (end > 0) {
        int level = 1;
        while (level + 1 < SampleForest::levelCount &&
               end % (std::int64_t{1} << SampleForest::levelShift(level + 1)) == 0)
            ++level;
        const int shift = SampleForest::levelShift(level);
        descend(level, (end >> shift) - 1, visit);
        end -= std::int64_t{1} << shift;
    }
}

template <typename Visit>
void ChunkSearch::descend(int level, std::int64_t index, Visit& visit) const {
    const Node& node = *m_forest.nodes(level, index);
    if (isOutside(node) || !visit(level, index, node) || level == 1)
        return;
    for (std::int64_t child = SampleForest::fanOut - 1; child >= 0; --child)
        descend(level - 1, index * SampleForest::fanOut + child, visit);
}

bool ChunkSearch::hasLeafLongerThan(std::uint64_t width, std::int64_t chunk) const {
    const Node* const leaves = m_forest.nodes(0, chunk * SampleChunk::leafCount);
    return std::any_of(leaves, leaves + SampleChunk::leafCount, [&](const Node& leaf) {
        return !isOutside(leaf) && leaf.m4.count > 0 && distance(leaf.m4.firstTime, leaf.m4.lastTime) > width;
    });
}

std::vector<PastChunk> ChunkSearch::findLongerThan(std::int64_t width, std::size_t most) {
    struct Candidate {
        std::uint64_t distance;
        PastChunk chunk;
    };
    const auto limit = static_cast<std::uint64_t>(width);
    const std::int64_t middle = std::midpoint(m_first, m_last);
    std::vector<Candidate> found;
    walkFromNewest([&](int level, std::int64_t index, const Node& node) {
        if (distance(node.earliest, node.latest) <= limit)
            return false;
        if (level == 1 && hasLeafLongerThan(limit, index))
            found.push_back({distance(std::midpoint(node.earliest, node.latest), middle),
                             {index, m_forest.hasChunk(index)}});
        return true;
    });
    const auto isNearer = [](const Candidate& a, const Candidate& b) { return a.distance < b.distance; };
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::partial_sort(found.begin(), end, found.end(), isNearer);
    std::vector<PastChunk> nearest;
    std::transform(found.begin(), end, std::back_inserter(nearest),
                   [](const Candidate& each) { return each.chunk; });
    return nearest;
}

std::optional<std::int64_t> ChunkSearch::findLatestMissing() {
    std::optional<std::int64_t> latest;
    walkFromNewest([&](int level, std::int64_t index, const Node& node) {
        if (latest && node.latest <= *latest)
            return false;
        if (level == 1 && !m_forest.hasChunk(index))
            latest = node.latest;
        return true;
    });
    return latest;
}

} // namespace rillscope
