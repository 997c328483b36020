// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/CaptureFile.h"

#include "core/base/Message.h"
#include "core/capture/keep/CapturePlace.h"

#include <QFile>

#include <sqlite3.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rillscope {
namespace {

constexpr std::array<const char*, 4> siblingSuffixes{"", "-wal", "-shm", "-journal"};

std::optional<std::pair<dev_t, ino_t>> identityOf(const QString& path, off_t& size) {
    struct stat status {};
    if (lstat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    size = status.st_size;
    return std::pair(status.st_dev, status.st_ino);
}

} // namespace

Result<std::unique_ptr<CaptureFile>> CaptureFile::create(const QString& path, const Facts& facts) {
    if (const auto possible = checkNewCapture(path); !possible)
        return tl::unexpected(possible.error());
    auto lock = CaptureLock::acquire(path);
    if (!lock)
        return tl::unexpected(lock.error());
    // Again, under the lock: the holder before may have made the file.
    if (const auto possible = checkNewCapture(path); !possible) {
        lock->releaseAndRemove();
        return tl::unexpected(possible.error());
    }
    auto database = Database::create(path);
    if (!database) {
        lock->releaseAndRemove();
        return tl::unexpected(database.error());
    }
    std::unique_ptr<CaptureFile> file(new CaptureFile(std::move(*database), std::move(*lock)));
    if (const auto prepared = file->prepare(facts); !prepared) {
        file->discard();
        return tl::unexpected(prepared.error());
    }
    return file;
}

CaptureFile::CaptureFile(Database database, CaptureLock lock)
    : m_path(database.path()), m_database(std::move(database)), m_lock(std::move(lock)) {
    // Closing must not write: that could go wrong, or be a second try at what has gone wrong.
    sqlite3_db_config(m_database->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    m_log.watch(*m_database);
    off_t size = 0;
    m_identities[0] = identityOf(m_path, size);
}

CaptureFile::~CaptureFile() {
    abandon();
}

Result<void> CaptureFile::prepare(const Facts& facts) {
    if (const auto made = createCaptureTables(*m_database); !made)
        return made;
    const std::array<std::pair<Statement*, std::string_view>, 11> statements{{
        {&m_begin, "BEGIN"},
        {&m_commit, "COMMIT"},
        {&m_fact, "INSERT OR REPLACE INTO capture VALUES(?, ?)"},
        {&m_channel, "INSERT INTO channels VALUES(?, ?, ?, ?)"},
        {&m_sample, "INSERT INTO samples VALUES(?, ?, ?, ?, ?)"},
        {&m_arrival, "INSERT INTO arrivals VALUES(?, ?)"},
        {&m_checksum, "INSERT INTO checksums VALUES(?, ?)"},
        {&m_stream, "INSERT INTO streams VALUES(?, ?, ?, ?)"},
        {&m_window, "INSERT INTO windows VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
        {&m_alarm, "INSERT OR REPLACE INTO alarms VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
        {&m_event, "INSERT INTO events VALUES(NULL, ?, ?, ?, ?, ?, ?, ?)"},
    }};
    for (const auto& [statement, sql] : statements) {
        auto prepared = m_database->prepare(sql);
        if (!prepared)
            return tl::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    auto rollups = RollupRows::make(*m_database);
    if (!rollups)
        return tl::unexpected(rollups.error());
    m_rollups = std::move(*rollups);
    // Large enough for what is committed at once, so that nothing is written twice.
    if (const auto set = m_database->execute("PRAGMA cache_size = -32000"); !set)
        return set;
    return writeFacts(facts);
}

Result<void> CaptureFile::writeFacts(const Facts& facts) {
    return begin()
        .and_then([&] { return setFact("program", facts.program); })
        .and_then([&] { return setFact("started", std::int64_t{toNanoseconds(facts.started)}); })
        .and_then([&]() -> Result<void> {
            return facts.continues.isEmpty() ? Result<void>() : setFact("continues", facts.continues);
        })
        .and_then([&] { return commit(); });
}

Result<void> CaptureFile::begin() {
    if (m_isInTransaction)
        return {};
    m_isInTransaction = true;
    return m_begin.run();
}

Result<void> CaptureFile::write(const CaptureBlock& block) {
    return begin()
        .and_then([&] { return writeChannels(block); })
        .and_then([&] { return writeAll(block.streams, &CaptureFile::writeStream); })
        .and_then([&] { return writeSamples(block); })
        .and_then([&] { return writeAll(block.windows, &CaptureFile::writeWindow); })
        .and_then([&] { return writeAll(block.alarms, &CaptureFile::writeAlarm); })
        .and_then([&] { return writeAll(block.events, &CaptureFile::writeEvent); })
        .and_then([&]() -> Result<void> {
            m_positions.note(block);
            return block.account.isEmpty() ? Result<void>()
                                           : setFact("account", QString::fromUtf8(block.account));
        });
}

template <typename Entry>
Result<void> CaptureFile::writeAll(const std::vector<Entry>& entries,
                                   Result<void> (CaptureFile::*writeOne)(const Entry&)) {
    for (const Entry& entry : entries) {
        if (auto written = (this->*writeOne)(entry); !written)
            return written;
    }
    return {};
}

Result<void> CaptureFile::writeChannels(const CaptureBlock& block) {
    std::int64_t channel = block.firstNewChannel;
    for (const ChannelInfo& info : block.newChannels) {
        if (channel++ < m_channelCount)
            continue;
        m_channel.bind(1, m_channelCount);
        m_channel.bind(2, info.name);
        m_channel.bind(3, unitName(info.unit));
        m_channel.bind(4, wordOf(channelKindWords, info.kind));
        if (auto written = m_channel.run(); !written)
            return written;
        if (auto written = m_units.write(*m_database, m_channelCount, info); !written)
            return written;
        ++m_channelCount;
    }
    return {};
}

Result<void> CaptureFile::writeStream(const StreamRecord& stream) {
    m_stream.bind(1, m_nextSample);
    m_stream.bind(2, std::int64_t{toNanoseconds(stream.time)});
    m_stream.bind(3, stream.source.text());
    m_stream.bind(4, stream.definition);
    return m_stream.run();
}

Result<void> CaptureFile::writeSamples(const CaptureBlock& block) {
    if (!block.samples.empty() && m_lastArrival != block.arrival) {
        m_arrival.bind(1, m_nextSample);
        m_arrival.bind(2, std::int64_t{toNanoseconds(block.arrival)});
        if (auto written = m_arrival.run(); !written)
            return written;
        m_lastArrival = block.arrival;
    }
    for (const PackedSample& sample : block.samples) {
        m_sample.bind(1, m_nextSample);
        m_sample.bind(2, std::int64_t{sample.channel});
        m_sample.bind(3, sample.time);
        m_sample.bind(4, sample.value);
        m_sample.bind(5, std::int64_t{sample.quality});
        if (auto written = m_sample.run(); !written)
            return written;
        m_sum.add(sample.channel, sample.time, sample.value, sample.quality);
        if (auto added = m_rollups.add(sample, m_nextSample); !added)
            return added;
        ++m_nextSample;
    }
    return {};
}

Result<void> CaptureFile::writeChecksum() {
    if (m_sum.isEmpty())
        return {};
    m_checksum.bind(1, m_nextSample - 1);
    m_checksum.bind(2, std::int64_t{m_sum.take()});
    return m_checksum.run();
}

Result<void> CaptureFile::writeWindow(const CapturedWindow& window) {
    m_window.bind(1, window.step);
    m_window.bind(2, window.channel);
    m_window.bind(3, std::int64_t{toNanoseconds(window.row.start)});
    m_window.bind(4, std::int64_t{toNanoseconds(window.row.end)});
    int parameter = 5;
    for (const double value : window.row.values) {
        const bool isCount = parameter == 5 + static_cast<int>(Aggregate::Count) && std::isfinite(value);
        if (isCount)
            m_window.bind(parameter, static_cast<std::int64_t>(value));
        else
            m_window.bind(parameter, value);
        ++parameter;
    }
    m_window.bind(parameter, window.row.rankError);
    return m_window.run();
}

Result<void> CaptureFile::writeAlarm(const AlarmOccurrence& alarm) {
    m_alarm.bind(1, static_cast<std::int64_t>(alarm.id));
    m_alarm.bind(2, alarm.step);
    m_alarm.bind(3, alarm.channel);
    m_alarm.bind(4, wordOf(severityWords, alarm.severity));
    m_alarm.bind(5, std::int64_t{toNanoseconds(alarm.first)});
    m_alarm.bind(6, std::int64_t{toNanoseconds(alarm.raisedAt)});
    m_alarm.bind(7, std::int64_t{toNanoseconds(alarm.last)});
    m_alarm.bind(8, alarm.worst);
    m_alarm.bind(9, std::int64_t{alarm.isActive});
    m_alarm.bind(10, std::int64_t{alarm.isLatching});
    m_alarm.bind(11, std::int64_t{alarm.isAcknowledged});
    return m_alarm.run();
}

Result<void> CaptureFile::writeEvent(const CapturedEvent& event) {
    m_event.bind(1, std::int64_t{toNanoseconds(event.time)});
    m_event.bind(2, event.kind);
    m_event.bind(3, wordOf(severityWords, event.severity));
    m_event.bind(4, event.subject);
    m_event.bind(5, event.detail);
    m_event.bind(6, std::int64_t{event.line});
    m_event.bind(7, std::int64_t{event.count});
    return m_event.run();
}

template <typename Value>
Result<void> CaptureFile::setFact(std::string_view key, const Value& value) {
    m_fact.bind(1, key);
    m_fact.bind(2, value);
    return m_fact.run();
}

Result<void> CaptureFile::commit() {
    if (!m_isInTransaction)
        return {};
    if (auto written = writeChecksum().and_then([&] { return m_positions.write(*m_database); }); !written)
        return written;
    if (auto committed = m_commit.run(); !committed)
        return committed;
    m_isInTransaction = false;
    if (auto there = checkIsThere(); !there)
        return there;
    m_durable = m_nextSample - 1;
    return {};
}

/// A file that has lost its name takes everything, and all of it is lost.
Result<void> CaptureFile::checkIsThere() {
    m_byteCount = 0;
    for (std::size_t part = 0; part < m_identities.size(); ++part) {
        off_t size = 0;
        const auto identity = identityOf(m_path + QLatin1String(siblingSuffixes[part]), size);
        if (!m_identities[part])
            m_identities[part] = identity;
        if (!identity || m_identities[part] != identity)
            return failure(ErrorCode::FileNotFound, m_path,
                           Message(QT_TRANSLATE_NOOP(
                               "Message", "it was removed, renamed or replaced while it was being written")));
        m_byteCount += size;
    }
    return {};
}

Result<void> CaptureFile::end(Timestamp time, const QString& how) {
    auto ended = begin()
                     .and_then([&] { return setFact("ended", std::int64_t{toNanoseconds(time)}); })
                     .and_then([&] { return setFact("closed", how); })
                     .and_then([&] { return commit(); });
    if (!ended)
        return ended;
    finishStatements();
    // While somebody reads it the log stays, as after a crash: recovery joins it the next time.
    const auto joined = m_database->joinLog();
    if (!joined && joined.error().code != ErrorCode::FileInUse)
        return joined;
    m_database.reset();
    m_lock.releaseAndRemove();
    return {};
}

void CaptureFile::finishStatements() {
    for (Statement* statement : {&m_begin, &m_commit, &m_fact, &m_channel, &m_sample, &m_arrival, &m_checksum,
                                 &m_stream, &m_window, &m_alarm, &m_event})
        *statement = {};
    m_rollups.finish();
    m_positions.finish();
    m_units.finish();
}

void CaptureFile::abandon() {
    finishStatements();
    m_database.reset();
    m_lock.releaseAndRemove();
}

void CaptureFile::discard() {
    finishStatements();
    m_database.reset();
    off_t size = 0;
    if (m_identities[0] && identityOf(m_path, size) == m_identities[0]) {
        for (const char* suffix : siblingSuffixes)
            QFile::remove(m_path + QLatin1String(suffix));
    }
    m_lock.releaseAndRemove();
}

} // namespace rillscope
