// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of captures goes while one is written, cannot be written, is a link; the file is a link or has a
// name of 300 characters: a clear word, and either an error before anything is recorded, or another folder.
#include "tests/torture/Faults.h"
#include "tests/torture/Mount.h"
#include "tests/torture/Recording.h"

#include <QDir>

namespace rillscope::torture {
namespace {

constexpr qint64 mebibyte = 1'024 * 1'024;

/// What is committed to a removed folder is gone with it, but nothing that comes after.
QStringList removeFolder(Torment& torment) {
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
    if (!recording.waitForMore())
        faults.append(QStringLiteral("it did not go on; ") + victim.ending());
    victim.watch(500);
    const qint64 after = victim.acknowledged();
    if (!recording.end())
        faults.append(QStringLiteral("did not end by itself; ") + victim.ending());
    const StreamComparison comparison = recording.compare();
    faults += comparison.complaints();
    // A commit that was under way while the folder went may be lost with it.
    constexpr qint64 ofACommit = 50'000;
    if (comparison.found() < after - before - ofACommit)
        faults.append(QStringLiteral("%1 acknowledged before, %2 after, %3 found")
                          .arg(before)
                          .arg(after)
                          .arg(comparison.found()));
    return faults;
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
    const QString uri = simulatedUri(10'000, 1, torment.random());
    Victim victim(Victim::commandLine(),
                  {QStringLiteral("record"), uri, QStringLiteral("--count"), QStringLiteral("10000"),
                   QStringLiteral("--ack")},
                  home);
    victim.setVariable(QStringLiteral("TMPDIR"), temporary);
    if (isNobody)
        victim.runAsNobody();
    const Ended ended = runToEnd(victim, 30'000);
    QStringList faults;
    if (!ended.exitCode)
        faults.append(ended.ending);
    if (!ended.errors.contains(temporary.toUtf8()))
        faults.append(QStringLiteral("it did not say where it went: ") + QString::fromUtf8(ended.errors));
    StreamComparison comparison(uri);
    for (const QString& path : capturesBelow(temporary))
        comparison.add(path);
    return faults + comparison.verdict(10'000);
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
    tally.add(QStringLiteral("read-only disk, shared folder"), fallBack(torment, home, false));
    // A folder of root's, and we are not.
    QFile::setPermissions(torment.folder.path(), QFile::Permissions(0x7755));
    const QString ofRoot = torment.makeFolder();
    QFile::setPermissions(ofRoot, QFile::Permissions(0x7755));
    tally.add(QStringLiteral("no right to write"), fallBack(torment, ofRoot, true));
}

} // namespace

void spoilFolders(Torment& torment, Tally& tally) {
    for (int i = torment.times(1, 10); i > 0; --i)
        tally.add(QStringLiteral("removed while it is written"), removeFolder(torment));
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
