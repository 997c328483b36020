// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rillscope {

/// Finite values in ascending order, to which values are added and from which they are taken, with the value
/// of any rank at hand. Thread: one owner. Cost, for n values: adding and taking O(log n + n / blockSize)
/// plus moving half a block of memory, a rank O(log n). The middle part is one pass over 4 KB for the million
/// values that a window holds at most.
class SortedValues {
public:
    void insert(double value);
    /// Takes out one such value. Precondition: there is one.
    void erase(double value);

    std::size_t size() const { return m_ends.empty() ? 0 : m_ends.back(); }
    /// Precondition: rank < size().
    double at(std::size_t rank) const;

    /// The middle one, or the mean of the two in the middle. Precondition: not empty.
    double median() const;
    /// The median of the distances from `centre`. Precondition: not empty.
    double medianDistance(double centre) const;

private:
    static constexpr std::size_t blockSize = 512;

    using Block = std::vector<double>;

    std::size_t blockOf(double value) const;
    std::size_t nearestFirst(double centre, std::size_t count) const;
    void split(std::size_t block);
    void mergeWithNext(std::size_t block);

    std::vector<Block> m_blocks;       ///< sorted, none empty
    std::vector<std::uint32_t> m_ends; ///< by block: how many values it and those before it hold
};

} // namespace rillscope
