// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/EndingSessions.h"
#include "app/gui/StillCapture.h"
#include "core/capture/keep/CapturePlace.h"
#include "core/capture/read/PastReader.h"
#include "core/source/SourceCatalog.h"
#include "core/source/replay/ReplaySource.h"
#include "core/source/simulator/SimulatedSource.h"

#include <QFutureWatcher>
#include <QPointer>

#include <memory>

namespace rillscope {

/// What is being watched: the pipeline of the moment, and how it is replaced by the next; or a capture that
/// was opened, while the pipeline goes on behind it. Thread: GUI.
class Session : public QObject {
    Q_OBJECT

public:
    /// Both must outlive the session.
    Session(const SourceCatalog& sources, const Clock& clock);

    const SourceCatalog& sources() const { return m_sources; }

    /// Starts a source with an empty history. What ran before is stopped; nothing of it is lost, its history
    /// is kept as previousHistory() until the next time, and its capture ends behind it. A capture that was
    /// shown is closed. Returns at once: begun() tells when it is so, in the case of a file when it can be
    /// opened, or refused() that it cannot. Errors: InvalidUri, and Busy while the sessions before have not
    /// ended; what ran before goes on then.
    Result<void> begin(const SourceUri& uri);
    /// Whether begin() has not been answered yet; what is opened.
    bool isOpening() const { return m_openingUri.has_value(); }
    const std::optional<SourceUri>& opening() const { return m_openingUri; }
    void cancelOpening() { m_openingUri.reset(); }
    /// Shows a source without starting it.
    void prepare(const SourceUri& uri);
    /// Starts the source again: one that goes on with the same stream does so in the same history, anything
    /// else begins anew.
    Result<void> resume();
    void stop();
    /// Stops the stream and ends its capture; returns at once. What is begun later has a new history.
    void end();
    /// Whether end() was called and nothing was begun since.
    bool isEnding() const { return m_isEnding; }
    /// Whether nothing is on its way any more: no source delivers, and what was received, now and in the
    /// sessions before, is on disk or cannot be.
    bool hasEnded() const;

    /// Whether a source, now or of a session before, has not stopped by its deadline; see Pipeline.
    bool isSourceStuck() const { return m_pipeline->isSourceStuck() || m_ending.isSourceStuck(); }
    /// Whether a source was asked to stop and has not done so yet.
    bool isSourceStopping() const;
    void abandonStuckSources();

    /// Shows a capture instead of the live stream, which goes on and is recorded. Precondition: not null.
    void showStill(std::shared_ptr<const StillCapture> capture);
    void backToLive();
    /// Null while the stream is shown. What follows under "shown" is its own otherwise.
    const std::shared_ptr<const StillCapture>& still() const { return m_still; }

    /// Where later sessions are recorded; nothing: nowhere. The present one goes on as it is.
    void setCapture(const std::optional<CaptureSettings>& settings) { m_capture = settings; }
    /// Where it goes on when its file fails, or has failed.
    void setCaptureFolder(const QString& folder) { m_pipeline->setCaptureFolder(folder); }
    CaptureStatus captureStatus() const { return m_pipeline->captureStatus(); }
    /// Samples on their way to the disk, of this session and those before.
    qint64 waitingSamples() const { return captureStatus().account.waiting.samples + m_ending.waiting(); }

    /// A capture to compare the live stream with; see Pipeline.
    void addReference(std::shared_ptr<const ReferenceSamples> reference, bool isAligned);

    /// Live changes; kept for the next start when nothing runs.
    void configureSimulation(const SimulationSettings& settings);
    void setSpeed(PlaybackSpeed speed);
    /// Of this session and later ones. See SampleHistory.
    void setHistoryLimits(qint64 memoryLimit, double gapFactor);

    /// What is done to the samples of this session and of later ones; see Pipeline.
    void setDefinition(const PipelineDefinition& definition);
    const PipelineDefinition& definition() const { return m_definition; }
    /// Of the live stream; nothing happens to those of a capture.
    void acknowledgeAlarm(quint64 id);
    void acknowledgeAllAlarms();

