// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RecordCommand.h"

#include "core/base/CallAfter.h"
#include "core/base/ExitCode.h"
#include "core/export/CsvWriter.h"
#include "core/export/TargetFile.h"
#include "core/pipeline/StreamSummary.h"
#include "core/source/SourceFactory.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>

namespace rillscope {
namespace {

void complain(const QString& text) {
    QTextStream stream(stderr);
    stream << "rillscope-cli: " << text << Qt::endl;
}

} // namespace

RecordCommand::RecordCommand(RecordOptions options, const Clock& clock)
    : m_options(std::move(options)), m_clock(clock), m_pipeline(clock) {
    connect(&m_termination, &TerminationSignal::received, &m_pipeline, &Pipeline::stop);
    connect(&m_pipeline, &Pipeline::eventsOccurred, this, &RecordCommand::report);
    connect(&m_pipeline, &Pipeline::stateChanged, this, &RecordCommand::onStateChanged);
}

int RecordCommand::run() {
    // Before anything is recorded: a typo in a path must not cost a night's data.
    for (const QString& path : {m_options.csvPath, m_options.summaryPath}) {
        if (const auto target = checkTargetFile(path); !target) {
            complain(target.error().message());
            return ExitStorageFailed;
        }
    }
    auto source = makeSource(m_options.source, m_clock);
    if (!source) {
        complain(source.error().message());
        return ExitUsage;
    }
    if (m_options.count)
        (*source)->setSampleLimit(*m_options.count);
    if (m_options.duration)
        callAfter(*m_options.duration, &m_pipeline, [this] { m_pipeline.stop(); });
    m_startedAt = m_clock.monotonic();
    m_pipeline.start(std::move(*source), m_options.source.toString());
    QCoreApplication::exec();
    return writeResults();
}

void RecordCommand::onStateChanged(Pipeline::State state) {
    if (state == Pipeline::State::Running || state == Pipeline::State::Stopping)
        return;
    m_elapsed = m_clock.monotonic() - m_startedAt;
    QCoreApplication::quit();
}

void RecordCommand::report(const QList<StreamEvent>& events) {
    for (const StreamEvent& event : events) {
        if (event.kind == StreamEvent::Kind::Malformed || event.kind == StreamEvent::Kind::Remark)
            complain(QStringLiteral("line %1: %2").arg(event.line).arg(event.detail));
        else if (event.kind == StreamEvent::Kind::MalformedMore)
            complain(QStringLiteral("%1 more malformed inputs").arg(event.count));
        else if (event.kind == StreamEvent::Kind::HistoryFull)
            complain(
                QStringLiteral("the memory for samples is full with %1 of them; from now on the oldest are "
                               "left out of the CSV file")
                    .arg(event.count));
    }
}

int RecordCommand::writeResults() {
    // Each is tried whatever became of the others, and every failure is told.
    ExitCode code = ExitDone;
    const auto note = [&code](const Error& error, ExitCode failed) {
        complain(error.message());
        code = failed;
    };
    if (m_pipeline.state() == Pipeline::State::Failed)
        note(*m_pipeline.lastError(), ExitSourceFailed);
    if (!m_options.csvPath.isEmpty()) {
        const auto rows = saveCsv(m_options.csvPath, *m_pipeline.history());
        if (!rows)
            note(rows.error(), ExitStorageFailed);
        else if (const auto missing = missingRows(m_options.csvPath, *rows))
            note(*missing, ExitStorageFailed);
    }
    if (!m_options.summaryPath.isEmpty()) {
        const QJsonObject summary = summaryJson(m_pipeline.status().account, m_elapsed);
        if (const auto written = writeSummary(m_options.summaryPath, summary); !written)
            note(written.error(), ExitStorageFailed);
    }
    return code;
}

} // namespace rillscope
