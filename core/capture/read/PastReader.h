// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/BackgroundJob.h"
#include "core/capture/read/PastSamples.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <mutex>
#include <set>

namespace rillscope {

/// A part of a history that someone looks at.
struct PastWish {
    QList<int> channels;
    Timestamp begin;
    Timestamp end;
    Duration columnWidth{1};
    friend bool operator==(const PastWish&, const PastWish&) = default;
};

/// Where the samples are that a history has no memory for, and how they come back.
struct PastSource {
    std::shared_ptr<const SampleHistory> history;
    std::shared_ptr<const CaptureIndex> index; ///< null: they are nowhere
    /// Hands chunks over to the writer of the history.
    std::function<void(std::vector<SampleHistory::Restorable>)> restore;
};

/// Reads back from captures what the memory of a history has lost, where someone looks so closely that it
/// matters: of evicted chunks in view whose summaries are longer than a pixel column, at most mostChunks,
/// nearest to the middle first. One job at a time on a thread of the pool, with a connection of its own; the
/// latest wish wins, and stops a job for what is out of view. Thread: that of its creator, with an event
/// loop; it never waits. A job that hangs in its file may outlast the reader, and then changes nothing.
class PastReader : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t mostChunks = 1'000;
    static constexpr std::size_t chunksAtOnce = 16;

    /// `restore` gets chunksAtOnce at most, on the reader's thread. Precondition: the index is not null.
    explicit PastReader(PastSource source);
    ~PastReader() override;

    /// Returns at once.
    void ask(const PastWish& wish);
    bool isReading() const { return m_reading.isRunning(); }

Q_SIGNALS:
    /// A wish has been met as far as it can be, with so many chunks.
    void restored(int chunks);
    /// Once for each file and reason. What was evicted is known by its envelope, as before.
    void failed(const rillscope::Error& error);

private:
    struct Answer {
        int restored = 0;
        std::vector<MissingChunk> unreadable;
        std::optional<Error> error;
    };

    /// What a job shares with its reader.
    struct Job {
        explicit Job(const PastSource& source) : history(source.history), index(source.index) {}

        const std::shared_ptr<const SampleHistory> history;
        const std::shared_ptr<const CaptureIndex> index;
        std::atomic<bool> isCancelled{false};
        std::mutex mutex;             ///< guards all below
        PastReader* reader = nullptr; ///< null: it is gone
    };

    void start();
    void finish();
    // On the job's thread.
    static Answer answer(Job& job, const PastWish& wish, const std::set<MissingChunk>& unreadable);
    static void handOver(Job& job, std::vector<SampleHistory::Restorable> chunks);

    const PastSource m_source;
    std::shared_ptr<Job> m_job;     ///< begun last
    std::optional<PastWish> m_wish; ///< not begun
    PastWish m_current;
    std::set<MissingChunk> m_unreadable; ///< not asked for again
    QList<Error> m_told;
    BackgroundJob<Answer> m_reading;
};

} // namespace rillscope
