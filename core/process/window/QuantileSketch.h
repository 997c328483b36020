// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/window/WeightedRun.h"

#include <algorithm>
#include <cstddef>

namespace rillscope {

/// A multiset of finite values for asking percentiles: exact up to a limit, beyond it a mergeable sketch.
/// The sketch: full buffers of k = 4,096 sorted values, each standing for 2^level samples, at most one a
/// level; two of a level become one of the next by keeping every second value, the odd and the even ones in
/// turn. No randomness. The rank of an answer is off by at most rankError() samples: for one stream that is
/// below n · (log2(n / k) / (4 k) + 1 / (2 k)), 0.06 % of a million, 0.12 % of a billion.
/// Source: Munro and Paterson, TCS 12, 1980; Manku, Rajagopalan, Lindsay, SIGMOD 1998; parity by turns as in
/// Agarwal et al., "Mergeable summaries", PODS 2012. Thread: one owner.
class QuantileSketch {
public:
    static constexpr std::size_t bufferSize = 4'096;

    /// Becomes a sketch when it holds more than `exactLimit` values, and more than a buffer.
    /// Precondition: value is finite.
    void add(double value, std::size_t exactLimit) {
        m_values.push_back(value);
        if (m_values.size() > (isExact() ? std::max(exactLimit, bufferSize) : bufferSize)) [[unlikely]]
            condense();
    }

    /// Takes in what the other holds.
    void merge(QuantileSketch&& other, std::size_t exactLimit);

    bool isExact() const { return m_levels.empty(); }
    /// How many samples the rank of any answer is off by at most; 0 while exact.
    std::int64_t rankError() const { return std::max(m_overstated, m_understated); }
    /// Values kept in memory.
    std::size_t heldCount() const { return m_values.size() + m_buffers * bufferSize; }

    /// All values as sorted runs; they stay valid until the sketch changes.
    void appendRuns(std::vector<WeightedRun>& runs);

private:
    using Buffer = std::vector<double>;

    void condense();
    void carry(Buffer buffer, std::size_t level);
    Buffer halve(const Buffer& left, const Buffer& right, std::size_t level);

    std::vector<double> m_values;  ///< one sample each
    std::size_t m_sorted = 0;      ///< how many of them, from the first, are in order
    std::vector<Buffer> m_levels;  ///< sorted, full or empty
    std::size_t m_buffers = 0;     ///< that are full
    std::uint64_t m_keepsEven = 0; ///< a bit a level: whose turn it is
    std::int64_t m_overstated = 0;
    std::int64_t m_understated = 0;
};

} // namespace rillscope
