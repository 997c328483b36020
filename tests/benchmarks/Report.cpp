// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/Report.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <cmath>

namespace rillscope::bench {
namespace {

QString figure(double value) {
    if (value != 0.0 && std::abs(value) < 0.0095)
        return QString::number(value, 'g', 2);
    const double size = std::abs(value);
    return QString::number(value, 'f', size >= 100.0 ? 0 : (size >= 10.0 ? 1 : 2));
}

QString verdict(const Row& row) {
    if (!row.isMet)
        return QStringLiteral("-");
    return *row.isMet ? QStringLiteral("met") : QStringLiteral("SHORT");
}

QJsonValue orNull(const std::optional<double>& value) {
    return value ? QJsonValue(*value) : QJsonValue();
}

} // namespace

void Report::add(Row row) {
    QTextStream(stderr) << "  " << row.name << ": " << figure(row.value) << ' ' << row.unit << Qt::endl;
    m_rows.append(std::move(row));
}

void Report::addSkipped(const QString& name, const QString& why) {
    m_skipped.append(name + QStringLiteral(": ") + why);
}

void Report::print() const {
    QList<QStringList> lines{{QStringLiteral("row"), QStringLiteral("Rillscope"), QStringLiteral("p99"),
                              QStringLiteral("unit"), QStringLiteral("peer"), QStringLiteral("target"),
                              QStringLiteral("verdict"), QStringLiteral("note")}};
    for (const Row& row : m_rows) {
        const QString peer = row.peer ? figure(*row.peer) + u' ' + row.peerName : QStringLiteral("-");
        lines.append({row.name, figure(row.value), row.p99 ? figure(*row.p99) : QStringLiteral("-"), row.unit,
                      peer, row.target.isEmpty() ? QStringLiteral("-") : row.target, verdict(row), row.note});
    }
    QList<qsizetype> widths(lines.constFirst().size(), 0);
    for (const QStringList& line : std::as_const(lines)) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line[i].size());
    }
    QTextStream out(stdout);
    for (const QStringList& line : std::as_const(lines)) {
        QStringList cells;
        for (qsizetype i = 0; i < line.size(); ++i)
            cells.append(line[i].leftJustified(widths[i]));
        out << "| " << cells.join(QStringLiteral(" | ")) << " |\n";
        if (&line == &lines.constFirst()) {
            for (const qsizetype width : std::as_const(widths))
                out << "|" << QString(width + 2, u'-');
            out << "|\n";
        }
    }
    for (const QString& skipped : m_skipped)
        out << "not measured: " << skipped << "\n";
}

bool Report::writeJson(const QString& path, bool isQuick) const {
    QJsonArray rows;
    for (const Row& row : m_rows) {
        rows.append(QJsonObject{{QStringLiteral("row"), row.name},
                                {QStringLiteral("value"), row.value},
                                {QStringLiteral("p99"), orNull(row.p99)},
                                {QStringLiteral("unit"), row.unit},
                                {QStringLiteral("peerName"), row.peerName},
                                {QStringLiteral("peer"), orNull(row.peer)},
                                {QStringLiteral("target"), row.target},
                                {QStringLiteral("met"), row.isMet ? QJsonValue(*row.isMet) : QJsonValue()},
                                {QStringLiteral("note"), row.note}});
    }
    const QJsonObject document{{QStringLiteral("quick"), isQuick},
                               {QStringLiteral("cores"), QThread::idealThreadCount()},
                               {QStringLiteral("system"), QSysInfo::prettyProductName()},
                               {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
                               {QStringLiteral("rows"), rows},
                               {QStringLiteral("notMeasured"), QJsonArray::fromStringList(m_skipped)}};
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(document).toJson()) > 0;
}

double percentile(std::vector<double> values, double part) {
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values.at(static_cast<std::size_t>(std::lround(part * last)));
}

QString shortfall(double value, double limit) {
    return QStringLiteral("%1 % off").arg(std::abs(value / limit - 1.0) * 100.0, 0, 'f', 0);
}

} // namespace rillscope::bench
