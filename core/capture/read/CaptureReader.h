// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/Database.h"
#include "core/capture/read/CaptureContents.h"
#include "core/model/ChannelInfo.h"
#include "core/process/alarm/AlarmOccurrence.h"

#include <functional>
#include <memory>
#include <vector>

namespace rillscope {

/// Reads a capture, which may be one that is being written, or one that someone made to do harm: nothing in
/// it is believed before it has been checked, and what is given back is bounded by what was asked for.
/// Thread: one owner at a time. Each call reads what has been committed when it begins, and holds no lock
/// when it returns. Errors: those of Database; DamagedFile for a value that cannot be; Cancelled, when
/// `isCancelled`, which is asked every few milliseconds, says so.
class CaptureReader {
public:
    /// As many samples as readSamples() gives at a time.
    static constexpr int batchSize = 16'384;

    static Result<CaptureReader> open(const QString& path, std::function<bool()> isCancelled = {});

    /// As it was when it was opened, or refreshed.
    const CaptureInfo& info() const { return m_info; }
    /// By ChannelIndex, too. A sample of another channel is an error.
    const QList<ChannelInfo>& channels() const { return m_channels; }
    /// Looks at facts and channels anew, of a capture that is being written.
    Result<void> refresh();

    /// The highest id that is committed by now: the number of samples. 0: there are none.
    Result<qint64> lastId();
    /// The lowest, which is 1 in a sound capture. 0: there are none.
    Result<qint64> firstId();

    /// Into `samples`, in the order of arrival, those with ids in [firstId, lastId], at most batchSize of
    /// them: go on after the id of the last. Empty: there are none (any more). A hole in the ids is an error.
    Result<void> readSamples(qint64 firstId, qint64 lastId, std::vector<StoredSample>& samples);

    /// The samples of a channel that have the numbers [begin, end), counted in the channel from 0 in the
    /// order of arrival; fewer when there are fewer. Cost: that of all samples, of whatever channel, between.
    Result<std::vector<StoredSample>> readChannel(int channel, qint64 begin, qint64 end);

    /// Of a channel, those with the numbers [begin, end); fewer when there are fewer. Number n is of the
    /// samples [256 n, 256 n + 256).
    Result<std::vector<StoredRollup>> readRollups(int channel, qint64 begin, qint64 end);

    /// By channel. Cost: that of all samples since the end of the channel whose last rollup is the oldest.
    Result<std::vector<StoredTail>> readTails();
    /// By channel. Cost: that of readTails(), and of looking at all rollups.
    Result<std::vector<StoredExtent>> readExtents();

    /// The lowest and the highest id that samples with these event times can have; {1, 0} when there are
    /// none. Cost: that of readExtents(); nothing for all times.
    Result<std::pair<qint64, qint64>> idsWithin(Timestamp begin, Timestamp end);

    /// All marked samples of a channel, or those after `afterId`, by id; at most `limit`.
    Result<std::vector<StoredSample>> readMarked(int channel, qint64 limit, qint64 afterId = 0);

    /// In their order, those for ids in [firstId, lastId], and the one before them.
    Result<std::vector<StoredArrival>> readArrivals(qint64 firstId, qint64 lastId);
    Result<QList<StoredStream>> readStreams();
    /// Of each source that can go on one; none in a capture of other sources.
    Result<QList<StoredPosition>> readPositions();
    /// The newest `limit` of each, in their order.
    Result<QList<StoredWindow>> readWindows(qint64 limit);
    Result<QList<AlarmOccurrence>> readAlarms(qint64 limit);
    Result<QList<StoredEvent>> readEvents(qint64 limit);

    /// Looks at every row of streams, windows, alarms and events, keeps none, and returns their number.
    Result<qint64> checkResults();

    /// The connection, for those who check what has no method here.
    Database& database() { return m_database; }
    tl::unexpected<Error> damaged(const Message& detail) const;

private:
    explicit CaptureReader(Database database) : m_database(std::move(database)) {}

    Result<void> readInfo();
    Result<void> readFacts();
    Result<void> readSources();
    Result<QList<ChannelInfo>> readChannelTable();
    Result<void> readUnits(QList<ChannelInfo>& channels);
    Result<qint64> idBefore(int channel, qint64& number);
    Result<std::vector<StoredSample>> collect(Statement& query, qint64 limit);
    tl::unexpected<Error> wrongSample(qint64 id, qint64 expected) const;

    Database m_database;
    std::unique_ptr<std::function<bool()>> m_isCancelled; ///< SQLite keeps its address
    Statement m_sampleQuery;
    CaptureInfo m_info;
    QList<ChannelInfo> m_channels;
};

} // namespace rillscope
