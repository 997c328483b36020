// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace rillscope {

/// The flags of the samples of one leaf: the bits of Quality, and the break beside them. Either plain, 16
/// bits a sample, or packed: of each flag that any of them has, one bit a sample, so that a leaf without
/// flags takes nothing and one in which every sample has the same flag 32 bytes.
struct FlagColumn {
    static constexpr std::uint16_t breakFlag = 0x8000;
    static constexpr int leafSize = 256;
    static constexpr int planeWords = leafSize / 64;

    const std::uint16_t* plain = nullptr;
    const std::uint64_t* planes = nullptr; ///< planeWords for each of `kinds`, the lowest first
    std::uint16_t kinds = 0;               ///< what any of them may have

    std::uint16_t operator[](int index) const {
        if (plain)
            return plain[index];
        unsigned flags = 0;
        const std::uint64_t* plane = planes;
        for (unsigned rest = kinds; rest != 0; rest &= rest - 1, plane += planeWords) {
            if (hasBit(plane, index))
                flags |= rest & (~rest + 1);
        }
        return static_cast<std::uint16_t>(flags);
    }

    /// Most samples have none.
    bool hasBreak(int index) const {
        if (!(kinds & breakFlag))
            return false;
        return plain ? plain[index] & breakFlag
                     : hasBit(planes + (std::popcount(kinds) - 1) * planeWords, index);
    }

    /// The kinds that any of a leaf's plain flags have, and the bytes these take packed.
    static std::uint16_t kindsOf(const std::uint16_t* flags);
    static constexpr std::size_t byteCount(std::uint16_t kinds) {
        return static_cast<std::size_t>(std::popcount(kinds)) * planeWords * sizeof(std::uint64_t);
    }
    /// Writes byteCount(kinds) bytes.
    static void store(const std::uint16_t* flags, std::uint16_t kinds, std::uint64_t* planes);

private:
    static bool hasBit(const std::uint64_t* plane, int index) {
        return plane[index / 64] >> (index % 64) & 1U;
    }
};

} // namespace rillscope
