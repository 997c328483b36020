// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ProgramEnd.h"

#include "core/base/ExitCode.h"
#include "core/base/LeaveAtOnce.h"
#include "core/pipeline/SourceThread.h"

#include <QTextStream>

namespace rillscope {

void leaveWithout(qint64 lostSamples) {
    QTextStream(stderr) << "rillscope: quit without waiting; " << lostSamples
                        << " samples were not on disk yet and are lost, the next start recovers the rest"
                        << Qt::endl;
    leaveAtOnce(lostSamples > 0 ? ExitStorageFailed : ExitDone);
}

void endSoon(const Session& session, int exitCode) {
    constexpr std::chrono::seconds most{2};
    if (SourceThread::leftBehindCount() > 0)
        leaveAtOnce(exitCode);
    if (session.hasEnded())
        leaveAtTheLatestAfter(most, exitCode);
}

} // namespace rillscope
