// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/CaptureJobs.h"

#include "ui/panels/Banner.h"
#include "ui/text/CaptureText.h"
#include "ui/text/ErrorText.h"
#include "ui/text/NumberFormat.h"
#include "ui/text/OutsideText.h"
#include "ui/widgets/JobProgress.h"

#include <QFileInfo>

namespace rillscope {

CaptureJobs::CaptureJobs(Session& session, MainWindow& window, FileSaving& saving)
    : m_session(session), m_banner(window.banner()), m_jobProgress(window.jobProgress()), m_saving(saving) {
    connect(&m_opening, &AnyBackgroundJob::finished, this, &CaptureJobs::finishOpening);
    connect(&m_salvage, &AnyBackgroundJob::finished, this, &CaptureJobs::finishSalvage);
    window.jobProgress().follow(m_opening);
    window.jobProgress().follow(m_salvage);
}

CaptureJobs::~CaptureJobs() {
    m_opening.cancel();
    m_salvage.cancel();
}

void CaptureJobs::tellRecovered(const QList<RecoveryReport>& reports, const QList<Error>& errors) {
    if (!reports.isEmpty()) {
        const QString path = reports.constFirst().path;
        const QString folder = path.isEmpty() ? reports.constFirst().damagedPath : path;
        QList<BannerAction> actions;
        if (reports.size() > 1)
            actions.append({QStringLiteral("showRecordings"), tr("Show recordings…"),
                            [this] { Q_EMIT listRequested(); }});
        else if (!path.isEmpty() && reports.constFirst().samples > 0)
            actions.append({QStringLiteral("open"), tr("Open it"), [this, path] { open(path); }});
        actions.append({QStringLiteral("showInFolder"), tr("Show in folder"),
                        [this, folder] { Q_EMIT folderRequested(folder); }});
        // What was lost in a crash is not gone from the screen before somebody is there to read it.
        m_banner.post({recoverySeverity(reports),
                       recoveryText(reports, NumberFormat()),
                       actions,
                       {},
                       BannerStay::UntilClosed});
    }
    for (const Error& error : errors)
        m_banner.post(
            {Severity::Warning,
             tr("A recording could not be recovered. %1").arg(errorText(error).text()),
             {{QStringLiteral("showRecordings"), tr("Show recordings…"), [this] { Q_EMIT listRequested(); }}},
             QStringLiteral("captureNotRecovered")});
}

void CaptureJobs::open(const QString& path) {
    if (m_saving.isBusy([this, path] { open(path); }))
        return;
    m_path = QFileInfo(path).absoluteFilePath();
    m_jobProgress.begin(tr("Opening %1").arg(shownFileName(path)));
    m_opening.start([path = m_path](const JobControl& control) { return openStillCapture(path, control); });
}

void CaptureJobs::finishOpening() {
    m_jobProgress.end();
    const std::optional<StillCaptureResult> result = m_opening.takeResult();
    if (!result) {
        m_banner.post({Severity::Notice, tr("Opening was cancelled."), {}});
        return;
    }
    const StillCaptureResult& opened = *result;
    if (!opened) {
        reportUnreadable(opened.error(), m_path);
        return;
    }
    m_session.showStill(*opened);
    Q_EMIT this->opened(SourceUri::captureOf(m_path));
}

void CaptureJobs::reportUnreadable(const Error& error, const QString& path) {
    QList<BannerAction> actions;
    if (error.code == ErrorCode::DamagedFile)
        actions.append({QStringLiteral("repair"), tr("Repair…"), [this, path] { salvage(path); }});
    actions.append(
        {QStringLiteral("showRecordings"), tr("Show recordings…"), [this] { Q_EMIT listRequested(); }});
    actions.append({QStringLiteral("showInFolder"), tr("Show in folder"),
                    [this, path] { Q_EMIT folderRequested(path); }});
    m_banner.post({Severity::Alarm, errorText(error).text(), actions});
}

void CaptureJobs::salvage(const QString& path) {
    if (m_saving.isBusy([this, path] { salvage(path); }))
        return;
    m_path = path;
    m_jobProgress.begin(tr("Repairing %1").arg(shownFileName(path)));
    m_salvage.start(
        [path](const JobControl& control) { return recoverCapture(path, control, VerifyDepth::Whole); });
}

void CaptureJobs::finishSalvage() {
    m_jobProgress.end();
    Q_EMIT filesChanged();
    const std::optional<Result<RecoveryReport>> result = m_salvage.takeResult();
    if (!result) {
        m_banner.post({Severity::Notice, tr("The repair was cancelled."), {}});
        return;
    }
    const Result<RecoveryReport>& report = *result;
    if (report && report->outcome != RecoveryReport::Outcome::Sound)
        tellRecovered({*report}, {});
    else if (report)
        m_banner.post({Severity::Notice, tr("%1 is complete and undamaged.").arg(shownFileName(m_path)), {}});
    else
        tellRecovered({}, {report.error()});
}

} // namespace rillscope
