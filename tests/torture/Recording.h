// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/torture/StreamComparison.h"
#include "tests/torture/Torment.h"
#include "tests/torture/Victim.h"

#include <QJsonObject>

namespace rillscope::torture {

/// rillscope-cli as it records a simulated stream, in folders of its own, and what must hold of every such
/// run. Thread: one owner.
class Recording {
public:
    struct Options {
        int samplesPerSecond = 50'000;
        int channels = 4;
        int speed = 1;              ///< times that rate
        QString captureFolder = {}; ///< empty: one of its own
        QStringList more = {};      ///< further arguments
        QStringList launcher = {};  ///< a program that runs it, with its arguments; empty: none
    };

    Recording(Torment& torment, const Options& options);

    Victim& victim() { return m_victim; }
    const QString& path() const { return m_path; }
    const QString& folder() const { return m_captureFolder; }
    const QString& uri() const { return m_uri; }

    /// False when it does not acknowledge anything in time.
    bool begin();
    /// Whether it has said more than where it captures to.
    bool hasComplained() const { return m_victim.errors().count('\n') > 1; }
    /// Runs until more has been acknowledged than now. False when nothing is in time.
    bool waitForMore(int milliseconds = 20'000);
    /// Asks it to end, as Ctrl+C does. False when it does not end in time, or not by itself.
    bool end(int milliseconds = 60'000);

    /// The captures it has made, wherever.
    QStringList captures() const;
    StreamComparison compare() const;
    /// Of a run that ended by itself: {"recorded": …} and so on.
    QJsonObject summary() const;
    /// A number of its "capture"; -1: there is no summary.
    qint64 ofCapture(const char* key) const;

    /// Of a run that ended by itself: every sample that was acknowledged or is said to be durable is there,
    /// the account adds up and is not hidden, no file is in another folder, and each verifies.
    QStringList faults();
    /// The same when a file of it was removed, and what was acknowledged is gone with it.
    QStringList faultsAfterRemoval();

private:
    QStringList faultsOf(const StreamComparison& comparison, QStringList found);

    QString m_home;
    QString m_captureFolder;
    QString m_path;
    QString m_uri;
    Victim m_victim;
};

/// `rillscope-cli COMMAND PATH`, without a window and with bounded memory.
Ended runOnFile(const QString& command, const QString& path, const QString& home);
/// All captures in a folder and below.
QStringList capturesBelow(const QString& folder);

} // namespace rillscope::torture
