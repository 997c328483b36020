// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/QuantileSketch.h"

#include <algorithm>
#include <utility>

namespace rillscope {
namespace {

using Offset = std::vector<double>::difference_type;

} // namespace

void QuantileSketch::merge(QuantileSketch&& other, std::size_t exactLimit) {
    if (other.heldCount() > heldCount())
        std::swap(*this, other);
    for (std::size_t level = 0; level < other.m_levels.size(); ++level) {
        if (!other.m_levels[level].empty())
            carry(std::move(other.m_levels[level]), level);
    }
    m_overstated += other.m_overstated;
    m_understated += other.m_understated;
    for (const double value : other.m_values)
        add(value, exactLimit);
}

/// Puts all full buffers of single values into the levels.
void QuantileSketch::condense() {
    const auto full = m_values.size() / bufferSize * bufferSize;
    for (std::size_t first = 0; first < full; first += bufferSize) {
        const auto begin = m_values.begin() + static_cast<Offset>(first);
        Buffer buffer(begin, begin + static_cast<Offset>(bufferSize));
        std::ranges::sort(buffer);
        carry(std::move(buffer), 0);
    }
    std::vector<double> rest(m_values.begin() + static_cast<Offset>(full), m_values.end());
    rest.reserve(bufferSize + 1);
    m_values = std::move(rest);
    m_sorted = 0;
}

/// Like adding one to a binary number: what is there already makes one of the next level.
void QuantileSketch::carry(Buffer buffer, std::size_t level) {
    ++m_buffers;
    while (level < m_levels.size() && !m_levels[level].empty()) {
        buffer = halve(m_levels[level], buffer, level);
        m_levels[level] = {};
        --m_buffers;
        ++level;
    }
    if (level >= m_levels.size())
        m_levels.resize(level + 1);
    m_levels[level] = std::move(buffer);
}

QuantileSketch::Buffer QuantileSketch::halve(const Buffer& left, const Buffer& right, std::size_t level) {
    const std::uint64_t turn = std::uint64_t{1} << level;
    const bool keepsEven = (m_keepsEven & turn) != 0;
    m_keepsEven ^= turn;
    // Of r values up to some x, (r + 1) / 2 of the first, third, … or r / 2 of the second, fourth, … are
    // kept.
    (keepsEven ? m_understated : m_overstated) += std::int64_t{1} << level;
    Buffer half;
    half.reserve(bufferSize);
    auto fromLeft = left.begin();
    auto fromRight = right.begin();
    for (std::size_t i = 0; i < 2 * bufferSize; ++i) {
        const bool takesLeft =
            fromRight == right.end() || (fromLeft != left.end() && *fromLeft <= *fromRight);
        const double next = takesLeft ? *fromLeft++ : *fromRight++;
        if ((i % 2 != 0) == keepsEven)
            half.push_back(next);
    }
    return half;
}

void QuantileSketch::appendRuns(std::vector<WeightedRun>& runs) {
    const auto middle = m_values.begin() + static_cast<Offset>(m_sorted);
    std::sort(middle, m_values.end());
    std::inplace_merge(m_values.begin(), middle, m_values.end());
    m_sorted = m_values.size();
    if (!m_values.empty())
        runs.push_back({m_values.data(), m_values.data() + m_values.size(), 1});
    for (std::size_t level = 0; level < m_levels.size(); ++level) {
        const Buffer& buffer = m_levels[level];
        if (!buffer.empty())
            runs.push_back({buffer.data(), buffer.data() + buffer.size(), std::int64_t{1} << level});
    }
}

} // namespace rillscope
