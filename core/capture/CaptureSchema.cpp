// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureSchema.h"

#include "core/base/Message.h"
#include "core/model/Quality.h"

#include <array>

namespace rillscope {
namespace {

/// Reads nothing; that each can be prepared says that tables and columns are there.
constexpr std::array<std::string_view, 10> necessaryQueries{
    "SELECT key, value FROM capture",
    "SELECT channel, name, unit, kind FROM channels",
    "SELECT id, channel, time, value, quality FROM samples",
    "SELECT first_sample, time FROM arrivals",
    "SELECT channel, number, first_sample, last_sample, earliest, latest, count, first_time, first_value, "
    "last_time, last_value, minimum_time, minimum, maximum_time, maximum, mean, squared_deviations, flags "
    "FROM rollups",
    "SELECT first_sample, time, source, definition FROM streams",
    "SELECT step, channel, start, end, count, min, max, mean, sd, first, last, p50, p90, p99, rank_error "
    "FROM windows",
    "SELECT id, step, channel, severity, first, raised, last, worst, active, latching, acknowledged FROM "
    "alarms",
    "SELECT id, time, kind, severity, subject, detail, line, count FROM events",
    "SELECT bit, mark FROM marks",
};

Result<std::int64_t> readNumber(Database& database, std::string_view sql) {
    auto statement = database.prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    const auto hasRow = statement->step();
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    return *hasRow ? statement->integer(0) : 0;
}

Result<bool> isPositive(const Result<std::int64_t>& count) {
    return count.map([](std::int64_t number) { return number > 0; });
}

/// That what is read is plain tables, in the order of their keys: no view, no virtual table, no column that
/// is worked out, which could make SQLite do anything at all.
Result<void> checkAreTables(Database& database) {
    constexpr std::string_view strangeTables =
        "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type <> 'table' AND lower(name) IN "
        "('capture', 'channels', 'samples', 'arrivals', 'rollups', 'streams', 'windows', 'alarms', 'events', "
        "'marks', 'checksums', 'positions', 'units')";
    constexpr std::string_view strangeColumns =
        "SELECT count(*) FROM pragma_table_list AS list, pragma_table_xinfo(list.name) AS info WHERE "
        "list.schema = 'main' AND list.type = 'table' AND info.hidden <> 0";
    constexpr std::string_view keys =
        "SELECT (SELECT count(*) FROM pragma_table_info('samples') WHERE name = 'id' AND pk = 1)"
        " + (SELECT count(*) FROM pragma_table_info('arrivals') WHERE name = 'first_sample' AND pk = 1)"
        " + (SELECT count(*) FROM pragma_table_info('rollups') WHERE (name, pk) IN "
        "(VALUES('channel', 1), ('number', 2)))";
    constexpr std::string_view unkeyedChecksums =
        "SELECT count(*) FROM pragma_table_info('checksums') WHERE name = 'last_sample' AND pk <> 1";
    const auto tables = readNumber(database, strangeTables);
    const auto columns = tables ? readNumber(database, strangeColumns) : tables;
    const auto keyed = columns ? readNumber(database, keys) : columns;
    const auto unkeyed = keyed ? readNumber(database, unkeyedChecksums) : keyed;
    if (!unkeyed)
        return tl::unexpected(unkeyed.error());
    if (*tables != 0 || *columns != 0 || *keyed != 4 || *unkeyed != 0)
        return failure(ErrorCode::DamagedFile, database.path(),
                       Message(QT_TRANSLATE_NOOP("Message", "its tables are not those of a recording")));
    return {};
}

} // namespace

const char* captureTables() {
    return R"sql(
-- Facts about the capture: 'program', 'started' and 'ended' (ns; no 'ended': it is being written, or was cut
-- short), 'closed' ('stopped', 'recovered', 'failed', 'salvaged'), 'account' (JSON), 'continues' (the file of
-- the same session that could not be written any more).
CREATE TABLE capture(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
-- unit: celsius, none; see table units. kind: raw, derived, derivedOnChange; reference: a channel of another
-- capture, which was compared with, without samples here.
CREATE TABLE channels(channel INTEGER PRIMARY KEY, name TEXT NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL);
-- In the order of arrival, without holes. time: event time. value: NULL is NaN; no type, so that every double
-- comes back to the bit. quality: the sum of the marks, see table marks; 0 is good.
CREATE TABLE samples(id INTEGER PRIMARY KEY, channel INTEGER NOT NULL, time INTEGER NOT NULL, value,
                     quality INTEGER NOT NULL);
CREATE INDEX marked_samples ON samples(channel, quality) WHERE quality <> 0;
-- This sample, and those after it up to the next row's, came at this time.
CREATE TABLE arrivals(first_sample INTEGER PRIMARY KEY, time INTEGER NOT NULL);
-- After each commit: the CRC-32 of the samples up to this one, from the one after the row before on. Of each
-- sample four 64-bit integers, little-endian: channel, time, the bits of the value (7ff8000000000000 for NaN),
-- quality. A capture of an early version has no such table.
CREATE TABLE checksums(last_sample INTEGER PRIMARY KEY, crc INTEGER NOT NULL);
-- What 256 consecutive samples of a channel come to; number counts them from 0. The finite ones: count, the
-- first and last in time, minimum and maximum (the earliest, if equal), mean, sum of squared deviations.
-- earliest, latest: of all 256. flags: 1 the line breaks before the first in time, 2 it breaks inside, 4 times
-- never go back and all values are finite.
CREATE TABLE rollups(channel INTEGER NOT NULL, number INTEGER NOT NULL, first_sample INTEGER NOT NULL,
                     last_sample INTEGER NOT NULL, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
                     count INTEGER NOT NULL, first_time INTEGER NOT NULL, first_value, last_time INTEGER NOT NULL,
                     last_value, minimum_time INTEGER NOT NULL, minimum, maximum_time INTEGER NOT NULL, maximum,
                     mean, squared_deviations, flags INTEGER NOT NULL,
                     PRIMARY KEY(channel, number)) WITHOUT ROWID;
-- From this sample on: the source (a URI) and the pipeline definition (TOML).
CREATE TABLE streams(first_sample INTEGER NOT NULL, time INTEGER NOT NULL, source TEXT NOT NULL,
                     definition TEXT NOT NULL);
-- Rows of event-time windows in the order they fired; NULL is what SQL calls NULL, or was not asked for.
CREATE TABLE windows(step TEXT NOT NULL, channel TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
                     count, min, max, mean, sd, first, last, p50, p90, p99, rank_error INTEGER NOT NULL);
-- severity: notice, warning, alarm. first, raised, last: event times. active, latching, acknowledged: 0 or 1.
CREATE TABLE alarms(id INTEGER PRIMARY KEY, step TEXT NOT NULL, channel TEXT NOT NULL, severity TEXT NOT NULL,
                    first INTEGER NOT NULL, raised INTEGER NOT NULL, last INTEGER NOT NULL, worst,
                    active INTEGER NOT NULL, latching INTEGER NOT NULL, acknowledged INTEGER NOT NULL);
-- What happened to the stream. time: wall clock.
CREATE TABLE events(id INTEGER PRIMARY KEY, time INTEGER NOT NULL, kind TEXT NOT NULL, severity TEXT NOT NULL,
                    subject TEXT NOT NULL, detail TEXT NOT NULL, line INTEGER NOT NULL, count INTEGER NOT NULL);
-- What the bits of samples.quality mean.
CREATE TABLE marks(bit INTEGER PRIMARY KEY, mark TEXT NOT NULL);
)sql";
}

const char* positionsTable() {
    return R"sql(
-- Where a source goes on behind the newest of its samples here, in words of its own; committed together with
-- these. source: its URI, as in streams. time: when the samples before it arrived.
CREATE TABLE IF NOT EXISTS positions(source TEXT PRIMARY KEY, time INTEGER NOT NULL, position BLOB NOT NULL)
)sql";
}

