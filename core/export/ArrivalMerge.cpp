// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/ArrivalMerge.h"

#include <algorithm>
#include <utility>

namespace rillscope {

ArrivalMerge::ArrivalMerge(const SampleHistory& history, Timestamp begin, Timestamp end)
    : m_history(history)
    , m_begin(begin)
    , m_end(end)
    , m_feeds(static_cast<std::size_t>(history.channelCount())) {
    for (int channel = 0; channel < static_cast<int>(m_feeds.size()); ++channel) {
        if (history.info(channel).kind == ChannelKind::Reference)
            continue;
        Feed& feed = m_feeds[static_cast<std::size_t>(channel)];
        feed.end = history.channel(channel).size();
        m_size += feed.end;
        if (readOn(channel))
            m_cursors.push_back({feed.sample().eventTime, channel, feed.index()});
    }
    std::make_heap(m_cursors.begin(), m_cursors.end(),
                   [](const Cursor& a, const Cursor& b) { return a.comesAfter(b); });
}

bool ArrivalMerge::readOn(int channel) {
    Feed& feed = m_feeds[static_cast<std::size_t>(channel)];
    feed.place = 0;
    while (feed.next < feed.end) {
        const auto part = m_history.channel(channel).read(feed.next, feed.end, feed.samples);
        const qint64 count = part.end - std::exchange(feed.next, part.end);
        if (!part.isEvicted)
            return true;
        m_passed += count;
        if (part.middle >= m_begin && part.middle <= m_end)
            m_evicted += count;
    }
    return false;
}

void ArrivalMerge::advance() {
    Cursor& cursor = m_cursors.front();
    Feed& feed = m_feeds[static_cast<std::size_t>(cursor.channel)];
    ++m_passed;
    if (++feed.place < feed.samples.size() || readOn(cursor.channel)) {
        cursor.newest = std::max(cursor.newest, feed.sample().eventTime);
        cursor.index = feed.index();
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
