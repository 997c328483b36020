// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Session.h"
#include "ui/MainWindow.h"

#include <QTimer>

namespace rillscope {

class Banner;
class WindowActions;

/// Lets the window close when the source has stopped and what was received is on disk, or cannot be: it stops
/// the source, ends the captures, and says what takes longer than a moment. Who begins a stream meanwhile
/// stays. Asked without a person (a signal, the end of the desktop session), it abandons a source that does
/// not stop. Thread: GUI; it never waits.
class ClosingGuard : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds moment{400}; ///< without a message

    ClosingGuard(Session& session, MainWindow& window);

    /// Closes the window without asking anything: the program was asked to end.
    void closeUnasked();
    bool isClosing() const { return m_phase == Phase::Closing; }

Q_SIGNALS:
    /// Each time the window begins to close, before the source is stopped; and when the desktop session may
    /// be about to end, whatever becomes of that.
    void closing();
    /// Somebody does not want to wait: the process has to end at once, although so many samples are not on
    /// disk yet.
    void leaving(qint64 lostSamples);
    /// The window does not close any more: somebody has changed their mind.
    void stayed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Phase {
        Open,
        Closing, ///< as soon as all has ended
        Ready    ///< all has ended
    };

    bool mayClose();
    bool needsConsent();
    void saveLive();
    void takeChange();
    void takeStuckSource();
    void tellWhatIsWaitedFor();
    void stay();
    void finish();

    Session& m_session;
    MainWindow& m_window;
    WindowActions& m_actions;
    Banner& m_banner;
    QTimer m_moment;
    Phase m_phase = Phase::Open;
    bool m_isUnasked = false;
};

} // namespace rillscope
