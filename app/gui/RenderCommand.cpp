// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/RenderCommand.h"

#include "app/gui/ThemedChart.h"
#include "core/base/CallAfter.h"
#include "core/base/ExitCode.h"
#include "core/export/CsvWriter.h"
#include "core/export/TargetFile.h"
#include "core/pipeline/StreamSummary.h"
#include "core/process/definition/DefinitionFile.h"
#include "core/source/SimulationSettings.h"
#include "core/source/SourceFactory.h"
#include "ui/chart/ChartExport.h"
#include "ui/chart/LiveChartView.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QTextStream>

#include <cstdio>

namespace rillscope {
namespace {

constexpr QSize pictureSize(1280, 720);

int complain(const Error& error, ExitCode code) {
    QTextStream(stderr) << "rillscope: " << error.message() << Qt::endl;
    return code;
}

} // namespace

RenderCommand::RenderCommand(GuiOptions options, const Clock& clock)
    : m_options(std::move(options)), m_clock(clock), m_pipeline(clock) {}

int RenderCommand::run() {
    // Before anything is recorded: a typo in a path must not cost the recording.
    for (const QString& path : {m_options.renderPath, m_options.csvPath, m_options.summaryPath}) {
        if (const auto target = checkTargetFile(path); !target)
            return complain(target.error(), ExitStorageFailed);
    }
    const SourceUri uri = m_options.source.value_or(SimulationSettings().toUri());
    auto source = makeSource(uri, m_clock);
    if (!source)
        return complain(source.error(), ExitUsage);
    if (!m_options.pipelinePath.isEmpty()) {
        const auto loaded = loadDefinition(m_options.pipelinePath);
        if (!loaded)
            return complain({ErrorCode::UnreadableInput, {}, loaded.error().constFirst().message()},
                            ExitUsage);
        m_pipeline.setDefinition(loaded->definition);
    }
    const Duration startedAt = m_clock.monotonic();
    connect(&m_pipeline, &Pipeline::stateChanged, this, [this, startedAt] {
        if (m_pipeline.isActive())
            return;
        m_elapsed = m_clock.monotonic() - startedAt;
        QApplication::quit();
    });
    callAfter(m_options.renderDuration, &m_pipeline, [this] { m_pipeline.stop(); });
    m_pipeline.start(std::move(*source), uri.toString());
    QApplication::exec();
    return writeResults();
}

int RenderCommand::writeResults() {
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
    int code = ExitDone;
    // Each is tried whatever became of the others, and every failure is told.
    if (m_pipeline.state() == Pipeline::State::Failed)
        code = complain(*m_pipeline.lastError(), ExitSourceFailed);
    if (const auto written = exportChart(chart, m_options.renderPath); !written)
        code = complain(written.error(), ExitStorageFailed);
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
