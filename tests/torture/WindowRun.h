// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/torture/StreamComparison.h"
#include "tests/torture/Torment.h"
#include "tests/torture/Victim.h"

#include <QJsonObject>

namespace rillscope::torture {

/// The desktop program as it captures a simulated stream: rillscope itself, or rillscope_torture_window,
/// which watches its GUI thread and closes the window after a time. Thread: one owner.
class WindowRun {
public:
    struct Options {
        bool isWatched = false;   ///< rillscope_torture_window; false: rillscope itself
        int seconds = 0;          ///< until a watched one closes its window; 0: it does not by itself
        int stuckSeconds = 0;     ///< the GUI thread of a watched one does nothing for so long
        bool hasSessions = false; ///< new ones, each with the same stream and its own captures
        QString uri = {};         ///< empty: a simulation
        QStringList more = {};
    };

    /// False: built without the window.
    static bool isPossible();
    static QString program();

    WindowRun(Torment& torment, const Options& options);

    Victim& victim() { return m_victim; }
    const QString& home() const { return m_home; }
    const QString& uri() const { return m_uri; }
    QStringList captures() const;

    /// Returns when the window is open and samples are in a capture. False when that never comes.
    bool begin();
    /// Has a watched one do something; see WatchedWindow.cpp.
    void command(const char* line) { m_victim.feed(QByteArray(line) + '\n'); }
    int longestMs() const;

    /// The account that the last capture keeps.
    QJsonObject account() const;
    /// Of a run that ended by itself: exit code 0, and of each session the capture is complete and holds all
    /// that was recorded, bit for bit.
    QStringList faults() const;

    /// The account that a capture keeps.
    static QJsonObject accountOf(const QString& path);

private:
    QStringList faultsOfSession(const QStringList& paths) const;

    QString m_home;
    QString m_uri;
    bool m_isWatched;
    bool m_hasSessions; ///< a file for each, as long as none fails
    Victim m_victim;
};

} // namespace rillscope::torture
