// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ClosingGuard.h"

#include "ui/panels/Banner.h"
#include "ui/panels/NumberFormat.h"

#include <QGuiApplication>

namespace rillscope {

ClosingGuard::ClosingGuard(Session& session, MainWindow& window) : m_session(session), m_window(window) {
    window.setCloseGuard([this] { return mayClose(); });
    m_moment.setSingleShot(true);
    m_moment.setInterval(moment);
    connect(&m_moment, &QTimer::timeout, this, &ClosingGuard::tellSaving);
    // Logging out: what was captured is safe whatever follows, and who restarts the program finds its
    // settings.
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, [this] {
        m_isUnasked = true;
        prepare();
    });
    const auto finishWhenSaved = [this] {
        if (m_isPrepared && !m_isReady && !m_session.isSaving())
            finish();
    };
    connect(&session, &Session::stateChanged, this, finishWhenSaved);
    connect(&session, &Session::sessionEnded, this, finishWhenSaved);
}

void ClosingGuard::closeUnasked() {
    m_isUnasked = true;
    m_window.close();
}

bool ClosingGuard::mayClose() {
    if (m_isReady)
        return true;
    if (!m_isUnasked && !m_isPrepared && needsConsent())
        return false;
    prepare();
    if (!m_session.isSaving()) {
        m_isReady = true;
        return true;
    }
    m_session.stop();
    m_moment.start();
    return false;
}

void ClosingGuard::prepare() {
    if (m_isPrepared)
        return;
    m_isPrepared = true;
    Q_EMIT closing();
}

/// While the capture fails, what it could not write is in memory only. A disk that is merely slow is waited
/// for.
bool ClosingGuard::needsConsent() {
    const CaptureStatus status = m_session.captureStatus();
    const qint64 lost = status.account.waiting.samples + status.account.missed.samples;
    if (status.state != CaptureStatus::State::Failing || status.isStalled || lost == 0)
        return false;
    m_window.banner().post(
        {Severity::Alarm,
         tr("The capture has failed: %1 samples are in memory only, and are gone when the program ends.")
             .arg(NumberFormat().count(lost)),
         {{tr("Save CSV…"), [this] { saveLive(); }}, {tr("Quit anyway"), [this] { closeUnasked(); }}},
         QStringLiteral("closing")});
    return true;
}

/// Those that would be lost, not those of an opened capture.
void ClosingGuard::saveLive() {
    m_session.backToLive();
    m_window.actions().saveCsv->trigger();
}

void ClosingGuard::tellSaving() {
    if (m_isReady)
        return;
    m_window.banner().post({Severity::Warning,
                            tr("Saving: %1 samples are on their way to the disk. The window closes when they "
                               "are there.")
                                .arg(NumberFormat().count(m_session.waitingSamples())),
                            {{tr("Quit without waiting"), [this] { finish(); }}},
                            QStringLiteral("closing")});
}

void ClosingGuard::finish() {
    m_isReady = true;
    m_moment.stop();
    // Not from within the news that all is on disk: who hears it next finds the window there.
    QMetaObject::invokeMethod(&m_window, &QWidget::close, Qt::QueuedConnection);
}

} // namespace rillscope
