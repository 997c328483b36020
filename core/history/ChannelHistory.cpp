// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ChannelHistory.h"

#include "core/history/ChunkSearch.h"
#include "core/history/ColumnCache.h"
#include "core/history/ColumnCollector.h"
#include "core/history/GapDetector.h"
#include "core/history/LeafSearch.h"
#include "core/history/NearestSearch.h"
#include "core/history/SampleForest.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>

namespace rillscope {
namespace {

using Limits = std::numeric_limits<std::int64_t>;
using Node = SampleForest::Node;
using Run = SampleForest::Run;

constexpr bool isQualityFlag(unsigned bit) {
    for (const QualityFlag flag : allQualityFlags) {
        if (static_cast<unsigned>(flag) == bit)
            return true;
    }
    return false;
}
static_assert(ChannelHistory::chunkSize == SampleChunk::size);
static_assert(ChannelHistory::leavesPerChunk == SampleChunk::leafCount);
static_assert(!isQualityFlag(SampleForest::breakFlag), "the break needs a bit of its own");

/// Statistics of what lies in [first, last], both inclusive.
struct StatisticsCollector {
    std::int64_t first = Limits::min();
    std::int64_t last = Limits::max();
    RunningStatistics statistics{};

    bool take(const Node& node) {
        const M4& m4 = node.m4;
        if (m4.count == 0 || m4.lastTime < first || m4.firstTime > last)
            return true;
        if (m4.firstTime < first || m4.lastTime > last)
            return false;
        statistics.merge(node.statistics());
        return true;
    }

    void scan(const Run& run, int from, const Node*) {
        for (int i = from; i < run.size; ++i) {
            const std::int64_t time = run.times[i];
            if (time >= first && time <= last && std::isfinite(run.values[i]))
                statistics.add(run.values[i]);
        }
    }

    void takeEnvelope(const Node& node) {
        const std::int64_t middle = std::midpoint(node.m4.firstTime, node.m4.lastTime);
        if (middle >= first && middle <= last)
            statistics.merge(node.statistics());
    }
};

struct BoundsCollector {
    std::int64_t earliest = Limits::max();
    std::int64_t latest = Limits::min();

    bool take(const Node& node) {
        earliest = std::min(earliest, node.earliest);
        latest = std::max(latest, node.latest);
        return true;
    }

    void scan(const Run& run, int from, const Node*) {
        for (int i = from; i < run.size; ++i) {
            const std::int64_t time = run.times[i];
            earliest = std::min(earliest, time);
            latest = std::max(latest, time);
        }
    }

    void takeEnvelope(const Node& node) { take(node); }
};

RecordedSample sampleOf(const Run& run, int place) {
    return {fromNanoseconds(run.times[place]), run.values[place],
            Quality::fromInt(run.flags[place] & ~SampleForest::breakFlag), run.breaksBefore(place)};
}

} // namespace

struct ChannelHistory::Storage {
    SampleForest forest;
    GapDetector gaps{defaultGapFactor};
    MarkIndex marks;

    Appended append(std::int64_t time, double value, Quality quality, bool breakBefore) {
        auto flags = static_cast<std::uint16_t>(quality.toInt());
        if (breakBefore)
            flags |= SampleForest::breakFlag;
        marks.append(time, value, quality); // first: readers expect the marks of all they see
        return {breakBefore, forest.append(time, value, flags)};
    }
};

ChannelHistory::ChannelHistory() : m_storage(std::make_unique<Storage>()) {}

ChannelHistory::~ChannelHistory() = default;

ChannelHistory::Appended ChannelHistory::append(Timestamp eventTime, double value, Quality quality) {
    const std::int64_t time = toNanoseconds(eventTime);
    const bool breaks = m_storage->gaps.breaksBefore(time, std::isfinite(value));
    return m_storage->append(time, value, quality, breaks);
}

ChannelHistory::Appended ChannelHistory::append(const RecordedSample& sample) {
    return m_storage->append(toNanoseconds(sample.eventTime), sample.value, sample.quality,
                             sample.breakBefore);
}

void ChannelHistory::appendEvicted(const std::array<EvictedLeaf, leavesPerChunk>& leaves) {
    std::array<LeafSummary, leavesPerChunk> summaries;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        summaries[i] = leaves[i].summary;
        m_storage->marks.appendLeaf(leaves[i].marks, summaries[i].earliest, summaries[i].latest);
    }
    m_storage->forest.appendEvictedChunk(summaries);
}

