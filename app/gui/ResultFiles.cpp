// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ResultFiles.h"

#include "core/base/ThreadRole.h"
#include "core/export/ResultCsv.h"
#include "ui/panels/AlarmPanel.h"
#include "ui/panels/Banner.h"
#include "ui/panels/NumberFormat.h"
#include "ui/panels/WindowPanel.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace rillscope {

ResultFiles::ResultFiles(const Session& session, MainWindow& window, FileActions& files)
    : m_session(session), m_window(window), m_files(files) {
    connect(&m_job, &QFutureWatcherBase::finished, this, &ResultFiles::onFinished);
    connect(&window.windows(), &WindowPanel::saveRequested, this, &ResultFiles::chooseWindowsFile);
    connect(&window.alarms(), &AlarmPanel::saveRequested, this, &ResultFiles::chooseAlarmsFile);
}

QString ResultFiles::choosePath(const QString& title, const QString& name) {
    QString path = QFileDialog::getSaveFileName(&m_window, title, QDir(m_files.folder()).filePath(name),
                                                tr("CSV file (*.csv)"));
    if (path.isEmpty())
        return path;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".csv");
    m_files.setFolder(QFileInfo(path).absolutePath());
    return path;
}

void ResultFiles::chooseWindowsFile() {
    const QString path = choosePath(tr("Save window results"), tr("rillscope windows.csv"));
    if (!path.isEmpty())
        saveWindowsTo(path);
}

void ResultFiles::chooseAlarmsFile() {
    const QString path = choosePath(tr("Save alarms"), tr("rillscope alarms.csv"));
    if (!path.isEmpty())
        saveAlarmsTo(path);
}

void ResultFiles::saveWindowsTo(const QString& path) {
    begin(
        path, [path, windows = m_session.results().windows] { return saveWindowsCsv(path, windows); },
        [this] { chooseWindowsFile(); });
}

void ResultFiles::saveAlarmsTo(const QString& path) {
    begin(
        path, [path, alarms = m_session.results().alarms] { return saveAlarmsCsv(path, alarms); },
        [this] { chooseAlarmsFile(); });
}

void ResultFiles::begin(const QString& path, std::function<Result<qint64>()> save,
                        std::function<void()> tryAgain) {
    if (m_job.isRunning()) {
        m_window.banner().post({Severity::Warning, tr("Results are being saved already; wait for it."), {}});
        return;
    }
    m_path = path;
    m_tryAgain = std::move(tryAgain);
    m_job.setFuture(QtConcurrent::run([save = std::move(save)] {
        takeRole(ThreadRole::Job);
        return save();
    }));
}

void ResultFiles::onFinished() {
    const Result<qint64> rows = m_job.result();
    if (rows)
        m_files.reportSaved(tr("%1 rows were saved to %2.")
                                .arg(NumberFormat().count(*rows), QDir::toNativeSeparators(m_path)),
                            m_path);
    else
        m_files.reportFailure(rows.error(), m_tryAgain);
}

} // namespace rillscope
