// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The wall clock jumps by an hour, there and back: nothing is lost, and the event times of a live stream go
// on as if nothing had happened, because they come from a clock that never jumps.
#include "core/capture/Database.h"
#include "tests/torture/Conservation.h"
#include "tests/torture/Faults.h"
#include "tests/torture/Recording.h"

#include <csignal>

namespace rillscope::torture {
namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t hour = 3'600 * second;

void jump(Torment& torment, Victim& victim, const FaultBoard& board) {
    for (const std::int64_t offset : {hour, -hour, std::int64_t{0}}) {
        victim.watch(300 + torment.number(900));
        board->clockOffset = offset;
    }
    victim.watch(600);
}

/// Of the longest step of a channel's event times, and of the shortest.
QStringList judgeSteps(const QString& path) {
    auto database = Database::openToRead(path);
    if (!database)
        return {database.error().message()};
    auto steps =
        database->prepare("SELECT max(step), min(step) FROM (SELECT time - lag(time) OVER (PARTITION BY "
                          "channel ORDER BY id) AS step FROM samples)");
    if (!steps)
        return {steps.error().message()};
    if (const auto row = steps->step(); !row || !*row)
        return {QStringLiteral("no steps")};
    QStringList faults;
    if (steps->integer(0) > second)
        faults.append(QStringLiteral("event times jump by %1 s").arg(steps->integer(0) / second));
    if (steps->integer(1) < 0)
        faults.append(QStringLiteral("event times go back"));
    return faults;
}

QStringList jumpOnce(Torment& torment) {
    Recording recording(torment, {});
    const FaultBoard board(torment.makeFolder() + QStringLiteral("/faults"), recording.folder());
    Victim& victim = recording.victim();
    victim.useFaults(board);
    if (!recording.begin())
        return {QStringLiteral("acknowledged nothing; ") + victim.ending()};
    jump(torment, victim, board);
    QStringList faults;
    if (board->clockReads == 0)
        faults.append(QStringLiteral("nobody looked at the clock"));
    if (!recording.waitForMore())
        faults.append(QStringLiteral("it did not go on; ") + victim.ending());
    if (!recording.end() || victim.exitCode() != 0)
        faults.append(victim.ending());
    return faults + recording.faults();
}

/// Event times by the clock of the computer, as of a live source.
QStringList jumpLive(Torment& torment) {
    const QString home = torment.makeFolder();
    const QString folder = torment.makeFolder();
    const QString path = folder + QStringLiteral("/a.rill");
    Victim victim(Victim::commandLine(),
                  QStringList{QStringLiteral("record"), QStringLiteral("sim:normal?rate=2000&channels=2"),
                              QStringLiteral("--capture"), path, QStringLiteral("--ack")} +
                      summaryArguments(home),
                  home);
    const FaultBoard board(torment.makeFolder() + QStringLiteral("/faults"), folder);
    victim.useFaults(board);
    if (!victim.start() || !victim.watch(20'000, [&victim] { return victim.acknowledged() > 0; }))
        return {QStringLiteral("acknowledged nothing; ") + victim.ending()};
    jump(torment, victim, board);
    victim.signal(SIGINT);
    QStringList faults;
    if (!victim.waitForEnd(20'000) || victim.exitCode() != 0)
        faults.append(victim.ending());
    if (const Ended verified = runOnFile(QStringLiteral("verify"), path, home); verified.exitCode != 0)
        faults.append(QStringLiteral("verify: ") + verified.ending);
    return faults + faultsOfAccount(home, victim) + judgeSteps(path);
}

} // namespace

void jumpClocks(Torment& torment, Tally& tally) {
    for (int i = torment.times(1, 5); i > 0; --i) {
        tally.add(QStringLiteral("bit for bit"), jumpOnce(torment));
        tally.add(QStringLiteral("event times of a live stream"), jumpLive(torment));
    }
}

} // namespace rillscope::torture
