// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program is stopped for a minute and goes on: nothing is lost, the simulator catches up without a gap in
// its times, and where samples are stamped as they come the silence is marked as a gap.
#include "core/capture/CaptureSchema.h"
#include "tests/torture/Conservation.h"
#include "tests/torture/Faults.h"
#include "tests/torture/Recording.h"

#include <csignal>

namespace rillscope::torture {
namespace {

QStringList pauseSimulator(Torment& torment, int milliseconds) {
    Recording recording(torment, {});
    Victim& victim = recording.victim();
    if (!recording.begin())
        return {QStringLiteral("acknowledged nothing; ") + victim.ending()};
    victim.watch(torment.number(500));
    victim.signal(SIGSTOP);
    victim.watch(milliseconds);
    victim.signal(SIGCONT);
    QStringList faults;
    if (!recording.waitForMore())
        faults.append(QStringLiteral("it did not go on; ") + victim.ending());
    victim.watch(2'000);
    if (!recording.end() || victim.exitCode() != 0)
        faults.append(victim.ending());
    return faults + recording.faults();
}

/// What the capture says about the longest silence.
QStringList judgeSilence(const QString& path, std::int64_t leastNanoseconds) {
    auto database = Database::openToRead(path);
    if (!database)
        return {database.error().message()};
    auto rows = database->prepare("SELECT quality, time - lag(time) OVER (ORDER BY id) AS step FROM samples "
                                  "ORDER BY step DESC LIMIT 1");
    if (!rows)
        return {rows.error().message()};
    if (const auto row = rows->step(); !row || !*row)
        return {QStringLiteral("no steps")};
    QStringList faults;
    if (rows->integer(1) < leastNanoseconds)
        faults.append(QStringLiteral("the silence is only %1 ms long").arg(rows->integer(1) / 1'000'000));
    if ((rows->integer(0) & lineBreakBit) == 0)
        faults.append(QStringLiteral("the silence is not marked"));
    return faults;
}

QStringList pauseStandardInput(Torment& torment, int milliseconds) {
    const QString home = torment.makeFolder();
    const QString path = home + QStringLiteral("/a.rill");
    Victim victim(Victim::commandLine(),
                  QStringList{QStringLiteral("record"), QStringLiteral("stdin:"), QStringLiteral("--capture"),
                              path, QStringLiteral("--ack")} +
                      summaryArguments(home),
                  home);
    if (!victim.start())
        return {QStringLiteral("did not start")};
    int sent = 0;
    const auto feed = [&](int lines) {
        for (; lines > 0; --lines) {
            victim.feed(QByteArray::number(20 + sent++ % 7) + '\n');
            victim.watch(20);
        }
    };
    feed(100);
    victim.signal(SIGSTOP);
    feed(milliseconds / 20);
    victim.signal(SIGCONT);
    feed(50);
    QStringList faults;
    if (!victim.watch(20'000, [&] { return victim.acknowledged() == sent; }))
        faults.append(QStringLiteral("%1 sent, %2 acknowledged").arg(sent).arg(victim.acknowledged()));
    victim.signal(SIGINT);
    if (!victim.waitForEnd(20'000) || victim.exitCode() != 0)
        faults.append(victim.ending());
    constexpr std::int64_t millisecond = 1'000'000;
    return faults + faultsOfAccount(home, victim) + judgeSilence(path, (milliseconds - 200) * millisecond);
}

} // namespace

void pausePrograms(Torment& torment, Tally& tally) {
    const int milliseconds = torment.times(3'000, 60'000);
    tally.add(QStringLiteral("simulator"), pauseSimulator(torment, milliseconds));
    tally.add(QStringLiteral("standard input"), pauseStandardInput(torment, milliseconds));
}

} // namespace rillscope::torture
