// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/LeafSummary.h"
#include "core/history/ReaderGate.h"
#include "core/history/StableVector.h"

#include <algorithm>
#include <array>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <span>

namespace rillscope {

/// The samples of one channel in chunks, in the order of arrival, under a forest of summaries: node i of
/// level k covers the leafSize · fanOut^k samples from i times that many on, and exists once they are
/// complete. The oldest chunks can be evicted; their nodes stay. Of these any can be restored for a while.
/// Thread: one writer; any number of readers without locks, who ask size() once and pass it on. All nodes of
/// a size are written before it is published. A reader who looks at samples does so during a Visit. Units:
/// times ns since the Unix epoch. Source: implicit in-order segment forest, Hume 2021.
class SampleForest {
public:
    static constexpr int leafSize = SampleChunk::leafSize;
    static constexpr int fanOut = 16;
    static constexpr int levelCount = 6; ///< the highest nodes cover 2^28 samples

    static constexpr std::uint16_t breakFlag = FlagColumn::breakFlag;

    using Node = LeafSummary; ///< of a leaf, or of all leaves below
    using Run = SampleRun;
    using Visit = ReaderGate<std::unique_ptr<SampleChunk>>::Visit;

    SampleForest() = default;
    SampleForest(const SampleForest&) = delete;
    SampleForest& operator=(const SampleForest&) = delete;

    /// Writer only. True when it completed a chunk.
    bool append(std::int64_t time, double value, std::uint16_t flags);
    /// Writer only. Deletes the oldest chunk as soon as no reader uses it; false when only the newest is
    /// left.
    bool evictOldestChunk();
    /// Writer only. A chunk of samples that have gone already. Precondition: so have all before it.
    void appendEvictedChunk(std::span<const Node, SampleChunk::leafCount> leaves);
    /// Writer only. Puts the samples of an evicted chunk back; false when they are there. Precondition: the
    /// chunk is sealed, and its leaves are those of the nodes.
    bool restoreChunk(std::int64_t index, std::unique_ptr<SampleChunk> chunk);
    /// Writer only. Takes them away again. Precondition: it has been restored.
    void dropRestoredChunk(std::int64_t index);

    std::int64_t size() const { return m_size.load(std::memory_order_acquire); }
    /// The samples before it have been evicted, though some of them may be restored.
    std::int64_t firstKept() const { return m_firstKept.load(std::memory_order_seq_cst); }
    /// The latest time of those, or of a few more.
    std::int64_t latestEvicted() const { return m_latestEvicted.load(std::memory_order_seq_cst); }
    /// Of chunks and nodes.
    std::int64_t byteCount() const;
    /// Of restored chunks, which are in byteCount(), too.
    std::int64_t restoredBytes() const { return m_restoredBytes.load(std::memory_order_relaxed); }
    /// Another number before and after each change of what is restored.
    std::int64_t restoredState() const { return m_restoredState.load(std::memory_order_seq_cst); }
    /// The latest time of all chunks that ever were.
    std::int64_t latestRestored() const { return m_latestRestored.load(std::memory_order_seq_cst); }
    /// Whether the samples of a chunk are there. Precondition: it begins below size().
    bool hasChunk(std::int64_t index) const { return m_chunks[index].load() != nullptr; }

    /// Within it what run() gives stays valid.
    Visit visit() const { return Visit(m_gate); }
    /// The samples from `begin`, a multiple of leafSize, to `end`, at most leafSize of them; empty when they
    /// have been evicted. Needs a visit().
    Run run(std::int64_t begin, std::int64_t end) const {
        const SampleChunk* const chunk = m_chunks[begin / SampleChunk::size].load();
        if (!chunk)
            return {};
        return chunk->run(static_cast<int>(begin % SampleChunk::size / leafSize),
                          static_cast<int>(end - begin));
    }

    static constexpr int levelShift(int level) { return 8 + 4 * level; }
    /// The highest level at which a node begins at `begin` and ends by `end`: some does, where a leaf fits.
    static int levelOf(std::int64_t begin, std::int64_t end) {
        int level = 0;
        while (level + 1 < levelCount) {
            const std::int64_t length = std::int64_t{1} << levelShift(level + 1);
            if (begin % length != 0 || end - begin < length)
                break;
            ++level;
        }
        return level;
    }