    /// Of the live stream, as are state and error.
    const SourceUri& uri() const { return m_uri; }
    bool isActive() const { return m_pipeline->isActive(); }
    /// Whether there was anything to record yet.
    bool hasBegun() const { return m_pipeline->state() != Pipeline::State::Idle; }
    Pipeline::State state() const { return m_pipeline->state(); }
    const std::optional<Error>& lastError() const { return m_pipeline->lastError(); }
    StreamStatus liveStatus() const { return m_pipeline->status(); }
    PipelineResults liveResults() const { return m_pipeline->results(); }
    std::shared_ptr<const SampleHistory> liveHistory() const { return m_pipeline->history(); }
    /// See Pipeline.
    Duration lag() const { return m_pipeline->lag(); }
    std::optional<SourceCondition> sourceCondition() const { return m_pipeline->sourceCondition(); }
    /// Samples that the source should send in a second; nothing where nobody knows.
    std::optional<double> samplesAsked() const;
    /// Of what is shown.
    StreamStatus status() const { return m_still ? m_still->status : m_pipeline->status(); }
    PipelineResults results() const { return m_still ? m_still->results : m_pipeline->results(); }
    std::shared_ptr<const SampleHistory> history() const {
        return m_still ? m_still->history : m_pipeline->history();
    }
    const PipelineDefinition& shownDefinition() const { return m_still ? m_still->definition : m_definition; }
    /// Nothing for a capture of several.
    std::optional<SourceUri> shownSource() const;
    /// Those of what is shown; a capture has none.
    QList<Timestamp> takeArrivals();
    /// Of history().
    PastSource pastSource() const;
    std::shared_ptr<const SampleHistory> previousHistory() const { return m_previousHistory; }

Q_SIGNALS:
    /// See begin().
    void begun(const rillscope::SourceUri& uri);
    void refused(const rillscope::Error& error);
    /// history() is another one.
    void replaced();
    /// still() is another one, or none any more.
    void stillChanged();
    void stateChanged(rillscope::Pipeline::State state);
    void eventsOccurred(const QList<rillscope::StreamEvent>& events);
    void alarmsRaised(const QList<rillscope::AlarmOccurrence>& alarms);
    void definitionChanged();
    /// An earlier session has ended; the final status of its capture.
    void sessionEnded(const rillscope::CaptureStatus& status);
    /// How much of a replayed file has been played, from 0 to 1.
    void progressed(double part);
    /// See isSourceStuck().
    void sourceStuck();
    /// A source has stopped, or was abandoned.
    void sourceReleased();
    /// After end(): hasEnded() may be true now.
    void ended();

private:
    /// What was found out about a source before it begins.
    struct Opening {
        std::optional<Error> problem; ///< why it cannot be opened
        QByteArray position;          ///< where it is to go on
    };

    Result<void> beginNow(const SourceUri& uri, const QByteArray& position = {});
    QStringList captureFolders() const;
    QByteArray positionToGoOn() const;
    QByteArray recordedPosition() const;
    void finishOpening();
    Result<void> checkRoomToReplace() const;
    void replacePipeline();
    void connectPipeline();
    void dropStill();
    void startSource(std::unique_ptr<SampleSource> source);
    bool goesOnInTheSameHistory() const;
    EndingSessions::Input input() const;

    const SourceCatalog& m_sources;
    const Clock& m_clock;
    SourceUri m_uri;
    std::optional<SourceUri> m_openingUri;
    QFutureWatcher<Opening> m_opening;
    PipelineDefinition m_definition;
    qint64 m_memoryLimit = SampleHistory::defaultMemoryLimit;
    double m_gapFactor = ChannelHistory::defaultGapFactor;
    std::optional<CaptureSettings> m_capture;
    std::unique_ptr<Pipeline> m_pipeline;
    bool m_isEnding = false; ///< m_pipeline
    EndingSessions m_ending;
    std::shared_ptr<const StillCapture> m_still;
    std::shared_ptr<const SampleHistory> m_previousHistory;
    QByteArray m_position;          ///< where the source stopped last; empty: it is to begin as its URI says
    QByteArray m_recordedBefore;    ///< the last position that was recorded when the source was started
    bool m_hasStopPosition = false; ///< m_position is of the present source
    int m_starts = 0;               ///< of sources, so that none that ran before is taken for the last
    QPointer<SimulatedSource> m_simulation; ///< lives on the source thread; only ever called by queued calls
    QPointer<ReplaySource> m_replay;        ///< as m_simulation
};

} // namespace rillscope
