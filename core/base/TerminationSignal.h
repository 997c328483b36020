// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace rillscope {

/// The first SIGINT, SIGTERM or SIGHUP as a Qt signal, so that the program can save what it has. Further ones
/// change nothing: a closed terminal and `timeout` send several at once. Only a second SIGINT (a person who
/// presses Ctrl+C again), or a signal that comes again a second after its first, ends the program at once.
/// The handlers stay until the process ends, because a signal must not undo what was just saved.
/// Thread: made and received on the main thread, one at a time.
class TerminationSignal : public QObject {
    Q_OBJECT

public:
    TerminationSignal();

Q_SIGNALS:
    /// Once.
    void received();

private:
    void read();

    QSocketNotifier m_notifier;
};

} // namespace rillscope
