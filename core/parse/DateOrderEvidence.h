// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/parse/DateText.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace rillscope {

/// Finds out which part of the dates of a text stands first. An order is out when it cannot read a date that
/// another one reads. Where several are left, steps tell: rows that follow each other by minutes in one
/// order, and in all others leap by weeks or go back. Thread: one. Memory: constant.
class DateOrderEvidence {
public:
    void add(std::string_view date);

    /// Nothing while several orders read the same dates differently.
    std::optional<DateOrder> order() const;
    /// A date that may be read in two ways; empty: none.
    const std::string& example() const { return m_example; }

private:
    struct Candidate {
        bool isPossible = true;
        std::optional<Timestamp> last;
        Duration shortestStep = Duration::max();
        Duration longestStep{0};
        bool falls = false;
    };
    bool isSteady(const Candidate& candidate) const;
    static bool isErratic(const Candidate& candidate);

    static constexpr std::array<DateOrder, 3> orders{DateOrder::DayFirst, DateOrder::MonthFirst,
                                                     DateOrder::YearFirst};
    std::array<Candidate, 3> m_candidates;
    std::string m_example;
    bool m_dependsOnOrder = false;
};

} // namespace rillscope
