// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes, syncs and opening files fail for a while: nothing acknowledged is lost, what could not be written
// is counted, and the capture goes on in a new file. Short writes are no failure.
#include "tests/torture/Faults.h"
#include "tests/torture/Recording.h"

#include <cerrno>

namespace rillscope::torture {
namespace {

struct Failure {
    const char* name;
    void (*begin)(FaultControls& faults);
    bool isSurvived = false; ///< without a new file
};

constexpr Failure failures[] = {
    {"no space", [](FaultControls& faults) { faults.writeError = ENOSPC; }},
    {"no space, and no new file",
     [](FaultControls& faults) {
         faults.writeError = ENOSPC;
         faults.openError = ENOSPC;
     }},
    {"I/O error", [](FaultControls& faults) { faults.writeError = EIO; }},
    {"quota", [](FaultControls& faults) { faults.writeError = EDQUOT; }},
    {"one sync fails",
     [](FaultControls& faults) {
         faults.syncsToFail = 1;
         faults.syncError = EIO;
     }},
    {"syncs fail", [](FaultControls& faults) { faults.syncError = EIO; }},
    {"short writes", [](FaultControls& faults) { faults.shortWrites = 1; }, true},
};

QStringList failOnce(Torment& torment, const Failure& failure) {
    Recording recording(torment, {});
    const FaultBoard board(torment.makeFolder() + QStringLiteral("/faults"), recording.folder());
    if (!board.isReady())
        return {QStringLiteral("the controls could not be made")};
    Victim& victim = recording.victim();
    victim.useFaults(board);
    if (!recording.begin())
        return {QStringLiteral("acknowledged nothing; ") + victim.ending()};
    victim.watch(torment.number(700));
    failure.begin(*board.operator->());
    victim.watch(500 + torment.number(1'500));
    QStringList faults;
    if (!failure.isSurvived && board->failures == 0)
        faults.append(QStringLiteral("nothing failed"));
    if (!failure.isSurvived && !recording.hasComplained())
        faults.append(QStringLiteral("it did not say so"));
    board->writeError = 0;
    board->syncError = 0;
    board->openError = 0;
    if (!recording.waitForMore())
        faults.append(QStringLiteral("it did not go on; ") + victim.ending());
    if (!recording.end())
        faults.append(QStringLiteral("did not end by itself; ") + victim.ending());
    const auto files = recording.captures().size();
    if (failure.isSurvived ? files != 1 : files < 2)
        faults.append(QStringLiteral("there are %1 files").arg(files));
    return faults + recording.faults();
}

} // namespace

void failCalls(Torment& torment, Tally& tally) {
    for (int i = torment.times(1, 10); i > 0; --i) {
        for (const Failure& failure : failures)
            tally.add(QString::fromLatin1(failure.name), failOnce(torment, failure));
    }
}

} // namespace rillscope::torture
