// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/CaptureMaker.h"

#include "core/base/NumberText.h"
#include "core/capture/CaptureSchema.h"

#include <gtest/gtest.h>

#include <QtEndian>

#include <sqlite3.h>
#include <zlib.h>

#include <cmath>
#include <cstring>

namespace rillscope::test {
namespace {

template <typename Value>
Value require(Result<Value> result) {
    if (!result)
        throw std::runtime_error(result.error().message().toStdString());
    return std::move(*result);
}

void require(const Result<void>& result) {
    if (!result)
        throw std::runtime_error(result.error().message().toStdString());
}

std::int64_t bitsOf(const StoredSample& sample) {
    return sample.quality.toInt() | (sample.breakBefore ? lineBreakBit : 0);
}

template <typename... Values>
void insert(Statement& statement, const Values&... values) {
    int parameter = 0;
    (statement.bind(++parameter, values), ...);
    require(statement.run());
}

/// The samples of one channel that have no rollup yet.
struct Leaf {
    std::vector<std::int64_t> ids, times;
    std::vector<double> values;
    std::vector<std::uint16_t> flags;
    std::int64_t number = 0;
};

void insertRollup(Statement& statement, int channel, const Leaf& leaf) {
    const LeafSummary s =
        summarizeLeaf(leaf.times.data(), leaf.values.data(), leaf.flags.data(), rollupSamples);
    const bool isEmpty = s.m4.count == 0;
    const std::int64_t flags = (!isEmpty && s.m4.breakBefore ? rollupBreaksBefore : 0) |
                               (s.breaksInside ? rollupBreaksInside : 0) | (s.isPlain ? rollupIsPlain : 0);
    const M4 m4 = isEmpty ? M4{} : s.m4;
    insert(statement, std::int64_t{channel}, leaf.number, leaf.ids.front(), leaf.ids.back(), s.earliest,
           s.latest, m4.count, m4.firstTime, m4.firstValue, m4.lastTime, m4.lastValue, m4.minimumTime,
           m4.minimum, m4.maximumTime, m4.maximum, s.mean, s.squaredDeviations, flags);
}

/// Word by word, as the schema says.
uLong addToChecksum(uLong crc, const StoredSample& sample) {
    std::int64_t value = 0x7ff8000000000000;
    if (!std::isnan(sample.value))
        std::memcpy(&value, &sample.value, sizeof(value));
    for (const std::int64_t word : {std::int64_t{sample.channel},
                                    std::int64_t{toNanoseconds(sample.eventTime)}, value, bitsOf(sample)}) {
        const qint64 stored = qToLittleEndian(qint64{word});
        crc = crc32(crc, reinterpret_cast<const Bytef*>(&stored), sizeof(stored));
    }
    return crc;
}

void insertSamples(Database& database, const CaptureToMake& capture) {
    Statement sampleRow = require(database.prepare("INSERT INTO samples VALUES(?, ?, ?, ?, ?)"));
    Statement arrivalRow = require(database.prepare("INSERT INTO arrivals VALUES(?, ?)"));
    Statement rollupRow = require(
        database.prepare("INSERT INTO rollups VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    Statement checksumRow = require(database.prepare("INSERT INTO checksums VALUES(?, ?)"));
    uLong crc = 0;
    std::vector<Leaf> leaves(static_cast<std::size_t>(capture.channels.size()));
    std::int64_t id = 0;
    for (const StoredSample& sample : capture.samples) {
        if (id++ % capture.samplesInArrival == 0)
            insert(arrivalRow, id,
                   toNanoseconds(capture.started + std::chrono::seconds(id / capture.samplesInArrival)));
        insert(sampleRow, id, std::int64_t{sample.channel}, toNanoseconds(sample.eventTime), sample.value,
               bitsOf(sample));
        crc = addToChecksum(crc, sample);
        Leaf& leaf = leaves.at(sample.channel);
        leaf.ids.push_back(id);
        leaf.times.push_back(toNanoseconds(sample.eventTime));
        leaf.values.push_back(sample.value);
        leaf.flags.push_back(static_cast<std::uint16_t>(bitsOf(sample)));
        if (leaf.ids.size() == std::size_t{rollupSamples} && capture.hasRollups) {
            insertRollup(rollupRow, sample.channel, leaf);
            const std::int64_t next = leaf.number + 1;
            leaf = {};
            leaf.number = next;
        }
    }
    if (id > 0)
        insert(checksumRow, id, static_cast<std::int64_t>(crc));
}

void insertFacts(Database& database, const CaptureToMake& capture) {
    Statement channelRow = require(database.prepare("INSERT INTO channels VALUES(?, ?, ?, ?)"));
    std::int64_t index = 0;
    for (const ChannelInfo& channel : capture.channels)
        insert(channelRow, index++, channel.name, unitName(channel.unit),
               wordOf(channelKindWords, channel.kind));
    for (std::int64_t channel = 0; channel < capture.channels.size(); ++channel) {
        const QString& unit = capture.channels.at(channel).unitText;
        if (unit.isEmpty())
            continue;
        require(database.execute(unitsTable()));
        Statement unitRow = require(database.prepare("INSERT INTO units VALUES(?, ?)"));
        insert(unitRow, channel, unit);
    }
    Statement fact = require(database.prepare("INSERT INTO capture VALUES(?, ?)"));
    const std::int64_t started = toNanoseconds(capture.started);
    insert(fact, std::string_view("program"), std::string_view("a test"));
    insert(fact, std::string_view("started"), started);
    Statement stream = require(database.prepare("INSERT INTO streams VALUES(?, ?, ?, ?)"));
    insert(stream, std::int64_t{1}, started, capture.source, capture.definition);
    if (!capture.isEnded)
        return;
    const auto count = static_cast<qint64>(capture.samples.size());
    insert(fact, std::string_view("ended"),
           toNanoseconds(capture.started + std::chrono::seconds(count / capture.samplesInArrival)));
    insert(fact, std::string_view("closed"), std::string_view("stopped"));
    if (!capture.account.isEmpty())
        insert(fact, std::string_view("account"), capture.account);
}

} // namespace

void makeCapture(const QString& path, const CaptureToMake& capture) {
    try {
        Database database = require(Database::create(path));
        require(createCaptureTables(database));
        require(database.execute("BEGIN"));
        insertFacts(database, capture);
        insertSamples(database, capture);
        require(database.execute("COMMIT"));
        if (capture.isEnded)
            require(database.execute("PRAGMA journal_mode = DELETE"));
        else
            sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    } catch (const std::runtime_error& error) {
        ADD_FAILURE() << error.what();
    }
}

std::vector<StoredSample> countingSamples(qint64 count, int channels) {
    const Timestamp start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
    std::vector<StoredSample> samples;
    for (qint64 i = 0; i < count; ++i)
        samples.push_back({i + 1, static_cast<ChannelIndex>(i % channels), start + std::chrono::seconds(i),
                           static_cast<double>(i) * 0.1, Quality(), false});
    return samples;
}

void changeCapture(const QString& path, const char* sql) {
    sqlite3* connection = nullptr;
    ASSERT_EQ(sqlite3_open(path.toUtf8().constData(), &connection), SQLITE_OK);
    char* message = nullptr;
    EXPECT_EQ(sqlite3_exec(connection, sql, nullptr, nullptr, &message), SQLITE_OK)
        << (message ? message : "");
    sqlite3_free(message);
    sqlite3_close(connection);
}

std::string toText(const StoredSample& sample) {
    return (sample.breakBefore ? "|" : "") + std::to_string(sample.id) + ' ' +
           std::to_string(sample.channel) + ' ' + std::to_string(toNanoseconds(sample.eventTime)) + ' ' +
           formatNumber(sample.value).toStdString() + ' ' + qualityName(sample.quality);
}

std::string toText(const std::vector<StoredSample>& samples) {
    std::string text;
    for (const StoredSample& sample : samples)
        text += toText(sample) + '\n';
    return text;
}

} // namespace rillscope::test
