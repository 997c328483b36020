// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Message.h"
#include "core/capture/read/CaptureReader.h"

#include "core/capture/CaptureSchema.h"
#include "core/capture/read/StoredResults.h"

#include <algorithm>

namespace rillscope {
namespace {

constexpr int maxStreams = 1'000;
constexpr int maxPositionBytes = 1 << 20;
constexpr int maxSourceBytes = 1 << 16;

QByteArray queryFor(const StoredTable& table, const char* order) {
    return "SELECT " + QByteArray(table.columns.data(), qsizetype(table.columns.size())) + " FROM " +
           QByteArray(table.name.data(), qsizetype(table.name.size())) + " ORDER BY rowid " + order +
           " LIMIT ?";
}

/// Has `take` look at up to `limit` rows. Returns their number.
template <typename Take>
Result<qint64> readEach(CaptureReader& reader, const QByteArray& sql, qint64 limit, const Take& take) {
    auto query = reader.database().prepare(sql.constData());
    if (!query)
        return tl::unexpected(query.error());
    query->bind(1, std::int64_t{std::max<qint64>(limit, 0)});
    qint64 count = 0;
    Result<bool> hasRow = query->step();
    for (; hasRow && *hasRow; hasRow = query->step(), ++count) {
        StoredRow row(query->handle());
        take(row);
        if (row.isWrong())
            return reader.damaged(Message(
                QT_TRANSLATE_NOOP("Message", "a row of streams, windows, alarms or events is not readable")));
    }
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    return count;
}

template <typename Value>
Result<QList<Value>> readRows(CaptureReader& reader, const QByteArray& sql, qint64 limit,
                              Value (*make)(StoredRow&, int)) {
    QList<Value> values;
    const auto read = readEach(reader, sql, limit, [&](StoredRow& row) { values.append(make(row, 0)); });
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

StoredPosition positionOf(StoredRow& row, int column) {
    return {row.text(column, maxSourceBytes), row.time(column + 1), row.bytes(column + 2, maxPositionBytes)};
}

} // namespace

Result<QList<StoredPosition>> CaptureReader::readPositions() {
    const auto isThere = hasPositions(m_database);
    if (!isThere)
        return tl::unexpected(isThere.error());
    if (!*isThere)
        return QList<StoredPosition>();
    return readRows(*this, "SELECT source, time, position FROM positions ORDER BY rowid LIMIT ?", maxStreams,
                    positionOf);
}

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
            return damaged(Message(QT_TRANSLATE_NOOP("Message", "its table of arrivals is not readable")));
        arrivals.push_back(arrival);
    }
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    return arrivals;
}

Result<QList<StoredStream>> CaptureReader::readStreams() {
    return readRows(*this, queryFor(storedStreams, "ASC"), maxStreams, streamOf);
}

Result<QList<StoredWindow>> CaptureReader::readWindows(qint64 limit) {
    return reversed(readRows(*this, queryFor(storedWindows, "DESC"), limit, windowOf));
}

Result<QList<AlarmOccurrence>> CaptureReader::readAlarms(qint64 limit) {
    return reversed(readRows(*this, queryFor(storedAlarms, "DESC"), limit, alarmOf));
}

Result<QList<StoredEvent>> CaptureReader::readEvents(qint64 limit) {
    return reversed(readRows(*this, queryFor(storedEvents, "DESC"), limit, eventOf));
}

Result<qint64> CaptureReader::checkResults() {
    constexpr qint64 all = std::numeric_limits<qint64>::max();
    qint64 count = 0;
    for (const auto& read :
         {readEach(*this, queryFor(storedStreams, "ASC"), all, [](StoredRow& row) { streamOf(row); }),
          readEach(*this, queryFor(storedWindows, "ASC"), all, [](StoredRow& row) { windowOf(row); }),
          readEach(*this, queryFor(storedAlarms, "ASC"), all, [](StoredRow& row) { alarmOf(row); }),
          readEach(*this, queryFor(storedEvents, "ASC"), all, [](StoredRow& row) { eventOf(row); })}) {
        if (!read)
            return read;
        count += *read;
    }
    return count;
}

} // namespace rillscope
