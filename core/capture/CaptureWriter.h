// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/CaptureIndex.h"
#include "core/capture/CaptureOpener.h"
#include "core/capture/CaptureQueue.h"
#include "core/capture/CaptureStatus.h"

#include <functional>
#include <memory>
#include <thread>

namespace rillscope {

/// What happened to the capture, for those who watch.
struct CaptureNews {
    enum class Kind {
        Began,   ///< subject: the file; detail: why it is not where it should be
        Failed,  ///< subject, detail: of the Error
        Resumed, ///< in a new file; as Began
        Missed   ///< count: further samples that are in no file
    };
    Kind kind = Kind::Began;
    QString subject = {};
    QString detail = {};
    qint64 count = 0;
};

/// Whom the capture thread calls.
struct CaptureObserver {
    std::function<void(qint64 durable)> committed = {}; ///< see CaptureStatus::durable
    std::function<void(const CaptureNews& news)> told = {};
    std::function<void()> ended = {}; ///< the last word: close() would not wait any more
    std::function<void()> began = {}; ///< before anything else
};

/// Records blocks into capture files: commits at least once in captureInterval, and goes on in a new file
/// when one fails. A failed file is never written again; what it had not committed is kept, and goes into the
/// next. The file is made with the first sample. Thread: offer(), hasRoom() and flush() by one giver, who
/// never waits; status() and index() by any; close() by the owner. The observer is called on the capture
/// thread.
class CaptureWriter {
public:
    static constexpr qint64 defaultCapacity = qint64{256} << 20; ///< bytes

    CaptureWriter(const CaptureSettings& settings, const Clock& clock, CaptureObserver observer = {},
                  qint64 capacity = defaultCapacity);
    ~CaptureWriter() { close(); }
    CaptureWriter(const CaptureWriter&) = delete;
    CaptureWriter& operator=(const CaptureWriter&) = delete;

    void offer(CaptureBlock block) { m_queue.offer(std::move(block)); }
    /// When false, a giver that can wait should, until it is true.
    bool hasRoom(SourceTime source) const { return m_queue.hasRoom(source); }
    /// See CaptureQueue.
    Duration pause(SourceTime source, qint64 bytes) const { return m_queue.pause(source, bytes); }
    /// `done` is called, on the capture thread, when all that was offered before is committed, or cannot be
    /// at present.
    void flush(std::function<void()> done);
    /// Where the files to come are made; one that failed is tried again there at once. Any thread.
    void setFolder(const QString& folder);
    /// Commits what was offered, and ends the file; returns at once. What is offered later is ignored. Any
    /// thread.
    void beginClosing();
    /// The same, and waits for it. By the owner.
    void close();

    CaptureStatus status() const;
    std::shared_ptr<const CaptureIndex> index() const { return m_index; }

private:
    using SteadyTime = std::chrono::steady_clock::time_point;
    struct PendingSegment {
        ChannelIndex channel = 0;
        CaptureSegment segment;
    };

    void run();
    bool isFailing() const { return m_own.state == CaptureStatus::State::Failing; }
    std::optional<SteadyTime> deadline() const;
    bool isWorthCommitting() const;
    void takeRequests();
    void callFlushed();
    void keep(std::vector<CaptureBlock>& taken);
    Result<void> writeTo(CaptureFile& file, const CaptureBlock& block);
    void commitHeld();
    void noteCommitted();
    void letGoOfHeld();
    void fail(const Error& error);
    void beginFailing(const Error& error);
    void tryNewFile();
    Result<void> startFile(CaptureFile& file);
    void endFile();
    void tell(const CaptureNews& news) const;
    void tellMissed();
    void publish();

    const Clock& m_clock;
    const CaptureObserver m_observer;
    const std::shared_ptr<CaptureIndex> m_index = std::make_shared<CaptureIndex>();
    CaptureQueue m_queue;

    // Of the capture thread.
    CaptureOpener m_opener;
    std::unique_ptr<CaptureFile> m_file;
    std::vector<CaptureBlock> m_held; ///< not committed yet
    qint64 m_heldBytes = 0;
    bool m_holdsSamples = false;
    SteadyTime m_commitAt;                  ///< what is held
    std::vector<PendingSegment> m_segments; ///< of what is held
    std::vector<ChannelInfo> m_channels;
    std::optional<CapturedStream> m_stream; ///< of what was committed last
    qint64 m_rawInFile = 0;                 ///< committed
    qint64 m_derivedInFile = 0;
    QString m_continues; ///< the file that failed last
    SteadyTime m_retryAt;
    SteadyTime m_spaceReadAt;
    SteadyTime m_missedToldAt;
    qint64 m_missedTold = 0;
    bool m_isClosing = false;
    std::vector<std::function<void()>> m_flushing;
    CaptureStatus m_own; ///< but for what the queue knows

    mutable std::mutex m_mutex; ///< guards all below
    CaptureStatus m_published;
    std::vector<std::function<void()>> m_flushes;
    std::optional<QString> m_newFolder;
    bool m_isCloseAsked = false;

    std::thread m_thread;
};

} // namespace rillscope
