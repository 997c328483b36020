// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in which a program is asked to end: all that was recorded is in one plain file, which says that it
// is complete, the CSV and the summary are written, and the exit code is 0, also when several signals come at
// once.
#include "tests/torture/Faults.h"
#include "tests/torture/Recording.h"
#include "tests/torture/WindowRun.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <vector>

namespace rillscope::torture {
namespace {

QStringList leftovers(const Recording& recording) {
    QStringList names = QDir(recording.folder()).entryList(QDir::Files);
    names.removeAll(QFileInfo(recording.path()).fileName());
    return names;
}

qint64 rowsOf(const QString& csvPath) {
    QFile file(csvPath);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') - 1 : -1;
}

/// What must hold of a recording that was told to end, and has.
QStringList faultsAtTheEnd(Recording& recording, const QString& csvPath, int exitCode) {
    QStringList faults = recording.faults();
    if (recording.victim().exitCode() != exitCode)
        faults.append(recording.victim().ending());
    if (const QStringList left = leftovers(recording); !left.isEmpty())
        faults.append(QStringLiteral("left beside the capture: ") + left.join(u' '));
    const qint64 recorded = recording.summary().value(QLatin1String("recorded")).toInteger(-1);
    const qint64 found = recording.compare().foundWithoutHole();
    const qint64 rows = rowsOf(csvPath);
    if (found != recorded || rows != recorded)
        faults.append(QStringLiteral("%1 recorded, %2 in the capture, %3 in the CSV")
                          .arg(QString::number(recorded), QString::number(found), QString::number(rows)));
    return faults;
}

/// One after the other, within a few milliseconds.
void sendAll(Torment& torment, Victim& victim, const std::vector<int>& signals) {
    for (const int signal : signals) {
        victim.signal(signal);
        victim.watch(torment.number(30));
    }
}

QStringList endOnce(Torment& torment, const std::vector<int>& signals) {
    const QString csvPath = torment.makeFolder() + QStringLiteral("/a.csv");
    Recording recording(torment, {.more = {QStringLiteral("--csv"), csvPath}});
    Victim& victim = recording.victim();
    if (!recording.begin())
        return {QStringLiteral("acknowledged nothing; ") + victim.ending()};
    victim.watch(torment.number(800));
    sendAll(torment, victim, signals);
    if (!victim.waitForEnd(20'000))
        return {QStringLiteral("did not end")};
    return faultsAtTheEnd(recording, csvPath, 0);
}

/// `timeout` sends its signal to the program and to the group that the program is in.
QStringList endByTimeout(Torment& torment, const char* signal) {
    constexpr int timedOut = 124;
    const QString csvPath = torment.makeFolder() + QStringLiteral("/a.csv");
    Recording recording(torment, {.more = {QStringLiteral("--csv"), csvPath},
                                  .launcher = {QStringLiteral("timeout"), QStringLiteral("-s"),
                                               QString::fromLatin1(signal), QStringLiteral("1")}});
    if (!recording.begin())
        return {QStringLiteral("acknowledged nothing; ") + recording.victim().ending()};
    if (!recording.victim().waitForEnd(30'000))
        return {QStringLiteral("did not end")};
    return faultsAtTheEnd(recording, csvPath, timedOut);
}

/// The window keeps its capture in the folder of all captures.
QStringList endWindow(Torment& torment, const std::vector<int>& signals) {
    WindowRun run(torment, {});
    if (!run.begin())
        return {QStringLiteral("the window did not open; ") + run.victim().ending()};
    run.victim().watch(torment.number(800));
    sendAll(torment, run.victim(), signals);
    return run.victim().waitForEnd(60'000) ? run.faults() : QStringList{QStringLiteral("did not end")};
}

QStringList closeWindow(Torment& torment) {
    WindowRun run(torment, {.isWatched = true, .seconds = 1});
    if (!run.begin())
        return {QStringLiteral("the window did not open; ") + run.victim().ending()};
    return run.victim().waitForEnd(60'000) ? run.faults() : QStringList{QStringLiteral("did not end")};
}

} // namespace

void endPrograms(Torment& torment, Tally& tally) {
    for (int i = torment.times(1, 5); i > 0; --i) {
        tally.add(QStringLiteral("record, SIGINT"), endOnce(torment, {SIGINT}));
        tally.add(QStringLiteral("record, SIGTERM"), endOnce(torment, {SIGTERM}));
        tally.add(QStringLiteral("record, SIGHUP"), endOnce(torment, {SIGHUP}));
        // A closed terminal tells the program twice, and the end of a session by both signals.
        tally.add(QStringLiteral("record, SIGHUP twice"), endOnce(torment, {SIGHUP, SIGHUP}));
        tally.add(QStringLiteral("record, SIGTERM twice"), endOnce(torment, {SIGTERM, SIGTERM}));
        tally.add(QStringLiteral("record, SIGTERM and SIGHUP"), endOnce(torment, {SIGTERM, SIGHUP}));
        tally.add(QStringLiteral("record, SIGHUP and SIGTERM"), endOnce(torment, {SIGHUP, SIGTERM, SIGHUP}));
        tally.add(QStringLiteral("record, SIGINT and SIGTERM"), endOnce(torment, {SIGINT, SIGTERM}));
        tally.add(QStringLiteral("record, timeout"), endByTimeout(torment, "TERM"));
        tally.add(QStringLiteral("record, timeout -s HUP"), endByTimeout(torment, "HUP"));
        if (!WindowRun::isPossible()) {
            tally.skip(QStringLiteral("the window: built without it"));
            continue;
        }
        tally.add(QStringLiteral("window, SIGINT"), endWindow(torment, {SIGINT}));
        // What a session sends to its programs when it is left.
        tally.add(QStringLiteral("window, SIGTERM"), endWindow(torment, {SIGTERM}));
        tally.add(QStringLiteral("window, SIGHUP"), endWindow(torment, {SIGHUP}));
        tally.add(QStringLiteral("window, SIGHUP twice"), endWindow(torment, {SIGHUP, SIGHUP}));
        tally.add(QStringLiteral("window, SIGTERM and SIGHUP"), endWindow(torment, {SIGTERM, SIGHUP}));
        tally.add(QStringLiteral("window, closed"), closeWindow(torment));
    }
}

} // namespace rillscope::torture
