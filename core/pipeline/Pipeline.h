// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/keep/CapturePlace.h"
#include "core/capture/write/CaptureStatus.h"
#include "core/history/SampleHistory.h"
#include "core/pipeline/RecorderControls.h"
#include "core/pipeline/StreamEvent.h"
#include "core/pipeline/StreamStatus.h"
#include "core/source/SampleSource.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rillscope {

// What a pipeline is made of, each of which knows all steps: seconds in each file that need not know them.
class CaptureFollower;
class CaptureIndex;
class CaptureWriter;
class Recorder;
class SourceSlot;
class SourceThread;

/// One session, from sources to history: owns the threads, their order, and the account.
/// Thread: made and used on the thread of its creator, which runs an event loop and never waits for a source.
/// Stop order: each source stops and says so behind its last block; the processor records what is on the way
/// and says so; only then is the pipeline Stopped. No sample in flight is lost, unless a source does not
/// return and is abandoned. With a capture, stopped also means that all is on disk, or cannot be. A stopped
/// pipeline can be started again with another source: the session goes on in the same history. The destructor
/// stops in the same order and waits for it; it abandons the sources that exceed the deadline.
class Pipeline : public QObject {
    Q_OBJECT

public:
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
        Finished, ///< all sources came to their ends
        Failed    ///< one of the sources failed or was abandoned; what it had sent is recorded
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

    /// For any thread, as long as the pipeline lives.
    RecorderControls& controls();

    /// Precondition: not Running or Stopping, and end() was not called. `uri` is shown in the event list
    /// and written into the capture. The names of the channels begin with `prefix` and a slash, unless it is
    /// empty.
    void start(std::unique_ptr<SampleSource> source, const ShownUri& uri, Start moment = Start::AtOnce,
               const QString& prefix = {});
    /// Another source beside those that run, each with a thread of its own; one that ends or fails stops no
    /// other. Returns the number of its stream. Precondition: Running, and sourceTime() of the source is that
    /// of the others.
    int addSource(std::unique_ptr<SampleSource> source, const ShownUri& uri, const QString& prefix);
    /// After Start::WhenTold. Harmless when it has begun or was stopped.
    void beginSource();
    /// Stops all sources. Returns at once; stateChanged() tells when all is recorded. Harmless when nothing
    /// runs.
    void stop();
    /// Stops one of several; the others go on. Returns at once. Harmless when it has ended.
    void stopSource(int stream);
    /// Stops all sources and ends the capture; returns at once. ended() follows when all is recorded and the
    /// capture has ended, however long sources and disk take. Nothing can be started any more. Harmless when
    /// called before.
    void end();
    bool hasEnded() const { return m_hasEnded; }

    /// For the sources that run and those that are started later. Call before they are stopped.
    void setStopDeadline(std::chrono::milliseconds deadline);
    /// Whether a source may still read: it has neither said that it has ended, nor was it abandoned.
    bool isSourceActive() const;
    /// Whether one was asked to stop, and the deadline has passed without an answer.
    bool isSourceStuck() const;
    /// Goes on without the sources that are stuck: what they had handed over is recorded, and nothing that
    /// they hand over later. The pipeline has Failed then. Harmless when none is stuck.
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
    /// How much older what is recorded now is than it should be: by how much the source that is most behind
    /// its schedule is behind, and how long what is sent waits to be processed. Zero when nothing runs.
    Duration lag() const;
    /// A source whose stream has not ended.
    struct RunningSource {
        int stream = 0; ///< its number in the session
        ShownUri uri;
        QString prefix;
        std::optional<SourceCondition> condition; ///< see SampleSource
    };
    /// In the order they began.
    std::vector<RunningSource> runningSources() const;
    /// Of the source that began first. Nothing when none runs.
    std::optional<SourceCondition> sourceCondition() const;

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
    void addStatusPublisher();
    SourceSlot& addSlot(std::unique_ptr<SampleSource> source, const ShownUri& uri, const QString& prefix);
    std::unique_ptr<SourceThread> takeThread();
    void noteReleased();
    void beginEndingSources();
    std::vector<std::unique_ptr<SourceSlot>>::iterator findSlot(int stream);
    void noteStreamEnd(int stream, State state);
    void endCapture();
    void finishRecording();
    void noteEnded();
    void setState(State state);

    const Clock& m_clock;
    const Urgency m_urgency;
    std::shared_ptr<SampleHistory> m_history;
    std::shared_ptr<StatusBoard> m_board;
    State m_state = State::Idle;
    std::optional<State> m_endState; ///< of the sources that have ended since start()
    std::optional<Error> m_lastError;
    std::chrono::milliseconds m_stopDeadline = defaultStopDeadline;
    bool m_isEnding = false;
    bool m_hasEnded = false;

    std::shared_ptr<CaptureWriter> m_capture; ///< null: none
    int m_streamCount = 0;
    std::vector<std::unique_ptr<SourceSlot>> m_slots; ///< of the sources that run
    std::vector<std::unique_ptr<SourceThread>> m_idleThreads;
    QThread m_processingThread;
    std::unique_ptr<Recorder> m_recorder;         ///< lives on m_processingThread
    CaptureFollower* m_captureFollower = nullptr; ///< of the recorder; null: no capture
};

} // namespace rillscope
