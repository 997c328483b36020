// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rfc3339.h"
#include "tests/benchmarks/Comparison.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rillscope::bench {
namespace {

constexpr double mostSniffing = 50.0; // ms

struct Shape {
    const char* name;
    const char* file;
    int columns;
    qint64 rows;
    bool isJudged; ///< against the peers
};

/// A value of a sensor: two decimals, and seldom the same twice.
QByteArray valueText(qint64 row, int column) {
    return QByteArray::number(20.0 + std::sin(static_cast<double>(row) / 1e3 + column) * 15.0, 'f', 2);
}

bool writeTable(const QString& path, const Shape& shape) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const bool isJson = path.endsWith(QStringLiteral(".jsonl"));
    QByteArray text = isJson ? QByteArray() : QByteArray("time");
    for (int column = 0; column < shape.columns && !isJson; ++column)
        text += ",sensor_" + QByteArray::number(column + 1);
    text += isJson ? "" : "\n";
    constexpr std::int64_t begin = 1'767'225'600'000'000'000;
    for (qint64 row = 0; row < shape.rows; ++row) {
        const std::string time = formatRfc3339(fromNanoseconds(begin + row * 1'000'000));
        text += isJson ? "{\"time\":\"" : "";
        text += QByteArrayView(time.data(), static_cast<qsizetype>(time.size()));
        text += isJson ? "\"" : "";
        for (int column = 0; column < shape.columns; ++column) {
            text += isJson ? ",\"sensor_" + QByteArray::number(column + 1) + "\":" : QByteArray(",");
            text += valueText(row, column);
        }
        text += isJson ? "}\n" : "\n";
        if (text.size() > 1'000'000 && file.write(std::exchange(text, {})) < 0)
            return false;
    }
    return file.write(text) >= 0 && file.flush();
}

struct Reading {
    double rate = 0.0; ///< million rows in a second of processor
    double mebibytes = 0.0;
    double sniffing = 0.0; ///< ms
};

/// What one program makes of the file; none when it cannot be run, or has not read all of it.
std::optional<Reading> readBy(const QStringList& command, const Shape& shape) {
    QProcess process;
    process.start(command.constFirst(), command.mid(1));
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return std::nullopt;
    const QJsonObject said = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    const double rows = said.value(QStringLiteral("rows")).toDouble();
    const double values = said.value(QStringLiteral("values")).toDouble();
    if (values != static_cast<double>(shape.rows) * shape.columns)
        return std::nullopt;
    return Reading{rows / said.value(QStringLiteral("seconds")).toDouble() / 1e6,
                   said.value(QStringLiteral("peakKiB")).toDouble() / 1'024.0,
                   said.value(QStringLiteral("sniffing")).toDouble()};
}

/// Of several runs, the one of the middle rate.
Reading middle(std::vector<Reading> readings) {
    std::sort(readings.begin(), readings.end(),
              [](const Reading& a, const Reading& b) { return a.rate < b.rate; });
    return readings.at(readings.size() / 2);
}

void addRows(Report& report, const Shape& shape, const Reading& ours, const QString& peerName,
             const Reading& peer) {
    const QString name = QStringLiteral("reading ") + QString::fromUtf8(shape.name);
    const bool isDuckDb = peerName == QStringLiteral("DuckDB");
    const bool isRateJudged = shape.isJudged && isDuckDb;
    report.add({name,
                QStringLiteral("M rows/s of one core"),
                ours.rate,
                {},
                QStringLiteral("M ") + peerName,
                peer.rate,
                isRateJudged ? QStringLiteral("ahead of DuckDB") : QString(),
                isRateJudged ? std::optional(ours.rate >= peer.rate) : std::nullopt,
                {}});
    report.add({name + QStringLiteral(", memory"),
                QStringLiteral("MiB"),
                ours.mebibytes,
                {},
                QStringLiteral("MiB ") + peerName,
                peer.mebibytes,
                QStringLiteral("less than the peer"),
                ours.mebibytes < peer.mebibytes,
                {}});
}

void compareShape(Report& report, const Shape& shape, const QString& path) {
    const QString bin = QCoreApplication::applicationDirPath();
    const QString python = bin + QStringLiteral("/../../peers/bin/python3");
    const QString script = QStringLiteral(RILLSCOPE_READ_PEERS);
    const QList<std::pair<QString, QStringList>> readers{
        {QStringLiteral("Rillscope"), {bin + QStringLiteral("/rillscope_read"), path}},
        {QStringLiteral("DuckDB"), {python, script, QStringLiteral("duckdb"), path}},
        {QStringLiteral("pandas"), {python, script, QStringLiteral("pandas"), path}}};
    constexpr int turns = 3;
    QList<std::vector<Reading>> readings(readers.size());
    for (int turn = 0; turn < turns; ++turn) {
        for (qsizetype i = 0; i < readers.size(); ++i) {
            if (const auto reading = readBy(readers.at(i).second, shape))
                readings[i].push_back(*reading);
        }
    }
    const QString name = QStringLiteral("reading ") + QString::fromUtf8(shape.name);
    if (readings.constFirst().empty())
        return report.addSkipped(name, QStringLiteral("the file could not be read in full"));
    const Reading ours = middle(readings.constFirst());
    report.add({name + QStringLiteral(", finding its format"),
                QStringLiteral("ms"),
                ours.sniffing,
                {},
                {},
                {},
                QStringLiteral("<= 50 ms"),
                ours.sniffing <= mostSniffing,
                {}});
    for (qsizetype i = 1; i < readers.size(); ++i) {
        if (readings.at(i).empty())
            report.addSkipped(name + QStringLiteral(", ") + readers.at(i).first,
                              QStringLiteral("it is not in build/peers, or did not read all of the file"));
        else
            addRows(report, shape, ours, readers.at(i).first, middle(readings.at(i)));
    }
}

} // namespace

void compareReading(Report& report, bool isQuick) {
    const qint64 part = isQuick ? 10 : 1;
    const Shape shapes[] = {{"CSV", "narrow.csv", 1, 10'000'000 / part, true},
                            {"JSON lines", "lines.jsonl", 3, 2'000'000 / part, false},
                            {"CSV of 100 columns", "wide.csv", 100, 1'000'000 / part, false}};
    for (const Shape& shape : shapes) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QString::fromUtf8(shape.file));
        if (writeTable(path, shape))
            compareShape(report, shape, path);
        else
            report.addSkipped(QString::fromUtf8(shape.name),
                              QStringLiteral("no room for its file in the temporary folder"));
    }
}

} // namespace rillscope::bench
