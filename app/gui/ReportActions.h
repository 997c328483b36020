// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/FileSaving.h"
#include "app/gui/Session.h"
#include "core/base/BackgroundJob.h"
#include "core/report/ReportJob.h"
#include "ui/dialogs/ReportDialog.h"
#include "ui/report/ReportDocument.h"

namespace rillscope {

class Banner;
class JobProgress;
class LiveChartView;
class WindowActions;

/// Makes reports from the window: asks for range and file, goes through the samples in the background, draws
/// the page, and writes it in the background, too. Says in the banner how it went. Thread: GUI.
class ReportActions : public QObject {
    Q_OBJECT

public:
    ReportActions(const Session& session, MainWindow& window, FileSaving& saving, const Clock& clock);
    ~ReportActions() override;

    void choose();
    /// The same without asking; also what the dialog ends in.
    void saveTo(const ReportChoice& choice);

    void setFormat(ReportFormat format) { m_format = format; }
    /// Of the last report.
    ReportFormat format() const { return m_format; }

private:
    /// All that a report is made of, as it was when it was asked for.
    struct Asked {
        ReportChoice choice;
        ReportForm form;
        PipelineResults results;
        ReportSession session;
        std::shared_ptr<const SampleHistory> history;
        QString capture; ///< that the history was opened from, if any
    };

    ReportOffer offer() const;
    ReportForm form() const;
    void gather(const Asked& asked);
    void onGathered();
    SaveRequest requestFor(const QByteArray& file, ReportFormat format);
    void write(const QByteArray& file, const SaveRequest& request, const QString& path);
    void onWritten();
    void finish();

    const Session& m_session;
    MainWindow& m_window;
    WindowActions& m_actions;
    LiveChartView& m_chart;
    Banner& m_banner;
    JobProgress& m_jobProgress;
    FileSaving& m_saving;
    const Clock& m_clock;
    ReportFormat m_format = ReportFormat::Pdf;
    Asked m_asked; ///< of the report that is being made, like the next two
    QString m_path;
    SaveRequest m_request;
    BackgroundJob<Result<GatheredReport>> m_gathering;
    BackgroundJob<Result<void>> m_writing;
};

} // namespace rillscope
