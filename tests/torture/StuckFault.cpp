// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window does nothing for 5 s: capture and alarms lose nothing.
#include "core/capture/Database.h"
#include "tests/torture/Faults.h"
#include "tests/torture/Recording.h"
#include "tests/torture/WindowRun.h"

namespace rillscope::torture {
namespace {

/// Some thirty alarms a second.
constexpr char definition[] =
    "format = 1\n[[step]]\nkind = \"alarm\"\nname = \"hot\"\nwhen = \"above\"\nhigh = 35.0\n";

qint64 alarmsIn(const QString& path) {
    auto database = Database::openToRead(path);
    if (!database)
        return -1;
    auto rows = database->prepare("SELECT count(*) FROM alarms");
    if (!rows || !rows->step())
        return -1;
    return rows->integer(0);
}

/// The same samples and alarms once more, without a window.
qint64 expectedAlarms(Torment& torment, const QString& uri, const QString& pipeline, qint64 samples) {
    const QString folder = torment.makeFolder();
    const QString path = folder + QStringLiteral("/expected.rill");
    Victim victim(Victim::commandLine(),
                  {QStringLiteral("record"), uri + QStringLiteral("&speed=max"), QStringLiteral("--count"),
                   QString::number(samples), QStringLiteral("--pipeline"), pipeline,
                   QStringLiteral("--capture"), path},
                  folder);
    return runToEnd(victim).exitCode == 0 ? alarmsIn(path) : -2;
}

QStringList stickOnce(Torment& torment) {
    const QString pipeline = torment.makeFolder() + QStringLiteral("/alarm.toml");
    QFile file(pipeline);
    if (!file.open(QIODevice::WriteOnly) || file.write(definition) < 0)
        return {file.errorString()};
    file.close();
    WindowRun run(torment, {.isWatched = true,
                            .seconds = 2,
                            .stuckSeconds = 5,
                            .more = {QStringLiteral("--pipeline"), pipeline}});
    if (!run.begin())
        return {QStringLiteral("the window did not open; ") + run.victim().ending()};
    if (!run.victim().waitForEnd(60'000))
        return {QStringLiteral("did not end")};
    QStringList faults = run.faults();
    if (run.longestMs() < 4'900)
        faults.append(QStringLiteral("it was not stuck"));
    const qint64 recorded = run.account().value(QLatin1String("recorded")).toInteger(-1);
    if (recorded < 7 * 20'000)
        faults.append(QStringLiteral("only %1 samples in 9 s").arg(recorded));
    const qint64 alarms = run.captures().isEmpty() ? -1 : alarmsIn(run.captures().constFirst());
    const qint64 expected = expectedAlarms(torment, run.uri(), pipeline, recorded);
    if (alarms != expected || alarms < 10)
        faults.append(QStringLiteral("%1 alarms, %2 expected").arg(alarms).arg(expected));
    return faults;
}

} // namespace

void blockWindow(Torment& torment, Tally& tally) {
    if (!WindowRun::isPossible()) {
        tally.skip(QStringLiteral("built without the window"));
        return;
    }
    for (int i = torment.times(1, 3); i > 0; --i)
        tally.add(QStringLiteral("for 5 s"), stickOnce(torment));
}

} // namespace rillscope::torture
