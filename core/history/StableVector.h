// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <memory>
#include <type_traits>

namespace rillscope {

/// A vector that only grows, and whose elements never move: segments of firstSegment, firstSegment,
/// 2 · firstSegment, 4 · firstSegment … elements. Fresh segments are not initialized, so that memory not yet
/// written costs nothing.
/// Thread: one writer; any number of readers without locks. append() publishes the element with the new
/// size; a reader may read what lies below a size() it has seen.
template <typename T, std::uint64_t firstSegment>
class StableVector {
    static_assert(std::has_single_bit(firstSegment));
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_default_constructible_v<T>);

public:
    /// Writer only. Amortized O(1).
    void append(const T& value) {
        if (m_next == m_segmentEnd)
            addSegment();
        *m_next++ = value;
        m_size.store(m_size.load(std::memory_order_relaxed) + 1, std::memory_order_release);
    }

    std::int64_t size() const { return m_size.load(std::memory_order_acquire); }

    /// Precondition: 0 <= index < size().
    const T& operator[](std::int64_t index) const { return *from(index); }

    /// Writer only; readers who may be reading it at the same time need an atomic element.
    T& at(std::int64_t index) { return const_cast<T&>(*from(index)); }

    /// The element at `index`; those up to the next multiple of firstSegment follow it in memory.
    const T* from(std::int64_t index) const {
        const auto position = static_cast<std::uint64_t>(index);
        const std::uint64_t block = position / firstSegment;
        const std::uint64_t segmentBegin = std::bit_floor(block) * firstSegment;
        return m_segments[static_cast<std::size_t>(std::bit_width(block))].get() + (position - segmentBegin);
    }

private:
    void addSegment() {
        const auto size = static_cast<std::uint64_t>(m_size.load(std::memory_order_relaxed));
        const std::uint64_t length = size == 0 ? firstSegment : size;
        auto& segment = m_segments[static_cast<std::size_t>(std::bit_width(size / firstSegment))];
        segment = std::make_unique_for_overwrite<T[]>(length);
        m_next = segment.get();
        m_segmentEnd = m_next + length;
    }

    std::array<std::unique_ptr<T[]>, 48> m_segments; // a slot is set before a size that needs it is published
    T* m_next = nullptr;                             // writer only
    T* m_segmentEnd = nullptr;                       // writer only
    std::atomic<std::int64_t> m_size{0};
};

} // namespace rillscope
