// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/SampleChunk.h"

#include <algorithm>

namespace rillscope {
namespace {

bool hasAny(const std::uint8_t* flags) {
    std::uint8_t all = 0;
    for (int i = 0; i < SampleChunk::leafSize; ++i)
        all |= flags[i];
    return all != 0;
}

} // namespace

std::unique_ptr<SampleChunk> SampleChunk::open() {
    auto chunk = std::make_unique<SampleChunk>();
    chunk->setBytes(plainTimes + size);
    chunk->m_ownValues = std::make_unique_for_overwrite<double[]>(size);
    chunk->m_values = chunk->m_ownValues.get();
    for (std::uint32_t leaf = 0; leaf < leafCount; ++leaf) {
        Leaf& place = chunk->m_leaves[leaf];
        place.timesAt = static_cast<std::uint32_t>(leaf * leafSize * sizeof(std::int64_t));
        place.flagsAt = static_cast<std::uint32_t>(plainTimes + leaf * leafSize);
    }
    return chunk;
}

std::unique_ptr<SampleChunk> SampleChunk::sealed() {
    auto chunk = std::make_unique<SampleChunk>();
    std::uint32_t end = 0;
    for (int leaf = 0; leaf < leafCount; ++leaf) {
        Leaf& place = chunk->m_leaves[static_cast<std::size_t>(leaf)];
        place.frame = TimeFrame::of(times() + leaf * leafSize, leafSize);
        place.timesAt = end;
        end += static_cast<std::uint32_t>(TimeFrame::byteCount(place.frame.bits, leafSize));
        if (!hasAny(flags() + leaf * leafSize))
            continue;
        place.flagsAt = end;
        end += leafSize;
    }
    chunk->setBytes(end + TimeColumn::spareBytes);
    for (int leaf = 0; leaf < leafCount; ++leaf) {
        const Leaf& place = chunk->m_leaves[static_cast<std::size_t>(leaf)];
        std::byte* const target = chunk->m_bytes.get();
        place.frame.store(times() + leaf * leafSize, leafSize, target + place.timesAt);
        if (place.flagsAt != noFlags)
            std::memcpy(target + place.flagsAt, flags() + leaf * leafSize, leafSize);
    }
    std::memset(chunk->m_bytes.get() + end, 0, TimeColumn::spareBytes);
    chunk->m_ownValues = std::move(m_ownValues);
    chunk->m_values = m_values;
    return chunk;
}

void SampleChunk::setBytes(std::size_t count) {
    m_bytes = std::make_unique_for_overwrite<std::byte[]>(count);
    m_byteCount = static_cast<std::int64_t>(sizeof *this + count + size * sizeof(double));
}

} // namespace rillscope
