// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureReader.h"

#include "core/capture/StoredRow.h"

#include <algorithm>

namespace rillscope {
namespace {

constexpr int maxNameBytes = 1'024;
constexpr int maxTextBytes = 1 << 20;
constexpr int maxStreams = 1'000;

std::optional<Severity> severityNamed(const QString& word) {
    if (word == QLatin1String("notice"))
        return Severity::Notice;
    if (word == QLatin1String("warning"))
        return Severity::Warning;
    if (word == QLatin1String("alarm"))
        return Severity::Alarm;
    return std::nullopt;
}

StoredWindow windowOf(StoredRow& row) {
    StoredWindow window{};
    window.step = row.text(0, maxNameBytes);
    window.channel = row.text(1, maxNameBytes);
    window.start = row.time(2);
    window.end = row.time(3);
    int column = 4;
    for (double* value :
         {&window.count, &window.minimum, &window.maximum, &window.mean, &window.standardDeviation,
          &window.first, &window.last, &window.p50, &window.p90, &window.p99})
        *value = row.real(column++);
    window.rankError = row.integer(column);
    return window;
}

AlarmOccurrence alarmOf(StoredRow& row) {
    AlarmOccurrence alarm;
    alarm.id = static_cast<quint64>(row.integer(0, 1, std::numeric_limits<qint64>::max()));
    alarm.step = row.text(1, maxNameBytes);
    alarm.channel = row.text(2, maxNameBytes);
    const auto severity = severityNamed(row.text(3, maxNameBytes));
    row.require(severity.has_value());
    alarm.severity = severity.value_or(Severity::Notice);
    alarm.first = row.time(4);
    alarm.raisedAt = row.time(5);
    alarm.last = row.time(6);
    alarm.worst = row.real(7);
    alarm.isActive = row.integer(8, 0, 1) != 0;
    alarm.isLatching = row.integer(9, 0, 1) != 0;
    alarm.isAcknowledged = row.integer(10, 0, 1) != 0;
    return alarm;
}

StoredEvent eventOf(StoredRow& row) {
    StoredEvent event;
    event.time = row.time(0);
    event.kind = row.text(1, maxNameBytes);
    event.severity = row.text(2, maxNameBytes);
    event.subject = row.text(3, maxTextBytes / 16);
    event.detail = row.text(4, maxTextBytes / 16);
    event.line = row.integer(5);
    event.count = row.integer(6);
    return event;
}

constexpr std::string_view streamQuery =
    "SELECT first_sample, time, source, definition FROM streams ORDER BY rowid LIMIT ?";
constexpr std::string_view windowQuery =
    "SELECT step, channel, start, end, count, min, max, mean, sd, first, last, p50, p90, p99, rank_error "
    "FROM windows ORDER BY rowid DESC LIMIT ?";
constexpr std::string_view alarmQuery =
    "SELECT id, step, channel, severity, first, raised, last, worst, active, latching, acknowledged "
    "FROM alarms ORDER BY id DESC LIMIT ?";
constexpr std::string_view eventQuery =
    "SELECT time, kind, severity, subject, detail, line, count FROM events ORDER BY id DESC LIMIT ?";

StoredStream streamOf(StoredRow& row) {
    return {row.integer(0, 0, std::numeric_limits<qint64>::max()), row.time(1),
            row.text(2, maxTextBytes / 16), row.text(3, maxTextBytes)};
}

/// Has `take` look at up to `limit` rows. Returns their number.
template <typename Take>
Result<qint64> readEach(CaptureReader& reader, std::string_view sql, qint64 limit, const Take& take) {
    auto query = reader.database().prepare(sql);
    if (!query)
        return tl::unexpected(query.error());
    query->bind(1, std::int64_t{std::max<qint64>(limit, 0)});
    qint64 count = 0;
    Result<bool> hasRow = query->step();
    for (; hasRow && *hasRow; hasRow = query->step(), ++count) {
        StoredRow row(query->handle());
        take(row);
        if (row.isWrong())
            return reader.damaged(
                QStringLiteral("a row of streams, windows, alarms or events is not readable"));
    }
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    return count;
}

template <typename Value>
Result<QList<Value>> readRows(CaptureReader& reader, std::string_view sql, qint64 limit,
                              Value (*make)(StoredRow&)) {
    QList<Value> values;
    const auto read = readEach(reader, sql, limit, [&](StoredRow& row) { values.append(make(row)); });
    if (!read)
        return tl::unexpected(read.error());
    return values;
}

template <typename Value>
Result<QList<Value>> reversed(Result<QList<Value>> values) {
    if (values)
        std::reverse(values->begin(), values->end());
    return values;
}

} // namespace

Result<std::vector<StoredArrival>> CaptureReader::readArrivals(qint64 firstId, qint64 lastId) {
    auto query = m_database.prepare(
        "SELECT first_sample, time FROM arrivals WHERE first_sample <= ?2 AND first_sample >= coalesce("
        "(SELECT max(first_sample) FROM arrivals WHERE first_sample <= ?1), ?1) ORDER BY first_sample");
    if (!query)
        return tl::unexpected(query.error());
    query->bind(1, std::int64_t{firstId});
    query->bind(2, std::int64_t{lastId});
    std::vector<StoredArrival> arrivals;
    Result<bool> hasRow = query->step();
    for (; hasRow && *hasRow; hasRow = query->step()) {
        StoredRow row(query->handle());
        const StoredArrival arrival{row.integer(0), row.time(1)};
        if (row.isWrong() || (!arrivals.empty() && arrival.firstId <= arrivals.back().firstId))
            return damaged(QStringLiteral("its table of arrivals is not readable"));
        arrivals.push_back(arrival);
    }
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    return arrivals;
}

Result<QList<StoredStream>> CaptureReader::readStreams() {
    return readRows(*this, streamQuery, maxStreams, streamOf);
}

Result<QList<StoredWindow>> CaptureReader::readWindows(qint64 limit) {
    return reversed(readRows(*this, windowQuery, limit, windowOf));
}

Result<QList<AlarmOccurrence>> CaptureReader::readAlarms(qint64 limit) {
    return reversed(readRows(*this, alarmQuery, limit, alarmOf));
}

Result<QList<StoredEvent>> CaptureReader::readEvents(qint64 limit) {
    return reversed(readRows(*this, eventQuery, limit, eventOf));
}

Result<qint64> CaptureReader::checkResults() {
    constexpr qint64 all = std::numeric_limits<qint64>::max();
    qint64 count = 0;
    for (const auto& read : {readEach(*this, streamQuery, all, [](StoredRow& row) { streamOf(row); }),
                             readEach(*this, windowQuery, all, [](StoredRow& row) { windowOf(row); }),
                             readEach(*this, alarmQuery, all, [](StoredRow& row) { alarmOf(row); }),
                             readEach(*this, eventQuery, all, [](StoredRow& row) { eventOf(row); })}) {
        if (!read)
            return read;
        count += *read;
    }
    return count;
}

} // namespace rillscope
