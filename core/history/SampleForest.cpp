// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/SampleForest.h"

#include <QtGlobal>

#include <algorithm>

namespace rillscope {
namespace {

using Node = SampleForest::Node;

static_assert(SampleForest::leafSize == 1 << SampleForest::levelShift(0));
static_assert(SampleChunk::size == 1 << SampleForest::levelShift(1), "eviction leaves whole nodes");
static_assert(SampleForest::leafSize * SampleForest::fanOut == 1 << SampleForest::levelShift(1));

Node makeParent(const Node* children) {
    Node node = children[0];
    node.isPlain = false;
    RunningStatistics statistics = node.statistics();
    for (int i = 1; i < SampleForest::fanOut; ++i) {
        const Node& child = children[i];
        node.m4.merge(child.m4);
        node.earliest = std::min(node.earliest, child.earliest);
        node.latest = std::max(node.latest, child.latest);
        statistics.merge(child.statistics());
        // The first in time is one of one child only.
        const bool isFirst = child.m4.count > 0 && child.m4.firstTime == node.m4.firstTime;
        node.breaksInside |= child.breaksInside || (child.m4.breakBefore && !isFirst);
    }
    node.mean = statistics.mean();
    node.squaredDeviations = statistics.squaredDeviations();
    return node;
}

} // namespace

bool SampleForest::append(std::int64_t time, double value, std::uint16_t flags) {
    if (m_fill == SampleChunk::size)
        openChunk();
    SampleChunk& chunk = *m_owned.back();
    chunk.times()[m_fill] = time;
    chunk.values()[m_fill] = value;
    chunk.flags()[m_fill] = flags;
    ++m_fill;
    const std::int64_t size = m_size.load(std::memory_order_relaxed) + 1;
    if (size % leafSize == 0) {
        const int from = m_fill - leafSize;
        completeNodes(
            summarizeLeaf(chunk.times() + from, chunk.values() + from, chunk.flags() + from, leafSize), size);
    }
    m_size.store(size, std::memory_order_release);
    if (m_fill < SampleChunk::size)
        return false;
    sealChunk();
    return true;
}

void SampleForest::openChunk() {
    m_owned.push_back(SampleChunk::open());
    m_chunkBytes.fetch_add(m_owned.back()->byteCount(), std::memory_order_relaxed);
    m_chunks.append({m_owned.back().get()});
    m_fill = 0;
}

void SampleForest::sealChunk() {
    auto sealed = m_owned.back()->sealed();
    m_chunkBytes.fetch_add(sealed->byteCount() - m_owned.back()->byteCount(), std::memory_order_relaxed);
    m_chunks.at(m_chunks.size() - 1).store(sealed.get());
    std::swap(m_owned.back(), sealed);
    m_gate.retire(std::move(sealed));
    m_gate.reclaim();
}

bool SampleForest::evictOldestChunk() {
    if (m_owned.size() < 2)
        return false;
    const std::int64_t begin = m_firstKept.load(std::memory_order_relaxed);
    // In this order, no reader is given samples that have gone, and a reader that finds nothing knows why.
    const std::int64_t latest = nodes(1, begin >> levelShift(1))->latest;
    m_latestEvicted.store(std::max(m_latestEvicted.load(std::memory_order_relaxed), latest),
                          std::memory_order_seq_cst);
    m_firstKept.store(begin + SampleChunk::size, std::memory_order_seq_cst);
    m_chunks.at(begin / SampleChunk::size).store(nullptr);
    m_chunkBytes.fetch_sub(m_owned.front()->byteCount(), std::memory_order_relaxed);
    m_gate.retire(std::move(m_owned.front()));
    m_owned.pop_front();
    m_gate.reclaim();
    return true;
}

void SampleForest::appendEvictedChunk(std::span<const Node, SampleChunk::leafCount> leaves) {
    std::int64_t size = m_size.load(std::memory_order_relaxed);
    Q_ASSERT(m_owned.empty() && size == m_firstKept.load(std::memory_order_relaxed));
    m_chunks.append({nullptr});
    std::int64_t latest = m_latestEvicted.load(std::memory_order_relaxed);
    for (const Node& leaf : leaves) {
        size += leafSize;
        completeNodes(leaf, size);
        latest = std::max(latest, leaf.latest);
    }
    m_latestEvicted.store(latest, std::memory_order_seq_cst);
    m_firstKept.store(size, std::memory_order_seq_cst);
    m_size.store(size, std::memory_order_release);
}

bool SampleForest::restoreChunk(std::int64_t index, std::unique_ptr<SampleChunk> chunk) {
    Q_ASSERT(index * SampleChunk::size < m_firstKept.load(std::memory_order_relaxed));
    const auto [place, isNew] = m_restored.try_emplace(index, std::move(chunk));
    if (!isNew)
        return false;
    m_restoredBytes.fetch_add(place->second->byteCount(), std::memory_order_relaxed);
    exchangeRestored(index, place->second.get());
    return true;
}

void SampleForest::dropRestoredChunk(std::int64_t index) {
    auto node = m_restored.extract(index);
    m_restoredBytes.fetch_sub(node.mapped()->byteCount(), std::memory_order_relaxed);
    exchangeRestored(index, nullptr);
    m_gate.retire(std::move(node.mapped()));
    m_gate.reclaim();
}

void SampleForest::exchangeRestored(std::int64_t index, const SampleChunk* chunk) {
    const std::int64_t latest = nodes(1, index)->latest;
    m_latestRestored.store(std::max(m_latestRestored.load(std::memory_order_relaxed), latest),
                           std::memory_order_seq_cst);
    // Before: who finds the chunk changed knows that it has. After: so does who looked in between.
    m_restoredState.fetch_add(1, std::memory_order_seq_cst);
    m_chunks.at(index).store(chunk);
    m_restoredState.fetch_add(1, std::memory_order_seq_cst);
}

std::int64_t SampleForest::byteCount() const {
    std::int64_t nodeCount = 0;
    for (const auto& level : m_levels)
        nodeCount += level.size();
    return m_chunkBytes.load(std::memory_order_relaxed) + restoredBytes() +
           nodeCount * static_cast<std::int64_t>(sizeof(Node));
}

void SampleForest::completeNodes(const Node& leaf, std::int64_t size) {
    m_levels[0].append(leaf);
    for (int level = 1; level < levelCount && size % (std::int64_t{1} << levelShift(level)) == 0; ++level) {
        const std::int64_t index = (size >> levelShift(level)) - 1;
        m_levels[static_cast<std::size_t>(level)].append(makeParent(nodes(level - 1, index * fanOut)));
    }
}

} // namespace rillscope
