// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ClosingGuard.h"

#include "ui/panels/Banner.h"
#include "ui/text/NumberFormat.h"

#include <QEvent>
#include <QGuiApplication>
#include <QTextStream>

namespace rillscope {
namespace {

QString topic() {
    return QStringLiteral("closing");
}

/// For the log: nobody looks at the window any more.
void complain(const QString& text) {
    QTextStream(stderr) << "rillscope: " << text << Qt::endl;
}

} // namespace

ClosingGuard::ClosingGuard(Session& session, MainWindow& window)
    : m_session(session), m_window(window), m_actions(window.actions()), m_banner(window.banner()) {
    window.setCloseGuard([this] { return mayClose(); });
    m_moment.setSingleShot(true);
    m_moment.setInterval(moment);
    connect(&m_moment, &QTimer::timeout, this, &ClosingGuard::tellWhatIsWaitedFor);
    // Logging out may still be cancelled, and nobody says so: what is captured is safe whatever follows, and
    // only the settings are kept now.
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &ClosingGuard::closing);
    qGuiApp->installEventFilter(this);
    connect(&session, &Session::stateChanged, this, &ClosingGuard::takeChange);
    connect(&session, &Session::sessionEnded, this, &ClosingGuard::takeChange);
    connect(&session, &Session::ended, this, &ClosingGuard::takeChange);
    connect(&session, &Session::sourceReleased, this, &ClosingGuard::takeChange);
    connect(&session, &Session::sourceStuck, this, &ClosingGuard::takeStuckSource);
}

void ClosingGuard::closeUnasked() {
    m_isUnasked = true;
    m_window.close();
}

/// The desktop session ends now, and closes the window next.
bool ClosingGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Quit && event->spontaneous())
        m_isUnasked = true;
    return QObject::eventFilter(watched, event);
}

bool ClosingGuard::mayClose() {
    if (m_phase == Phase::Ready)
        return true;
    if (m_phase == Phase::Closing) {
        m_session.isSourceStuck() ? takeStuckSource() : tellWhatIsWaitedFor();
        return false;
    }
    if (!m_isUnasked && needsConsent())
        return false;
    m_phase = Phase::Closing;
    Q_EMIT closing();
    if (m_session.hasEnded()) {
        m_phase = Phase::Ready;
        return true;
    }
    m_moment.start();
    m_session.end();
    if (m_session.isSourceStuck())
        takeStuckSource();
    return false;
}

/// While the capture fails, what it could not write is in memory only. A disk that is merely slow is waited
/// for.
bool ClosingGuard::needsConsent() {
    const CaptureStatus status = m_session.captureStatus();
    const qint64 lost = status.account.waiting.samples + status.account.missed.samples;
    if (status.state != CaptureStatus::State::Failing || status.isStalled || lost == 0)
        return false;
    m_banner.post(
        {Severity::Alarm,
         tr("The recording failed. %1 samples are in memory only and are lost when the program ends.")
             .arg(NumberFormat().count(lost)),
         {{QStringLiteral("saveCsv"), tr("Save CSV…"), [this] { saveLive(); }},
          {QStringLiteral("quitAnyway"), tr("Quit anyway"), [this] { closeUnasked(); }}},
         topic(),
         BannerStay::AsSevere,
         BannerEvent::None});
    return true;
}

/// Those that would be lost, not those of an opened capture.
void ClosingGuard::saveLive() {
    m_session.backToLive();
    m_actions.saveCsv->trigger();
}

void ClosingGuard::takeChange() {
    if (m_phase != Phase::Closing)
        return;
    if (!m_session.isEnding())
        stay(); // another stream was begun
    else if (m_session.hasEnded())
        finish();
    else if (!m_moment.isActive())
        tellWhatIsWaitedFor();
}

void ClosingGuard::takeStuckSource() {
    if (m_isUnasked) {
        complain(tr("The source did not stop and was abandoned. All samples it handed over are kept."));
        m_session.abandonStuckSources();
    } else if (m_phase == Phase::Closing) {
        tellWhatIsWaitedFor();
    }
}

void ClosingGuard::tellWhatIsWaitedFor() {
    if (m_phase != Phase::Closing)
        return;
    const qint64 waiting = m_session.waitingSamples();
    const QString loss = waiting > 0
                             ? tr(" If you do not wait, %1 samples that are not on disk yet are lost.")
                                   .arg(NumberFormat().count(waiting))
                             : QString();
    BannerMessage message{Severity::Warning, {}, {}, topic(), BannerStay::AsSevere, BannerEvent::None};
    if (m_session.isSourceStuck()) {
        message.text = tr("The source does not respond; “Abandon” closes the window without it.") + loss;
        message.actions.append(
            {QStringLiteral("abandon"), tr("Abandon"), [this] { m_session.abandonStuckSources(); }});
    } else if (m_session.isSourceStopping()) {
        message.text = tr("Waiting for the source to stop, then the window closes.") + loss;
    } else {
        message.text = tr("Saving, then the window closes.") + loss;
    }
    message.actions.append({QStringLiteral("quitWithoutWaiting"), tr("Quit without waiting"),
                            [this] { Q_EMIT leaving(m_session.waitingSamples()); }});
    message.actions.append({QStringLiteral("stay"), tr("Stay"), [this] { stay(); }});
    m_banner.post(message);
}

void ClosingGuard::stay() {
    m_phase = Phase::Open;
    m_isUnasked = false;
    m_moment.stop();
    m_banner.withdraw(topic());
    Q_EMIT stayed();
}

void ClosingGuard::finish() {
    m_phase = Phase::Ready;
    m_moment.stop();
    // Not from within the notification that all has ended: who hears it next finds the window there.
    QMetaObject::invokeMethod(&m_window, &QWidget::close, Qt::QueuedConnection);
}

} // namespace rillscope
