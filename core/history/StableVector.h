// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>

namespace rillscope {

/// A growing array whose elements never move: segments that double in size.
/// Thread: one writer. It has no size of its own: the owner publishes one (with release) after append(), and
/// readers (with acquire) use only indices below it; then no reader ever meets what is being written.
/// Memory: a segment is not touched before it is written, so that the operating system gives pages as needed.
template <typename T>
class StableVector {
    static_assert(std::is_trivially_default_constructible_v<T> && std::is_trivially_destructible_v<T>);

public:
    /// Elements of the first segment.
    static constexpr std::int64_t base = 256;

    /// Writer only; `index` is the number of elements so far.
    void append(std::int64_t index, const T& value) {
        if (index == m_end) {
            const int segment = segmentOf(index);
            const std::int64_t capacity = capacityOf(segment);
            m_segments[static_cast<std::size_t>(segment)].reset(new T[static_cast<std::size_t>(capacity)]);
            m_begin = index;
            m_end = index + capacity;
            m_current = m_segments[static_cast<std::size_t>(segment)].get();
        }
        m_current[index - m_begin] = value;
    }

    const T& operator[](std::int64_t index) const { return *run(index).begin; }

    /// The elements from `index` on that lie one behind the other in memory.
    struct Run {
        const T* begin;
        std::int64_t count;
    };
    Run run(std::int64_t index) const {
        const int segment = segmentOf(index);
        const std::int64_t offset = index - firstOf(segment);
        return {m_segments[static_cast<std::size_t>(segment)].get() + offset, capacityOf(segment) - offset};
    }

private:
    /// 256 · 2^47 elements are more than any memory holds.
    static constexpr int segmentCount = 48;

    /// Segment 0 holds `base` elements, segment s as many as all before it: base · 2^(s − 1).
    static constexpr int segmentOf(std::int64_t index) {
        return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(index / base)));
    }
    static constexpr std::int64_t firstOf(int segment) { return segment == 0 ? 0 : base << (segment - 1); }
    static constexpr std::int64_t capacityOf(int segment) {
        return segment == 0 ? base : base << (segment - 1);
    }

    std::array<std::unique_ptr<T[]>, segmentCount> m_segments;
    // Of the segment that is being written; the writer's alone.
    T* m_current = nullptr;
    std::int64_t m_begin = 0;
    std::int64_t m_end = 0;
};

} // namespace rillscope
