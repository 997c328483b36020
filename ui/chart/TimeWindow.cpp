// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/TimeWindow.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

/// Far enough inside the range of int64 that spans can be added without overflow.
constexpr Timestamp earliest = fromNanoseconds(-4'600'000'000'000'000'000);
constexpr Timestamp latest = fromNanoseconds(4'600'000'000'000'000'000);

Duration scaled(Duration duration, double factor) {
    const double nanoseconds = static_cast<double>(duration.count()) * factor;
    const auto limit = static_cast<double>(TimeWindow::maximumSpan.count());
    return Duration{static_cast<std::int64_t>(std::llround(std::clamp(nanoseconds, -limit, limit)))};
}

Duration clampedSpan(Duration span) {
    return std::clamp(span, TimeWindow::minimumSpan, TimeWindow::maximumSpan);
}

} // namespace

void TimeWindow::setDataRange(Timestamp first, Timestamp newest) {
    m_first = std::clamp(first, earliest, latest);
    m_newest = std::clamp(newest, m_first, latest);
    m_hasData = true;
    placeFollowing();
}

void TimeWindow::clearData() {
    m_hasData = false;
    m_heldAt.reset();
    m_mode = m_liveMode;
}

void TimeWindow::followLast(Duration span) {
    m_followedSpan = clampedSpan(span);
    m_mode = m_liveMode = Mode::FollowingLast;
    placeFollowing();
}

void TimeWindow::followAll() {
    m_mode = m_liveMode = Mode::FollowingAll;
    placeFollowing();
}

void TimeWindow::freeze() {
    if (!m_hasData)
        return;
    if (isLive())
        m_heldAt = std::min(m_newest, m_end);
    m_mode = Mode::Exploring;
}

void TimeWindow::explore(Timestamp begin, Timestamp end) {
    const Duration span = clampedSpan(end - begin);
    m_begin = std::clamp(begin, earliest, latest - span);
    m_end = m_begin + span;
    m_mode = Mode::Exploring;
    m_heldAt.reset();
}

void TimeWindow::backToLive() {
    m_mode = m_liveMode;
    placeFollowing();
}

void TimeWindow::zoom(double factor, Timestamp anchor) {
    const Duration span = clampedSpan(scaled(this->span(), factor));
    const double position = toSeconds(anchor - m_begin) / std::max(toSeconds(this->span()), 1e-9);
    const Timestamp begin =
        std::clamp(anchor, earliest, latest) - scaled(span, std::clamp(position, 0.0, 1.0));
    followOrExplore(begin, begin + span);
}

void TimeWindow::pan(Duration distance) {
    const Duration bounded = std::clamp(distance, -maximumSpan, maximumSpan);
    followOrExplore(m_begin + bounded, m_end + bounded);
}

Duration TimeWindow::behind() const {
    return isLive() || !m_hasData ? Duration::zero()
                                  : std::max(Duration::zero(), m_newest - m_heldAt.value_or(m_end));
}

void TimeWindow::placeFollowing() {
    if (m_mode == Mode::Exploring)
        return;
    m_heldAt.reset();
    const Timestamp first = m_hasData ? m_first : m_begin;
    const Timestamp newest = m_hasData ? m_newest : m_begin;
    const Duration all = std::max(clampedSpan(newest - first), Duration{std::chrono::seconds(1)});
    const Duration span = m_mode == Mode::FollowingAll ? all : m_followedSpan;
    m_end = std::max(newest, first + span);
    m_begin = m_end - span;
}

void TimeWindow::followOrExplore(Timestamp begin, Timestamp end) {
    explore(begin, end);
    const bool startsBeforeData = m_hasData && m_begin <= m_first;
    if (!m_hasData || (m_end >= m_newest && !(startsBeforeData && m_liveMode == Mode::FollowingAll))) {
        followLast(span());
    } else if (m_end >= m_newest) {
        followAll();
    }
}

} // namespace rillscope
