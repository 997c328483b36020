// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/FileActions.h"

#include <QFutureWatcher>

namespace rillscope {

/// Saves what the pipeline found: window rows and alarms as CSV, in the background, one job at a time. Says
/// in the banner how it went. Thread: GUI.
class ResultFiles : public QObject {
    Q_OBJECT

public:
    ResultFiles(const Session& session, MainWindow& window, FileActions& files);

    void chooseWindowsFile();
    void chooseAlarmsFile();

    /// The same without asking; also what the dialogs end in.
    void saveWindowsTo(const QString& path);
    void saveAlarmsTo(const QString& path);

private:
    QString choosePath(const QString& title, const QString& name);
    void begin(const QString& path, std::function<Result<qint64>()> save, std::function<void()> tryAgain);
    void onFinished();

    const Session& m_session;
    MainWindow& m_window;
    FileActions& m_files;
    QString m_path;
    std::function<void()> m_tryAgain;
    QFutureWatcher<Result<qint64>> m_job;
};

} // namespace rillscope
