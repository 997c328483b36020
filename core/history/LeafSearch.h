// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ChannelHistory.h"
#include "core/history/SampleForest.h"

#include <vector>

namespace rillscope {

/// Finds which of the first `size` samples of a forest can lie in a range of time, without looking at
/// samples: nodes that lie outside it, or wholly in it, are not opened. Neighbours that lie wholly in it are
/// one stretch. Units: ns since the Unix epoch; both ends belong to the range.
class LeafSearch {
public:
    LeafSearch(const SampleForest& forest, std::int64_t first, std::int64_t last)
        : m_forest(forest), m_first(first), m_last(last) {}

    std::vector<SampleStretch> search(std::int64_t size);

private:
    void visit(int level, std::int64_t index);
    void add(SampleStretch stretch);

    const SampleForest& m_forest;
    const std::int64_t m_first;
    const std::int64_t m_last;
    std::vector<SampleStretch> m_found;
};

} // namespace rillscope
