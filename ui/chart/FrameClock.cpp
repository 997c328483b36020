// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/FrameClock.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rillscope {

FrameClock::FrameClock(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock), m_timer(this) {
    setRefreshRate(60.0);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        Q_EMIT beat({m_period, m_clock.monotonic() - m_deadline, m_skipped});
        if (m_isRunning)
            scheduleNext();
    });
}

void FrameClock::setRefreshRate(double rateHz) {
    const double bounded = std::isfinite(rateHz) ? std::clamp(rateHz, 20.0, 240.0) : 60.0;
    m_period = Duration{std::llround(1e9 / bounded)};
}

void FrameClock::start() {
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_deadline = m_clock.monotonic();
    scheduleNext();
}

void FrameClock::stop() {
    m_isRunning = false;
    m_timer.stop();
}

void FrameClock::scheduleNext() {
    const Duration now = m_clock.monotonic();
    m_deadline += m_period;
    m_skipped = 0;
    if (m_deadline <= now) {
        const auto passed = (now - m_deadline) / m_period + 1;
        m_skipped = static_cast<int>(std::min<std::int64_t>(passed, std::numeric_limits<int>::max()));
        m_deadline += m_period * passed;
    }
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(m_deadline - now));
}

} // namespace rillscope
