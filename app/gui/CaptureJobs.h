// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/FileSaving.h"
#include "app/gui/Session.h"
#include "app/gui/StillCapture.h"
#include "core/base/BackgroundJob.h"
#include "core/capture/check/CaptureRecovery.h"

namespace rillscope {

class Banner;
class JobProgress;

/// Reads captures as jobs, one at a time, with progress and cancel: opens one to explore it, salvages what a
/// damaged one still holds. Says in the banner how it went. Thread: GUI.
class CaptureJobs : public QObject {
    Q_OBJECT

public:
    CaptureJobs(Session& session, MainWindow& window, FileSaving& saving);
    ~CaptureJobs() override;

    /// Shows a capture when it has been read.
    void open(const QString& path);
    /// Saves what can be read of a damaged one into a new capture.
    void salvage(const QString& path);

    void tellRecovered(const QList<RecoveryReport>& reports, const QList<Error>& errors);

Q_SIGNALS:
    /// A capture is shown; for the list of recent sources.
    void opened(const rillscope::SourceUri& uri);
    /// Other captures are there than before.
    void filesChanged();
    void listRequested();
    void folderRequested(const QString& path);

private:
    void finishOpening();
    void finishSalvage();
    void reportUnreadable(const Error& error, const QString& path);

    Session& m_session;
    Banner& m_banner;
    JobProgress& m_jobProgress;
    FileSaving& m_saving;
    QString m_path; ///< of the job
    BackgroundJob<StillCaptureResult> m_opening;
    BackgroundJob<Result<RecoveryReport>> m_salvage;
};

} // namespace rillscope
