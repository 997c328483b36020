// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace rillscope {

/// SIGINT and SIGTERM as a Qt signal. A second one ends the program at once, as without this class.
/// Thread: made and received on the main thread. One at a time: the signal handlers are the process's.
class TerminationSignal : public QObject {
    Q_OBJECT

public:
    /// Call first thing in main(): threads inherit the mask, and those of the desktop's libraries start with
    /// the application object. A signal that finds a thread without it ends the process as ever.
    static void block();

    TerminationSignal();
    ~TerminationSignal() override;

Q_SIGNALS:
    void received();

private:
    void read();

    int m_descriptor; ///< a signalfd
    QSocketNotifier m_notifier;
};

} // namespace rillscope
