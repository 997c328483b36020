// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Quality.h"

#include <array>
#include <initializer_list>
#include <utility>

namespace rillscope {

/// One value for each mark.
template <typename Value>
class PerMark {
public:
    PerMark() = default;
    /// The marks that are not named have Value().
    PerMark(std::initializer_list<std::pair<QualityFlag, Value>> values) {
        for (const auto& [flag, value] : values)
            (*this)[flag] = value;
    }

    Value& operator[](QualityFlag flag) { return m_values[markNumber(flag)]; }
    const Value& operator[](QualityFlag flag) const { return m_values[markNumber(flag)]; }

    friend bool operator==(const PerMark&, const PerMark&) = default;

private:
    std::array<Value, markTable.size()> m_values{};
};

/// How many samples have each mark.
using MarkCounts = PerMark<qint64>;

/// A sample with several marks counts for each of them.
inline void countEachMark(MarkCounts& counts, Quality quality) {
    for (const QualityFlag flag : allQualityFlags)
        counts[flag] += quality.testFlag(flag) ? 1 : 0;
}

} // namespace rillscope
