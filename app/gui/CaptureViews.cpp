// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/CaptureViews.h"

#include "core/pipeline/CaptureLoss.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"
#include "ui/panels/CaptureBar.h"
#include "ui/panels/EventListModel.h"
#include "ui/panels/EventPanel.h"
#include "ui/panels/StatusLine.h"
#include "ui/text/CaptureText.h"
#include "ui/text/ErrorText.h"
#include "ui/text/MessageText.h"
#include "ui/text/OutsideText.h"

#include <QDir>
#include <QFileInfo>

namespace rillscope {
namespace {

QString shownPath(const QString& path) {
    return oneLine(QDir::toNativeSeparators(path), 200);
}

} // namespace

CaptureViews::CaptureViews(Session& session, MainWindow& window, const Clock& clock)
    : m_session(session)
    , m_window(window)
    , m_actions(window.actions())
    , m_chart(window.chart())
    , m_events(window.events())
    , m_statusLine(window.statusLine())
    , m_banner(window.banner())
    , m_captureBar(window.captureBar())
    , m_clock(clock) {
    connect(&session, &Session::eventsOccurred, this, &CaptureViews::takeEvents);
    connect(&session, &Session::sessionEnded, this, &CaptureViews::tellOfSessionBefore);
    connect(&session, &Session::stillChanged, this, &CaptureViews::showStill);
    connect(&session, &Session::stateChanged, this, [this] {
        update(true);
        tellOfEnd();
    });
    connect(&session, &Session::alarmsRaised, this, [this](const QList<AlarmOccurrence>& alarms) {
        // Its list is not the one that is shown.
        if (m_session.still() && !alarms.isEmpty())
            m_banner.post(
                {Severity::Warning,
                 tr("The live source raised an alarm: “%1” on %2.")
                     .arg(oneLine(alarms.constLast().step, 80), oneLine(alarms.constLast().channel, 80)),
                 {{QStringLiteral("backToLiveSource"), tr("Back to the live source"),
                   [this] { m_session.backToLive(); }}},
                 QStringLiteral("alarmBehindCapture"),
                 BannerStay::AsSevere,
                 BannerEvent::None});
    });
    update(true);
}

void CaptureViews::update(bool force) {
    const Duration now = m_clock.monotonic();
    if (!force && m_lastUpdate != Duration::min() && now - m_lastUpdate < interval)
        return;
    m_lastUpdate = now;
    m_statusLine.setCapture(captureLine(m_session.captureStatus(), m_format));
    if (m_session.still())
        m_captureBar.setLiveNote(m_session.isActive() ? tr("the live source keeps running") : QString());
}

void CaptureViews::takeEvents(const QList<StreamEvent>& events) {
    if (m_showsStill) {
        m_liveEvents += events;
        const qsizetype surplus = m_liveEvents.size() - EventListModel::maximumEvents;
        if (surplus > 0)
            m_liveEvents.remove(0, surplus);
    } else {
        m_events.append(events);
    }
    for (const StreamEvent& event : events)
        tellOfCapture(event);
}

void CaptureViews::listMessage(Severity severity, const QString& text) {
    StreamEvent event;
    event.kind = StreamEvent::Kind::ProgramMessage;
    event.time = m_clock.now();
    event.subject = text;
    event.severity = severity;
    m_events.append({event});
    if (m_showsStill)
        m_liveEvents.append(event); // it is there, too, when the stream shows again
}

void CaptureViews::tellOfCapture(const StreamEvent& event) {
    Banner& banner = m_banner;
    const CaptureStatus status = m_session.captureStatus();
    switch (event.kind) {
    case StreamEvent::Kind::CaptureBegan:
    case StreamEvent::Kind::CaptureResumed: {
        const bool isResumed = event.kind == StreamEvent::Kind::CaptureResumed;
        if (!isResumed && event.detail.isEmpty())
            return;
        QString text = isResumed
                           ? tr("The recording continues in a new file, %1.").arg(shownPath(event.subject))
                           : tr("Recording to %1.").arg(shownPath(event.subject));
        if (!event.detail.isEmpty())
            text +=
                u' ' + tr("The chosen folder cannot be used: %1.").arg(oneLine(messageText(event.detail)));
        if (const QString loss = captureLossText(status, m_format); !loss.isEmpty())
            text += u' ' + loss;
        banner.post({Severity::Warning,
                     text,
                     {showFolder(event.subject), chooseFolder()},
                     QStringLiteral("captureElsewhere"),
                     BannerStay::AsSevere,
                     BannerEvent::None});
        return;
    }
    case StreamEvent::Kind::CaptureFailed: {
        const Error error = status.error.value_or(Error{ErrorCode::WriteFailed, event.subject, event.detail});
        banner.post(
            {Severity::Alarm,
             tr("The recording stopped. %1 %2 samples are not on disk. The live view and alarms continue.")
                 .arg(errorText(error).headline,
                      m_format.count(status.account.waiting.samples + status.account.missed.samples)),
             {chooseFolder(), showFolder(event.subject)},
             QStringLiteral("captureFailed"),
             BannerStay::AsSevere,
             BannerEvent::None});
        return;
    }
    case StreamEvent::Kind::CaptureStalled:
        banner.post(
            {Severity::Alarm,
             tr("The disk is too slow: %1 samples are not on it yet. The live view and alarms continue.")
                 .arg(m_format.count(status.account.waiting.samples)),
             {chooseFolder(), showFolder(event.subject)},
             QStringLiteral("captureStalled"),
             BannerStay::AsSevere,
             BannerEvent::None});
        return;
    case StreamEvent::Kind::CaptureCaughtUp: {
        const QString loss = captureLossText(status, m_format);
        banner.post({loss.isEmpty() ? Severity::Notice : Severity::Warning,
                     loss.isEmpty() ? tr("The disk keeps up again. No sample is missing in the recording.")
                                    : tr("The disk keeps up again. %1").arg(loss),
                     {},
                     QStringLiteral("captureStalled"),
                     BannerStay::AsSevere,
                     BannerEvent::None});
        return;
    }
    default:
        return;
    }
}

/// When a stream has ended, all of it is on disk, or it is said that it is not.
void CaptureViews::tellOfEnd() {
    if (m_session.isActive() || !m_session.hasBegun())
        return;
    const CaptureStatus status = m_session.captureStatus();
    QString text;
    if (!accountsMatch(m_session.liveStatus().account, status))
        text = tr(
            "The sample counts do not match: some samples may be in no file. Save them as CSV to be safe.");
    else if (status.account.waiting.samples > 0)
        text = tr("The recording is not complete: %1 samples are in memory only. Save them as CSV, or choose "
                  "another folder.")
                   .arg(m_format.count(status.account.waiting.samples + status.account.missed.samples));
    else if (status.account.isAnythingMissed())
        text = tr("The recording is not complete. %1").arg(captureLossText(status, m_format));
    else
        return;
    m_banner.post({Severity::Alarm,
                   text,
                   {{QStringLiteral("saveCsv"), tr("Save CSV…"), [this] { m_actions.saveCsv->trigger(); }},
                    chooseFolder()},
                   QStringLiteral("captureFailed")});
}

void CaptureViews::tellOfSessionBefore(const CaptureStatus& status) {
    const QString loss = captureLossText(status, m_format);
    if (loss.isEmpty())
        return;
    QString text = tr("The recording of the previous session is not complete. %1").arg(loss);
    if (status.error)
        text += u' ' + errorText(*status.error).headline;
    m_banner.post({Severity::Alarm, text, {showFolder(status.path)}, QStringLiteral("sessionBefore")});
}

BannerAction CaptureViews::showFolder(const QString& path) {
    return {QStringLiteral("showFolder"), tr("Show folder"), [this, path] { Q_EMIT folderRequested(path); }};
}

BannerAction CaptureViews::chooseFolder() {
    return {QStringLiteral("chooseAnotherFolder"), tr("Choose another folder…"),
            [this] { Q_EMIT settingsRequested(); }};
}

void CaptureViews::showStill() {
    const auto still = m_session.still();
    m_actions.setCaptureShown(still != nullptr);
    if (!m_showsStill)
        m_liveEvents = m_events.model()->events();
    m_showsStill = still != nullptr;
    showEvents(still ? still->events : std::exchange(m_liveEvents, {}));
    if (!still) {
        m_captureBar.showLive();
        m_window.setWindowTitle(tr("Rillscope"));
        return;
    }
    showTitle();
}

void CaptureViews::updateTimeZone() {
    if (m_session.still())
        showTitle();
}

void CaptureViews::showTitle() {
    const CaptureInfo& info = m_session.still()->info;
    const QString title = captureTitle(info.started, m_chart.timeZone());
    const QString samples = tr("%1 samples").arg(m_format.count(info.sampleCount));
    QStringList facts{samples};
    const auto end = info.ended ? info.ended : info.lastArrival;
    if (info.started && end && *end >= *info.started)
        facts.append(m_format.duration(*end - *info.started));
    if (!info.isComplete())
        facts.append(tr("not complete"));
    facts.append(shownFileName(info.path));
    m_captureBar.showCapture(title, facts.join(tr(" · ")), info.path);
    m_window.setWindowTitle(tr("%1, %2 – Rillscope").arg(title, samples));
}

void CaptureViews::showEvents(const QList<StreamEvent>& events) {
    m_events.clear();
    m_events.append(events);
}

} // namespace rillscope
