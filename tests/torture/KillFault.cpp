// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 while 50,000 samples a second come: every acknowledged sample is there bit for bit, without a hole;
// the capture can be recovered, and verifies.
#include "tests/torture/Faults.h"
#include "tests/torture/Recording.h"

namespace rillscope::torture {
namespace {

/// One in five while the file is still being made, or soon after.
QStringList killOnce(Torment& torment, qint64& acknowledged) {
    Recording recording(torment, {.samplesPerSecond = 50'000, .channels = 1 + torment.number(4)});
    Victim& victim = recording.victim();
    if (torment.number(5) == 0) {
        if (!victim.start())
            return {QStringLiteral("did not start")};
        victim.watch(torment.number(200));
    } else {
        if (!recording.begin())
            return {QStringLiteral("acknowledged nothing; ") + victim.ending()};
        victim.watch(torment.number(1'500));
    }
    victim.kill();
    acknowledged = victim.acknowledged();
    if (!QFile::exists(recording.path()))
        return acknowledged > 0 ? QStringList{QStringLiteral("the file is gone")} : QStringList();
    QStringList faults;
    const QString home = torment.makeFolder();
    const Ended recovered = runOnFile(QStringLiteral("recover"), recording.path(), home);
    if (!recovered.exitCode || (acknowledged > 0 && recovered.exitCode != 0))
        faults.append(QStringLiteral("recover: ") + recovered.ending);
    if (acknowledged == 0)
        return faults; // it may not even have had tables
    const Ended verified = runOnFile(QStringLiteral("verify"), recording.path(), home);
    if (verified.exitCode != 0)
        faults.append(QStringLiteral("verify: ") + verified.ending);
    const StreamComparison comparison = recording.compare();
    faults += comparison.verdict(acknowledged);
    if (comparison.foundWithoutHole() != comparison.found())
        faults.append(QStringLiteral("there is a hole after %1 samples").arg(comparison.foundWithoutHole()));
    return faults;
}

} // namespace

void killPrograms(Torment& torment, Tally& tally) {
    qint64 acknowledged = 0;
    for (int i = torment.times(20, 200); i > 0; --i) {
        qint64 samples = 0;
        const QStringList faults = killOnce(torment, samples);
        tally.add(QStringLiteral("after %1 samples").arg(samples), faults);
        acknowledged += samples;
    }
    tally.note(QStringLiteral("%1 acknowledged samples compared").arg(acknowledged));
}

} // namespace rillscope::torture
