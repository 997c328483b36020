// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureQueue.h"

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
    block.alarms = {};
    block.events = {};
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
        if (m_isClosed)
            return;
        if (m_bytes >= m_capacity) {
            m_missed += static_cast<qint64>(block.samples.size());
            leaveOutAllBut(block);
        }
        if (block.isEmpty())
            return;
        if (!block.samples.empty())
            m_arrivals.push_back(monotonicArrival(block.arrival, m_clock));
        if (m_bytes == 0 || (m_waiting == 0 && !block.samples.empty()))
            m_progress = m_clock.monotonic();
        m_bytes += block.byteCount();
        m_waiting += static_cast<qint64>(block.samples.size());
        m_blocks.push_back(std::move(block));
    }
    m_changed.notify_one();
}

bool CaptureQueue::hasRoom(SourceTime source) const {
    const std::lock_guard lock(m_mutex);
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
    const auto isReady = [&] { return m_isWoken || (byteLimit > 0 && !m_blocks.empty()); };
    if (deadline)
        m_changed.wait_until(lock, *deadline, isReady);
    else
        m_changed.wait(lock, isReady);
    m_isWoken = false;
    for (qint64 bytes = 0; !m_blocks.empty() && bytes < byteLimit; m_blocks.pop_front()) {
        bytes += m_blocks.front().byteCount();
        blocks.push_back(std::move(m_blocks.front()));
    }
}

void CaptureQueue::release(const std::vector<CaptureBlock>& blocks) {
    const std::lock_guard lock(m_mutex);
    m_longestLag = std::max(m_longestLag, lag());
    for (const CaptureBlock& block : blocks) {
        m_bytes -= block.byteCount();
        m_waiting -= static_cast<qint64>(block.samples.size());
        if (!block.samples.empty())
            m_arrivals.pop_front();
    }
    m_progress = m_clock.monotonic();
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
    return {m_waiting, m_missed, isStalled(), m_blocks.empty(), lag(), std::max(m_longestLag, lag())};
}

Duration CaptureQueue::lag() const {
    return m_arrivals.empty() ? Duration{0} : m_clock.monotonic() - m_arrivals.front();
}

bool CaptureQueue::isStalled() const {
    return (m_waiting > 0 || isFull()) && !m_isFailing && m_clock.monotonic() - m_progress > patience;
}

} // namespace rillscope
