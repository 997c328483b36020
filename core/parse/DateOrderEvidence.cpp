// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/DateOrderEvidence.h"

#include <algorithm>

namespace rillscope {

void DateOrderEvidence::add(std::string_view date) {
    std::array<std::optional<DateText>, 3> read;
    for (std::size_t i = 0; i < orders.size(); ++i)
        read[i] = readDateText(date, orders[i]);
    if (std::none_of(read.begin(), read.end(), [](const auto& text) { return text.has_value(); }))
        return;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        Candidate& candidate = m_candidates[i];
        const auto time = read[i] ? read[i]->timestamp() : std::nullopt;
        if (!time) {
            candidate.isPossible = false;
            continue;
        }
        if (read[i]->dependsOnOrder) {
            m_dependsOnOrder = true;
            if (m_example.empty())
                m_example = date;
        }
        if (candidate.last && *time != *candidate.last) {
            const Duration step = *time - *candidate.last;
            candidate.falls = candidate.falls || step < Duration{0};
            candidate.shortestStep = std::min(candidate.shortestStep, step);
            candidate.longestStep = std::max(candidate.longestStep, step);
        }
        candidate.last = *time;
    }
}

bool DateOrderEvidence::isSteady(const Candidate& candidate) const {
    return candidate.isPossible && !candidate.falls && candidate.longestStep > Duration{0} &&
           candidate.shortestStep <= std::chrono::hours{6} &&
           candidate.longestStep <= 3 * candidate.shortestStep;
}

bool DateOrderEvidence::isErratic(const Candidate& candidate) {
    return !candidate.isPossible || candidate.falls || candidate.longestStep >= std::chrono::hours{24 * 20};
}

std::optional<DateOrder> DateOrderEvidence::order() const {
    if (!m_dependsOnOrder)
        return m_candidates[0].isPossible ? DateOrder::DayFirst : DateOrder::YearFirst;
    const auto isPossible = [](const Candidate& candidate) { return candidate.isPossible; };
    const auto count = std::count_if(m_candidates.begin(), m_candidates.end(), isPossible);
    if (count == 1)
        return orders[static_cast<std::size_t>(
            std::find_if(m_candidates.begin(), m_candidates.end(), isPossible) - m_candidates.begin())];
    for (std::size_t i = 0; i < orders.size(); ++i) {
        bool areOthersErratic = true;
        for (std::size_t other = 0; other < orders.size(); ++other)
            areOthersErratic = areOthersErratic && (other == i || isErratic(m_candidates[other]));
        if (isSteady(m_candidates[i]) && areOthersErratic)
            return orders[i];
    }
    return std::nullopt;
}

} // namespace rillscope
