// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/TimeColumn.h"

#include <algorithm>
#include <limits>

namespace rillscope {
namespace {

/// So that a time that begins within a byte still ends within the word read from there.
constexpr int mostPackedBits = 56;

} // namespace

TimeFrame TimeFrame::of(const std::int64_t* times, int count) {
    // All modulo 2^64: times may lie further apart than a signed number of nanoseconds reaches.
    const auto first = static_cast<std::uint64_t>(times[0]);
    const auto length = static_cast<std::int64_t>(static_cast<std::uint64_t>(times[count - 1]) - first);
    const auto step = static_cast<std::uint64_t>(count > 1 ? length / (count - 1) : 0);
    std::int64_t lowest = std::numeric_limits<std::int64_t>::max();
    std::int64_t highest = std::numeric_limits<std::int64_t>::min();
    std::uint64_t expected = first;
    for (int i = 0; i < count; ++i, expected += step) {
        const auto offset = static_cast<std::int64_t>(static_cast<std::uint64_t>(times[i]) - expected);
        lowest = std::min(lowest, offset);
        highest = std::max(highest, offset);
    }
    const auto span = static_cast<std::uint64_t>(highest) - static_cast<std::uint64_t>(lowest);
    const auto bits = static_cast<int>(std::bit_width(span));
    if (bits > mostPackedBits)
        return {};
    return {first + static_cast<std::uint64_t>(lowest), step, bits};
}

void TimeFrame::store(const std::int64_t* times, int count, std::byte* target) const {
    std::uint64_t word = 0;
    int filled = 0;
    std::uint64_t expected = base;
    for (int i = 0; i < count; ++i, expected += step) {
        const std::uint64_t rest = static_cast<std::uint64_t>(times[i]) - expected;
        word |= rest << filled;
        filled += bits;
        if (filled < 64)
            continue;
        std::memcpy(target, &word, sizeof word);
        target += sizeof word;
        filled -= 64;
        word = filled > 0 ? rest >> (bits - filled) : 0;
    }
}

} // namespace rillscope
