// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/MarkIndex.h"

#include "core/history/MarkCollector.h"

#include <algorithm>
#include <bit>

namespace rillscope {
namespace {

MarkIndex::Summary merged(const MarkIndex::Summary& left, const MarkIndex::Summary& right) {
    return {std::min(left.earliest, right.earliest), std::max(left.latest, right.latest),
            static_cast<std::uint16_t>(left.kinds | right.kinds)};
}

} // namespace

void MarkIndex::append(std::int64_t time, double value, Quality quality) {
    const auto kinds = static_cast<std::uint16_t>(quality.toInt() & allKinds);
    if (kinds != 0) {
        const Summary summary{time, time, kinds};
        const unsigned fresh = kinds & ~unsigned{m_open.kinds};
        m_open = m_open.kinds == 0 ? summary : merged(m_open, summary);
        for (unsigned rest = fresh; rest != 0; rest &= rest - 1)
            m_openFirsts[static_cast<std::size_t>(std::countr_zero(rest))] = {time, value};
    }
    ++m_size;
    if (m_size % SampleForest::leafSize == 0 && m_open.kinds != 0)
        complete();
}

void MarkIndex::appendLeaf(const LeafMarks& marks, std::int64_t earliest, std::int64_t latest) {
    Q_ASSERT(m_size % SampleForest::leafSize == 0);
    m_size += SampleForest::leafSize;
    if (marks.kinds == 0)
        return;
    m_open = {earliest, latest, marks.kinds};
    m_openFirsts = marks.firsts;
    complete();
}

void MarkIndex::complete() {
    const Block block{m_open, m_size - SampleForest::leafSize, m_firsts.size()};
    for (unsigned rest = m_open.kinds; rest != 0; rest &= rest - 1)
        m_firsts.append(m_openFirsts[static_cast<std::size_t>(std::countr_zero(rest))]);
    m_blocks.append(block);
    m_open.kinds = 0;
    const std::int64_t count = m_blocks.size();
    for (int level = 0; level < levelCount && count % (std::int64_t{1} << levelShift * (level + 1)) == 0;
         ++level) {
        const auto childrenOf = [&](int i) {
            return level == 0
                       ? m_blocks[count - i].summary
                       : m_levels[static_cast<std::size_t>(level - 1)][(count >> levelShift * level) - i];
        };
        Summary summary = childrenOf(1);
        for (int i = 2; i <= fanOut; ++i)
            summary = merged(summary, childrenOf(i));
        m_levels[static_cast<std::size_t>(level)].append(summary);
    }
    m_blockCount.store(count, std::memory_order_release);
}

std::int64_t MarkIndex::byteCount() const {
    std::int64_t bytes = m_blocks.size() * static_cast<std::int64_t>(sizeof(Block)) +
                         m_firsts.size() * static_cast<std::int64_t>(sizeof(Place));
    for (const auto& level : m_levels)
        bytes += level.size() * static_cast<std::int64_t>(sizeof(Summary));
    return bytes;
}

template <typename Visitor>
void MarkIndex::walk(std::int64_t blockCount, Visitor& visitor) const {
    std::int64_t done = 0;
    for (int level = levelCount; level >= 0; --level) {
        const int shift = levelShift * level;
        for (std::int64_t index = done >> shift; index < blockCount >> shift; ++index)
            descend(level, index, visitor);
        done = (blockCount >> shift) << shift;
    }
}

template <typename Visitor>
void MarkIndex::descend(int level, std::int64_t index, Visitor& visitor) const {
    if (level == 0) {
        visitor.visit(m_blocks[index]);
        return;
    }
    if (visitor.skips(m_levels[static_cast<std::size_t>(level - 1)][index]))
        return;
    for (int i = 0; i < fanOut; ++i)
        descend(level - 1, index * fanOut + i, visitor);
}

void MarkIndex::query(const SampleForest& forest, std::int64_t size, const ColumnGrid& cells,
                      std::vector<SampleMark>& result) const {
    MarkCollector collector(*this, forest, cells, result);
    if (!collector.hasCells())
        return;
    // The writer may be further than the samples the caller has seen.
    std::int64_t blockCount = m_blockCount.load(std::memory_order_acquire);
    while (blockCount > 0 && m_blocks[blockCount - 1].begin + SampleForest::leafSize > size)
        --blockCount;
    walk(blockCount, collector);
    // The newest samples, whose block is not complete.
    const std::int64_t tail = size - size % SampleForest::leafSize;
    if (tail < size)
        collector.scan(forest.run(tail, size));
}

} // namespace rillscope
