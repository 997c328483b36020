// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace rillscope {

/// The first SIGINT, SIGTERM or SIGHUP as a Qt signal, or as nothing when no event loop runs any more. A
/// second one ends the program at once, as without this class. Thread: made and received on the main thread.
/// One at a time: the signal handlers are the process's.
class TerminationSignal : public QObject {
    Q_OBJECT

public:
    TerminationSignal();
    ~TerminationSignal() override;

Q_SIGNALS:
    void received();

private:
    void read();

    int m_descriptor; ///< an eventfd
    QSocketNotifier m_notifier;
};

} // namespace rillscope
