// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/HistoryRows.h"

#include <algorithm>

namespace rillscope {

HistoryRows::HistoryRows(const SampleHistory& history)
    : m_history(history), m_cursors(static_cast<std::size_t>(history.channelCount())) {
    for (std::size_t i = 0; i < m_cursors.size(); ++i) {
        m_cursors[i].end = history.channel(static_cast<int>(i)).size();
        m_count += m_cursors[i].end;
        enqueue(static_cast<int>(i));
    }
}

void HistoryRows::enqueue(int channel) {
    Cursor& cursor = m_cursors[static_cast<std::size_t>(channel)];
    if (cursor.index == cursor.end)
        return;
    cursor.highest = std::max(cursor.highest, m_history.channel(channel).eventTime(cursor.index));
    m_queue.push({cursor.highest, channel});
}

HistoryRows::Row HistoryRows::next() {
    const int channel = m_queue.top().channel;
    m_queue.pop();
    Cursor& cursor = m_cursors[static_cast<std::size_t>(channel)];
    const Row row{channel, cursor.index++};
    enqueue(channel);
    return row;
}

} // namespace rillscope
