// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ChannelInfo.h"

#include <list>
#include <map>
#include <utility>

namespace rillscope {

/// Chunks of samples in the order in which they were last wished for. Thread: one owner. Cost: O(log n).
class RecentWishes {
public:
    using Chunk = std::pair<ChannelIndex, std::int64_t>;

    std::size_t size() const { return m_places.size(); }
    bool contains(const Chunk& chunk) const { return m_places.contains(chunk); }
    /// Makes it the newest, whether it is there already or not.
    void renew(const Chunk& chunk);
    /// Precondition: not empty.
    Chunk takeOldest();

private:
    std::list<Chunk> m_order; ///< the oldest first
    std::map<Chunk, std::list<Chunk>::iterator> m_places;
};

} // namespace rillscope
