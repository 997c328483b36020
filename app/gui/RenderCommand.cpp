// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/RenderCommand.h"

#include "app/gui/ReportSource.h"
#include "app/gui/ThemedChart.h"
#include "core/base/CallAfter.h"
#include "core/base/ExitCode.h"
#include "core/base/Message.h"
#include "core/base/TargetFile.h"
#include "core/base/TerminationSignal.h"
#include "core/export/CsvWriter.h"
#include "core/pipeline/CaptureLoss.h"
#include "core/pipeline/StreamSummary.h"
#include "core/process/definition/DefinitionFile.h"
#include "core/source/simulator/SimulationSettings.h"
#include "ui/chart/ChartExport.h"
#include "ui/chart/LiveChartView.h"
#include "ui/report/ReportFile.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QTextStream>

#include <cstdio>

namespace rillscope {
namespace {

constexpr QSize pictureSize(1280, 720);
constexpr double pixelRatio = 2.0; ///< of a .png; there is no screen whose ratio it could have

int complain(const Error& error, ExitCode code) {
    QTextStream(stderr) << "rillscope: " << error.message() << Qt::endl;
    return code;
}

} // namespace

RenderCommand::RenderCommand(GuiOptions options, const SourceCatalog& sources, const Clock& clock)
    : m_options(std::move(options)), m_sources(sources), m_clock(clock), m_pipeline(clock) {
    connect(&m_pipeline, &Pipeline::sourceStuck, &m_pipeline, &Pipeline::abandonSource);
}

int RenderCommand::run() {
    // Before anything is recorded: a typo in a path must not cost the recording.
    for (const NamedTarget& target : m_options.targets()) {
        if (const auto possible = checkTargetFile(target.path); !possible)
            return complain(possible.error(), ExitStorageFailed);
    }
    if (isReportOfACapture())
        return reportCapture();
    const SourceUri uri = m_options.source.value_or(SimulationSettings().toUri());
    auto source = m_sources.make(uri, {m_clock});
    if (!source)
        return complain(source.error(), ExitUsage);
    if (!m_options.pipelinePath.isEmpty()) {
        const auto loaded = loadDefinition(m_options.pipelinePath);
        if (!loaded)
            return complain(
                {ErrorCode::UnreadableInput, {}, Message::verbatim(loaded.error().constFirst().message())},
                ExitUsage);
        m_definition = loaded->definition;
        m_pipeline.controls().setDefinition(m_definition);
    }
    if (!m_options.capturePath.isEmpty()) {
        CaptureSettings settings =
            CaptureSettings::defaults(QStringLiteral("rillscope ") + QApplication::applicationVersion());
        settings.explicitPath = m_options.capturePath;
        m_pipeline.recordTo(settings);
    }
    const TerminationSignal termination;
    connect(&termination, &TerminationSignal::received, &m_pipeline, &Pipeline::stop);
    const Duration startedAt = m_clock.monotonic();
    connect(&m_pipeline, &Pipeline::stateChanged, this, [this, startedAt] {
        if (m_pipeline.isActive())
            return;
        m_elapsed = m_clock.monotonic() - startedAt;
        QApplication::quit();
    });
    callAfter(m_options.renderDuration, &m_pipeline, [this] { m_pipeline.stop(); });
    m_pipeline.start(std::move(*source), uri.shown());
    QApplication::exec();
    return writeResults();
}

Result<void> RenderCommand::writeChart() {
    Theme theme;
    theme.apply(m_options.theme.value_or(ThemeMode::Light));
    LiveChartView chart;
    chart.setChartPalette(chartPaletteOf(theme));
    chart.resize(pictureSize);
    chart.setHistory(m_pipeline.history());
    chart.setResults(m_pipeline.results());
    if (m_options.window)
        chart.followLast(*m_options.window);
    else
        chart.followAll();
    chart.show();
    QApplication::processEvents();
    chart.refreshAll();
    return exportChart(chart, m_options.renderPath, m_options.renderFormat, pixelRatio);
}

Result<void> RenderCommand::writeReport(const GatheredReport& report, const PipelineResults& results) const {
    ReportForm form;
    form.paper = ReportForm::paperOf(QLocale());
    return saveReport(m_options.reportPath,
                      renderReport(report.contents, report.history, results, form, m_options.reportFormat));
}

Result<void> RenderCommand::reportPipeline() const {
    const SourceUri uri = m_options.source.value_or(SimulationSettings().toUri());
    const auto report = gatherFullReport(
        m_pipeline.history(), reportSession(m_pipeline, m_sources, uri, m_definition, m_clock.now()),
        m_options.reportRange, {});
    return report ? writeReport(*report, m_pipeline.results()) : tl::unexpected(report.error());
}

bool RenderCommand::isReportOfACapture() const {
    // What else may be asked for needs a run, and a capture that is looked at is none.
    return m_options.source && m_options.source->isCapture() && !m_options.reportPath.isEmpty() &&
           m_options.renderPath.isEmpty() && m_options.csvPath.isEmpty() && m_options.summaryPath.isEmpty() &&
           m_options.pipelinePath.isEmpty();
}

int RenderCommand::reportCapture() {
    const StillCaptureResult capture = openStillCapture(m_options.source->path());
    if (!capture)
        return complain(capture.error(), ExitSourceFailed);
    const auto report = gatherFullReport((*capture)->history, reportSession(**capture, m_clock.now()),
                                         m_options.reportRange, (*capture)->info.path);
    if (!report)
        return complain(report.error(), ExitSourceFailed);
    const auto written = writeReport(*report, (*capture)->results);
    return written ? ExitDone : complain(written.error(), ExitStorageFailed);
}

void RenderCommand::finishCapture(int& code) {
    m_pipeline.closeCapture();
    const CaptureStatus status = m_pipeline.captureStatus();
    for (const QString& path : status.paths) {
        if (path != m_options.capturePath)
            complain({ErrorCode::WriteFailed, path,
                      Message(QT_TRANSLATE_NOOP("Message", "a part of the recording is in this file"))},
                     ExitDone);
    }
    if (const auto loss = captureLoss(m_pipeline.status().account, status))
        code = complain(*loss, ExitStorageFailed);
}

int RenderCommand::writeResults() {
    int code = ExitDone;
    // Every output is tried even when another one has failed, and every failure is reported.
    if (m_pipeline.state() == Pipeline::State::Failed)
        code = complain(*m_pipeline.lastError(), ExitSourceFailed);
    finishCapture(code);
    const Result<void> chart = m_options.renderPath.isEmpty() ? Result<void>() : writeChart();
    const Result<void> report = m_options.reportPath.isEmpty() ? Result<void>() : reportPipeline();
    for (const Result<void>& written : {chart, report}) {
        if (!written)
            code = complain(written.error(), ExitStorageFailed);
    }
    if (!m_options.csvPath.isEmpty()) {
        const auto rows = saveCsv(m_options.csvPath, *m_pipeline.history());
        if (!rows)
            code = complain(rows.error(), ExitStorageFailed);
        else if (const auto missing = missingRows(m_options.csvPath, *rows))
            code = complain(*missing, ExitStorageFailed);
    }
    if (!m_options.summaryPath.isEmpty()) {
        const QJsonObject summary = summaryJson(m_pipeline.status(), m_pipeline.captureStatus(), m_elapsed);
        if (const auto written = writeSummary(m_options.summaryPath, summary); !written)
            code = complain(written.error(), ExitStorageFailed);
    }
    return code;
}

} // namespace rillscope
