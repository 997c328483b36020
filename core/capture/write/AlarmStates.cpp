// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/AlarmStates.h"

namespace rillscope {

qint64 AlarmStates::put(const AlarmOccurrence& alarm) {
    m_states.insert_or_assign(alarm.id, alarm);
    if (size() <= m_capacity)
        return 0;
    m_states.erase(m_states.begin());
    return 1;
}

qint64 AlarmStates::put(const std::vector<AlarmOccurrence>& alarms) {
    qint64 removed = 0;
    for (const AlarmOccurrence& alarm : alarms)
        removed += put(alarm);
    return removed;
}

void AlarmStates::removeEnded() {
    std::erase_if(m_states, [](const auto& state) { return !state.second.isRaised(); });
}

std::vector<AlarmOccurrence> AlarmStates::all() const {
    std::vector<AlarmOccurrence> states;
    states.reserve(m_states.size());
    for (const auto& [id, state] : m_states)
        states.push_back(state);
    return states;
}

} // namespace rillscope
