// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/GuiOptions.h"
#include "core/pipeline/Pipeline.h"
#include "core/report/ReportJob.h"

#include <QObject>

namespace rillscope {

/// Runs the pipeline without a window, and draws the real chart or a report into a file.
/// Thread: GUI, with the platform “offscreen” where there is no display.
class RenderCommand : public QObject {
    Q_OBJECT

public:
    RenderCommand(GuiOptions options, const SourceCatalog& sources, const Clock& clock);

    /// Runs an event loop until all is written. Returns an ExitCode.
    int run();

private:
    /// What was lost, if anything, goes to standard error and into the exit code.
    void finishCapture(int& code);
    int writeResults();
    Result<void> writeChart();
    Result<void> writeReport(const GatheredReport& report, const PipelineResults& results) const;
    Result<void> reportPipeline() const;
    bool isReportOfACapture() const;
    /// Without running anything.
    int reportCapture();

    GuiOptions m_options;
    const SourceCatalog& m_sources;
    const Clock& m_clock;
    Pipeline m_pipeline;
    PipelineDefinition m_definition;
    Duration m_elapsed{};
};

} // namespace rillscope
