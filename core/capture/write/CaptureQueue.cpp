// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/CaptureQueue.h"

#include <algorithm>
#include <utility>

namespace rillscope {
namespace {

/// What a file cannot do without: its channels, and what the samples after this come from.
void leaveOutAllBut(CaptureBlock& block) {
    block.samples = {};
    block.places = {};
    block.rawCount = 0;
    block.windows = {};
    block.events = {};
    block.position.reset(); // behind samples that are in no file a source must not go on
}

/// When samples arrived, by the clock that never jumps. A way through the processing that looks longer than
/// any can be means that the wall clock was set meanwhile.
Duration monotonicArrival(Timestamp arrival, const Clock& clock) {
    constexpr Duration longestWay = std::chrono::seconds(10);
    return clock.monotonic() - std::clamp(clock.now() - arrival, Duration{0}, longestWay);
}

} // namespace

void CaptureQueue::offer(CaptureBlock block) {
    {
        const std::lock_guard lock(m_mutex);
        const CaptureCounts counts = block.counts();
        const bool isFirst = m_account.waiting.allSamples() == 0;
        m_account.offer(counts);
        m_account.offer(block.leftOut);
        m_account.miss(block.leftOut);
        m_account.missedAlarms += block.alarmsLeftOut;
        if (m_isClosed) {
            m_account.miss(counts);
            missAlarms(block);
            return;
        }
        m_account.missedAlarms += m_alarms.put(std::exchange(block.alarms, {}));
        if (m_bytes >= m_capacity) {
            m_account.miss(counts);
            leaveOutAllBut(block);
        }
        if (!block.samples.empty())
            m_arrivals.push_back(monotonicArrival(block.arrival, m_clock));
        if (m_bytes == 0 || (isFirst && !block.samples.empty()))
            m_progress = m_clock.monotonic();
        if (!block.isEmpty()) {
            m_bytes += block.byteCount();
            m_blocks.push_back(std::move(block));
        }
    }
    m_changed.notify_one();
}

bool CaptureQueue::hasRoom(SourceTime source, WhileFailing whileFailing) const {
    const std::lock_guard lock(m_mutex);
    if (whileFailing == WhileFailing::Hold && isFull())
        return false;
    const bool isBehind = isFull() || (source == SourceTime::Replayed && m_bytes >= promptBytes);
    return !isBehind || m_isFailing || isStalled();
}

Duration CaptureQueue::pause(SourceTime source, qint64 bytes) const {
    const std::lock_guard lock(m_mutex);
    const qint64 room = bound() - m_bytes;
    if (source == SourceTime::Replayed || room > bound() / 2 || m_isFailing || isStalled())
        return Duration{0};
    // Without room it waits for some anyway: see hasRoom().
    const double part = static_cast<double>(bytes) / static_cast<double>(std::max(room, bytes));
    return std::chrono::duration_cast<Duration>(fillingTime * part);
}

void CaptureQueue::take(std::vector<CaptureBlock>& blocks, qint64 byteLimit,
                        std::optional<std::chrono::steady_clock::time_point> deadline) {
    blocks.clear();
    std::unique_lock lock(m_mutex);
    const auto isReady = [&] {
        return m_isWoken || (byteLimit > 0 && !(m_blocks.empty() && m_alarms.isEmpty()));
    };
    if (deadline)
        m_changed.wait_until(lock, *deadline, isReady);
    else
        m_changed.wait(lock, isReady);
    m_isWoken = false;
    if (byteLimit == 0)
        return;
    for (qint64 bytes = 0; !m_blocks.empty() && bytes < byteLimit; m_blocks.pop_front()) {
        bytes += m_blocks.front().byteCount();
        blocks.push_back(std::move(m_blocks.front()));
    }
    if (m_alarms.isEmpty())
        return;
    // Behind all states that were taken before. That samples before these may still be in the queue does no
    // harm: a state of an alarm stands by itself.
    CaptureBlock states;
    states.alarms = m_alarms.all();
    m_alarms.clear();
    m_bytes += states.byteCount();
    blocks.push_back(std::move(states));
}

void CaptureQueue::commit(const std::vector<CaptureBlock>& blocks) {
    const std::lock_guard lock(m_mutex);
    m_longestLag = std::max(m_longestLag, lag());
    for (const CaptureBlock& block : blocks) {
        m_account.commit(block.counts());
        noteGone(block);
    }
    m_progress = m_clock.monotonic();
}

void CaptureQueue::miss(const std::vector<CaptureBlock>& blocks) {
    const std::lock_guard lock(m_mutex);
    for (const CaptureBlock& block : blocks) {
        m_account.miss(block.counts());
        noteGone(block);
        missAlarms(block);
    }
}

/// An alarm may have several states on the way, and is missed once.
void CaptureQueue::missAlarms(const CaptureBlock& block) {
    for (const AlarmOccurrence& alarm : block.alarms)
        m_account.missedAlarms += m_missedAlarms.insert(alarm.id).second ? 1 : 0;
}

void CaptureQueue::lose(const CaptureCounts& counts) {
    const std::lock_guard lock(m_mutex);
    m_account.lose(counts);
}

void CaptureQueue::readmit(const CaptureBlock& block) {
    const std::lock_guard lock(m_mutex);
    Q_ASSERT(block.counts().isEmpty());
    m_bytes += block.byteCount();
}

void CaptureQueue::forgetAll() {
    const std::lock_guard lock(m_mutex);
    m_account = {};
}

void CaptureQueue::wake() {
    {
        const std::lock_guard lock(m_mutex);
        m_isWoken = true;
    }
    m_changed.notify_one();
}

void CaptureQueue::close() {
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    wake();
}

void CaptureQueue::setFailing(bool isFailing) {
    const std::lock_guard lock(m_mutex);
    m_isFailing = isFailing;
}

CaptureQueue::State CaptureQueue::state() const {
    const std::lock_guard lock(m_mutex);
    return {m_account, isStalled(), m_blocks.empty() && m_alarms.isEmpty(), lag(),
            std::max(m_longestLag, lag())};
}

/// It is on its way no more.
void CaptureQueue::noteGone(const CaptureBlock& block) {
    m_bytes -= block.byteCount();
    if (!block.samples.empty())
        m_arrivals.pop_front();
}

Duration CaptureQueue::lag() const {
    return m_arrivals.empty() ? Duration{0} : m_clock.monotonic() - m_arrivals.front();
}

bool CaptureQueue::isStalled() const {
    const bool isWaiting = m_account.waiting.allSamples() > 0 || isFull();
    return isWaiting && !m_isFailing && m_clock.monotonic() - m_progress > patience;
}

} // namespace rillscope
