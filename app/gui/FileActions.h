// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/CsvCopy.h"
#include "app/gui/Session.h"
#include "core/export/CsvWriter.h"
#include "ui/MainWindow.h"
#include "ui/panels/Banner.h"

#include <QFutureWatcher>

namespace rillscope {

/// Everything that leaves the window for a file or the clipboard: exports the chart, saves and copies CSV in
/// the background, one job at a time. Says in the banner how it went. Thread: GUI.
class FileActions : public QObject {
    Q_OBJECT

public:
    FileActions(const Session& session, MainWindow& window);

    void chooseChartFile();
    /// Asks for a file for the samples of a history; the session's own when none is given.
    void chooseCsvFile(std::shared_ptr<const SampleHistory> history = nullptr, const CsvRange& range = {});
    /// For the samples in the time that the chart shows now.
    void chooseVisibleCsvFile();
    /// Offers a file instead when there are too many for the clipboard.
    void copyVisibleCsv();

    /// The same without asking; also what the dialogs end in.
    void exportChartTo(const QString& path);
    void saveCsvTo(const QString& path, std::shared_ptr<const SampleHistory> history,
                   const CsvRange& range = {});

    /// Whether a job is under way, which the user is told then.
    bool isBusy();
    /// A name with the time of now, in the folder where the last file went.
    QString suggestedPath(const QString& suffix) const;
    void reportSaved(const QString& text, const QString& path, QList<BannerAction> actions = {});
    void reportFailure(const Error& error, std::function<void()> tryAgain);

    void setFolder(const QString& folder) { m_folder = folder; }
    const QString& folder() const { return m_folder; }

Q_SIGNALS:
    /// All samples are there; what is in memory may be a part of them.
    void captureExportRequested(const QString& capture, const rillscope::CsvRange& range);

private:
    void begin(std::shared_ptr<const SampleHistory> history, const CsvRange& range);
    QList<BannerAction> offerAll(const CsvRows& rows);
    void onCsvFinished();
    void onCopyFinished();
    void setJobsEnabled(bool enabled);
    CsvRange visibleRange() const;

    const Session& m_session;
    MainWindow& m_window;
    QString m_folder; ///< where the last file went
    QString m_csvPath;
    CsvRange m_range;  ///< of the job
    QString m_capture; ///< that has all samples of the job; empty: none, or in several files
    QFutureWatcher<Result<CsvRows>> m_csvJob;
    QFutureWatcher<Result<CsvCopy>> m_copyJob;
};

} // namespace rillscope
