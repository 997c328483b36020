// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ChannelHistory.h"
#include "core/history/SampleForest.h"

#include <vector>

namespace rillscope {

/// Looks for evicted chunks by their summaries, without opening nodes that cannot matter. Thread: any.
/// Units: ns since the Unix epoch; both ends belong to the range.
class ChunkSearch {
public:
    ChunkSearch(const SampleForest& forest, std::int64_t first, std::int64_t last)
        : m_forest(forest), m_first(first), m_last(last) {}

    /// See ChannelHistory::pastChunks().
    std::vector<PastChunk> findLongerThan(std::int64_t width, std::size_t most);

    /// The latest time of a chunk that reaches into the range and is not restored.
    std::optional<std::int64_t> findLatestMissing();

private:
    using Node = SampleForest::Node;

    template <typename Visit>
    void walkFromNewest(Visit visit) const;
    template <typename Visit>
    void descend(int level, std::int64_t index, Visit& visit) const;
    bool isOutside(const Node& node) const { return node.latest < m_first || node.earliest > m_last; }
    bool hasLeafLongerThan(std::uint64_t width, std::int64_t chunk) const;

    const SampleForest& m_forest;
    const std::int64_t m_first;
    const std::int64_t m_last;
};

} // namespace rillscope