bool ChannelHistory::evictOldest() {
    return m_storage->forest.evictOldestChunk();
}

std::unique_ptr<SampleChunk> ChannelHistory::pack(std::int64_t chunk, const std::int64_t* times,
                                                  const double* values, const std::uint16_t* flags) const {
    const Node* const leaves = m_storage->forest.nodes(0, chunk * leavesPerChunk);
    for (std::int64_t leaf = 0; leaf < leavesPerChunk; ++leaf) {
        const std::int64_t from = leaf * SampleForest::leafSize;
        const LeafSummary summary =
            summarizeLeaf(times + from, values + from, flags + from, SampleForest::leafSize);
        if (!isSame(summary, leaves[leaf]))
            return nullptr;
    }
    return SampleChunk::packed(times, values, flags);
}

bool ChannelHistory::restore(std::int64_t chunk, std::unique_ptr<SampleChunk> samples) {
    return m_storage->forest.restoreChunk(chunk, std::move(samples));
}

void ChannelHistory::dropRestored(std::int64_t chunk) {
    m_storage->forest.dropRestoredChunk(chunk);
}

std::int64_t ChannelHistory::restoredBytes() const {
    return m_storage->forest.restoredBytes();
}

std::int64_t ChannelHistory::restoredState() const {
    return m_storage->forest.restoredState();
}

std::vector<PastChunk> ChannelHistory::pastChunks(Timestamp begin, Timestamp end, Duration width,
                                                  std::size_t most) const {
    if (begin >= end)
        return {};
    return ChunkSearch(m_storage->forest, toNanoseconds(begin), toNanoseconds(end) - 1)
        .findLongerThan(width.count(), most);
}

void ChannelHistory::setGapFactor(double factor) {
    m_storage->gaps.setFactor(factor);
}

double ChannelHistory::gapFactor() const {
    return m_storage->gaps.factor();
}

std::int64_t ChannelHistory::size() const {
    return m_storage->forest.size();
}

std::int64_t ChannelHistory::evictedCount() const {
    return m_storage->forest.firstKept();
}

std::optional<Timestamp> ChannelHistory::fullResolutionFrom() const {
    if (evictedCount() == 0)
        return std::nullopt;
    const std::int64_t latest = m_storage->forest.latestEvicted();
    return fromNanoseconds(latest == Limits::max() ? latest : latest + 1);
}

std::optional<Timestamp> ChannelHistory::fullResolutionFrom(Timestamp begin, Timestamp end) const {
    if (begin >= end)
        return std::nullopt;
    const auto latest =
        ChunkSearch(m_storage->forest, toNanoseconds(begin), toNanoseconds(end) - 1).findLatestMissing();
    if (!latest)
        return std::nullopt;
    return fromNanoseconds(*latest == Limits::max() ? *latest : *latest + 1);
}

ChannelHistory::Presence ChannelHistory::presence(std::int64_t index, std::int64_t end) const {
    const SampleForest& forest = m_storage->forest;
    const std::int64_t firstKept = evictedCount();
    if (index >= firstKept)
        return {end, false};
    const std::int64_t limit = std::min(end, firstKept);
    std::int64_t chunk = index / chunkSize;
    const bool isThere = forest.hasChunk(chunk);
    do
        ++chunk;
    while (chunk * chunkSize < limit && forest.hasChunk(chunk) == isThere);
    return {std::min(chunk * chunkSize, limit), !isThere};
}

std::int64_t ChannelHistory::memoryUsage() const {
    return m_storage->forest.byteCount() + m_storage->marks.byteCount();
}

std::optional<RecordedSample> ChannelHistory::sample(std::int64_t index) const {
    const SampleForest& forest = m_storage->forest;
    const SampleForest::Visit visit = forest.visit();
    const int place = static_cast<int>(index % SampleForest::leafSize);
    const Run run = forest.run(index - place, index + 1);
    return run.size > 0 ? std::optional(sampleOf(run, place)) : std::nullopt;
}

