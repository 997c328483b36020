// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureSchema.h"
#include "core/capture/Database.h"
#include "core/capture/read/CaptureHistory.h"
#include "core/capture/read/PastSamples.h"
#include "tests/benchmarks/Comparison.h"
#include "tests/benchmarks/Stream.h"

#include <QFile>
#include <QTemporaryDir>

#include <stdexcept>

namespace rillscope::bench {
namespace {

constexpr double mostOpening = 1'000.0; // ms
constexpr int columns = 1'600;

template <typename Value>
Value require(Result<Value> result) {
    if (!result)
        throw std::runtime_error(result.error().message().toStdString());
    if constexpr (!std::is_void_v<Value>)
        return std::move(*result);
}

template <typename... Values>
void insert(Statement& statement, const Values&... values) {
    int parameter = 0;
    (statement.bind(++parameter, values), ...);
    require(statement.run());
}

/// One channel, by plain SQL; rollups stand among the samples, as they do in a file that grew.
void makeCapture(const QString& path, qint64 count) {
    Database database = require(Database::create(path));
    require(database.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"));
    require(createCaptureTables(database));
    require(database.execute("BEGIN; INSERT INTO channels VALUES(0, 'temperature', 'celsius', 'raw'); "
                             "INSERT INTO streams VALUES(1, 0, 'sim:normal', ''); "
                             "INSERT INTO arrivals VALUES(1, 0)"));
    Statement sampleRow = require(database.prepare("INSERT INTO samples VALUES(?, 0, ?, ?, 0)"));
    Statement rollupRow = require(
        database.prepare("INSERT INTO rollups VALUES(0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    std::array<std::int64_t, rollupSamples> times{};
    std::array<double, rollupSamples> values{};
    const std::array<std::uint16_t, rollupSamples> flags{};
    Stream stream;
    for (std::int64_t id = 1; id <= count; ++id) {
        stream.next();
        const auto place = static_cast<std::size_t>((id - 1) % rollupSamples);
        times[place] = toNanoseconds(stream.time());
        values[place] = stream.value();
        insert(sampleRow, id, times[place], values[place]);
        if (place + 1 < times.size())
            continue;
        const LeafSummary leaf = summarizeLeaf(times.data(), values.data(), flags.data(), rollupSamples);
        const M4& m4 = leaf.m4;
        insert(rollupRow, id / rollupSamples - 1, id - rollupSamples + 1, id, leaf.earliest, leaf.latest,
               m4.count, m4.firstTime, m4.firstValue, m4.lastTime, m4.lastValue, m4.minimumTime, m4.minimum,
               m4.maximumTime, m4.maximum, leaf.mean, leaf.squaredDeviations, std::int64_t{4});
        if (id % 102'400 == 0)
            require(database.execute("COMMIT; BEGIN"));
    }
    require(database.execute("COMMIT"));
}

ColumnGrid gridOf(std::pair<Timestamp, Timestamp> range) {
    ColumnGrid grid{(range.second - range.first) / columns + Duration{1}, 0, columns};
    grid.first = grid.columnOf(range.second) - columns + 1;
    return grid;
}

struct Opening {
    double open = 0.0; ///< ms, with the picture
    double detail = 0.0;
};

Opening openOnce(const QString& path) {
    Opening time;
    const double begin = milliseconds();
    const OpenedCapture opened = require(openCaptureHistory(path));
    const ChannelHistory& channel = opened.history->channel(0);
    const auto [first, last] = *channel.timeRange();
    channel.query(gridOf({first, last}));
    time.open = milliseconds() - begin;
    // A thousandth of it, in the middle.
    const Timestamp middle = first + (last - first) / 2;
    const double ask = milliseconds();
    std::vector<MissingChunk> missing;
    const ColumnGrid narrow = gridOf({middle, middle + (last - first) / 1'000});
    for (const PastChunk& chunk : channel.pastChunks(narrow.begin(), narrow.end(), narrow.width, 1'000))
        missing.push_back({0, chunk.chunk});
    const auto index = indexOf(path, *opened.history);
    PastSamples samples(*opened.history, *index, {},
                        [&](SampleHistory::Restorable chunk) { opened.history->restore(std::move(chunk)); });
    require(samples.read(missing));
    channel.query(narrow);
    time.detail = milliseconds() - ask;
    return time;
}

} // namespace

void compareCaptureOpening(Report& report, bool isQuick) {
    const qint64 count = isQuick ? 10'000'000 : 100'000'000;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.rill"));
    makeCapture(path, count);
    std::vector<double> openings;
    std::vector<double> details;
    for (int i = 0; i < 5; ++i) {
        const Opening time = openOnce(path);
        openings.push_back(time.open);
        details.push_back(time.detail);
    }
    const double opening = median(openings);
    const bool isMet = opening <= mostOpening;
    const QString size = isQuick ? QStringLiteral("10^7") : QStringLiteral("10^8");
    report.add(
        {QStringLiteral("opening a capture of %1: whole-range picture").arg(size),
         QStringLiteral("ms"),
         opening,
         percentile(openings, 0.99),
         {},
         {},
         QStringLiteral("<= 1 s"),
         isMet,
         isMet ? QStringLiteral("the file is in the system's cache") : shortfall(opening, mostOpening)});
    report.add({QStringLiteral("detail of a thousandth of it, read back and drawn"),
                QStringLiteral("ms"),
                median(details),
                percentile(details, 0.99),
                {},
                {},
                {},
                {},
                {}});
}

} // namespace rillscope::bench
