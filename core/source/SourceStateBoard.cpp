// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/SourceStateBoard.h"

#include <utility>

namespace rillscope {
namespace {

/// The part of the mean that is the latest interval: a new pace is learned from about so many arrivals.
constexpr int memory = 8;

} // namespace

void SourceStateBoard::set(SourceState state, Duration now) {
    const std::lock_guard lock(m_mutex);
    const bool isSameKind = m_state && m_state->kind == state.kind;
    state.since = isSameKind ? m_state->since : now;
    m_state = std::move(state);
}

void SourceStateBoard::noteArrival(Duration now) {
    const std::lock_guard lock(m_mutex);
    if (!m_state)
        return;
    if (m_state->kind != SourceState::Kind::Receiving) {
        // The time for which the source could not receive is no interval between two arrivals.
        m_state = SourceState{.kind = SourceState::Kind::Receiving, .since = now};
    } else if (m_lastArrival) {
        const Duration interval = now - *m_lastArrival;
        m_usual = m_usual ? *m_usual + (interval - *m_usual) / memory : interval;
    }
    m_lastArrival = now;
}

std::optional<SourceCondition> SourceStateBoard::condition(Duration now) const {
    const std::lock_guard lock(m_mutex);
    return m_state ? std::optional(describe(*m_state, now, m_lastArrival, m_usual)) : std::nullopt;
}

} // namespace rillscope
