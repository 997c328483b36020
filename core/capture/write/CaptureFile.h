// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/Database.h"
#include "core/capture/SampleChecksum.h"
#include "core/capture/keep/CaptureLock.h"
#include "core/capture/write/CaptureBlock.h"
#include "core/capture/write/CaptureLog.h"
#include "core/capture/write/PositionRows.h"
#include "core/capture/write/RollupRows.h"
#include "core/capture/write/UnitRows.h"

#include <sys/types.h>

namespace rillscope {

/// One capture while it is being written. write() puts blocks into a transaction, commit() makes them safe;
/// whatever fails, the file takes nothing more: abandon() it. Thread: one owner (capture).
/// Errors: those of Database; FileNotFound when the file was removed, renamed or replaced.
class CaptureFile {
public:
    struct Facts {
        QString program;
        Timestamp started;
        QString continues; ///< the file that failed before this one; empty: none
    };

    /// Makes the file and its lock. Nothing stays behind when that fails.
    static Result<std::unique_ptr<CaptureFile>> create(const QString& path, const Facts& facts);
    /// Abandons what was not closed.
    ~CaptureFile();

    const QString& path() const { return m_path; }
    /// Samples committed.
    qint64 durable() const { return m_durable; }
    /// Those of a channel that were written, committed or not.
    std::int64_t channelSize(ChannelIndex channel) const { return m_rollups.sampleCount(channel); }
    /// Of the file and its log, as of the last commit.
    qint64 byteCount() const { return m_byteCount; }

    Result<void> write(const CaptureBlock& block);
    /// When it returns without an error all that was written survives the loss of power.
    Result<void> commit();
    /// Moves the log into the file once it has grown long. What was committed is safe whatever becomes of it.
    Result<void> shortenLog() { return m_log.shorten(*m_database); }
    /// Complete: one plain file. Precondition: nothing is uncommitted.
    Result<void> end(Timestamp time, const QString& how);

    /// Closes it without another write.
    void abandon();
    /// abandon(), and removes the file, unless it is another one by now. For one that holds nothing.
    void discard();

private:
    CaptureFile(Database database, CaptureLock lock);
    Result<void> prepare(const Facts& facts);
    Result<void> writeFacts(const Facts& facts);
    Result<void> begin();
    template <typename Entry>
    Result<void> writeAll(const std::vector<Entry>& entries,
                          Result<void> (CaptureFile::*writeOne)(const Entry&));
    Result<void> writeChannels(const CaptureBlock& block);
    Result<void> writeStream(const StreamRecord& stream);
    Result<void> writeSamples(const CaptureBlock& block);
    Result<void> writeChecksum();
    Result<void> writeWindow(const CapturedWindow& window);
    Result<void> writeAlarm(const AlarmOccurrence& alarm);
    Result<void> writeEvent(const CapturedEvent& event);
    template <typename Value>
    Result<void> setFact(std::string_view key, const Value& value);
    Result<void> checkIsThere();
    void finishStatements();

    QString m_path;
    CaptureLog m_log;
    std::optional<Database> m_database; ///< none once it was closed
    CaptureLock m_lock;
    bool m_isInTransaction = false;
    std::int64_t m_nextSample = 1;
    qint64 m_durable = 0;
    qint64 m_byteCount = 0;
    std::optional<Timestamp> m_lastArrival;
    using FileIdentity = std::pair<dev_t, ino_t>;
    std::array<std::optional<FileIdentity>, 2> m_identities; ///< of the file and its log
    std::int64_t m_channelCount = 0;

    Statement m_begin;
    Statement m_commit;
    Statement m_fact;
    Statement m_channel;
    Statement m_sample;
    Statement m_arrival;
    Statement m_checksum;
    Statement m_stream;
    Statement m_window;
    Statement m_alarm;
    Statement m_event;
    RollupRows m_rollups;
    PositionRows m_positions;
    UnitRows m_units;
    SampleChecksum m_sum; ///< of what is not committed yet
};

} // namespace rillscope
