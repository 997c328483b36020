// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ChannelSurvey.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

/// More intervals than the usual one is made of, some out of order among them.
constexpr qint64 warmUpSamples = 64;

/// Queries one nanosecond: the sample at `time`, if there is one, and its neighbours before and after.
ColumnQueryResult around(const ChannelHistory& history, Timestamp time) {
    return history.query({Duration{1}, toNanoseconds(time), 1});
}

std::optional<TimedValue> firstFrom(const ChannelHistory& history, Timestamp time) {
    const ColumnQueryResult found = around(history, time);
    return found.columns.empty() ? found.after : found.columns.front().first;
}

std::optional<TimedValue> lastUntil(const ChannelHistory& history, Timestamp time) {
    const ColumnQueryResult found = around(history, time);
    return found.columns.empty() ? found.before : found.columns.back().last;
}

/// Where samples of the range are. The last moment there is has none after it that could end a range.
std::vector<SampleStretch> stretchesOf(const ChannelHistory& history, const ReportRange& range) {
    if (range.begin > range.end)
        return {};
    if (range.end < Timestamp::max())
        return history.stretches(range.begin, range.end + Duration{1});
    const qint64 size = history.size();
    return size == 0 ? std::vector<SampleStretch>() : std::vector<SampleStretch>{{0, size, false}};
}

} // namespace

ChannelSurvey::ChannelSurvey(const SampleHistory& history, int channel, const ReportRange& range,
                             LongestGaps& gaps)
    : m_history(history.channel(channel))
    , m_range(range)
    , m_stretches(stretchesOf(m_history, range))
    , m_gaps(gaps) {
    m_channel.info = history.info(channel);
    for (const SampleStretch& stretch : m_stretches)
        m_size += stretch.end - stretch.begin;
    if (!m_stretches.empty())
        m_next = m_stretches.front().begin;
    // What came before the range may be where a gap begins that reaches into it.
    if (const auto before = around(m_history, range.begin).before)
        m_newest = before->time;
}

void ChannelSurvey::warmUp(qint64 index) {
    m_silences.emplace(m_history.gapFactor());
    for (qint64 before = std::max<qint64>(index - warmUpSamples, 0); before < index;) {
        before = m_history.read(before, index, m_samples).end;
        for (const RecordedSample& sample : m_samples)
            m_silences->breaksBefore(toNanoseconds(sample.eventTime), true);
    }
}

void ChannelSurvey::advance() {
    const SampleStretch& stretch = m_stretches[m_stretch];
    if (m_next != m_heardUntil)
        warmUp(m_next);
    const ChannelHistory::Part part = m_history.read(m_next, stretch.end, m_samples);
    if (part.isEvicted) {
        if (stretch.isWhole || m_range.contains(part.middle))
            m_channel.evicted += part.end - m_next;
        m_newest.reset();
    } else {
        for (const RecordedSample& sample : m_samples) {
            const bool isAfterSilence = m_silences->breaksBefore(toNanoseconds(sample.eventTime), true);
            if (m_range.contains(sample.eventTime))
                look(sample, isAfterSilence);
        }
        m_heardUntil = part.end;
    }
    m_passed += part.end - m_next;
    m_next = part.end;
    if (m_next >= stretch.end && ++m_stretch < m_stretches.size())
        m_next = m_stretches[m_stretch].begin;
}

void ChannelSurvey::look(const RecordedSample& sample, bool isAfterSilence) {
    ++m_channel.count;
    if (sample.quality) {
        ++m_channel.marked;
        countEachMark(m_channel.marks, sample.quality);
    }
    const bool isFinite = std::isfinite(sample.value);
    if (isFinite)
        m_values.add(sample.value, mostExact);
    if (isFinite && sample.eventTime == Timestamp::max())
        m_atLastMoment.add(sample.value);
    if (m_newest && sample.eventTime < *m_newest)
        return; // out of order
    lookAtGap(sample, isAfterSilence);
    m_newest = sample.eventTime;
    m_isNewestFinite = isFinite;
}

void ChannelSurvey::lookAtGap(const RecordedSample& sample, bool isAfterSilence) {
    if (!sample.breakBefore || (!m_isNewestFinite && !isAfterSilence))
        return;
    if (m_newest)
        lookAtSilence(*m_newest, sample.eventTime);
    else if (const auto before = around(m_history, sample.eventTime).before)
        lookAtSilence(before->time, sample.eventTime);
}

void ChannelSurvey::lookAtSilence(Timestamp before, Timestamp after) {
    if (before < after)
        m_gaps.add({m_channel.info.name, before, after});
}

ReportChannel ChannelSurvey::finish() {
    const ColumnQueryResult atEnd = around(m_history, m_range.end);
    if (atEnd.after && atEnd.breakBeforeAfter && m_newest && m_isNewestFinite)
        lookAtSilence(*m_newest, atEnd.after->time);
    takeStatistics();
    takePercentiles();
    return std::move(m_channel);
}

void ChannelSurvey::takeStatistics() {
    const Timestamp end = m_range.end + Duration{1};
    if (m_range.begin > m_range.end)
        return;
    m_channel.statistics = m_history.statistics(m_range.begin, end);
    m_channel.statistics.merge(m_atLastMoment);
    m_channel.first = firstFrom(m_history, m_range.begin);
    if (m_channel.first && m_channel.first->time > m_range.end)
        m_channel.first.reset();
    m_channel.last = lastUntil(m_history, m_range.end);
    if (m_channel.last && m_channel.last->time < m_range.begin)
        m_channel.last.reset();
}

void ChannelSurvey::takePercentiles() {
    std::vector<WeightedRun> runs;
    m_values.appendRuns(runs);
    m_channel.median = percentile(runs, 0.5);
    m_channel.ninetieth = percentile(runs, 0.9);
    m_channel.ninetyNinth = percentile(runs, 0.99);
    m_channel.rankError = m_values.rankError();
}

} // namespace rillscope
