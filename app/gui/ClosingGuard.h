// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Session.h"
#include "ui/MainWindow.h"

#include <QTimer>

namespace rillscope {

/// Lets the window close when what was received is on disk, or cannot be: the source is stopped first, and
/// what takes longer than a moment is said. Thread: GUI; it never waits.
class ClosingGuard : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds moment{400}; ///< without a word

    ClosingGuard(Session& session, MainWindow& window);

    /// Closes the window without asking anything: the program was told to end.
    void closeUnasked();

Q_SIGNALS:
    /// Once, before the source is stopped.
    void closing();

private:
    bool mayClose();
    void prepare();
    bool needsConsent();
    void saveLive();
    void tellSaving();
    void finish();

    Session& m_session;
    MainWindow& m_window;
    QTimer m_moment;
    bool m_isUnasked = false;
    bool m_isPrepared = false;
    bool m_isReady = false;
};

} // namespace rillscope
