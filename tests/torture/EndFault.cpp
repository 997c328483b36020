// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in which a program is asked to end: all that was recorded is in one plain file, which says that it
// is complete, and the exit code is 0.
#include "tests/torture/Faults.h"
#include "tests/torture/Recording.h"

#include <QDir>

#include <csignal>

namespace rillscope::torture {
namespace {

QStringList leftovers(const Recording& recording) {
    QStringList names = QDir(recording.folder()).entryList(QDir::Files);
    names.removeAll(QFileInfo(recording.path()).fileName());
    return names;
}

QStringList endOnce(Torment& torment, int signal) {
    Recording recording(torment, {});
    Victim& victim = recording.victim();
    if (!recording.begin())
        return {QStringLiteral("acknowledged nothing; ") + victim.ending()};
    victim.watch(torment.number(800));
    victim.signal(signal);
    if (!victim.waitForEnd(20'000))
        return {QStringLiteral("did not end")};
    QStringList faults = recording.faults();
    if (victim.exitCode() != 0)
        faults.append(victim.ending());
    if (const QStringList left = leftovers(recording); !left.isEmpty())
        faults.append(QStringLiteral("left beside the capture: ") + left.join(u' '));
    const qint64 recorded = recording.summary().value(QLatin1String("recorded")).toInteger();
    if (const qint64 found = recording.compare().foundWithoutHole(); found != recorded)
        faults.append(QStringLiteral("%1 recorded, %2 in the file").arg(recorded).arg(found));
    return faults;
}

} // namespace

void endPrograms(Torment& torment, Tally& tally) {
    for (int i = torment.times(1, 5); i > 0; --i) {
        tally.add(QStringLiteral("record, SIGINT"), endOnce(torment, SIGINT));
        tally.add(QStringLiteral("record, SIGTERM"), endOnce(torment, SIGTERM));
        tally.add(QStringLiteral("record, SIGHUP"), endOnce(torment, SIGHUP));
    }
}

} // namespace rillscope::torture
