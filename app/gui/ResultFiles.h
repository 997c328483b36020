// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/FileSaving.h"
#include "app/gui/Session.h"
#include "core/base/BackgroundJob.h"

namespace rillscope {

/// Saves what the pipeline found: window rows and alarms as CSV, in the background, one job at a time. Says
/// in the banner how it went. Thread: GUI.
class ResultFiles : public QObject {
    Q_OBJECT

public:
    ResultFiles(const Session& session, MainWindow& window, FileSaving& saving);

    void chooseWindowsFile();
    void chooseAlarmsFile();

    /// The same without asking; also what the dialogs end in.
    void saveWindowsTo(const QString& path);
    void saveAlarmsTo(const QString& path);

private:
    using Save = std::function<Result<qint64>(const QString& path)>;

    SaveRequest windowsRequest();
    SaveRequest alarmsRequest();
    SaveRequest request(const QString& title, const QString& fileName, const Save& save);
    void begin(const SaveRequest& request, const QString& path, const Save& save);
    void onFinished();

    const Session& m_session;
    FileSaving& m_saving;
    SaveRequest m_request; ///< of the job, like the next one
    QString m_path;
    BackgroundJob<Result<qint64>> m_job;
};

} // namespace rillscope
