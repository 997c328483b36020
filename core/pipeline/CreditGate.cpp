// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/CreditGate.h"

#include <utility>

namespace rillscope {
namespace {

/// How soon it is noticed that a follower has caught up.
constexpr std::chrono::milliseconds roomInterval{20};

} // namespace

CreditGate::CreditGate(const Followers& followers, const Clock& clock, SourceTime sourceTime,
                       std::shared_ptr<std::atomic<bool>> isHeld)
    : m_followers(followers)
    , m_clock(clock)
    , m_sourceTime(sourceTime)
    , m_isHeld(std::move(isHeld))
    , m_timer(this) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CreditGate::give);
}

void CreditGate::add() {
    m_pace.add();
    give();
}

void CreditGate::give() {
    const bool hasRoom = m_followers.haveRoom(m_sourceTime, m_whileFailing);
    m_isHeld->store(!hasRoom, std::memory_order_relaxed);
    if (!hasRoom) {
        m_timer.start(roomInterval);
        return;
    }
    const Duration pause = m_followers.pause(m_sourceTime);
    const Duration now = m_clock.monotonic();
    if (const int credit = m_pace.take(pause, now); credit > 0)
        Q_EMIT granted(credit);
    if (m_pace.isOwed())
        m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(m_pace.wait(pause, now)));
    else
        m_timer.stop();
}

} // namespace rillscope
