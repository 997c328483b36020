// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of captures goes while one is written, cannot be written, is a link; the file is a link or has a
// name of 300 characters: a clear word, and an error before anything is recorded; another folder only where
// none was named, and only one that survives a loss of power.
#include "core/capture/keep/CapturePlace.h"
#include "tests/torture/Faults.h"
#include "tests/torture/Mount.h"
#include "tests/torture/Recording.h"

#include <QDir>

namespace rillscope::torture {
namespace {

constexpr qint64 mebibyte = 1'024 * 1'024;

/// What is committed to a removed folder is gone with it, and counted. It never goes to another folder, and
/// on in the same when that is there again.
QStringList removeFolder(Torment& torment, bool isMadeAgain) {
    Recording recording(torment, {});
    Victim& victim = recording.victim();
    if (!recording.begin())
        return {QStringLiteral("acknowledged nothing; ") + victim.ending()};
    victim.watch(torment.number(700));
    const qint64 before = victim.acknowledged();
    QDir(recording.folder()).removeRecursively();
    QStringList faults;
    if (!victim.watch(20'000, [&recording] { return recording.hasComplained(); }))
        faults.append(QStringLiteral("it did not say so"));
    if (isMadeAgain) {
        QDir().mkpath(recording.folder());
        if (!victim.watch(20'000, [&recording] { return !recording.captures().isEmpty(); }))
            faults.append(QStringLiteral("it did not go on; ") + victim.ending());
    }
    victim.watch(500);
    if (!recording.end())
        faults.append(QStringLiteral("did not end by itself; ") + victim.ending());
    if (recording.ofCapture("missed") < before)
        faults.append(QStringLiteral("%1 are gone, %2 counted as missed")
                          .arg(before)
                          .arg(recording.ofCapture("missed")));
    if (isMadeAgain == recording.captures().isEmpty())
        faults.append(QStringLiteral("%1 captures").arg(recording.captures().size()));
    return faults + recording.faultsAfterRemoval();
}

/// A run that must not begin: an error in words, soon, and nothing made.
QStringList refuse(Torment& torment, const QString& path, const QString& word) {
    const QString home = torment.makeFolder();
    Victim victim(Victim::commandLine(),
                  {QStringLiteral("record"), simulatedUri(10'000, 1, 1), QStringLiteral("--count"),
                   QStringLiteral("1000"), QStringLiteral("--capture"), path},
                  home);
    const Ended ended = runToEnd(victim, 20'000);
    if (!ended.exitCode || ended.exitCode == 0)
        return {word + QStringLiteral(": not refused; ") + ended.ending};
    if (ended.errors.isEmpty())
        return {word + QStringLiteral(": nothing was said")};
    return {};
}

/// The file that it says it captures to.
QString saidPath(const QByteArray& errors) {
    const QByteArray begin = "recording to ";
    const qsizetype at = errors.indexOf(begin);
    const qsizetype end = errors.indexOf(".rill", at);
    return at < 0 || end < 0 ? QString()
                             : QString::fromUtf8(errors.mid(at + begin.size(), end + 5 - at - begin.size()));
}

QStringList recordWithFallback(const QString& home, const QString& temporary, const QString& expected,
                               bool isNobody, quint64 seed) {
    const QString uri = simulatedUri(10'000, 1, seed);
    Victim victim(Victim::commandLine(),
                  {QStringLiteral("record"), uri, QStringLiteral("--count"), QStringLiteral("10000"),
                   QStringLiteral("--ack")},
                  home);
    victim.setVariable(QStringLiteral("TMPDIR"), temporary);
    if (isNobody)
        victim.runAsNobody();
    const Ended ended = runToEnd(victim, 30'000);
    QStringList faults;
    if (ended.exitCode != 0)
        faults.append(ended.ending);
    const QString path = saidPath(ended.errors);
    if (!path.startsWith(expected))
        return faults + QStringList{QStringLiteral("it did not say where it went: ") +
                                    QString::fromUtf8(ended.errors)};
    StreamComparison comparison(uri);
    comparison.add(path);
    QFile::remove(path);
    return faults + comparison.verdict(10'000);
}

QStringList refuseLink(Torment& torment) {
    const QString folder = torment.makeFolder();
    const QString target = folder + QStringLiteral("/other");
    const QString link = folder + QStringLiteral("/a.rill");
    QFile::link(target, link);
    QStringList faults = refuse(torment, link, QStringLiteral("a link to nothing"));
    QFile file(target);
    if (file.exists())
        faults.append(QStringLiteral("the link was followed"));
    if (file.open(QIODevice::WriteOnly))
        file.write("precious");
    file.close();
    faults += refuse(torment, link, QStringLiteral("a link to a file"));
    if (!file.open(QIODevice::ReadOnly) || file.readAll() != "precious")
        faults.append(QStringLiteral("the file behind the link was changed"));
    return faults;
}

/// The folder that both programs share cannot be written: another is said, and used.
QStringList fallBack(Torment& torment, const QString& home, bool isNobody) {
    const QString temporary = torment.makeFolder();
    QFile::setPermissions(temporary, QFile::Permissions(0x7777));
    return recordWithFallback(home, temporary, temporary, isNobody, torment.random());
}

/// What is in memory is lost with the power: that is not where it goes.
QStringList fallBackBesideMemory(Torment& torment, const QString& home) {
    const QString memory = torment.makeFolder();
    const Mount disk(memory, 16 * mebibyte);
    QStringList faults =
        recordWithFallback(home, memory, QStringLiteral("/var/tmp"), false, torment.random());
    if (!capturesBelow(memory).isEmpty())
        faults.append(QStringLiteral("it is in memory"));
    return faults;
}

void tryUnwritable(Torment& torment, Tally& tally) {
    const QString home = torment.makeFolder();
    Mount disk(home, mebibyte);
    if (!disk.isMounted() || !disk.makeReadOnly()) {
        tally.skip(QStringLiteral("a read-only folder: only root can mount one"));
        return;
    }
    tally.add(QStringLiteral("read-only disk, file named"),
              refuse(torment, home + QStringLiteral("/a.rill"), QStringLiteral("read-only")));
    if (!isPersistent(torment.folder.path()) || !isPersistent(QStringLiteral("/var/tmp"))) {
        tally.skip(QStringLiteral("another folder: temporary files are in memory here"));
        return;
    }
    tally.add(QStringLiteral("read-only disk, shared folder"), fallBack(torment, home, false));
    tally.add(QStringLiteral("read-only disk, the other one in memory"), fallBackBesideMemory(torment, home));
    // A folder of root's, and we are not.
    QFile::setPermissions(torment.folder.path(), QFile::Permissions(0x7755));
    const QString ofRoot = torment.makeFolder();
    QFile::setPermissions(ofRoot, QFile::Permissions(0x7755));
    tally.add(QStringLiteral("no right to write"), fallBack(torment, ofRoot, true));
}

} // namespace

void spoilFolders(Torment& torment, Tally& tally) {
    for (int i = torment.times(1, 10); i > 0; --i) {
        tally.add(QStringLiteral("removed while it is written"), removeFolder(torment, false));
        tally.add(QStringLiteral("removed and made again"), removeFolder(torment, true));
    }
    tryUnwritable(torment, tally);
    tally.add(QStringLiteral("a link"), refuseLink(torment));
    const QString longName = torment.makeFolder() + u'/' + QString(295, u'n') + QStringLiteral(".rill");
    tally.add(QStringLiteral("a name of 300 characters"),
              refuse(torment, longName, QStringLiteral("long name")));
    tally.add(QStringLiteral("a folder that is not there"),
              refuse(torment, torment.folder.filePath(QStringLiteral("no/such/folder/a.rill")),
                     QStringLiteral("missing folder")));
}

} // namespace rillscope::torture
