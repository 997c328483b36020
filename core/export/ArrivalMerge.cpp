// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/ArrivalMerge.h"

#include <algorithm>

namespace rillscope {

ArrivalMerge::ArrivalMerge(const SampleHistory& history) : m_history(history) {
    const int channels = history.channelCount();
    for (int channel = 0; channel < channels; ++channel) {
        const ChannelHistory& samples = history.channel(channel);
        const qint64 end = samples.size();
        m_size += end;
        if (end > 0)
            m_cursors.push_back({samples.eventTime(0), channel, 0, end});
    }
    std::make_heap(m_cursors.begin(), m_cursors.end(),
                   [](const Cursor& a, const Cursor& b) { return a.comesAfter(b); });
}

void ArrivalMerge::advance() {
    Cursor& cursor = m_cursors.front();
    if (++cursor.index < cursor.end) {
        cursor.newest = std::max(cursor.newest, m_history.channel(cursor.channel).eventTime(cursor.index));
    } else {
        cursor = m_cursors.back();
        m_cursors.pop_back();
    }
    siftDown();
}

void ArrivalMerge::siftDown() {
    std::size_t place = 0;
    while (true) {
        std::size_t next = 2 * place + 1;
        if (next >= m_cursors.size())
            return;
        if (next + 1 < m_cursors.size() && m_cursors[next].comesAfter(m_cursors[next + 1]))
            ++next;
        if (!m_cursors[place].comesAfter(m_cursors[next]))
            return;
        std::swap(m_cursors[place], m_cursors[next]);
        place = next;
    }
}

} // namespace rillscope
