// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/FlagColumn.h"
#include "core/history/TimeColumn.h"

#include <array>
#include <memory>

namespace rillscope {

/// Columns of consecutive samples in memory, at most a leaf of them.
struct SampleRun {
    TimeColumn times;
    const double* values = nullptr;
    FlagColumn flags;
    int size = 0;

    bool breaksBefore(int index) const { return flags.hasBreak(index); }
};

/// So many samples in the order of arrival. While open it is written at its end, with plain times and flags;
/// sealed() packs these leaf by leaf once it is full, and takes over the values, which never move. What
/// readers see of either is the same. Thread: written by one, read by any number up to the size they know of.
class SampleChunk {
public:
    static constexpr int leafSize = FlagColumn::leafSize;
    static constexpr int leafCount = 16;
    static constexpr int size = leafSize * leafCount;

    /// Memory that costs nothing before it is written.
    static std::unique_ptr<SampleChunk> open();
    /// The same samples in less memory. Precondition: this chunk was open() and is full. It remains readable
    /// while the sealed one lives.
    std::unique_ptr<SampleChunk> sealed();
    /// Sealed, of columns of `size` samples.
    static std::unique_ptr<SampleChunk> packed(const std::int64_t* times, const double* values,
                                               const std::uint16_t* flags);

    /// Where to write. Precondition: the chunk is open.
    std::int64_t* times() { return reinterpret_cast<std::int64_t*>(m_bytes.get()); }
    double* values() { return m_ownValues.get(); }
    std::uint16_t* flags() { return reinterpret_cast<std::uint16_t*>(m_bytes.get() + plainTimes); }

    /// `count` samples from the first of a leaf on.
    SampleRun run(int leaf, int count) const {
        const Leaf& place = m_leaves[static_cast<std::size_t>(leaf)];
        return {place.frame.column(m_bytes.get() + place.timesAt), m_values + leaf * leafSize,
                flagsOf(leaf, place), count};
    }

    std::int64_t byteCount() const { return m_byteCount; }

private:
    struct Leaf {
        TimeFrame frame;
        std::uint32_t timesAt = 0;
        std::uint16_t kinds = 0; ///< of the flags, which follow the times if they are packed
    };

    static constexpr std::size_t plainTimes = size * sizeof(std::int64_t);

    void setBytes(std::size_t count);
    static std::size_t flagsAt(const Leaf& leaf) {
        return leaf.timesAt + TimeFrame::byteCount(leaf.frame.bits, leafSize);
    }
    FlagColumn flagsOf(int leaf, const Leaf& place) const {
        if (m_isOpen)
            return {reinterpret_cast<const std::uint16_t*>(m_bytes.get() + plainTimes) + leaf * leafSize,
                    nullptr, place.kinds};
        return {nullptr, reinterpret_cast<const std::uint64_t*>(m_bytes.get() + flagsAt(place)), place.kinds};
    }

    std::unique_ptr<std::byte[]> m_bytes; ///< times and flags
    std::unique_ptr<double[]> m_ownValues;
    const double* m_values = nullptr; ///< its own, or those it has passed on
    std::array<Leaf, leafCount> m_leaves;
    std::int64_t m_byteCount = 0;
    bool m_isOpen = false;
};

} // namespace rillscope
