// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/RangeInsight.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rillscope {
namespace {

constexpr std::int64_t leafSize = 256;

/// A place in [0, stride) for each stretch of so many leaves: drawn, so that nothing periodic in the stream
/// keeps step with it. Source of the mixing: SplitMix64, Steele et al., OOPSLA 2014.
std::int64_t drawnPlace(std::int64_t stretch, std::int64_t stride) {
    std::uint64_t mixed = static_cast<std::uint64_t>(stretch) + 0x9e3779b97f4a7c15U;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return static_cast<std::int64_t>((mixed ^ (mixed >> 31)) % static_cast<std::uint64_t>(stride));
}

Spread spreadOf(std::vector<double>& values, const RunningStatistics& statistics, Histogram::Scale scale) {
    std::sort(values.begin(), values.end());
    return {statistics, percentileOfSorted(values, 0.5), percentileOfSorted(values, 0.9),
            percentileOfSorted(values, 0.99), Histogram::of(values, scale)};
}

class RangeReader {
public:
    RangeReader(const ChannelHistory& history, Timestamp begin, Timestamp end, Unit unit)
        : m_history(history), m_begin(begin), m_end(end) {
        m_insight.unit = unit;
    }

    RangeInsight read() {
        m_stretches = m_history.stretches(m_begin, m_end);
        removeEvicted();
        countInRange();
        chooseStride();
        for (const SampleStretch& stretch : m_stretches)
            lookAt(stretch);
        m_insight.values = spreadOf(m_values, m_valueStatistics, Histogram::Scale::Linear);
        m_insight.intervals = spreadOf(m_intervals, m_intervalStatistics, Histogram::Scale::Automatic);
        return std::move(m_insight);
    }

private:
    bool isInRange(Timestamp time) const { return time >= m_begin && time < m_end; }

    /// Leaves those that are at hand.
    void removeEvicted() {
        std::vector<SampleStretch> kept;
        for (SampleStretch stretch : m_stretches) {
            while (stretch.begin < stretch.end) {
                const auto [end, isEvicted] = m_history.presence(stretch.begin, stretch.end);
                const SampleStretch part{std::exchange(stretch.begin, end), end, stretch.isWhole};
                if (!isEvicted)
                    kept.push_back(part);
                else
                    noteEvicted(part);
            }
        }
        m_stretches = std::move(kept);
    }

    void noteEvicted(const SampleStretch& part) {
        if (!part.isWhole && !isInRange(m_history.read(part.begin, part.end, m_samples).middle))
            return;
        m_insight.evicted += part.end - part.begin;
        m_holes.push_back(part.end);
    }

    void countInRange() {
        for (const SampleStretch& stretch : m_stretches) {
            m_leafCount += (stretch.end - stretch.begin + leafSize - 1) / leafSize;
            if (stretch.isWhole) {
                m_insight.inRange += stretch.end - stretch.begin;
                continue;
            }
            m_history.read(stretch.begin, stretch.end, m_samples);
            m_insight.inRange +=
                std::count_if(m_samples.begin(), m_samples.end(),
                              [this](const auto& sample) { return isInRange(sample.eventTime); });
        }
    }

    /// A power of two, so that it seldom changes while the range grows.
    void chooseStride() {
        if (m_insight.inRange <= RangeInsight::mostExact)
            return;
        while (m_leafCount / m_insight.leafStride > RangeInsight::mostLeaves)
            m_insight.leafStride *= 2;
    }

    void lookAt(const SampleStretch& stretch) {
        const std::int64_t stride = m_insight.leafStride;
        std::int64_t leaf = stretch.begin / leafSize;
        while (leaf * leafSize < stretch.end) {
            const std::int64_t begin = leaf - leaf % stride;
            const std::int64_t chosen = begin + drawnPlace(begin / stride, stride);
            if (chosen >= leaf && chosen * leafSize < stretch.end)
                lookAtLeaf(chosen * leafSize, std::min((chosen + 1) * leafSize, stretch.end));
            leaf = begin + stride;
        }
    }

    void lookAtLeaf(std::int64_t begin, std::int64_t end) {
        if (m_history.read(begin, end, m_samples).isEvicted)
            return countEvicted(begin, end);
        if (begin != m_nextIndex && (m_insight.leafStride > 1 || isBehindHole(begin)))
            m_newest.reset();
        for (const RecordedSample& sample : m_samples) {
            if (isInRange(sample.eventTime))
                lookAtSample(sample);
        }
        m_nextIndex = end;
    }

    /// Whether evicted samples of the range lie between the last leaf that was looked at and this one.
    bool isBehindHole(std::int64_t begin) const {
        const auto hole = std::upper_bound(m_holes.begin(), m_holes.end(), m_nextIndex);
        return hole != m_holes.end() && *hole <= begin;
    }

    void lookAtSample(const RecordedSample& sample) {
        ++m_insight.lookedAt;
        if (std::isfinite(sample.value)) {
            const double value = fromCelsius(sample.value, m_insight.unit);
            m_values.push_back(value);
            m_valueStatistics.add(value);
        }
        addInterval(sample.eventTime);
    }

    void addInterval(Timestamp time) {
        if (m_newest && time < *m_newest) {
            ++m_insight.backward;
            return;
        }
        if (m_newest) {
            m_intervals.push_back(toSeconds(time - *m_newest));
            m_intervalStatistics.add(m_intervals.back());
        }
        m_newest = time;
    }

    /// They went while this was at work.
    void countEvicted(std::int64_t begin, std::int64_t end) {
        m_insight.evicted += end - begin;
        m_insight.inRange -= std::min(end - begin, m_insight.inRange);
        m_newest.reset();
    }

    const ChannelHistory& m_history;
    const Timestamp m_begin;
    const Timestamp m_end;
    RangeInsight m_insight;
    std::vector<SampleStretch> m_stretches;
    std::vector<std::int64_t> m_holes; ///< where evicted samples of the range end, in order
    std::int64_t m_leafCount = 0;
    std::vector<RecordedSample> m_samples;

    std::int64_t m_nextIndex = 0;      ///< behind the last leaf that was looked at
    std::optional<Timestamp> m_newest; ///< the latest time, of all or of leaves side by side
    std::vector<double> m_values;
    std::vector<double> m_intervals;
    RunningStatistics m_valueStatistics;
    RunningStatistics m_intervalStatistics;
};

} // namespace

RangeInsight insightOf(const ChannelHistory& history, Timestamp begin, Timestamp end, Unit unit) {
    return RangeReader(history, begin, end, unit).read();
}

} // namespace rillscope
