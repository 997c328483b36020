// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/SampleForest.h"

#include <limits>
#include <optional>

namespace rillscope {

/// Finds the sample nearest in time among those of the first `size` of a forest that are there one by one, in
/// whatever order they came: the earlier of two as near, the first to arrive of two at the same time. Nodes
/// that cannot hold a nearer one are skipped; of siblings, the ends of all are looked at before any is
/// opened.
class NearestSearch {
public:
    NearestSearch(const SampleForest& forest, std::int64_t time) : m_forest(forest), m_time(time) {}

    /// Nothing when none is there.
    std::optional<std::int64_t> search(std::int64_t size);

private:
    using Node = SampleForest::Node;

    std::optional<std::int64_t> searchFrom(std::int64_t firstKept, std::int64_t size);
    void searchRestored();
    void searchSiblings(int level, std::int64_t first, std::int64_t end);
    void scan(std::int64_t begin, std::int64_t end);
    bool isKept(int level, std::int64_t index) const;
    bool canImprove(const Node& node) const;
    std::uint64_t distance(std::int64_t time) const;

    const SampleForest& m_forest;
    const std::int64_t m_time;
    std::int64_t m_firstKept = 0;
    std::uint64_t m_limit = std::numeric_limits<std::uint64_t>::max(); ///< a sample as near as this exists
    std::optional<std::int64_t> m_best;
    std::int64_t m_bestTime = 0;
};

} // namespace rillscope
