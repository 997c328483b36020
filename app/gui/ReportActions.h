// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/FileActions.h"
#include "core/report/ReportJob.h"
#include "ui/dialogs/ReportDialog.h"
#include "ui/report/ReportDocument.h"

#include <QFutureWatcher>

namespace rillscope {

/// Makes reports from the window: asks for range and file, goes through the samples in the background, draws
/// the page, and writes it in the background, too. Says in the banner how it went. Thread: GUI.
class ReportActions : public QObject {
    Q_OBJECT

public:
    ReportActions(const Session& session, MainWindow& window, FileActions& files, const Clock& clock);
    ~ReportActions() override;

    void choose();
    /// The same without asking; also what the dialog ends in.
    void saveTo(const ReportChoice& choice);

    void setFormat(ReportFormat format) { m_format = format; }
    /// Of the last report.
    ReportFormat format() const { return m_format; }

private:
    ReportOffer offer() const;
    ReportForm form() const;
    void onGathered();
    void onWritten();
    void finish();

    const Session& m_session;
    MainWindow& m_window;
    FileActions& m_files;
    const Clock& m_clock;
    ReportFormat m_format = ReportFormat::Pdf;
    QString m_path; ///< of the report that is being made, like the next two
    ReportForm m_form;
    PipelineResults m_results;
    QFutureWatcher<Result<GatheredReport>> m_gathering;
    QFutureWatcher<Result<void>> m_writing;
};

} // namespace rillscope
