// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/capture/CaptureAccount.h"
#include "core/capture/write/AlarmStates.h"
#include "core/capture/write/CaptureBlock.h"
#include "core/model/SourceTime.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>

namespace rillscope {

/// Hands blocks from the processing thread, which never waits, to the capture thread, which does, and counts
/// what becomes of them. A block that the capture thread has taken is still waiting until commit() or miss().
/// Bounds: while the disk keeps up, the producer is asked to pause: a source that can wait once the queue
/// holds more than the disk writes in captureInterval, any source once it is an eighth full. When the disk
/// does not keep up, the queue fills; then the samples, windows and events of whole new blocks are missed,
/// but the latest state of each alarm is kept. Units: bytes. Thread: any.
class CaptureQueue {
public:
    /// After this time without progress, the disk no longer keeps up.
    static constexpr std::chrono::seconds patience{2};
    /// About 350,000 samples: what a disk takes in well under captureInterval.
    static constexpr qint64 promptBytes = qint64{8} << 20;

    /// In which the room that is left would be filled at the pace of the moment; several commits.
    static constexpr std::chrono::milliseconds fillingTime{500};

    CaptureQueue(const Clock& clock, qint64 capacity) : m_clock(clock), m_capacity(capacity) {}

    void offer(CaptureBlock block);
    /// Whether the producer may go on: there is room, or there is no use in waiting. What is replayed can
    /// wait. For a source that is held while nothing can be written there is never any use in going on
    /// without room.
    bool hasRoom(SourceTime source, WhileFailing whileFailing = WhileFailing::GoOn) const;
    /// How long a live source should pause after so many bytes. More than half full, the queue fills the more
    /// slowly the fuller it is, so that a stream that the disk cannot follow settles at what it takes, and
    /// comes evenly instead of by the commit.
    Duration pause(SourceTime source, qint64 bytes) const;

    /// Waits until there is a block, the deadline has come, or wake() was called. Empties `blocks` and moves
    /// there what is to be taken, about `byteLimit`; 0: nothing, and no block is waited for.
    void take(std::vector<CaptureBlock>& blocks, qint64 byteLimit,
              std::optional<std::chrono::steady_clock::time_point> deadline);
    /// What was taken is in a file: progress.
    void commit(const std::vector<CaptureBlock>& blocks);
    /// What was taken will be in none.
    void miss(const std::vector<CaptureBlock>& blocks);
    /// What was committed is gone with its file.
    void lose(const CaptureCounts& counts);
    /// Takes part of the bound from now on, as if it had been taken. For states of alarms that must be
    /// written again.
    void readmit(const CaptureBlock& block);
    /// Nothing was recorded, so that there is no file, and nothing can be missing in it.
    void forgetAll();

    void wake();
    /// What is offered from now on is missed. Wakes.
    void close();
    /// Nothing can be written at present: no use in waiting.
    void setFailing(bool isFailing);

    struct State {
        CaptureAccount account;
        bool isStalled = false; ///< samples wait, without progress
        bool isEmpty = true;    ///< nothing is left to take
        Duration lag{};         ///< see CaptureStatus
        Duration longestLag{};
    };
    State state() const;

private:
    bool isStalled() const;
    Duration lag() const;
    /// Beyond it a source is asked to wait.
    qint64 bound() const { return m_capacity / 8; }
    bool isFull() const { return m_bytes >= bound(); }
    void missAlarms(const CaptureBlock& block);
    void noteGone(const CaptureBlock& block);

    const Clock& m_clock;
    const qint64 m_capacity;

    mutable std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    std::deque<CaptureBlock> m_blocks;
    AlarmStates m_alarms;             ///< to be taken; the blocks have none
    std::set<quint64> m_missedAlarms; ///< ids, of those that will not be written
    qint64 m_bytes = 0;               ///< of m_blocks and of what was taken
    CaptureAccount m_account;
    std::deque<Duration> m_arrivals; ///< monotonic; of each block with samples that is on its way, in order
    Duration m_longestLag{};         ///< of those that were
    Duration m_progress{};           ///< when something was committed, or a sample came after there was none
    bool m_isFailing = false;
    bool m_isWoken = false;
    bool m_isClosed = false;
};

} // namespace rillscope