Timestamp ChannelHistory::eventTime(std::int64_t index) const {
    if (const auto recorded = sample(index))
        return recorded->eventTime;
    return fromNanoseconds(m_storage->forest.nodes(0, index / SampleForest::leafSize)->earliest);
}

double ChannelHistory::value(std::int64_t index) const {
    const auto recorded = sample(index);
    return recorded ? recorded->value : std::numeric_limits<double>::quiet_NaN();
}

Quality ChannelHistory::quality(std::int64_t index) const {
    return sample(index).value_or(RecordedSample()).quality;
}

bool ChannelHistory::breaksBefore(std::int64_t index) const {
    return sample(index).value_or(RecordedSample()).breakBefore;
}

ChannelHistory::Part ChannelHistory::read(std::int64_t index, std::int64_t end,
                                          std::vector<RecordedSample>& samples) const {
    samples.clear();
    const SampleForest& forest = m_storage->forest;
    const SampleForest::Visit visit = forest.visit();
    const std::int64_t leaf = index / SampleForest::leafSize;
    const std::int64_t begin = leaf * SampleForest::leafSize;
    const std::int64_t partEnd = std::min(end, begin + SampleForest::leafSize);
    const Run run = forest.run(begin, partEnd);
    if (run.size == 0) {
        const Node& node = *forest.nodes(0, leaf);
        return {partEnd, true, fromNanoseconds(std::midpoint(node.earliest, node.latest))};
    }
    for (int place = static_cast<int>(index - begin); place < run.size; ++place)
        samples.push_back(sampleOf(run, place));
    return {partEnd, false, {}};
}

std::vector<SampleStretch> ChannelHistory::stretches(Timestamp begin, Timestamp end) const {
    if (begin >= end)
        return {};
    return LeafSearch(m_storage->forest, toNanoseconds(begin), toNanoseconds(end) - 1).search(size());
}

std::optional<std::pair<Timestamp, Timestamp>> ChannelHistory::timeRange() const {
    const std::int64_t count = size();
    if (count == 0)
        return std::nullopt;
    BoundsCollector bounds;
    m_storage->forest.walk(0, count, bounds);
    return std::pair{fromNanoseconds(bounds.earliest), fromNanoseconds(bounds.latest)};
}

ColumnQueryResult ChannelHistory::query(const ColumnGrid& grid) const {
    ColumnQueryResult result;
    query(grid, result);
    return result;
}

void ChannelHistory::query(const ColumnGrid& grid, ColumnQueryResult& result) const {
    ColumnCollector::clear(result, grid);
    ColumnCollector(grid, result).collect(m_storage->forest, 0, size());
    ColumnCollector::removeEmpty(result);
}

void ChannelHistory::query(const ColumnGrid& grid, ColumnCache& cache, ColumnQueryResult& result) const {
    cache.query(m_storage->forest, grid, result);
}

void ChannelHistory::marks(const ColumnGrid& cells, std::vector<SampleMark>& result) const {
    const SampleForest::Visit visit = m_storage->forest.visit();
    const std::int64_t count = size();
    m_storage->marks.query(m_storage->forest, count, cells, result);
}

RunningStatistics ChannelHistory::statistics(Timestamp begin, Timestamp end) const {
    if (begin >= end)
        return {};
    StatisticsCollector collector{toNanoseconds(begin), toNanoseconds(end) - 1};
    m_storage->forest.walk(0, size(), collector);
    return collector.statistics;
}

RunningStatistics ChannelHistory::statistics() const {
    StatisticsCollector collector;
    m_storage->forest.walk(0, size(), collector);
    return collector.statistics;
}

std::optional<std::int64_t> ChannelHistory::nearest(Timestamp time) const {
    // All that was there when it asked may have been evicted before it looked; then it asks again.
    for (std::int64_t asked = size();; asked = size()) {
        const auto found = NearestSearch(m_storage->forest, toNanoseconds(time)).search(asked);
        if (found || asked == size())
            return found;
    }
}

} // namespace rillscope
