// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Message.h"
#include "core/capture/read/CaptureReader.h"

#include "core/capture/CaptureSchema.h"
#include "core/capture/read/StoredResults.h"

#include <algorithm>

namespace rillscope {
namespace {

/// More samples of a channel than that without a rollup: the rollups are lost.
constexpr std::size_t maxTail = 16 * 4'096;

StoredRollup rollupOf(StoredRow& row) {
    StoredRollup rollup{};
    rollup.firstId = row.integer(1, 1, std::numeric_limits<qint64>::max() - 1);
    rollup.lastId = row.integer(2, rollup.firstId + rollupSamples - 1, std::numeric_limits<qint64>::max());
    LeafSummary& summary = rollup.summary;
    summary.earliest = row.integer(3);
    summary.latest = row.integer(4, summary.earliest, std::numeric_limits<qint64>::max());
    M4& m4 = summary.m4;
    m4.count = row.integer(5, 0, rollupSamples);
    m4.firstTime = row.integer(6);
    m4.firstValue = row.real(7);
    m4.lastTime = row.integer(8);
    m4.lastValue = row.real(9);
    m4.minimumTime = row.integer(10);
    m4.minimum = row.real(11);
    m4.maximumTime = row.integer(12);
    m4.maximum = row.real(13);
    summary.mean = row.real(14);
    summary.squaredDeviations = row.real(15);
    const std::int64_t flags = row.integer(16, 0, rollupBreaksBefore | rollupBreaksInside | rollupIsPlain);
    m4.breakBefore = flags & rollupBreaksBefore;
    summary.breaksInside = flags & rollupBreaksInside;
    summary.isPlain = flags & rollupIsPlain;
    return rollup;
}

} // namespace

Result<void> CaptureReader::readSamples(qint64 firstId, qint64 lastId, std::vector<StoredSample>& samples) {
    samples.clear();
    if (!m_sampleQuery.handle()) {
        auto query = m_database.prepare("SELECT id, channel, time, value, quality FROM samples "
                                        "WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?");
        if (!query)
            return tl::unexpected(query.error());
        m_sampleQuery = std::move(*query);
    }
    m_sampleQuery.bind(1, std::int64_t{firstId});
    m_sampleQuery.bind(2, std::int64_t{lastId});
    m_sampleQuery.bind(3, std::int64_t{batchSize});
    qint64 expected = std::max<qint64>(firstId, 1);
    Result<bool> hasRow = m_sampleQuery.step();
    for (; hasRow && *hasRow; hasRow = m_sampleQuery.step(), ++expected) {
        StoredRow row(m_sampleQuery.handle());
        samples.push_back(sampleOf(row, m_channels.size()));
        if (row.isWrong() || samples.back().id != expected) {
            m_sampleQuery.reset();
            return wrongSample(samples.back().id, expected);
        }
    }
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    return {};
}

tl::unexpected<Error> CaptureReader::wrongSample(qint64 id, qint64 expected) const {
    if (id > expected)
        return damaged(Message(QT_TRANSLATE_NOOP("Message", "samples %1 to %2 are missing"),
                               QString::number(expected), QString::number(id - 1)));
    return damaged(Message(QT_TRANSLATE_NOOP("Message", "sample %1 is not what it should be"), expected));
}

/// All rows of a query for samples, whose ids grow, but may have holes.
Result<std::vector<StoredSample>> CaptureReader::collect(Statement& query, qint64 limit) {
    std::vector<StoredSample> samples;
    qint64 previous = 0;
    Result<bool> hasRow = query.step();
    for (; hasRow && *hasRow; hasRow = query.step()) {
        StoredRow row(query.handle());
        const StoredSample sample = sampleOf(row, m_channels.size());
        if (row.isWrong() || sample.id <= previous)
            return wrongSample(sample.id, previous + 1);
        previous = sample.id;
        samples.push_back(sample);
        if (static_cast<qint64>(samples.size()) == limit)
            break;
    }
    query.reset();
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    return samples;
}

/// The id of the last sample that all rollups before `number` stand for; 0 for the first rollup. Where there
/// are not so many, that of the last there is, whose number goes into `number`.
Result<qint64> CaptureReader::idBefore(int channel, qint64& number) {
    auto query =
        m_database.prepare("SELECT number, last_sample FROM rollups WHERE channel = ? AND number < ? "
                           "ORDER BY number DESC LIMIT 1");
    if (!query)
        return tl::unexpected(query.error());
    query->bind(1, std::int64_t{channel});
    query->bind(2, std::int64_t{number});
    const Result<bool> hasRow = query->step();
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    number = 0;
    if (!*hasRow)
        return 0;
    StoredRow row(query->handle());
    number = row.integer(0, 0, maxRollups) + 1;
    const qint64 id = row.integer(1, rollupSamples, std::numeric_limits<qint64>::max());
    if (row.isWrong())
        return damaged(Message(
            QT_TRANSLATE_NOOP("Message", "a rollup of channel %1 is not what it should be"), channel));
    return id;
}

Result<std::vector<StoredSample>> CaptureReader::readChannel(int channel, qint64 begin, qint64 end) {
    qint64 number = begin / rollupSamples;
    const auto before = idBefore(channel, number);
    if (!before)
        return tl::unexpected(before.error());
    auto query = m_database.prepare("SELECT id, channel, time, value, quality FROM samples "
                                    "WHERE id > ? AND channel = ? ORDER BY id LIMIT ? OFFSET ?");
    if (!query)
        return tl::unexpected(query.error());
    query->bind(1, std::int64_t{*before});
    query->bind(2, std::int64_t{channel});
    query->bind(3, std::int64_t{std::max<qint64>(end - begin, 0)});
    query->bind(4, std::int64_t{begin - number * rollupSamples});
    return collect(*query, end - begin);
}

Result<std::vector<StoredRollup>> CaptureReader::readRollups(int channel, qint64 begin, qint64 end) {
    auto query = m_database.prepare(
        "SELECT number, first_sample, last_sample, earliest, latest, count, first_time, first_value, "
        "last_time, last_value, minimum_time, minimum, maximum_time, maximum, mean, squared_deviations, "
        "flags FROM rollups WHERE channel = ? AND number >= ? AND number < ? ORDER BY number");
    if (!query)
        return tl::unexpected(query.error());
    query->bind(1, std::int64_t{channel});
    query->bind(2, std::int64_t{begin});
    query->bind(3, std::int64_t{end});
    std::vector<StoredRollup> rollups;
    qint64 lastId = 0;
    qint64 number = begin;
    Result<bool> hasRow = query->step();
    for (; hasRow && *hasRow; hasRow = query->step(), ++number) {
        StoredRow row(query->handle());
        rollups.push_back(rollupOf(row));
        row.require(row.integer(0) == number && rollups.back().firstId > lastId);
        if (row.isWrong())
            return damaged(
                Message(QT_TRANSLATE_NOOP("Message", "rollup %1 of channel %2 is not what it should be"),
                        QString::number(number), QString::number(channel)));
        lastId = rollups.back().lastId;
    }
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    return rollups;
}

Result<std::vector<StoredTail>> CaptureReader::readTails() {
    std::vector<StoredTail> tails(static_cast<std::size_t>(m_channels.size()));
    std::vector<qint64> ends(tails.size());
    // Without a channel no sample is right, and the first of them says so.
    qint64 from = tails.empty() ? 0 : std::numeric_limits<qint64>::max() - 1;
    for (std::size_t channel = 0; channel < tails.size(); ++channel) {
        qint64 number = maxRollups;
        const auto before = idBefore(static_cast<int>(channel), number);
        if (!before)
            return tl::unexpected(before.error());
        ends[channel] = *before;
        tails[channel].begin = number * rollupSamples;
        from = std::min(from, *before);
    }
    std::vector<StoredSample> samples;
    while (true) {
        const auto read = readSamples(from + 1, std::numeric_limits<qint64>::max(), samples);
        if (!read)
            return tl::unexpected(read.error());
        if (samples.empty())
            return tails;
        for (const StoredSample& sample : samples) {
            if (sample.id <= ends[sample.channel])
                continue;
            tails[sample.channel].samples.push_back(sample);
            if (tails[sample.channel].samples.size() > maxTail)
                return damaged(Message(QT_TRANSLATE_NOOP("Message", "rollups of channel %1 are missing"),
                                       sample.channel));
        }
        from = samples.back().id;
    }
}

Result<std::vector<StoredExtent>> CaptureReader::readExtents() {
    auto tails = readTails();
    if (!tails)
        return tl::unexpected(tails.error());
    auto query = m_database.prepare("SELECT min(earliest), max(latest) FROM rollups WHERE channel = ?");
    if (!query)
        return tl::unexpected(query.error());
    std::vector<StoredExtent> extents;
    for (const StoredTail& tail : *tails) {
        StoredExtent extent;
        extent.count = tail.end();
        query->bind(1, static_cast<std::int64_t>(extents.size()));
        const auto hasRow = query->step();
        if (!hasRow)
            return tl::unexpected(hasRow.error());
        if (tail.begin > 0) {
            StoredRow row(query->handle());
            extent.times.emplace(row.time(0), row.time(1));
            if (row.isWrong())
                return damaged(Message(QT_TRANSLATE_NOOP("Message", "a rollup's time is no time")));
        }
        query->reset();
        for (const StoredSample& sample : tail.samples) {
            if (!extent.times)
                extent.times.emplace(sample.eventTime, sample.eventTime);
            extent.times->first = std::min(extent.times->first, sample.eventTime);
            extent.times->second = std::max(extent.times->second, sample.eventTime);
        }
        extents.push_back(extent);
    }
    return extents;
}

Result<std::pair<qint64, qint64>> CaptureReader::idsWithin(Timestamp begin, Timestamp end) {
    if (begin == Timestamp::min() && end == Timestamp::max()) {
        const auto last = lastId();
        if (!last)
            return tl::unexpected(last.error());
        return std::pair<qint64, qint64>(1, *last);
    }
    auto query = m_database.prepare("SELECT min(first_sample), max(last_sample) FROM rollups "
                                    "WHERE latest >= ? AND earliest <= ?");
    if (!query)
        return tl::unexpected(query.error());
    query->bind(1, std::int64_t{toNanoseconds(begin)});
    query->bind(2, std::int64_t{toNanoseconds(end)});
    if (const auto hasRow = query->step(); !hasRow)
        return tl::unexpected(hasRow.error());
    std::pair<qint64, qint64> ids(std::numeric_limits<qint64>::max(), 0);
    if (!query->isNull(0))
        ids = {query->integer(0), query->integer(1)};
    query->reset();
    const auto tails = readTails();
    if (!tails)
        return tl::unexpected(tails.error());
    for (const StoredTail& tail : *tails) {
        for (const StoredSample& sample : tail.samples) {
            if (sample.eventTime < begin || sample.eventTime > end)
                continue;
            ids.first = std::min(ids.first, sample.id);
            ids.second = std::max(ids.second, sample.id);
        }
    }
    return ids.second > 0 ? ids : std::pair<qint64, qint64>(1, 0);
}

Result<std::vector<StoredSample>> CaptureReader::readMarked(int channel, qint64 limit, qint64 afterId) {
    // The index is by quality, too, so that the ids come as they do; sorting them is left to SQLite.
    auto query =
        m_database.prepare("SELECT id, channel, time, value, quality FROM samples INDEXED BY "
                           "marked_samples WHERE channel = ? AND quality <> 0 AND id > ? ORDER BY id "
                           "LIMIT ?");
    if (!query)
        return tl::unexpected(query.error());
    query->bind(1, std::int64_t{channel});
    query->bind(2, std::int64_t{afterId});
    query->bind(3, std::int64_t{limit});
    return collect(*query, limit);
}

} // namespace rillscope
