// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/RecentWishes.h"

namespace rillscope {

void RecentWishes::renew(const Chunk& chunk) {
    const auto [entry, isNew] = m_places.try_emplace(chunk);
    if (isNew)
        entry->second = m_order.insert(m_order.end(), chunk);
    else
        m_order.splice(m_order.end(), m_order, entry->second);
}

RecentWishes::Chunk RecentWishes::takeOldest() {
    const Chunk oldest = m_order.front();
    m_order.pop_front();
    m_places.erase(oldest);
    return oldest;
}

} // namespace rillscope
