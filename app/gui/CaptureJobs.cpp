// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/CaptureJobs.h"

#include "core/base/ThreadRole.h"
#include "core/export/CaptureCsv.h"
#include "ui/dialogs/ErrorText.h"
#include "ui/panels/Banner.h"
#include "ui/panels/CaptureText.h"
#include "ui/panels/JobProgress.h"
#include "ui/panels/NumberFormat.h"
#include "ui/panels/OutsideText.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace rillscope {

CaptureJobs::CaptureJobs(Session& session, MainWindow& window, FileActions& files)
    : m_session(session), m_window(window), m_files(files) {
    connect(&m_opening, &QFutureWatcherBase::finished, this, &CaptureJobs::finishOpening);
    connect(&m_export, &QFutureWatcherBase::finished, this, &CaptureJobs::finishExport);
    connect(&m_salvage, &QFutureWatcherBase::finished, this, &CaptureJobs::finishSalvage);
    for (QFutureWatcherBase* job :
         std::initializer_list<QFutureWatcherBase*>{&m_opening, &m_export, &m_salvage}) {
        connect(job, &QFutureWatcherBase::progressValueChanged, this, [this, job](int value) {
            m_window.jobProgress().setProgress(value, job->progressMaximum());
        });
        connect(&window.jobProgress(), &JobProgress::cancelRequested, job, &QFutureWatcherBase::cancel);
    }
}

CaptureJobs::~CaptureJobs() {
    for (QFutureWatcherBase* job :
         std::initializer_list<QFutureWatcherBase*>{&m_opening, &m_export, &m_salvage}) {
        job->disconnect(this);
        if (!job->isRunning()) // one whose result was taken would be waited for forever
            continue;
        job->cancel();
        job->waitForFinished();
    }
}

void CaptureJobs::tellRecovered(const QList<RecoveryReport>& reports, const QList<Error>& errors) {
    if (!reports.isEmpty()) {
        const QString path = reports.constFirst().path;
        const QString folder = path.isEmpty() ? reports.constFirst().damagedPath : path;
        QList<BannerAction> actions;
        if (reports.size() > 1)
            actions.append({tr("Show captures…"), [this] { Q_EMIT listRequested(); }});
        else if (!path.isEmpty() && reports.constFirst().samples > 0)
            actions.append({tr("Open it"), [this, path] { open(path); }});
        actions.append({tr("Show in folder"), [this, folder] { Q_EMIT folderRequested(folder); }});
        m_window.banner().post({recoverySeverity(reports), recoveryText(reports, NumberFormat()), actions});
    }
    for (const Error& error : errors)
        m_window.banner().post({Severity::Warning,
                                tr("A capture could not be recovered. %1").arg(errorText(error).text()),
                                {{tr("Show captures…"), [this] { Q_EMIT listRequested(); }}},
                                QStringLiteral("captureNotRecovered")});
}

bool CaptureJobs::isBusy() {
    const bool isBusy = m_window.jobProgress().isBusy();
    if (isBusy)
        m_window.banner().post(
            {Severity::Warning, tr("Another file is being read or written; wait for it or cancel it."), {}});
    return isBusy;
}

void CaptureJobs::open(const QString& path) {
    if (isBusy())
        return;
    m_path = QFileInfo(path).absoluteFilePath();
    m_window.jobProgress().begin(tr("Opening %1").arg(shownFileName(path)));
    m_opening.setFuture(openStillCaptureInBackground(m_path));
}

void CaptureJobs::finishOpening() {
    m_window.jobProgress().end();
    QFuture<StillCaptureResult> future = m_opening.future();
    if (future.isCanceled() || future.resultCount() == 0) {
        m_window.banner().post({Severity::Notice, tr("Opening was cancelled."), {}});
        return;
    }
    const StillCaptureResult opened = future.takeResult(); // else the job would keep it in memory
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
        actions.append({tr("Salvage what can be read…"), [this, path] { salvage(path); }});
    actions.append({tr("Show captures…"), [this] { Q_EMIT listRequested(); }});
    actions.append({tr("Show in folder"), [this, path] { Q_EMIT folderRequested(path); }});
    m_window.banner().post({Severity::Alarm, errorText(error).text(), actions});
}

void CaptureJobs::salvage(const QString& path) {
    if (isBusy())
        return;
    m_path = path;
    m_window.jobProgress().begin(tr("Salvaging %1").arg(shownFileName(path)));
    m_salvage.setFuture(QtConcurrent::run([path](QPromise<Result<RecoveryReport>>& promise) {
        takeRole(ThreadRole::Job);
        promise.addResult(recoverCapture(path, JobControl::of(promise), VerifyDepth::Whole));
    }));
}

void CaptureJobs::finishSalvage() {
    m_window.jobProgress().end();
    Q_EMIT filesChanged();
    const QFuture<Result<RecoveryReport>> future = m_salvage.future();
    if (future.isCanceled() || future.resultCount() == 0) {
        m_window.banner().post({Severity::Notice, tr("Salvaging was cancelled."), {}});
        return;
    }
    const Result<RecoveryReport> report = future.result();
    if (report && report->outcome != RecoveryReport::Outcome::Sound)
        tellRecovered({*report}, {});
    else if (report)
        m_window.banner().post(
            {Severity::Notice, tr("%1 is complete and sound.").arg(shownFileName(m_path)), {}});
    else
        tellRecovered({}, {report.error()});
}

void CaptureJobs::exportCsv(const QString& path, const CsvRange& range) {
    auto* dialog = new QFileDialog(&m_window, tr("Save CSV"), m_files.folder(), tr("CSV file (*.csv)"));
    dialog->setObjectName(QStringLiteral("exportCaptureDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QFileInfo(path).completeBaseName() + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, path, range](const QString& target) {
        m_files.setFolder(QFileInfo(target).absolutePath());
        exportCsvTo(path, target, range);
    });
    dialog->open(); // returns at once: no loop of its own while a stream runs
}

void CaptureJobs::exportCsvTo(const QString& path, const QString& target, const CsvRange& range) {
    if (isBusy())
        return;
    m_path = path;
    m_target = target;
    m_window.jobProgress().begin(tr("Saving %1").arg(shownFileName(target)));
    m_export.setFuture(saveCaptureCsvInBackground(path, target, {{}, range}));
}

void CaptureJobs::finishExport() {
    m_window.jobProgress().end();
    const QFuture<Result<qint64>> future = m_export.future();
    if (future.isCanceled() || future.resultCount() == 0) {
        m_window.banner().post({Severity::Notice, tr("Saving was cancelled; no file was written."), {}});
        return;
    }
    const Result<qint64> rows = future.result();
    if (rows)
        m_files.reportSaved(tr("%1 samples were saved to %2.")
                                .arg(NumberFormat().count(*rows), QDir::toNativeSeparators(m_target)),
                            m_target);
    else
        m_files.reportFailure(rows.error(), [this, path = m_path] { exportCsv(path); });
}

} // namespace rillscope
