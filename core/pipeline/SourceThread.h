// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SampleSource.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

class QThread;

namespace rillscope {

/// The thread on which sources live, one after the other; it owns the present one. A call of a source may
/// never return (read() on a server that is gone): then the destructor leaves thread and source behind. They
/// delete themselves when the call returns; until then the source may use its clock, and that must exist.
/// Thread: that of its creator, which never waits for a source except in waitForEnd().
class SourceThread {
public:
    /// `began` is called first, on the thread.
    explicit SourceThread(std::function<void()> began = {});
    ~SourceThread();
    SourceThread(const SourceThread&) = delete;
    SourceThread& operator=(const SourceThread&) = delete;

    /// Null between two sources.
    SampleSource* source() const { return m_source; }
    /// Precondition: there is no source, and beginEnding() was not called.
    void take(std::unique_ptr<SampleSource> source);
    /// Deletes the source on its thread; returns at once. Harmless without a source.
    void deleteSource();
    /// Stops and deletes the source, then ends the thread; returns at once.
    void beginEnding();
    /// After beginEnding(). False: the source has not returned by then.
    bool waitForEnd(std::chrono::milliseconds most);

    /// Threads of this process that were left behind and have not ended since. Any thread.
    static int leftBehindCount();

private:
    enum class State { Owned, LeftBehind, Ended };

    QThread* m_thread;
    QObject* m_anchor; ///< lives on the thread: calls to it run there, behind all that was asked before
    std::shared_ptr<std::atomic<State>> m_state;
    SampleSource* m_source = nullptr;
    bool m_isEnding = false;
};

} // namespace rillscope
