// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/TimeColumn.h"

#include <array>
#include <memory>

namespace rillscope {

/// Columns of consecutive samples in memory, at most a leaf of them.
struct SampleRun {
    TimeColumn times;
    const double* values = nullptr;
    const std::uint8_t* flags = nullptr; ///< null when no sample of the leaf has any
    int size = 0;

    static constexpr std::uint8_t breakFlag = 0x80; ///< beside the bits of Quality

    std::uint8_t flagsAt(int index) const { return flags ? flags[index] : std::uint8_t{0}; }
    bool breaksBefore(int index) const { return flagsAt(index) & breakFlag; }
};

/// So many samples in the order of arrival. While open it is written at its end, with plain times and flags;
/// sealed() packs these leaf by leaf once it is full, and takes over the values, which never move. What
/// readers see of either is the same. Thread: written by one, read by any number up to the size they know of.
class SampleChunk {
public:
    static constexpr int leafSize = 256;
    static constexpr int leafCount = 16;
    static constexpr int size = leafSize * leafCount;

    /// Memory that costs nothing before it is written.
    static std::unique_ptr<SampleChunk> open();
    /// The same samples in less memory. Precondition: this chunk was open() and is full. It remains readable
    /// while the sealed one lives.
    std::unique_ptr<SampleChunk> sealed();

    /// Where to write. Precondition: the chunk is open.
    std::int64_t* times() { return reinterpret_cast<std::int64_t*>(m_bytes.get()); }
    double* values() { return m_ownValues.get(); }
    std::uint8_t* flags() { return reinterpret_cast<std::uint8_t*>(m_bytes.get() + plainTimes); }

    /// `count` samples from the first of a leaf on.
    SampleRun run(int leaf, int count) const {
        const Leaf& place = m_leaves[static_cast<std::size_t>(leaf)];
        const auto* flags = reinterpret_cast<const std::uint8_t*>(m_bytes.get() + place.flagsAt);
        return {place.frame.column(m_bytes.get() + place.timesAt), m_values + leaf * leafSize,
                place.flagsAt == noFlags ? nullptr : flags, count};
    }

    std::int64_t byteCount() const { return m_byteCount; }

private:
    struct Leaf {
        TimeFrame frame;
        std::uint32_t timesAt = 0;
        std::uint32_t flagsAt = noFlags;
    };

    static constexpr std::uint32_t noFlags = 0xffff'ffff;
    static constexpr std::size_t plainTimes = size * sizeof(std::int64_t);

    void setBytes(std::size_t count);

    std::unique_ptr<std::byte[]> m_bytes; ///< times and flags
    std::unique_ptr<double[]> m_ownValues;
    const double* m_values = nullptr; ///< its own, or those it has passed on
    std::array<Leaf, leafCount> m_leaves;
    std::int64_t m_byteCount = 0;
};

} // namespace rillscope
