// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/BlockBuilder.h"

#include <utility>

namespace rillscope {

void BlockBuilder::gather(const Sample& sample, bool breaksBefore) {
    if (sample.channel >= m_channelCount)
        learnChannels();
    std::int64_t& written = m_written[sample.channel];
    if (!m_isPlaced[sample.channel]) {
        m_isPlaced.set(sample.channel);
        m_block.places.append({sample.channel, written});
    }
    ++written;
    auto quality = static_cast<std::uint16_t>(sample.quality.toInt());
    if (breaksBefore)
        quality |= lineBreakBit;
    m_block.samples.append({toNanoseconds(sample.eventTime), sample.value, sample.channel, quality});
    if (m_isRaw[sample.channel])
        ++m_block.rawCount;
}

void BlockBuilder::learnChannels() {
    if (m_block.newChannels.isEmpty())
        m_block.firstNewChannel = m_channelCount;
    for (const int count = m_history.channelCount(); m_channelCount < count; ++m_channelCount) {
        const ChannelInfo& info = m_history.info(m_channelCount);
        m_isRaw.set(static_cast<std::size_t>(m_channelCount), info.kind == ChannelKind::Raw);
        m_block.newChannels.append(info);
    }
}

std::size_t BlockBuilder::addWindowSeries(const WindowSeriesInfo& info) {
    if (m_block.newSeries.isEmpty())
        m_block.firstNewSeries = m_seriesCount;
    m_block.newSeries.append(info);
    return static_cast<std::size_t>(m_seriesCount++);
}

void BlockBuilder::addWindow(std::size_t series, const WindowRow& row) {
    m_block.windows.append({static_cast<qsizetype>(series), row});
}

void BlockBuilder::addAlarms(const AlarmChanges& changes) {
    m_block.alarms = changes.occurrences;
    m_block.alarmsLeftOut = changes.leftOut;
}

RecordedBlock BlockBuilder::take() {
    learnChannels();
    m_isPlaced.reset();
    return std::exchange(m_block, {});
}

} // namespace rillscope
