// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace rillscope {

/// The event times of consecutive samples, in `bits` each: time i is base + i · step + what is stored, modulo
/// 2^64, so that any times come back to the bit. Each is read in a few instructions without those before it:
/// a binary search needs no decoding. 64 bits are plain times. Units: ns since the Unix epoch.
/// Source: frame of reference coding, Goldstein et al., ICDE 1998, along a line instead of a constant.
struct TimeColumn {
    static constexpr int plainBits = 64;
    /// More must be readable behind the last time.
    static constexpr std::size_t spareBytes = 8;

    const std::byte* data = nullptr;
    std::uint64_t base = 0;
    std::uint64_t step = 0;
    std::uint64_t mask = ~std::uint64_t{0};
    int bits = plainBits;

    std::int64_t operator[](int index) const {
        static_assert(std::endian::native == std::endian::little);
        const auto place = static_cast<std::uint64_t>(index);
        const std::uint64_t bit = place * static_cast<std::uint64_t>(bits);
        std::uint64_t word = 0;
        std::memcpy(&word, data + bit / 8, sizeof word);
        return static_cast<std::int64_t>(base + place * step + (word >> bit % 8 & mask));
    }

    std::int64_t front() const { return (*this)[0]; }

    /// About where a time is among them if they go up; `otherwise` where nothing is known. Any index at all
    /// for times that do not.
    std::int64_t guess(std::int64_t time, std::int64_t otherwise) const {
        const auto offset = static_cast<std::int64_t>(static_cast<std::uint64_t>(time) - base - mask / 2);
        const auto distance = static_cast<std::int64_t>(step);
        return distance > 0 ? offset / distance : otherwise;
    }
};

/// How to store `count` times in the fewest bits that can be read in one word: at most 56, or 64.
struct TimeFrame {
    std::uint64_t base = 0;
    std::uint64_t step = 0;
    int bits = TimeColumn::plainBits;

    /// Precondition: count >= 1.
    static TimeFrame of(const std::int64_t* times, int count);

    static constexpr std::size_t byteCount(int bits, int count) {
        return (static_cast<std::size_t>(bits) * static_cast<std::size_t>(count) + 7) / 8;
    }
    /// Writes byteCount() bytes. Precondition: `count` is a multiple of 64.
    void store(const std::int64_t* times, int count, std::byte* target) const;

    TimeColumn column(const std::byte* data) const {
        const std::uint64_t mask =
            bits == TimeColumn::plainBits ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1;
        return {data, base, step, mask, bits};
    }
};

} // namespace rillscope
