// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/Recording.h"

#include "core/capture/CaptureSchema.h"
#include "tests/torture/Conservation.h"

#include <QDirIterator>
#include <QFileInfo>

#include <csignal>

namespace rillscope::torture {
namespace {

QStringList commandOf(const Recording::Options& options) {
    return options.launcher + QStringList{Victim::commandLine()};
}

} // namespace

Recording::Recording(Torment& torment, const Options& options)
    : m_home(torment.makeFolder())
    , m_captureFolder(options.captureFolder.isEmpty() ? torment.makeFolder() : options.captureFolder)
    , m_path(m_captureFolder + QStringLiteral("/a.rill"))
    , m_uri(simulatedUri(options.samplesPerSecond, options.channels, torment.random()) +
            QStringLiteral("&speed=%1").arg(options.speed))
    , m_victim(commandOf(options).constFirst(),
               commandOf(options).mid(1) +
                   QStringList{QStringLiteral("record"), m_uri, QStringLiteral("--capture"), m_path,
                               QStringLiteral("--ack")} +
                   summaryArguments(m_home) + options.more,
               m_home) {
    m_victim.setVariable(QStringLiteral("TMPDIR"), m_home);
}

bool Recording::begin() {
    return m_victim.start() && m_victim.watch(20'000, [this] { return m_victim.acknowledged() > 0; });
}

bool Recording::waitForMore(int milliseconds) {
    const qint64 before = m_victim.acknowledged();
    return m_victim.watch(milliseconds, [this, before] { return m_victim.acknowledged() > before; });
}

bool Recording::end(int milliseconds) {
    m_victim.signal(SIGINT);
    return m_victim.waitForEnd(milliseconds) && m_victim.exitCode();
}

QStringList Recording::captures() const {
    return capturesBelow(m_captureFolder) + capturesBelow(m_home);
}

StreamComparison Recording::compare() const {
    StreamComparison comparison(m_uri);
    for (const QString& path : captures())
        comparison.add(path);
    return comparison;
}

QJsonObject Recording::summary() const {
    return summaryIn(m_home);
}

qint64 Recording::ofCapture(const char* key) const {
    return summary().value(QLatin1String("capture")).toObject().value(QLatin1String(key)).toInteger(-1);
}

QStringList Recording::faults() {
    const StreamComparison comparison = compare();
    return faultsOf(comparison, comparison.verdict(m_victim.acknowledged()));
}

QStringList Recording::faultsAfterRemoval() {
    const StreamComparison comparison = compare();
    return faultsOf(comparison, comparison.complaints());
}

QStringList Recording::faultsOf(const StreamComparison& comparison, QStringList found) {
    found += faultsOfAccount(m_home, m_victim);
    if (const qint64 there = comparison.found(); there < ofCapture("durable"))
        found.append(
            QStringLiteral("%1 are said to be durable, %2 are there").arg(ofCapture("durable")).arg(there));
    if (const QStringList elsewhere = capturesBelow(m_home); !elsewhere.isEmpty())
        found.append(QStringLiteral("it left the folder that was named: ") + elsewhere.join(u' '));
    for (const QString& path : captures()) {
        const Ended verified = runOnFile(QStringLiteral("verify"), path, m_home);
        if (verified.exitCode != 0)
            found.append(QStringLiteral("verify %1: %2 %3")
                             .arg(path, verified.ending, QString::fromUtf8(verified.output.right(300))));
    }
    return found;
}

Ended runOnFile(const QString& command, const QString& path, const QString& home) {
    constexpr quint64 gibibyte = quint64{1} << 30;
    Victim victim(Victim::commandLine(), {command, path}, home);
    victim.limitMemory(2 * gibibyte);
    constexpr qint64 bytesPerMillisecond = 10'000; // ten times as slow as it should be
    return runToEnd(victim, 60'000 + static_cast<int>(QFileInfo(path).size() / bytesPerMillisecond));
}

QStringList capturesBelow(const QString& folder) {
    QStringList paths;
    QDirIterator files(folder, {QStringLiteral("*.") + QString::fromLatin1(captureSuffix)}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    return paths;
}

} // namespace rillscope::torture
