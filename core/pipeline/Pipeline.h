// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/CaptureFollower.h"
#include "core/pipeline/Recorder.h"
#include "core/pipeline/SourceThread.h"
#include "core/pipeline/StatusPublisher.h"

#include <QThread>
#include <QTimer>

namespace rillscope {

/// One session, from source to history: owns the threads, their order, and the account.
/// Thread: made and used on the thread of its creator, which runs an event loop and never waits for a source.
/// Stop order: the source stops and says so behind its last block; the processor records what is on the way
/// and says so; only then is the pipeline Stopped. No sample in flight is lost, unless the source does not
/// return and is abandoned. With a capture, stopped also means that all is on disk, or cannot be. A stopped
/// pipeline can be started again with another source: the session goes on in the same history. The destructor
/// stops in the same order and waits for it; it abandons a source that exceeds the deadline.
class Pipeline : public QObject {
    Q_OBJECT

public:
    /// Blocks under way between source and processor, at the most; a source that stops may add what it holds.
    static constexpr int creditBlocks = 16;
    /// A source that has not stopped by then is stuck.
    static constexpr std::chrono::milliseconds defaultStopDeadline{5'000};

    enum class Start {
        AtOnce,
        WhenTold ///< by beginSource(): somebody else reads what it will read
    };

    enum class State {
        Idle, ///< not started yet
        Running,
        Stopping, ///< asked to stop, samples still on their way
        Stopped,  ///< by stop()
        Finished, ///< the source came to its end
        Failed    ///< the source failed or was abandoned; what it had sent is recorded
    };
    Q_ENUM(State)

    /// Who goes first when there is more work than processor time.
    enum class Urgency {
        Equal,      ///< all threads are alike: nobody looks on
        WindowFirst ///< each thread stands behind the GUI thread, by its ThreadRole
    };

    /// `memoryLimit`: bytes that the history may take; see SampleHistory. The source goes on beyond it.
    explicit Pipeline(const Clock& clock, qint64 memoryLimit = SampleHistory::defaultMemoryLimit,
                      Urgency urgency = Urgency::Equal);
    ~Pipeline() override;

    /// What is recorded from now on goes to disk, too. `committed` is called on the capture thread; see
    /// CaptureWriter. Precondition: nothing was started, and there is no capture yet.
    void recordTo(const CaptureSettings& settings, std::function<void(qint64 durable)> committed = {});
    /// Off without recordTo().
    CaptureStatus captureStatus() const;
    /// Null without recordTo().
    std::shared_ptr<const CaptureIndex> captureIndex() const;
    /// Where a new file is made when the present one fails, or has failed. Nothing without recordTo().
    void setCaptureFolder(const QString& folder);
    /// Ends the file, and waits for that; nothing is captured any more. Precondition: not active.
    void closeCapture();

    /// Puts samples back that the memory limit had taken from the history; see PastReader. Returns at once.
    void restore(std::vector<SampleHistory::Restorable> past);

    /// Adds a capture to compare the stream with, as channels of their own, bit by bit beside the stream.
    /// They are not captured, nor processed. `isAligned`: so that the capture's start falls on that of the
    /// session, as far as it is known by now; else with its own times. Returns at once; the channels that
    /// find no place (see maxChannels) are reported as events.
    void addReference(std::shared_ptr<const ReferenceCapture> reference, bool isAligned);

    /// Precondition: not Running or Stopping, and end() was not called. `uri` is shown in the event list
    /// and written into the capture.
    void start(std::unique_ptr<SampleSource> source, const ShownUri& uri, Start moment = Start::AtOnce);
    /// After Start::WhenTold. Harmless when it has begun or was stopped.
    void beginSource();
    /// Returns at once; stateChanged() tells when all is recorded. Harmless when nothing runs.
    void stop();
    /// Stops the source and ends the capture; returns at once. ended() follows when all is recorded and the
    /// capture has ended, however long source and disk take. Nothing can be started any more. Harmless when
    /// called before.
    void end();
    bool hasEnded() const { return m_hasEnded; }

    void setStopDeadline(std::chrono::milliseconds deadline) { m_stopTimer.setInterval(deadline); }
    /// Whether the source may still read: it has neither said that it has ended, nor was it abandoned.
    bool isSourceActive() const { return m_isSourceActive; }
    /// Whether it was asked to stop, and the deadline has passed without an answer.
    bool isSourceStuck() const { return m_isSourceStuck; }
    /// Goes on without a source that is stuck: what it had handed over is recorded, and nothing that it hands
    /// over later. The pipeline has Failed then. Harmless when the source is not stuck.
    void abandonSource();

    State state() const { return m_state; }
    bool isActive() const { return m_state == State::Running || m_state == State::Stopping; }
    const std::optional<Error>& lastError() const { return m_lastError; }

    std::shared_ptr<const SampleHistory> history() const { return m_history; }
    /// See SampleHistory.
    void setMemoryLimit(qint64 bytes) { m_history->setMemoryLimit(bytes); }
    void setGapFactor(double factor) { m_history->setGapFactor(factor); }
    StreamStatus status() const { return m_board->read(); }
    PipelineResults results() const { return m_board->readResults(); }
    /// How much older what is recorded now is than it should be: by how much the source is behind its
    /// schedule, and how long what it sends waits to be processed. Zero when nothing runs.
    Duration lag() const;
    /// Of the source; see SampleSource. Nothing when none runs.
    std::optional<SourceCondition> sourceCondition() const;

    /// From the next block on; see ProcessingChain. The unit rules apply to channels that are added later.
    void setDefinition(const PipelineDefinition& definition);
    void acknowledgeAlarm(quint64 id);
    void acknowledgeAllAlarms();

    /// See StatusBoard.
    QList<Timestamp> takeArrivals() { return m_board->takeArrivals(); }

Q_SIGNALS:
    void stateChanged(rillscope::Pipeline::State state);
    /// See isSourceStuck(). It may still stop by itself, and stateChanged() tells then.
    void sourceStuck();
    /// isSourceActive() is false now.
    void sourceReleased();
    void eventsOccurred(const QList<rillscope::StreamEvent>& events);
    /// See StatusPublisher.
    void alarmsRaised(const QList<rillscope::AlarmOccurrence>& alarms);
    /// After end(): to delete it would not wait any more.
    void ended();

private:
    /// What the threads share about one source, from its start to its end.
    struct Run {
        std::atomic<bool> isStopRequested{false}; ///< read by the processing thread when the source ends
        bool hasEnded = false;                    ///< of the processing thread: nothing is taken any more
    };

    void addStatusPublisher();
    void connectSource(SampleSource* source);
    void noteStuckSource();
    void releaseSource();
    void endAbandonedRun();
    void finishStopping(State state);
    void endCapture();
    void finishRecording();
    void noteEnded();
    void setState(State state);

    const Clock& m_clock;
    const Urgency m_urgency;
    std::shared_ptr<SampleHistory> m_history;
    std::shared_ptr<StatusBoard> m_board;
    State m_state = State::Idle;
    ShownUri m_uri; ///< of the source that was started last
    std::optional<Error> m_lastError;
    QTimer m_stopTimer; ///< from a request to stop to the deadline
    bool m_isSourceHeld = false;
    bool m_isSourceActive = false;
    bool m_isSourceStuck = false;
    bool m_isEnding = false;
    bool m_hasEnded = false;

    std::shared_ptr<CaptureWriter> m_capture; ///< null: none
    std::shared_ptr<Run> m_run;               ///< null: nothing was started yet
    std::unique_ptr<SourceThread> m_sourceThread;
    QThread m_processingThread;
    std::unique_ptr<Recorder> m_recorder;         ///< lives on m_processingThread
    CaptureFollower* m_captureFollower = nullptr; ///< of the recorder; null: no capture
};

} // namespace rillscope
