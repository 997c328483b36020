// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in which a program is asked to end: all that was recorded is in one plain file, which says that it
// is complete, and the exit code is 0.
#include "tests/torture/Faults.h"
#include "tests/torture/Recording.h"
#include "tests/torture/WindowRun.h"

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

/// The window keeps its capture in the folder of all captures.
QStringList endWindow(Torment& torment, int signal) {
    WindowRun run(torment, {});
    if (!run.begin())
        return {QStringLiteral("the window did not open; ") + run.victim().ending()};
    run.victim().watch(torment.number(800));
    run.victim().signal(signal);
    return run.victim().waitForEnd(60'000) ? run.faults() : QStringList{QStringLiteral("did not end")};
}

QStringList closeWindow(Torment& torment) {
    WindowRun run(torment, {.seconds = 1});
    if (!run.begin())
        return {QStringLiteral("the window did not open; ") + run.victim().ending()};
    return run.victim().waitForEnd(60'000) ? run.faults() : QStringList{QStringLiteral("did not end")};
}

} // namespace

void endPrograms(Torment& torment, Tally& tally) {
    for (int i = torment.times(1, 5); i > 0; --i) {
        tally.add(QStringLiteral("record, SIGINT"), endOnce(torment, SIGINT));
        tally.add(QStringLiteral("record, SIGTERM"), endOnce(torment, SIGTERM));
        tally.add(QStringLiteral("record, SIGHUP"), endOnce(torment, SIGHUP));
        if (!WindowRun::isPossible()) {
            tally.skip(QStringLiteral("the window: built without it"));
            continue;
        }
        tally.add(QStringLiteral("window, SIGINT"), endWindow(torment, SIGINT));
        // What a session sends to its programs when it is left.
        tally.add(QStringLiteral("window, SIGTERM"), endWindow(torment, SIGTERM));
        tally.add(QStringLiteral("window, SIGHUP"), endWindow(torment, SIGHUP));
        tally.add(QStringLiteral("window, closed"), closeWindow(torment));
    }
}

} // namespace rillscope::torture
