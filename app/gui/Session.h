// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/PastReader.h"
#include "core/pipeline/Pipeline.h"
#include "core/source/ReplaySource.h"
#include "core/source/SimulatedSource.h"
#include "core/source/SourceUri.h"

#include <QPointer>

#include <memory>

namespace rillscope {

/// What is being watched: the pipeline of the moment, and how it is replaced by the next.
/// Thread: GUI.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(const Clock& clock);

    /// Starts a source with an empty history. What ran before is stopped; nothing of it is lost, its history
    /// is kept as previousHistory() until the next time. Errors: InvalidUri, and a recording that is not
    /// there or cannot be opened; what ran before goes on then.
    Result<void> begin(const SourceUri& uri);
    /// Shows a source without starting it.
    void prepare(const SourceUri& uri);
    /// Starts the source again: a simulation by the clock goes on in the same history, anything else begins
    /// anew.
    Result<void> resume();
    void stop();

    /// Live changes; kept for the next start when nothing runs.
    void configureSimulation(const SimulationSettings& settings);
    void setSpeed(PlaybackSpeed speed);
    /// Of this session and those to come. See SampleHistory.
    void setHistoryLimits(qint64 memoryLimit, double gapFactor);

    /// What is done to the samples of this session and those to come; see Pipeline.
    void setDefinition(const PipelineDefinition& definition);
    const PipelineDefinition& definition() const { return m_definition; }
    void acknowledgeAlarm(quint64 id) { m_pipeline->acknowledgeAlarm(id); }
    void acknowledgeAllAlarms() { m_pipeline->acknowledgeAllAlarms(); }

    const SourceUri& uri() const { return m_uri; }
    bool isActive() const { return m_pipeline->isActive(); }
    Pipeline::State state() const { return m_pipeline->state(); }
    const std::optional<Error>& lastError() const { return m_pipeline->lastError(); }
    StreamStatus status() const { return m_pipeline->status(); }
    PipelineResults results() const { return m_pipeline->results(); }
    QList<Timestamp> takeArrivals() { return m_pipeline->takeArrivals(); }
    std::shared_ptr<const SampleHistory> history() const { return m_pipeline->history(); }
    /// Of history().
    PastSource pastSource() const;
    std::shared_ptr<const SampleHistory> previousHistory() const { return m_previousHistory; }

Q_SIGNALS:
    /// history() is another one, and empty.
    void replaced();
    void stateChanged(rillscope::Pipeline::State state);
    void eventsOccurred(const QList<rillscope::StreamEvent>& events);
    void alarmsRaised(const QList<rillscope::AlarmOccurrence>& alarms);
    void definitionChanged();
    /// Of a replay, 0 to 1.
    void progressed(double part);

private:
    void replacePipeline();
    void startSource(std::unique_ptr<SampleSource> source);
    bool goesOnInTheSameHistory() const;

    const Clock& m_clock;
    SourceUri m_uri;
    PipelineDefinition m_definition;
    qint64 m_memoryLimit = SampleHistory::defaultMemoryLimit;
    double m_gapFactor = ChannelHistory::defaultGapFactor;
    std::unique_ptr<Pipeline> m_pipeline;
    std::shared_ptr<const SampleHistory> m_previousHistory;
    QPointer<SimulatedSource> m_simulation; ///< lives on the source thread; only ever called by queued calls
    QPointer<ReplaySource> m_replay;        ///< likewise
};

} // namespace rillscope
