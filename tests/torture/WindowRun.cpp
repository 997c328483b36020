// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/WindowRun.h"

#include "core/capture/Database.h"
#include "tests/torture/Recording.h"

#include <QJsonDocument>

namespace rillscope::torture {
namespace {

QStringList argumentsOf(const WindowRun::Options& options, const QString& uri) {
    QStringList arguments;
    if (options.isWatched)
        arguments << QString::number(options.seconds) << QString::number(options.stuckSeconds);
    return arguments << uri << options.more;
}

/// A fact of a capture; empty: it is not there.
QString fact(const QString& path, std::string_view key) {
    auto database = Database::openToRead(path);
    if (!database)
        return {};
    auto rows = database->prepare("SELECT value FROM capture WHERE key = ?");
    if (!rows)
        return {};
    rows->bind(1, key);
    const auto row = rows->step();
    return row && *row ? rows->text(0) : QString();
}

/// That its last file keeps.
QJsonObject accountOfLast(const QStringList& paths) {
    return paths.isEmpty() ? QJsonObject() : WindowRun::accountOf(paths.constLast());
}

} // namespace

bool WindowRun::isPossible() {
    return !program().isEmpty();
}

QString WindowRun::program() {
    return QStringLiteral(RILLSCOPE_PROGRAM);
}

WindowRun::WindowRun(Torment& torment, const Options& options)
    : m_home(torment.makeFolder())
    , m_uri(options.uri.isEmpty() ? simulatedUri(20'000, 4, torment.random()) : options.uri)
    , m_isWatched(options.isWatched)
    , m_hasSessions(options.hasSessions)
    , m_victim(m_isWatched ? QStringLiteral(RILLSCOPE_WATCHED_WINDOW) : QStringLiteral(RILLSCOPE_PROGRAM),
               argumentsOf(options, m_uri), m_home) {
    m_victim.setVariable(QStringLiteral("TMPDIR"), m_home);
}

QStringList WindowRun::captures() const {
    return capturesBelow(m_home);
}

bool WindowRun::begin() {
    return m_victim.start() && m_victim.watch(30'000, [this] {
        const QStringList paths = captures();
        const bool isReady = !m_isWatched || m_victim.output().contains("ready");
        return isReady && !paths.isEmpty() &&
               QFileInfo(paths.constFirst() + QStringLiteral("-wal")).size() > 100'000;
    });
}

int WindowRun::longestMs() const {
    const qsizetype at = m_victim.output().lastIndexOf("longest ");
    return at < 0 ? -1 : m_victim.output().mid(at + 8).simplified().split(' ').constFirst().toInt();
}

QJsonObject WindowRun::account() const {
    return accountOfLast(captures());
}

QJsonObject WindowRun::accountOf(const QString& path) {
    return QJsonDocument::fromJson(fact(path, "account").toUtf8()).object();
}

QStringList WindowRun::faults() const {
    QStringList found;
    if (m_victim.exitCode() != 0)
        found.append(m_victim.ending());
    if (!m_hasSessions)
        return found + faultsOfSession(captures());
    for (const QString& path : captures())
        found += faultsOfSession({path});
    return found;
}

QStringList WindowRun::faultsOfSession(const QStringList& paths) const {
    StreamComparison comparison(m_uri);
    for (const QString& path : paths)
        comparison.add(path);
    QStringList found = comparison.complaints();
    const qint64 recorded = accountOfLast(paths).value(QLatin1String("recorded")).toInteger(-1);
    if (comparison.foundWithoutHole() != recorded)
        found.append(QStringLiteral("%1 recorded, %2 in the capture, without a hole %3")
                         .arg(recorded)
                         .arg(comparison.found())
                         .arg(comparison.foundWithoutHole()));
    if (paths.isEmpty() || fact(paths.constLast(), "ended").isEmpty())
        found.append(QStringLiteral("the capture does not say that it is complete"));
    return found;
}

} // namespace rillscope::torture
