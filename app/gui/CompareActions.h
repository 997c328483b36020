// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/FileSaving.h"
#include "app/gui/Session.h"
#include "core/base/BackgroundJob.h"
#include "core/capture/read/ReferenceCapture.h"
#include "ui/MainWindow.h"

namespace rillscope {

class Banner;
class JobProgress;

/// Shows captures beside the live stream, as channels of their own: asks for a file and for how to place it
/// in time, reads it as a job with progress and cancel, and says how it went. Thread: GUI.
class CompareActions : public QObject {
    Q_OBJECT

public:
    enum class Placing {
        AtSessionStart, ///< the capture's start falls on that of the session
        AtItsOwnTimes
    };

    CompareActions(Session& session, MainWindow& window, FileSaving& saving);
    ~CompareActions() override;

    void chooseFile(const QString& folder);
    /// The same without asking.
    void compareWith(const QString& path, Placing placing);

private:
    void choosePlacing(const QString& path);
    void finish();

    Session& m_session;
    MainWindow& m_window;
    Banner& m_banner;
    JobProgress& m_jobProgress;
    FileSaving& m_saving;
    Placing m_placing = Placing::AtSessionStart;
    QString m_path; ///< of the job
    BackgroundJob<ReferenceResult> m_job;
};

} // namespace rillscope
