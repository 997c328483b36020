// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Recorder.h"
#include "core/pipeline/SourceThread.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace rillscope {

/// One source of a pipeline from its start until all that it sent is recorded: its thread, and whether it was
/// asked to stop, is stuck, or was abandoned. Thread: that of the pipeline; it never waits but in
/// waitForEnd(). The recorder must outlive it.
class SourceSlot : public QObject {
    Q_OBJECT

public:
    /// Blocks under way between source and processor, at the most; a source that stops may add what it holds.
    static constexpr int creditBlocks = 16;

    /// Takes the source to the thread and has the recorder begin its stream. It reads once begin() is called.
    SourceSlot(StreamBeginning beginning, std::unique_ptr<SampleSource> source,
               std::unique_ptr<SourceThread> thread, Recorder& recorder);

    /// A source that has not stopped so long after it was asked to is stuck. Call before stop().
    void setStopDeadline(std::chrono::milliseconds deadline) { m_stopTimer.setInterval(deadline); }

    int stream() const { return m_beginning.number; }
    const ShownUri& uri() const { return m_beginning.uri; }
    const QString& prefix() const { return m_beginning.prefix; }

    /// Harmless when it has begun or was stopped.
    void begin();
    /// Returns at once. stuck() follows when the source has not stopped by the deadline. Harmless when called
    /// before.
    void stop();
    /// Whether the source may still read: it has neither said that it has ended, nor was it abandoned.
    bool isActive() const { return m_isActive; }
    bool isStuck() const { return m_isStuck; }
    /// Goes on without a source that is stuck; see Pipeline::abandonSource(). `replacement` is the thread for
    /// later sources. Harmless when it is not stuck.
    void abandon(std::unique_ptr<SourceThread> replacement);

    /// All that the source sent is recorded. Deletes it, and gives its thread back.
    std::unique_ptr<SourceThread> finish();
    /// The pipeline is going: stops the source, and ends the thread; returns at once.
    void beginEnding() { m_thread->beginEnding(); }
    /// After beginEnding(). A source that has not returned after `most` is left behind.
    void waitForEnd(std::chrono::milliseconds most);

    /// By how much the source is behind its schedule.
    Duration lateness(Duration now) const;
    /// See SampleSource. `isWritingFailing`: whether nothing can be written at present.
    std::optional<SourceCondition> condition(bool isWritingFailing) const;

Q_SIGNALS:
    void stuck();
    /// isActive() is false now.
    void released();

private:
    /// What the threads share about the source.
    struct Run {
        std::atomic<bool> isStopRequested{false}; ///< read by the processing thread when the source ends
        bool hasEnded = false;                    ///< of the processing thread: nothing is taken any more
    };

    void connectToRecorder(SampleSource* source);
    void release();
    void noteStuck();
    void endAbandonedRun();

    const StreamBeginning m_beginning;
    Recorder& m_recorder;
    std::shared_ptr<Run> m_run = std::make_shared<Run>();
    std::unique_ptr<SourceThread> m_thread;
    QTimer m_stopTimer; ///< from a request to stop to the deadline
    bool m_isWaitingToBegin = true;
    bool m_isActive = true;
    bool m_isStuck = false;
};

} // namespace rillscope
