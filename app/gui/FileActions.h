// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/CsvJobs.h"
#include "app/gui/FileSaving.h"
#include "app/gui/Session.h"
#include "core/base/BackgroundJob.h"

namespace rillscope {

class Banner;
class JobProgress;
class LiveChartView;
class WindowActions;

/// What of the window leaves it for a file or the clipboard: exports the chart, saves and copies samples as
/// CSV in the background, one job at a time. What is asked for is what the window shows at that moment,
/// however long the choice of a file takes. Says in the banner how it went. Thread: GUI.
class FileActions : public QObject {
    Q_OBJECT

public:
    FileActions(const Session& session, MainWindow& window, FileSaving& saving);

    void chooseChartFile();
    /// All samples of what is shown: of the live session, or of the opened capture.
    void chooseCsvFile();
    void chooseCsvFile(const CsvSource& source);
    /// Those in the time that the chart shows.
    void chooseVisibleCsvFile();
    /// Offers a file instead when there are too many for the clipboard.
    void copyVisibleCsv();

    /// The same without asking; also what the dialogs end in.
    void exportChartTo(const QString& path);
    void saveCsvTo(const QString& path, const CsvSource& source);

private:
    CsvSource shown(const CsvRange& range) const;
    CsvSource visible() const;
    SaveRequest csvRequest(const CsvSource& source);
    void copyCsv(const CsvSource& source);
    void begin(const CsvSource& source, const QString& progressText);
    CsvSource end();
    void setJobsEnabled(bool enabled);
    QList<BannerAction> offerAll(const CsvRows& rows, const CsvRange& range);
    void onCsvFinished();
    void onCopyFinished();

    const Session& m_session;
    WindowActions& m_actions;
    LiveChartView& m_chart;
    Banner& m_banner;
    JobProgress& m_jobProgress;
    FileSaving& m_saving;
    CsvSource m_source{nullptr}; ///< of the job, like the next two; none: no job
    QString m_path;
    QString m_wholeCapture; ///< that has all samples of the history; empty: none, or in several files
    BackgroundJob<Result<CsvRows>> m_csvJob;
    BackgroundJob<Result<CsvCopy>> m_copyJob;
};

} // namespace rillscope
