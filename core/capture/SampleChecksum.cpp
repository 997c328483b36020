// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/SampleChecksum.h"

#include <QtEndian>

#include <zlib.h>

#include <bit>
#include <cmath>
#include <utility>

namespace rillscope {
namespace {

constexpr std::size_t mostWords = 4 * 1'024;
constexpr std::uint64_t nanBits = 0x7ff8000000000000;

std::uint64_t stored(std::int64_t number) {
    return qToLittleEndian(static_cast<quint64>(number));
}

} // namespace

void SampleChecksum::add(std::int64_t channel, std::int64_t time, double value, std::int64_t quality) {
    const std::uint64_t bits = std::isnan(value) ? nanBits : std::bit_cast<std::uint64_t>(value);
    m_words.insert(m_words.end(),
                   {stored(channel), stored(time), qToLittleEndian(quint64{bits}), stored(quality)});
    m_isEmpty = false;
    if (m_words.size() >= mostWords)
        sumUp();
}

std::uint32_t SampleChecksum::take() {
    sumUp();
    m_isEmpty = true;
    return std::exchange(m_sum, 0);
}

void SampleChecksum::sumUp() {
    const uLong sum = crc32_z(m_sum, reinterpret_cast<const Bytef*>(m_words.data()),
                              m_words.size() * sizeof(m_words.front()));
    m_sum = static_cast<std::uint32_t>(sum);
    m_words.clear();
}

} // namespace rillscope
