// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rillscope {

/// The CRC-32 (that of zlib, ISO 3309) of stored samples that follow each other, which any change of one of
/// them changes. Of each sample: channel, time, value and quality as they are in table samples, as 64-bit
/// integers, little-endian; of the value the IEEE 754 bits, 0x7ff8000000000000 for NaN. Thread: one owner.
class SampleChecksum {
public:
    void add(std::int64_t channel, std::int64_t time, double value, std::int64_t quality);
    bool isEmpty() const { return m_isEmpty; }
    /// Of those added since the last time; begins anew.
    std::uint32_t take();

private:
    void sumUp();

    std::vector<std::uint64_t> m_words; ///< little-endian, to be summed up at one go
    std::uint32_t m_sum = 0;
    bool m_isEmpty = true;
};

} // namespace rillscope
