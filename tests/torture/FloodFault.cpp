// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A source sends 100 times its rate, on a good disk and on one that takes its time: it is made to wait, or
// what finds no place is counted; memory stays bounded.
#include "tests/torture/Faults.h"
#include "tests/torture/Recording.h"

namespace rillscope::torture {
namespace {

constexpr qint64 mebibyte = 1'024 * 1'024;
/// Of the program and what it has not written yet; the history grows beside it.
constexpr qint64 mostMemory = 512 * mebibyte;
constexpr qint64 historyBytesASample = 16;

QStringList floodOnce(Torment& torment, int syncDelayMs, Tally& tally) {
    Recording recording(torment, {.samplesPerSecond = 50'000, .speed = 100});
    const FaultBoard board(torment.makeFolder() + QStringLiteral("/faults"), recording.folder());
    board->syncDelayMs = syncDelayMs;
    Victim& victim = recording.victim();
    victim.useFaults(board);
    if (!recording.begin())
        return {QStringLiteral("acknowledged nothing; ") + victim.ending()};
    victim.watch(torment.times(4'000, 20'000));
    const qint64 memory = victim.figures().mostMemory;
    QStringList faults;
    if (!recording.end(180'000)) // all that waits is written
        faults.append(victim.ending());
    const qint64 recorded = recording.summary().value(QLatin1String("recorded")).toInteger();
    const qint64 allowed = mostMemory + recorded * historyBytesASample;
    const QString said = QStringLiteral("%1 M samples, %2 MiB at most")
                             .arg(static_cast<double>(recorded) / 1e6, 0, 'f', 1)
                             .arg(memory / mebibyte);
    if (memory > allowed)
        faults.append(QStringLiteral("memory: ") + said);
    tally.note(QStringLiteral("syncs of %1 ms: ").arg(syncDelayMs) + said +
               QStringLiteral(", missed %1").arg(recording.ofCapture("missed")));
    return faults + recording.faults();
}

} // namespace

void floodPipeline(Torment& torment, Tally& tally) {
    for (int i = torment.times(1, 3); i > 0; --i) {
        tally.add(QStringLiteral("good disk"), floodOnce(torment, 0, tally));
        tally.add(QStringLiteral("slow disk"), floodOnce(torment, 200, tally));
    }
}

} // namespace rillscope::torture
