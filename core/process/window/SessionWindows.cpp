// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/SessionWindows.h"

#include "core/process/window/SessionWindow.h"

#include <iterator>

namespace rillscope {

SessionWindows::SessionWindows(ChannelIndex channel, Duration gap, WindowMemory& memory,
                               WindowRowBuilder& builder)
    : m_channel(channel)
    , m_gap(std::chrono::duration_cast<WindowDuration>(gap))
    , m_memory(memory)
    , m_builder(builder) {}

Admission SessionWindows::add(Timestamp eventTime, double value, WindowTime watermark) {
    const auto session = sessionFor(floorToMilliseconds(eventTime), watermark);
    if (session == m_sessions.end())
        return Admission::LateDropped;
    session->second.contents.add(eventTime, value, m_memory);
    m_nextEnd = m_sessions.begin()->second.end;
    return Admission::Joined;
}

SessionWindows::Sessions::iterator SessionWindows::sessionFor(WindowTime time, WindowTime watermark) {
    const WindowTime end = time + m_gap;
    const auto next = m_sessions.upper_bound(time);
    const bool touchesNext = next != m_sessions.end() && next->first <= end;
    if (next != m_sessions.begin()) {
        if (const auto previous = std::prev(next); previous->second.end >= time) {
            previous->second.end = std::max(previous->second.end, end);
            if (touchesNext)
                mergeNext(previous);
            return previous;
        }
    }
    if (touchesNext) {
        auto node = m_sessions.extract(next);
        node.key() = time;
        return m_sessions.insert(std::move(node)).position;
    }
    // Only here can it be late: a session it would have joined has not fired.
    if (watermark >= end - WindowDuration(1))
        return m_sessions.end();
    ++m_memory.usage.openWindows;
    return m_sessions.emplace_hint(next, time, Session{end, {}});
}

void SessionWindows::mergeNext(Sessions::iterator session) {
    const auto next = std::next(session);
    session->second.end = next->second.end;
    session->second.contents.merge(std::move(next->second.contents), m_memory);
    m_sessions.erase(next);
    --m_memory.usage.openWindows;
}

void SessionWindows::fire(WindowTime watermark, std::vector<WindowRow>& rows) {
    while (!m_sessions.empty()) {
        auto& [start, session] = *m_sessions.begin();
        if (watermark < session.end - WindowDuration(1))
            break;
        m_builder.reset();
        m_builder.include(session.contents);
        rows.push_back(m_builder.row(m_channel, start, session.end));
        session.contents.release(m_memory);
        m_sessions.erase(m_sessions.begin());
        --m_memory.usage.openWindows;
    }
    m_nextEnd = m_sessions.empty() ? afterAllTime : m_sessions.begin()->second.end;
}

std::unique_ptr<ChannelWindows> SessionWindow::makeWindows(ChannelIndex channel, WindowMemory& memory,
                                                           WindowRowBuilder& builder) const {
    return std::make_unique<SessionWindows>(channel, gap, memory, builder);
}

} // namespace rillscope
