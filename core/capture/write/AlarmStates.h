// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/alarm/AlarmTable.h"

#include <map>
#include <vector>

namespace rillscope {

/// The latest state of each of some alarms, in the order they were raised; the newest alarms are kept, as
/// many as an AlarmTable keeps. Thread: a value.
class AlarmStates {
public:
    explicit AlarmStates(qsizetype capacity = AlarmTable::defaultCapacity) : m_capacity(capacity) {}

    /// A later state takes the place of an earlier one. Returns how many alarms had to go for want of room.
    qint64 put(const AlarmOccurrence& alarm);
    qint64 put(const std::vector<AlarmOccurrence>& alarms);
    /// Keeps those that are still raised.
    void removeEnded();
    void clear() { m_states.clear(); }

    bool isEmpty() const { return m_states.empty(); }
    qint64 size() const { return static_cast<qint64>(m_states.size()); }
    std::vector<AlarmOccurrence> all() const;

private:
    qsizetype m_capacity;
    std::map<quint64, AlarmOccurrence> m_states; ///< by id
};

} // namespace rillscope
