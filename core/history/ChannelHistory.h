// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunningStatistics.h"
#include "core/history/ColumnQuery.h"
#include "core/history/MarkIndex.h"
#include "core/model/Sample.h"

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace rillscope {

class ColumnCache;

/// A sample as it was recorded.
struct RecordedSample {
    Timestamp eventTime;
    double value = 0.0;
    Quality quality;
    bool breakBefore = false;
    friend bool operator==(const RecordedSample&, const RecordedSample&) = default;
};

/// Consecutive samples [begin, end) in the order of arrival: whole leaves of 256, but for the newest.
struct SampleStretch {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    bool isWhole = false; ///< all lie in the range that was asked for; else one leaf, of which some may
};

/// 256 consecutive samples that are known by this alone.
struct EvictedLeaf {
    LeafSummary summary;
    MarkIndex::LeafMarks marks;
};

/// A chunk whose samples have been evicted, by its number.
struct PastChunk {
    std::int64_t chunk = 0;
    bool isRestored = false;
    friend bool operator==(const PastChunk&, const PastChunk&) = default;
};

/// Everything one channel has delivered, in the order of arrival, with levels of detail for drawing.
/// Thread: one writer (processing); any number of readers at any time, without locks. What a reader sees is
/// what had been appended completely when it asked; each call asks once. Units: event times ns since the Unix
/// epoch; temperatures in °C whatever the source sent, other values as sent. Shape: chunks of columns (time,
/// value, flags), times packed once a chunk is full, under a forest of summaries: a node covers 256 · 16^k
/// consecutive samples with their time bounds, M4 and statistics, so that samples out of order are found in
/// their right place. The oldest chunks can be evicted: of their samples the nodes remain, each with four
/// samples at their exact places. Evicted chunks can be restored from a copy of their samples, and then are
/// as if they had never gone. Source: M4, Jugel et al., PVLDB 7(10), 2014; implicit forest, Hume 2021.
class ChannelHistory {
public:
    static constexpr double defaultGapFactor = 10.0;
    static constexpr std::int64_t chunkSize = 4'096; ///< samples that are evicted together
    static constexpr std::int64_t leavesPerChunk = 16;

    /// What appending a sample has led to.
    struct Appended {
        bool breaksBefore = false;   ///< the line breaks before it
        bool completesChunk = false; ///< memory has grown: time to compare it with its limit
    };

    ChannelHistory();
    ~ChannelHistory();
    ChannelHistory(const ChannelHistory&) = delete;
    ChannelHistory& operator=(const ChannelHistory&) = delete;

    /// Writer only. Amortized O(1). NaN and infinities are kept, but are in no summary.
    /// The line breaks before the first sample that comes in order after a NaN or an infinity, and before one
    /// after a silence of more than gapFactor() times the channel's usual interval.
    Appended append(Timestamp eventTime, double value, Quality quality);
    /// Writer only. Appends a sample of which it is known whether the line breaks before it.
    Appended append(const RecordedSample& sample);
    /// Writer only. The next chunkSize samples, evicted from the start. Precondition: all so far are, too.
    void appendEvicted(const std::array<EvictedLeaf, leavesPerChunk>& leaves);
    /// Writer only. Deletes the oldest chunkSize samples but for their summaries. Readers are safe: the
    /// memory is freed when none of them uses it. False when only the newest chunk is left, which stays.
    bool evictOldest();

    /// The samples of an evicted chunk, ready to be restored; columns of chunkSize, `flags` as in
    /// summarizeLeaf(). Any thread. Nothing when they are not those that were evicted: no summary would be
    /// right any more.
    std::unique_ptr<SampleChunk> pack(std::int64_t chunk, const std::int64_t* times, const double* values,
                                      const std::uint16_t* flags) const;
    /// Writer only. Puts samples back; false when they are there. `samples`: of pack() for this chunk.
    bool restore(std::int64_t chunk, std::unique_ptr<SampleChunk> samples);
    /// Writer only. Precondition: the chunk is restored.
    void dropRestored(std::int64_t chunk);
    std::int64_t restoredBytes() const;
    /// A number that grows with each change of what is restored.
    std::int64_t restoredState() const;
    /// The evicted chunks that reach into [begin, end) and whose samples would be seen in columns of this
    /// width: a summary is longer than one. At most so many, nearest to the middle of the range first, some
    /// of them restored.
    std::vector<PastChunk> pastChunks(Timestamp begin, Timestamp end, Duration width, std::size_t most) const;

    /// Applies from the next sample on. Any thread. Precondition: at least 1; infinity leaves only NaN to
    /// break the line.
    void setGapFactor(double factor);
    double gapFactor() const;

    /// All that were recorded.
    std::int64_t size() const;
    /// The number of samples that have been evicted: they are the first ones. Some may be restored.
    std::int64_t evictedCount() const;
    /// From here on every sample is at hand one by one; before it some are known by their summaries only,
    /// unless restored. Nothing while none has been evicted.
    std::optional<Timestamp> fullResolutionFrom() const;
    /// The same for [begin, end) alone, and what is restored is at hand. Nothing while all of it is.
    std::optional<Timestamp> fullResolutionFrom(Timestamp begin, Timestamp end) const;
    /// Up to which index, at most `end`, the samples from `index` on are alike in being at hand or not.
    /// Precondition: 0 <= index < end <= size().
    struct Presence {
        std::int64_t end = 0;
        bool isEvicted = false;
    };
    Presence presence(std::int64_t index, std::int64_t end) const;
    /// Bytes of samples and summaries, restored ones included.
    std::int64_t memoryUsage() const;

    /// Precondition: 0 <= index < size(). In the order of arrival. Nothing when it is evicted.
    std::optional<RecordedSample> sample(std::int64_t index) const;
    /// Parts of sample(). Evicted, a sample has no value (NaN), no marks, and the earliest time of its
    /// summary.
    Timestamp eventTime(std::int64_t index) const;
    double value(std::int64_t index) const;
    Quality quality(std::int64_t index) const;
    bool breaksBefore(std::int64_t index) const;

    /// Earliest and latest event time; nothing while empty.
    std::optional<std::pair<Timestamp, Timestamp>> timeRange() const;

    /// One M4 group per non-empty column. Cost: O(columns · 256) at worst for samples in order, whatever the
    /// size.
    /// Preconditions: the grid's width and count are positive. A grid beyond the range of Timestamp shows
    /// nothing, not even `before` and `after`.
    ColumnQueryResult query(const ColumnGrid& grid) const;
    /// The same into a result that is used again and again.
    void query(const ColumnGrid& grid, ColumnQueryResult& result) const;
    /// The same once a frame: `cache` keeps the answer, so that the next one costs only what is new.
    void query(const ColumnGrid& grid, ColumnCache& cache, ColumnQueryResult& result) const;

    /// Goes through the samples in the order of arrival: the next ones from `index` on, at least one and at
    /// most those up to `end` and up to the end of their leaf, or, evicted, all of the leaf.
    /// Precondition: 0 <= index < end <= size().
    struct Part {
        std::int64_t end = 0; ///< the index behind it
        bool isEvicted = false;
        Timestamp middle; ///< of the times of an evicted leaf
    };
    Part read(std::int64_t index, std::int64_t end, std::vector<RecordedSample>& samples) const;

    /// Where to read() the samples with event time in [begin, end), in the order of arrival, with no other in
    /// between. O(log n) for samples in order. Of evicted ones, too, which read() knows by their middle.
    std::vector<SampleStretch> stretches(Timestamp begin, Timestamp end) const;

    /// Of each kind of mark, the first to arrive in each cell of the grid, in no order. Of evicted samples,
    /// the first of each kind in 256 that came together. See MarkIndex. Same preconditions as query().
    /// Empties `result`.
    void marks(const ColumnGrid& cells, std::vector<SampleMark>& result) const;

    /// Statistics of the finite samples with event time in [begin, end). O(log n) for samples in order.
    /// A summary of evicted samples on an edge counts when the middle of its time lies within.
    RunningStatistics statistics(Timestamp begin, Timestamp end) const;
    RunningStatistics statistics() const;

    /// The index of the sample nearest in event time (the earlier one of two as near) of those that are at
    /// hand; nothing while empty.
    std::optional<std::int64_t> nearest(Timestamp time) const;

private:
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace rillscope