    /// The fanOut children of a node lie one after the other from here.
    const Node* nodes(int level, std::int64_t index) const {
        return m_levels[static_cast<std::size_t>(level)].from(index);
    }

    /// Goes through the samples from `begin` to `size` in the order of arrival. Asks
    /// visitor.take(const Node&) for each node from the top down: true means that the node needs no closer
    /// look. What remains goes to visitor.scan(const Run&, int from, const Node* leaf), where leaf is null
    /// for a part of a leaf, or, evicted, to visitor.takeEnvelope(const Node&).
    template <typename Visitor>
    void walk(std::int64_t begin, std::int64_t size, Visitor& visitor) const {
        const Visit visit(m_gate);
        while (begin < size) {
            const std::int64_t leafBegin = begin - begin % leafSize;
            if (begin != leafBegin || size - begin < leafSize) {
                const std::int64_t end = std::min(size, leafBegin + leafSize);
                scanPart(leafBegin, static_cast<int>(begin - leafBegin), end, visitor);
                begin = end;
                continue;
            }
            const int level = levelOf(begin, size);
            const std::int64_t index = begin >> levelShift(level);
            descend(level, index, *nodes(level, index), visitor);
            begin += std::int64_t{1} << levelShift(level);
        }
    }

private:
    /// The place of a chunk, which readers look at while the writer changes it.
    struct ChunkSlot {
        const SampleChunk* chunk;

        const SampleChunk* load() const {
            return std::atomic_ref(const_cast<ChunkSlot*>(this)->chunk).load(std::memory_order_seq_cst);
        }
        void store(const SampleChunk* next) { std::atomic_ref(chunk).store(next, std::memory_order_seq_cst); }
    };

    template <typename Visitor>
    void descend(int level, std::int64_t index, const Node& node, Visitor& visitor) const {
        if (visitor.take(node))
            return;
        if (level == 0) {
            const std::int64_t begin = index * leafSize;
            if (const Run samples = run(begin, begin + leafSize); samples.size > 0)
                visitor.scan(samples, 0, &node);
            else
                visitor.takeEnvelope(node);
            return;
        }
        const Node* child = nodes(level - 1, index * fanOut);
        for (int i = 0; i < fanOut; ++i)
            descend(level - 1, index * fanOut + i, child[i], visitor);
    }

    template <typename Visitor>
    void scanPart(std::int64_t leafBegin, int from, std::int64_t end, Visitor& visitor) const {
        if (const Run samples = run(leafBegin, end); samples.size > 0) {
            visitor.scan(samples, from, static_cast<const Node*>(nullptr));
            return;
        }
        // The newest chunk stays, but has become an old one since the reader asked for the size: its leaf is
        // a node by now.
        const Node& node = *nodes(0, leafBegin / leafSize);
        if (!visitor.take(node))
            visitor.takeEnvelope(node);
    }

    void openChunk();
    void sealChunk();
    void completeNodes(const Node& leaf, std::int64_t size);
    /// Puts a chunk, or nothing, in the place of one that was evicted.
    void exchangeRestored(std::int64_t index, const SampleChunk* chunk);

    ReaderGate<std::unique_ptr<SampleChunk>> m_gate;
    StableVector<ChunkSlot, fanOut> m_chunks;         // set before a size that needs it is published
    std::deque<std::unique_ptr<SampleChunk>> m_owned; // writer only; from the oldest that is kept on
    std::map<std::int64_t, std::unique_ptr<SampleChunk>> m_restored; // writer only; by index
    int m_fill = SampleChunk::size; // writer only; samples in the newest chunk
    std::array<StableVector<Node, fanOut>, levelCount> m_levels;
    std::atomic<std::int64_t> m_size{0}; // what readers may see; stored after samples and nodes
    std::atomic<std::int64_t> m_latestEvicted{std::numeric_limits<std::int64_t>::min()};
    std::atomic<std::int64_t> m_firstKept{0};
    std::atomic<std::int64_t> m_chunkBytes{0};
    std::atomic<std::int64_t> m_restoredBytes{0};
    std::atomic<std::int64_t> m_restoredState{0};
    std::atomic<std::int64_t> m_latestRestored{std::numeric_limits<std::int64_t>::min()};
};

} // namespace rillscope
