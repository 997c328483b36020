// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/capture/write/CaptureOpener.h"
#include "core/capture/write/CaptureQueue.h"
#include "core/capture/write/CaptureStatus.h"
#include "core/capture/write/EarlierFiles.h"
#include "core/capture/write/HeldBlocks.h"
#include "core/capture/write/StandingState.h"

#include <functional>
#include <memory>
#include <thread>

namespace rillscope {

/// What happened to the capture, for observers.
struct CaptureNews {
    enum class Kind {
        Began,        ///< subject: the file; detail: why it is not where it should be
        Failed,       ///< subject, detail: of the Error
        Resumed,      ///< in a new file; as Began
        Missed,       ///< count: further samples from the source that are in no file
        ResultsMissed ///< count: further windows, alarms and events that are in no file
    };
    Kind kind = Kind::Began;
    QString subject = {};
    Message detail = {};
    qint64 count = 0;
};

/// Callbacks from the capture thread.
struct CaptureObserver {
    std::function<void(qint64 durable)> committed = {}; ///< samples from the source; see CaptureAccount
    std::function<void(const CaptureNews& news)> told = {};
    /// All that came before this position, and the position itself, are durable.
    std::function<void(const StreamPosition& position)> acknowledged = {};
    std::function<void()> ended = {}; ///< the final call: close() would not wait any more
    std::function<void()> began = {}; ///< before anything else
};

/// Records blocks into capture files: commits at least once in captureInterval, and goes on in a new file
/// when one fails. A failed file is never written again; what it had not committed is kept, and goes into the
/// next. The file is made with the first sample. What became of everything is in the account of status().
/// Thread: offer(), hasRoom() and flush() by one producer, who never waits; status() and index() by any;
/// close() by the owner. The observer is called on the capture thread.
class CaptureWriter {
public:
    static constexpr qint64 defaultCapacity = qint64{256} << 20; ///< bytes

    CaptureWriter(const CaptureSettings& settings, const Clock& clock, CaptureObserver observer = {},
                  qint64 capacity = defaultCapacity);
    ~CaptureWriter() { close(); }
    CaptureWriter(const CaptureWriter&) = delete;
    CaptureWriter& operator=(const CaptureWriter&) = delete;

    void offer(CaptureBlock block) { m_queue.offer(std::move(block)); }
    /// When false, a producer that can wait should, until it is true.
    bool hasRoom(SourceTime source, WhileFailing whileFailing = WhileFailing::GoOn) const {
        return m_queue.hasRoom(source, whileFailing);
    }
    /// See CaptureQueue.
    Duration pause(SourceTime source, qint64 bytes) const { return m_queue.pause(source, bytes); }
    /// `done` is called, on the capture thread, when all that was offered before is committed, or cannot be
    /// at present.
    void flush(std::function<void()> done);
    /// Where later files are made; one that failed is tried again there at once. Any thread.
    void setFolder(const QString& folder);
    /// Commits what was offered, and ends the file; returns at once. What is offered later is missed. Any
    /// thread.
    void beginClosing();
    /// As beginClosing(), and waits until the file is closed. Only the owner calls it.
    void close();

    CaptureStatus status() const;
    std::shared_ptr<const CaptureIndex> index() const { return m_index; }

private:
    using SteadyTime = std::chrono::steady_clock::time_point;

    void run();
    bool isFailing() const { return m_own.state == CaptureStatus::State::Failing; }
    std::optional<SteadyTime> deadline() const;
    bool isWorthCommitting() const;
    void takeRequests();
    void callFlushed();
    void keep(std::vector<CaptureBlock>& taken);
    void commitHeld();
    void noteCommitted();
    void fail(const Error& error);
    void leaveFile();
    void loseFile();
    void discardFile();
    void holdAlarmsAgain();
    void beginFailing(const Error& error);
    void tryNewFile();
    Result<void> startFile(CaptureFile& file);
    void end();
    void endFile();
    void missRest();
    void tell(const CaptureNews& news) const;
    void tellMissed();
    void tellFurther(CaptureNews::Kind kind, qint64 count, qint64& told) const;
    void publish();

    const Clock& m_clock;
    const CaptureObserver m_observer;
    const std::shared_ptr<CaptureIndex> m_index = std::make_shared<CaptureIndex>();
    CaptureQueue m_queue;

    // Of the capture thread.
    CaptureOpener m_opener;
    std::unique_ptr<CaptureFile> m_file;
    HeldBlocks m_held;
    SteadyTime m_commitAt; ///< what is held
    StandingState m_standing;
    CaptureCounts m_inFile; ///< committed to the present file
    EarlierFiles m_earlier;
    QString m_continues; ///< the file that failed last, if it holds anything
    SteadyTime m_retryAt;
    SteadyTime m_spaceReadAt;
    SteadyTime m_missedToldAt;
    qint64 m_missedTold = 0;
    qint64 m_missedResultsTold = 0;
    bool m_isClosing = false;
    std::vector<std::function<void()>> m_flushing;
    CaptureStatus m_own; ///< without the account and what else the queue knows

    mutable std::mutex m_mutex; ///< guards all below
    CaptureStatus m_published;
    std::vector<std::function<void()>> m_flushes;
    std::optional<QString> m_newFolder;
    bool m_isCloseAsked = false;

    std::thread m_thread;
};

} // namespace rillscope