const char* unitsTable() {
    return R"sql(
-- What the values of a channel whose unit is none are measured in, as their sender writes it; no row: unknown.
CREATE TABLE IF NOT EXISTS units(channel INTEGER PRIMARY KEY, unit TEXT NOT NULL)
)sql";
}

Result<void> createCaptureTables(Database& database) {
    QByteArray sql = "BEGIN;";
    sql += captureTables();
    sql += "PRAGMA application_id = " + QByteArray::number(qint64{captureApplicationId}) + ";";
    sql += "PRAGMA user_version = " + QByteArray::number(qint64{captureVersion}) + ";";
    for (const MarkRow& mark : markTable) {
        sql += "INSERT INTO marks VALUES(" + QByteArray::number(Quality(mark.flag).toInt()) + ", '" +
               QByteArray(mark.word.data(), static_cast<qsizetype>(mark.word.size())) + "');";
    }
    sql += "INSERT INTO marks VALUES(" + QByteArray::number(qint64{lineBreakBit}) + ", 'lineBreak');";
    sql += "COMMIT";
    return database.execute(sql.constData());
}

Result<bool> hasChecksums(Database& database) {
    return isPositive(readNumber(
        database, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name = 'checksums'"));
}

Result<bool> hasPositions(Database& database) {
    return isPositive(readNumber(
        database, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name = 'positions'"));
}

Result<bool> hasUnits(Database& database) {
    return isPositive(readNumber(
        database, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name = 'units'"));
}

Result<void> checkCaptureTables(Database& database) {
    const auto id = readNumber(database, "PRAGMA application_id");
    if (!id)
        return tl::unexpected(id.error());
    if (*id != captureApplicationId)
        return failure(ErrorCode::UnreadableInput, database.path(),
                       Message(QT_TRANSLATE_NOOP("Message", "this is no recording of Rillscope")));
    const auto version = readNumber(database, "PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version > captureVersion)
        return failure(
            ErrorCode::UnreadableInput, database.path(),
            Message(QT_TRANSLATE_NOOP(
                        "Message", "it was made by a newer Rillscope (version %1 of the file, %2 is known)"),
                    QString::number(*version), QString::number(captureVersion)));
    for (const std::string_view sql : necessaryQueries) {
        if (const auto prepared = database.prepare(sql); !prepared)
            return failure(ErrorCode::DamagedFile, database.path(), prepared.error().detail);
    }
    return checkAreTables(database);
}

} // namespace rillscope
