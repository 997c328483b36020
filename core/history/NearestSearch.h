// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/HistoryStorage.h"

#include <limits>
#include <optional>
#include <vector>

namespace rillscope {

/// Finds the sample nearest in time: what is nearest is looked at first, what cannot be nearer is not opened.
/// Thread: one owner, over a storage of which `size` samples are published.
class NearestSearch {
public:
    NearestSearch(const HistoryStorage& storage, std::int64_t time) : m_storage(storage), m_time(time) {}

    /// Of two as near the earlier one in time, then in arrival.
    std::optional<std::int64_t> find(std::int64_t size);

private:
    struct Candidate {
        std::uint64_t distance;
        HistoryStorage::Node node;
    };

    std::uint64_t distanceTo(std::int64_t time) const;
    std::uint64_t distanceTo(const Summary& summary) const;
    void search(std::vector<Candidate>& candidates);
    void scan(std::int64_t from, std::int64_t to);

    const HistoryStorage& m_storage;
    std::int64_t m_time;
    std::optional<std::int64_t> m_best;
    std::int64_t m_bestTime = 0;
    std::uint64_t m_bestDistance = std::numeric_limits<std::uint64_t>::max();
};

} // namespace rillscope
