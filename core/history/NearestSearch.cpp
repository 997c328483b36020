// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/NearestSearch.h"

#include <algorithm>

namespace rillscope {

std::optional<std::int64_t> NearestSearch::find(std::int64_t size) {
    std::vector<Candidate> candidates;
    m_storage.cover(
        size,
        [&](HistoryStorage::Node node) {
            candidates.push_back({distanceTo(m_storage.summary(node)), node});
        },
        [&](std::int64_t from, std::int64_t to) { scan(from, to); });
    search(candidates);
    return m_best;
}

void NearestSearch::search(std::vector<Candidate>& candidates) {
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& left, const Candidate& right) {
        return left.distance < right.distance;
    });
    for (const Candidate& candidate : candidates) {
        // As near is worth a look: it may be earlier.
        if (m_best && candidate.distance > m_bestDistance)
            return;
        std::vector<Candidate> children;
        m_storage.descend(
            candidate.node,
            [&](HistoryStorage::Node node) {
                children.push_back({distanceTo(m_storage.summary(node)), node});
            },
            [&](std::int64_t from, std::int64_t to) { scan(from, to); });
        search(children);
    }
}

void NearestSearch::scan(std::int64_t from, std::int64_t to) {
    std::int64_t index = from;
    m_storage.scan(from, to, [&](std::int64_t time, double, std::uint8_t) {
        const std::uint64_t distance = distanceTo(time);
        const bool isNearer = !m_best || distance < m_bestDistance;
        const bool isEarlier = distance == m_bestDistance &&
                               (time < m_bestTime || (time == m_bestTime && m_best && index < *m_best));
        if (isNearer || isEarlier) {
            m_best = index;
            m_bestTime = time;
            m_bestDistance = distance;
        }
        ++index;
    });
}

std::uint64_t NearestSearch::distanceTo(std::int64_t time) const {
    const auto from = static_cast<std::uint64_t>(std::min(time, m_time));
    const auto to = static_cast<std::uint64_t>(std::max(time, m_time));
    return to - from; // modulo 2^64, in which every distance fits
}

std::uint64_t NearestSearch::distanceTo(const Summary& summary) const {
    if (m_time >= summary.earliest && m_time <= summary.latest)
        return 0;
    return std::min(distanceTo(summary.earliest), distanceTo(summary.latest));
}

} // namespace rillscope
