// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/SortedValues.h"

#include <algorithm>
#include <numeric>

namespace rillscope {

/// The first block whose last value is not less than `value`; the last block if there is none.
std::size_t SortedValues::blockOf(double value) const {
    const auto block = std::lower_bound(m_blocks.begin(), m_blocks.end(), value,
                                        [](const Block& left, double right) { return left.back() < right; });
    return static_cast<std::size_t>(std::min(block, m_blocks.end() - 1) - m_blocks.begin());
}

void SortedValues::insert(double value) {
    if (m_blocks.empty()) {
        m_blocks.push_back({value});
        m_ends.push_back(1);
        return;
    }
    const std::size_t at = blockOf(value);
    Block& block = m_blocks[at];
    block.insert(std::upper_bound(block.begin(), block.end(), value), value);
    for (std::size_t i = at; i < m_ends.size(); ++i)
        ++m_ends[i];
    if (block.size() == blockSize)
        split(at);
}

void SortedValues::erase(double value) {
    const std::size_t at = blockOf(value);
    Block& block = m_blocks[at];
    block.erase(std::lower_bound(block.begin(), block.end(), value));
    for (std::size_t i = at; i < m_ends.size(); ++i)
        --m_ends[i];
    // Few values in many blocks would make every pass over the blocks long.
    if (at + 1 < m_blocks.size() && block.size() + m_blocks[at + 1].size() <= blockSize / 2)
        mergeWithNext(at);
    else if (block.empty()) {
        m_blocks.erase(m_blocks.begin() + static_cast<std::ptrdiff_t>(at));
        m_ends.erase(m_ends.begin() + static_cast<std::ptrdiff_t>(at));
    }
}

void SortedValues::split(std::size_t at) {
    const auto place = static_cast<std::ptrdiff_t>(at);
    const auto middle = static_cast<std::ptrdiff_t>(blockSize / 2);
    Block upper(m_blocks[at].begin() + middle, m_blocks[at].end());
    m_blocks[at].erase(m_blocks[at].begin() + middle, m_blocks[at].end());
    m_ends.insert(m_ends.begin() + place, m_ends[at] - static_cast<std::uint32_t>(upper.size()));
    m_blocks.insert(m_blocks.begin() + place + 1, std::move(upper));
}

void SortedValues::mergeWithNext(std::size_t at) {
    const auto place = static_cast<std::ptrdiff_t>(at);
    const Block& next = m_blocks[at + 1];
    m_blocks[at].insert(m_blocks[at].end(), next.begin(), next.end());
    m_blocks.erase(m_blocks.begin() + place + 1);
    m_ends.erase(m_ends.begin() + place);
}

double SortedValues::at(std::size_t rank) const {
    const auto end = std::upper_bound(m_ends.begin(), m_ends.end(), rank);
    const Block& block = m_blocks[static_cast<std::size_t>(end - m_ends.begin())];
    return block[rank + block.size() - *end];
}

double SortedValues::median() const {
    const std::size_t middle = size() / 2;
    return size() % 2 == 1 ? at(middle) : std::midpoint(at(middle - 1), at(middle));
}

/// The rank of the first of the `count` values that lie nearest to `centre`; they follow one another.
std::size_t SortedValues::nearestFirst(double centre, std::size_t count) const {
    std::size_t first = 0;
    std::size_t last = size() - count;
    while (first < last) {
        const std::size_t middle = std::midpoint(first, last);
        if (centre - at(middle) > at(middle + count) - centre)
            first = middle + 1;
        else
            last = middle;
    }
    return first;
}

double SortedValues::medianDistance(double centre) const {
    const auto farthestOfNearest = [&](std::size_t count) {
        const std::size_t first = nearestFirst(centre, count);
        return std::max(centre - at(first), at(first + count - 1) - centre);
    };
    const std::size_t middle = size() / 2;
    return size() % 2 == 1 ? farthestOfNearest(middle + 1)
                           : std::midpoint(farthestOfNearest(middle), farthestOfNearest(middle + 1));
}

} // namespace rillscope
