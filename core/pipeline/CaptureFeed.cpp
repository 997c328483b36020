// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/CaptureFeed.h"

#include "core/capture/CaptureSchema.h"
#include "core/pipeline/EventTable.h"

#include <algorithm>
#include <utility>

namespace rillscope {

void CaptureFeed::addSample(const Sample& sample) {
    if (sample.channel >= m_channelCount)
        learnChannels();
    const ChannelHistory& channel = m_history.channel(sample.channel);
    if (!m_isPlaced[sample.channel]) {
        m_isPlaced.set(sample.channel);
        m_block.places.push_back({sample.channel, channel.size() - 1});
    }
    auto quality = static_cast<std::uint16_t>(sample.quality.toInt());
    if (channel.newestBreaks())
        quality |= static_cast<std::uint16_t>(lineBreakBit);
    m_block.samples.push_back({toNanoseconds(sample.eventTime), sample.value, sample.channel, quality});
    if (m_history.info(sample.channel).kind == ChannelKind::Raw)
        ++m_block.rawCount;
}

void CaptureFeed::learnChannels() {
    if (m_block.newChannels.empty())
        m_block.firstNewChannel = m_channelCount;
    for (const int count = m_history.channelCount(); m_channelCount < count; ++m_channelCount)
        m_block.newChannels.push_back(m_history.info(m_channelCount));
}

void CaptureFeed::addWindows(const WindowResults& results) {
    if (std::exchange(m_windowsSeen, results.emittedCount()) == results.emittedCount())
        return;
    m_rowsSeen.resize(static_cast<std::size_t>(results.series().size()), 0);
    for (qsizetype i = 0; i < results.series().size(); ++i) {
        const WindowSeries& series = results.series().at(i);
        const qint64 seen = std::exchange(m_rowsSeen[static_cast<std::size_t>(i)], series.appendedCount());
        const qsizetype count = std::min<qint64>(series.appendedCount() - seen, series.size());
        m_block.leftOut.windows += series.appendedCount() - seen - count;
        for (qsizetype row = series.size() - count; row < series.size(); ++row)
            m_block.windows.push_back({series.info().step, series.info().channel, series.row(row)});
    }
}

void CaptureFeed::addAlarms(const AlarmTable& alarms) {
    const QList<AlarmOccurrence> before = std::exchange(m_alarms, alarms.occurrences());
    if (before.constData() == m_alarms.constData())
        return;
    // Their ids are consecutive, from 1 on.
    const quint64 firstNew = before.isEmpty() ? 1 : before.constLast().id + 1;
    const quint64 firstKept = m_alarms.isEmpty() ? firstNew : m_alarms.constFirst().id;
    m_block.alarmsLeftOut += firstKept > firstNew ? static_cast<qint64>(firstKept - firstNew) : 0;
    for (const AlarmOccurrence& alarm : std::as_const(m_alarms)) {
        const auto place =
            static_cast<qsizetype>(alarm.id - (before.isEmpty() ? alarm.id : before.constFirst().id));
        const bool isKnown = !before.isEmpty() && alarm.id >= before.constFirst().id && place < before.size();
        if (!isKnown || before.at(place) != alarm)
            m_block.alarms.push_back(alarm);
    }
}

void CaptureFeed::addEvents(const QList<StreamEvent>& events) {
    for (const StreamEvent& event : events)
        m_block.events.push_back({event.time, eventName(event), event.severity, event.subject, event.detail,
                                  event.line, event.count});
}

void CaptureFeed::send(Timestamp arrival) {
    if (m_block.isEmpty())
        return;
    m_block.arrival = arrival;
    if (!m_block.samples.empty())
        m_sentBytes = m_block.byteCount();
    m_writer->offer(std::exchange(m_block, {}));
    m_isPlaced.reset();
}

} // namespace rillscope
