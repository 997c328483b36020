// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/FrameStatistics.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

template <typename Entries>
std::vector<Duration> valuesOf(const Entries& entries) {
    std::vector<Duration> values;
    values.reserve(entries.size());
    for (const auto& entry : entries)
        values.push_back(entry.value);
    return values;
}

} // namespace

void FrameStatistics::beginBeat(const FrameBeat& beat) {
    m_beat = beat;
    m_begin = m_clock.monotonic();
}

void FrameStatistics::addArrivals(const QList<Timestamp>& arrivals) {
    m_arrivals.append(arrivals);
    if (m_arrivals.size() > static_cast<qsizetype>(mostEntries))
        m_arrivals.remove(0, m_arrivals.size() - static_cast<qsizetype>(mostEntries));
}

void FrameStatistics::endBeat(bool hasDrawn) {
    if (!hasDrawn) {
        m_arrivals.clear(); // nobody will see them in a paint of ours
        return;
    }
    const Duration now = m_clock.monotonic();
    m_refreshTime += now - m_begin;
    const int late = m_beat.lateness > m_beat.period / 2 ? 1 : 0;
    const Due due{now, 1 + m_beat.skipped, late + m_beat.skipped};
    m_due.push_back(due);
    m_framesDue += due.due;
    m_framesMissed += due.missed;
    prune();
}

void FrameStatistics::beginPaint() {
    m_begin = m_clock.monotonic();
}

void FrameStatistics::endPaint() {
    const Duration now = m_clock.monotonic();
    m_frames.push_back({now, m_refreshTime + now - m_begin});
    m_refreshTime = Duration::zero();
    ++m_framesPainted;
    const Timestamp wallClock = m_clock.now();
    for (const Timestamp arrival : std::as_const(m_arrivals)) {
        const Duration latency = wallClock - arrival;
        if (latency >= Duration::zero()) // less: the system's clock was set meanwhile
            m_latencies.push_back({now, latency});
    }
    m_arrivals.clear();
    prune();
}

template <typename Entry>
void FrameStatistics::dropBefore(std::deque<Entry>& entries, Duration time) {
    while (!entries.empty() && (entries.front().at < time || entries.size() > mostEntries))
        entries.pop_front();
}

void FrameStatistics::prune() {
    const Duration oldest = m_clock.monotonic() - window;
    dropBefore(m_frames, oldest);
    dropBefore(m_latencies, oldest);
    dropBefore(m_due, oldest);
}

FrameStatistics::Summary FrameStatistics::summary() const {
    // Pruned only as frames come: without any, what is old stands there still.
    const Duration oldest = m_clock.monotonic() - window;
    const auto isRecent = [oldest](const auto& entry) { return entry.at >= oldest; };
    Summary summary;
    const auto painted = std::count_if(m_frames.begin(), m_frames.end(), isRecent);
    summary.framesPerSecond = static_cast<double>(painted) / toSeconds(window);
    if (painted == 0)
        return summary;
    summary.frameMedian = percentile(frameTimes(), 0.5);
    summary.frameNinetyNinth = percentile(frameTimes(), 0.99);
    std::int64_t due = 0;
    std::int64_t missed = 0;
    for (const Due& entry : m_due) {
        due += entry.due;
        missed += entry.missed;
    }
    summary.missedPart = due > 0 ? static_cast<double>(missed) / static_cast<double>(due) : 0.0;
    summary.hasLatency = !m_latencies.empty();
    summary.latencyMedian = percentile(latencies(), 0.5);
    summary.latencyNinetyNinth = percentile(latencies(), 0.99);
    return summary;
}

std::vector<Duration> FrameStatistics::frameTimes() const {
    return valuesOf(m_frames);
}

std::vector<Duration> FrameStatistics::latencies() const {
    return valuesOf(m_latencies);
}

Duration FrameStatistics::percentile(std::vector<Duration> values, double part) {
    if (values.empty())
        return Duration::zero();
    const double rank = std::ceil(std::clamp(part, 0.0, 1.0) * static_cast<double>(values.size()));
    const auto index = static_cast<std::ptrdiff_t>(std::max(rank, 1.0)) - 1;
    std::nth_element(values.begin(), values.begin() + index, values.end());
    return values[static_cast<std::size_t>(index)];
}

} // namespace rillscope
