// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A sync takes 2 s, or a disk fails under the window: nothing acknowledged is lost, and the GUI thread is
// never away for more than 100 ms.
#include "tests/torture/Faults.h"
#include "tests/torture/Recording.h"
#include "tests/torture/WindowRun.h"

#include <cerrno>

namespace rillscope::torture {
namespace {

constexpr int mostMilliseconds = 100;
/// One that runs, and four that end: on a slow disk more must wait until they have.
constexpr int mostSessionsAtATime = 5;

QStringList recordOnSlowDisk(Torment& torment) {
    Recording recording(torment, {});
    const FaultBoard board(torment.makeFolder() + QStringLiteral("/faults"), recording.folder());
    board->syncDelayMs = 2'000;
    Victim& victim = recording.victim();
    victim.useFaults(board);
    if (!victim.start() || !recording.waitForMore(60'000))
        return {QStringLiteral("acknowledged nothing; ") + victim.ending()};
    victim.watch(5'000);
    QStringList faults;
    if (!recording.end(180'000) || victim.exitCode() != 0) // what waits is written, in many syncs
        faults.append(victim.ending());
    return faults + recording.faults();
}

struct WindowTry {
    const char* what;
    void (*fail)(FaultControls& faults);
    int newSessions = 0;
};

QStringList watchWindow(Torment& torment, const WindowTry& attempt, Tally& tally) {
    WindowRun run(torment, {.isWatched = true, .seconds = 6, .hasSessions = attempt.newSessions > 0});
    const FaultBoard board(torment.makeFolder() + QStringLiteral("/faults"), run.home());
    run.victim().useFaults(board);
    if (!run.begin())
        return {QStringLiteral("the window did not open; ") + run.victim().ending()};
    attempt.fail(*board.operator->());
    for (int i = 0; i < attempt.newSessions; ++i) {
        run.command("new");
        run.victim().watch(500);
    }
    run.victim().watch(2'500);
    board->writeError = 0;
    board->syncError = 0;
    if (!run.victim().waitForEnd(120'000))
        return {QStringLiteral("did not end")};
    QStringList faults = run.faults();
    if (board->syncs == 0)
        faults.append(QStringLiteral("nothing was written"));
    if (attempt.newSessions > 0 && (run.captures().size() > mostSessionsAtATime) == (board->syncDelayMs > 0))
        faults.append(QStringLiteral("%1 captures").arg(run.captures().size()));
    if (run.longestMs() > mostMilliseconds)
        faults.append(QStringLiteral("the GUI thread was away for %1 ms").arg(run.longestMs()));
    tally.note(QStringLiteral("%1: the GUI thread was away for %2 ms at most")
                   .arg(QString::fromLatin1(attempt.what))
                   .arg(run.longestMs()));
    return faults;
}

} // namespace

void slowDisk(Torment& torment, Tally& tally) {
    for (int i = torment.times(1, 3); i > 0; --i) {
        tally.add(QStringLiteral("record, syncs of 2 s"), recordOnSlowDisk(torment));
        if (!WindowRun::isPossible()) {
            tally.skip(QStringLiteral("the window: built without it"));
            continue;
        }
        constexpr auto nothing = [](FaultControls&) {};
        constexpr auto slowSyncs = [](FaultControls& faults) { faults.syncDelayMs = 2'000; };
        QList<WindowTry> attempts{
            {"window, nothing fails", nothing},
            {"window, new sessions", nothing, 8},
            {"window, syncs of 2 s", slowSyncs},
            {"window, disk full", [](FaultControls& faults) { faults.writeError = ENOSPC; }},
            {"window, syncs fail", [](FaultControls& faults) { faults.syncError = EIO; }},
        };
        if (torment.times(0, 1) > 0) // each file needs many syncs to end
            attempts.append({"window, new sessions and syncs of 2 s", slowSyncs, 8});
        for (const WindowTry& attempt : attempts)
            tally.add(QString::fromLatin1(attempt.what), watchWindow(torment, attempt, tally));
    }
}

} // namespace rillscope::torture
