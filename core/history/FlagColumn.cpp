// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/FlagColumn.h"

namespace rillscope {

std::uint16_t FlagColumn::kindsOf(const std::uint16_t* flags) {
    std::uint16_t all = 0;
    for (int i = 0; i < leafSize; ++i)
        all |= flags[i];
    return all;
}

void FlagColumn::store(const std::uint16_t* flags, std::uint16_t kinds, std::uint64_t* planes) {
    for (unsigned rest = kinds; rest != 0; rest &= rest - 1) {
        const int kind = std::countr_zero(rest);
        for (int word = 0; word < planeWords; ++word) {
            std::uint64_t bits = 0;
            for (int i = 0; i < 64; ++i)
                bits |= std::uint64_t{flags[word * 64 + i] >> kind & 1U} << i;
            *planes++ = bits;
        }
    }
}

} // namespace rillscope
