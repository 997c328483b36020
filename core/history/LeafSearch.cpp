// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/LeafSearch.h"

#include <utility>

namespace rillscope {

std::vector<SampleStretch> LeafSearch::search(std::int64_t size) {
    m_found.clear();
    std::int64_t begin = 0;
    while (size - begin >= SampleForest::leafSize) {
        const int level = SampleForest::levelOf(begin, size);
        visit(level, begin >> SampleForest::levelShift(level));
        begin += std::int64_t{1} << SampleForest::levelShift(level);
    }
    if (begin < size) // the newest leaf, of which nothing is known yet
        add({begin, size, false});
    return std::exchange(m_found, {});
}

void LeafSearch::visit(int level, std::int64_t index) {
    const SampleForest::Node& node = *m_forest.nodes(level, index);
    if (node.latest < m_first || node.earliest > m_last)
        return;
    const bool isWhole = node.earliest >= m_first && node.latest <= m_last;
    if (isWhole || level == 0) {
        const int shift = SampleForest::levelShift(level);
        add({index << shift, (index + 1) << shift, isWhole});
        return;
    }
    for (std::int64_t child = 0; child < SampleForest::fanOut; ++child)
        visit(level - 1, index * SampleForest::fanOut + child);
}

void LeafSearch::add(SampleStretch stretch) {
    if (stretch.isWhole && !m_found.empty() && m_found.back().isWhole && m_found.back().end == stretch.begin)
        m_found.back().end = stretch.end;
    else
        m_found.push_back(stretch);
}

} // namespace rillscope
