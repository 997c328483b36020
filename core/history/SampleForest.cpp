// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/SampleForest.h"

#include "core/history/PlainRun.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

using Node = SampleForest::Node;
using Run = SampleForest::Run;

static_assert(SampleForest::leafSize == 1 << SampleForest::levelShift(0));
static_assert(SampleChunk::size == 1 << SampleForest::levelShift(1), "eviction leaves whole nodes");
static_assert(SampleForest::leafSize * SampleForest::fanOut == 1 << SampleForest::levelShift(1));

M4 summarizeAny(const Run& run) {
    M4 m4{};
    for (int i = 0; i < run.size; ++i) {
        if (std::isfinite(run.values[i]))
            m4.merge(M4::of(run.times[i], run.values[i], run.breaksBefore(i)));
    }
    return m4;
}

RunningStatistics addOneByOne(const Run& run) {
    RunningStatistics statistics;
    for (int i = 0; i < run.size; ++i) {
        if (std::isfinite(run.values[i]))
            statistics.add(run.values[i]);
    }
    return statistics;
}

/// Of finite values. Two passes without a division for each: several times as fast as one by one, and as
/// exact. Sums beyond the range of double leave infinities or NaN.
void setMoments(Node& node, const Run& run) {
    const double pivot = run.values[0];
    double sum = 0.0;
    for (int i = 0; i < run.size; ++i)
        sum += run.values[i] - pivot;
    node.mean = pivot + sum / run.size;
    node.squaredDeviations = 0.0;
    for (int i = 0; i < run.size; ++i) {
        const double deviation = run.values[i] - node.mean;
        node.squaredDeviations += deviation * deviation;
    }
}

int breakCount(const std::uint16_t* flags) {
    int count = 0;
    for (int i = 0; i < SampleForest::leafSize; ++i)
        count += (flags[i] & SampleForest::breakFlag) != 0;
    return count;
}

/// `times` are those of the run, plain, as are its flags.
Node makeLeaf(const Run& run, const std::int64_t* times) {
    Node node{};
    node.isPlain = isPlain(times, run.values, run.size);
    if (node.isPlain) {
        addPlain(node.m4, run, 0, run.size);
        node.earliest = times[0];
        node.latest = times[run.size - 1];
        setMoments(node, run);
    } else {
        node.m4 = summarizeAny(run);
        const auto [earliest, latest] = std::minmax_element(times, times + run.size);
        node.earliest = *earliest;
        node.latest = *latest;
    }
    if (!node.isPlain || !std::isfinite(node.squaredDeviations)) {
        const RunningStatistics statistics = addOneByOne(run);
        node.mean = statistics.mean();
        node.squaredDeviations = statistics.squaredDeviations();
    }
    node.breaksInside = breakCount(run.flags.plain) > (node.m4.count > 0 && node.m4.breakBefore ? 1 : 0);
    return node;
}

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
    if (size % leafSize == 0)
        completeNodes(size);
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
    // In this order: nobody is told of samples that have gone, and a reader who finds nothing knows why.
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

std::int64_t SampleForest::byteCount() const {
    std::int64_t nodeCount = 0;
    for (const auto& level : m_levels)
        nodeCount += level.size();
    return m_chunkBytes.load(std::memory_order_relaxed) + nodeCount * static_cast<std::int64_t>(sizeof(Node));
}

void SampleForest::completeNodes(std::int64_t size) {
    SampleChunk& chunk = *m_owned.back();
    m_levels[0].append(makeLeaf(run(size - leafSize, size), chunk.times() + m_fill - leafSize));
    for (int level = 1; level < levelCount && size % (std::int64_t{1} << levelShift(level)) == 0; ++level) {
        const std::int64_t index = (size >> levelShift(level)) - 1;
        m_levels[static_cast<std::size_t>(level)].append(makeParent(nodes(level - 1, index * fanOut)));
    }
}

} // namespace rillscope
