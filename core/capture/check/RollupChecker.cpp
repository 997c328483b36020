// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/check/RollupChecker.h"

#include "core/base/Message.h"
#include "core/capture/CaptureSchema.h"

namespace rillscope {
namespace {

/// Of one channel, read at a time.
constexpr qint64 readAhead = 64;
/// What a recording that was cut short may lack, and be read all the same.
constexpr qint64 maxMissing = 256;

} // namespace

RollupChecker::RollupChecker(CaptureReader& reader)
    : m_reader(reader), m_channels(static_cast<std::size_t>(reader.channels().size())) {}

qint64 RollupChecker::sampleCount(int channel) const {
    const auto& known = m_channels[static_cast<std::size_t>(channel)];
    return known ? known->leaves * rollupSamples + static_cast<qint64>(known->size) : 0;
}

Result<void> RollupChecker::add(const StoredSample& sample) {
    std::unique_ptr<Channel>& known = m_channels[sample.channel];
    if (!known)
        known = std::make_unique<Channel>();
    Channel& channel = *known;
    if (channel.size == 0)
        channel.firstId = sample.id;
    channel.times[channel.size] = toNanoseconds(sample.eventTime);
    channel.values[channel.size] = sample.value;
    channel.flags[channel.size] =
        static_cast<std::uint16_t>(sample.quality.toInt() | (sample.breakBefore ? FlagColumn::breakFlag : 0));
    if (++channel.size < channel.times.size())
        return {};
    return compare(sample.channel, sample.id);
}

Result<void> RollupChecker::compare(int index, qint64 lastId) {
    Channel& channel = *m_channels[static_cast<std::size_t>(index)];
    const auto found = find(index);
    if (!found)
        return tl::unexpected(found.error());
    const StoredRollup* const rollup = *found;
    const qint64 number = channel.leaves++;
    channel.size = 0;
    if (!rollup)
        return {};
    const LeafSummary summary =
        summarizeLeaf(channel.times.data(), channel.values.data(), channel.flags.data(), rollupSamples);
    if (rollup->firstId != channel.firstId || rollup->lastId != lastId || !isSame(rollup->summary, summary))
        return m_reader.damaged(
            Message(QT_TRANSLATE_NOOP("Message", "the 256 samples from %1 on, of channel %2, are not what "
                                                 "rollup %3 says: one or the other has changed"),
                    QString::number(channel.firstId), QString::number(index), QString::number(number)));
    ++m_compared;
    return {};
}

/// The next rollup of a channel; null when the file has no more.
Result<const StoredRollup*> RollupChecker::find(int index) {
    Channel& channel = *m_channels[static_cast<std::size_t>(index)];
    if (channel.missingFrom >= 0)
        return nullptr;
    auto place = static_cast<std::size_t>(channel.leaves - channel.read);
    if (place >= channel.rollups.size()) {
        channel.read = channel.leaves;
        auto rollups = m_reader.readRollups(index, channel.read, channel.read + readAhead);
        if (!rollups)
            return tl::unexpected(rollups.error());
        channel.rollups = std::move(*rollups);
        place = 0;
    }
    if (!channel.rollups.empty())
        return &channel.rollups[place];
    channel.missingFrom = channel.leaves;
    return nullptr;
}

Result<void> RollupChecker::finish(qint64 lastId) {
    auto query = m_reader.database().prepare(
        "SELECT count(*) FROM rollups WHERE channel = ? AND number >= ? AND last_sample <= ?");
    if (!query)
        return tl::unexpected(query.error());
    for (std::size_t index = 0; index < m_channels.size(); ++index) {
        const qint64 leaves = m_channels[index] ? m_channels[index]->leaves : 0;
        if (m_channels[index] && m_channels[index]->missingFrom >= 0 &&
            leaves - m_channels[index]->missingFrom > maxMissing)
            return m_reader.damaged(
                Message(QT_TRANSLATE_NOOP("Message", "rollups of channel %1 are missing from %2 on"),
                        QString::number(index), QString::number(m_channels[index]->missingFrom)));
        query->bind(1, static_cast<std::int64_t>(index));
        query->bind(2, std::int64_t{leaves});
        query->bind(3, std::int64_t{lastId});
        const auto hasRow = query->step();
        if (!hasRow)
            return tl::unexpected(hasRow.error());
        const bool isLonely = query->integer(0) > 0;
        query->reset();
        if (isLonely)
            return m_reader.damaged(Message(
                QT_TRANSLATE_NOOP("Message", "there are rollups of channel %1 without samples"), index));
    }
    return {};
}

} // namespace rillscope
