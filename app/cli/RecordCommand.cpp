// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RecordCommand.h"

#include "core/base/CallAfter.h"
#include "core/base/ExitCode.h"
#include "core/base/Message.h"
#include "core/base/TargetFile.h"
#include "core/capture/keep/CapturePlace.h"
#include "core/capture/write/CaptureOpener.h"
#include "core/export/CsvWriter.h"
#include "core/export/ResultCsv.h"
#include "core/pipeline/CaptureLoss.h"
#include "core/pipeline/EventTable.h"
#include "core/pipeline/StreamSummary.h"
#include "core/process/definition/DefinitionFile.h"
#include "core/source/ResumePosition.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTextStream>

#include <algorithm>
#include <cstdio>

#include <unistd.h>

namespace rillscope {
namespace {

constexpr std::chrono::milliseconds conditionInterval{500};

void complain(const QString& text) {
    QTextStream stream(stderr);
    stream << "rillscope-cli: " << text << Qt::endl;
}

bool isStandardOutputTaken(const RecordOptions& options) {
    const QList<NamedTarget> targets = options.targets();
    return std::any_of(targets.begin(), targets.end(),
                       [](const NamedTarget& target) { return isStandardOutput(target.path); });
}

} // namespace

RecordCommand::RecordCommand(RecordOptions options, const SourceCatalog& sources, const Clock& clock)
    : m_options(std::move(options)), m_sources(sources), m_clock(clock), m_pipeline(clock) {
    connect(&m_termination, &TerminationSignal::received, &m_pipeline, &Pipeline::stop);
    connect(&m_pipeline, &Pipeline::sourceStuck, &m_pipeline, &Pipeline::abandonSource);
    connect(&m_pipeline, &Pipeline::eventsOccurred, this, &RecordCommand::report);
    connect(&m_pipeline, &Pipeline::stateChanged, this, &RecordCommand::onStateChanged);
    m_conditionTimer.setInterval(conditionInterval);
    connect(&m_conditionTimer, &QTimer::timeout, this, &RecordCommand::reportCondition);
}

int RecordCommand::run() {
    // Before anything is recorded: a typo in a path must not cost a night's data.
    for (const NamedTarget& target : m_options.targets()) {
        if (const auto possible = checkTargetFile(target.path); !possible) {
            complain(possible.error().message());
            return ExitStorageFailed;
        }
    }
    if (!prepareCapture())
        return ExitStorageFailed;
    if (!preparePipeline() || !prepareHook())
        return ExitUsage;
    if (!makeSources())
        return ExitUsage;
    if (m_options.duration)
        callAfter(*m_options.duration, &m_pipeline, [this] { m_pipeline.stop(); });
    m_startedAt = m_clock.monotonic();
    startSources();
    m_conditionTimer.start();
    QCoreApplication::exec();
    m_conditionTimer.stop();
    finishHook();
    return writeResults();
}

bool RecordCommand::makeSources() {
    for (const SourceUri& uri : std::as_const(m_options.sources)) {
        auto source = m_sources.make(uri, {m_clock, startPosition(uri)});
        if (!source) {
            complain(source.error().message());
            return false;
        }
        if (m_options.count)
            (*source)->setSampleLimit(*m_options.count);
        m_made.push_back(std::move(*source));
    }
    return checkTimesAlike();
}

/// Event time passes once for all sources of a session.
bool RecordCommand::checkTimesAlike() const {
    const SourceTime first = m_made.front()->sourceTime();
    for (std::size_t i = 1; i < m_made.size(); ++i) {
        if (m_made[i]->sourceTime() == first)
            continue;
        complain(QStringLiteral("%1: a live source and a replayed one cannot be recorded together")
                     .arg(m_options.sources.at(static_cast<qsizetype>(i)).shown().text()));
        return false;
    }
    return true;
}

/// The first begins last: while it has not ended, the session has not either.
void RecordCommand::startSources() {
    m_pipeline.start(std::move(m_made.front()), m_options.sources.constFirst().shown(),
                     Pipeline::Start::WhenTold, m_options.names.constFirst());
    for (std::size_t i = 1; i < m_made.size(); ++i) {
        const auto place = static_cast<qsizetype>(i);
        m_pipeline.addSource(std::move(m_made[i]), m_options.sources.at(place).shown(),
                             m_options.names.at(place));
    }
    m_made.clear();
    m_pipeline.beginSource();
}

/// Where the source is to go on, if it was asked to.
QByteArray RecordCommand::startPosition(const SourceUri& uri) const {
    if (!asksToResume(uri))
        return {};
    QStringList folders{defaultCaptureFolder(), fallbackCaptureFolder()};
    if (!m_options.capturePath.isEmpty())
        folders.append(QFileInfo(m_options.capturePath).absolutePath());
    folders.removeAll(QString());
    const QByteArray position = resumePosition(uri, folders);
    if (position.isEmpty())
        complain(QStringLiteral("%1: no recording of it is known, so it is read from the start")
                     .arg(uri.shown().text()));
    return position;
}

bool RecordCommand::prepareCapture() {
    if (!m_options.isCaptured)
        return true;
    CaptureSettings settings =
        CaptureSettings::defaults(QStringLiteral("rillscope-cli ") + QCoreApplication::applicationVersion());
    if (!m_options.capturePath.isEmpty()) {
        settings.explicitPath = QFileInfo(m_options.capturePath).absoluteFilePath();
        if (const auto possible = tryNewCapture(settings.explicitPath); !possible) {
            complain(possible.error().message());
            return false;
        }
    }
    std::function<void(qint64)> committed;
    if (m_options.isAcknowledged) {
        m_acknowledgement.emplace(isStandardOutputTaken(m_options) ? STDERR_FILENO : STDOUT_FILENO);
        committed = [this](qint64 durable) { m_acknowledgement->say(durable); };
    }
    m_pipeline.recordTo(settings, std::move(committed));
    return true;
}

/// Ends the capture. What was lost, if anything.
std::optional<Error> RecordCommand::finishCapture() {
    if (!m_options.isCaptured)
        return std::nullopt;
    m_pipeline.closeCapture();
    if (m_acknowledgement)
        m_acknowledgement->sayLast();
    return captureLoss(m_pipeline.status().account, m_pipeline.captureStatus());
}

/// Says every mistake in the definition.
bool RecordCommand::preparePipeline() {
    if (m_options.pipelinePath.isEmpty())
        return true;
    const auto definition = loadDefinition(m_options.pipelinePath);
    if (!definition) {
        for (const DefinitionMistake& mistake : definition.error())
            complain(mistake.message());
        return false;
    }
    m_pipeline.controls().setDefinition(definition->definition);
    return true;
}

bool RecordCommand::prepareHook() {
    if (m_options.onAlarm.isEmpty())
        return true;
    auto hook = AlarmHook::make(m_options.onAlarm);
    if (!hook) {
        complain(hook.error().message());
        return false;
    }
    m_hook = std::move(*hook);
    connect(&m_pipeline, &Pipeline::alarmsRaised, m_hook.get(), &AlarmHook::run);
    connect(m_hook.get(), &AlarmHook::failed, this, [](const Error& error) { complain(error.message()); });
    return true;
}

void RecordCommand::finishHook() {
    constexpr std::chrono::seconds patience{10};
    const qint64 left = m_hook ? m_hook->finish(patience) : 0;
    if (left > 0)
        complain(
            QStringLiteral("--on-alarm: %1 runs of the program were left out or had not ended").arg(left));
}

void RecordCommand::onStateChanged(Pipeline::State state) {
    if (state == Pipeline::State::Running || state == Pipeline::State::Stopping)
        return;
    m_elapsed = m_clock.monotonic() - m_startedAt;
    QCoreApplication::quit();
}

void RecordCommand::report(const QList<StreamEvent>& events) {
    for (const StreamEvent& event : events) {
        if (const QString line = eventLine(event); !line.isEmpty())
            complain(line);
    }
}

void RecordCommand::reportCondition() {
    for (const Pipeline::RunningSource& source : m_pipeline.runningSources()) {
        if (!source.condition)
            continue;
        const QString name = hasSeveralSources() ? source.uri.text() : QStringLiteral("the source");
        if (const QString line = m_sourceLogs[source.stream].lineFor(*source.condition, name);
            !line.isEmpty())
            complain(line);
    }
}

int RecordCommand::writeResults() {
    // Each is tried whatever became of the others, and every failure is reported.
    ExitCode code = ExitDone;
    const auto note = [&code](const Error& error, ExitCode failed) {
        complain(error.message());
        code = failed;
    };
    if (m_pipeline.state() == Pipeline::State::Failed)
        code = ExitSourceFailed; // why, is told among the events
    // After the source: that a file lacks something is worse.
    if (const auto lost = finishCapture())
        note(*lost, ExitStorageFailed);
    if (!m_options.csvPath.isEmpty()) {
        const auto rows = saveCsv(m_options.csvPath, *m_pipeline.history());
        if (!rows)
            note(rows.error(), ExitStorageFailed);
        else if (const auto missing = missingRows(m_options.csvPath, *rows))
            note(*missing, ExitStorageFailed);
    }
    const PipelineResults results = m_pipeline.results();
    if (!m_options.windowsPath.isEmpty()) {
        const auto rows = saveWindowsCsv(m_options.windowsPath, results.windows);
        if (!rows)
            note(rows.error(), ExitStorageFailed);
        else if (results.windows.removedCount() > 0)
            note({ErrorCode::WriteFailed, m_options.windowsPath,
                  Message(
                      QT_TRANSLATE_NOOP(
                          "Message", "the oldest %1 rows did not stay in memory and are missing in the file"),
                      results.windows.removedCount())},
                 ExitStorageFailed);
    }
    if (!m_options.alarmsPath.isEmpty()) {
        const auto rows = saveAlarmsCsv(m_options.alarmsPath, results.alarms);
        if (!rows)
            note(rows.error(), ExitStorageFailed);
        else if (*rows < results.alarms.counts().raised)
            note({ErrorCode::WriteFailed, m_options.alarmsPath,
                  Message(QT_TRANSLATE_NOOP(
                              "Message",
                              "the oldest %1 alarms did not stay in memory and are missing in the file"),
                          results.alarms.counts().raised - *rows)},
                 ExitStorageFailed);
    }
    if (!m_options.summaryPath.isEmpty()) {
        const QJsonObject summary = summaryJson(m_pipeline.status(), m_pipeline.captureStatus(), m_elapsed);
        if (const auto written = writeSummary(m_options.summaryPath, summary); !written)
            note(written.error(), ExitStorageFailed);
    }
    return code;
}

} // namespace rillscope
