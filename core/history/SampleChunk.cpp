// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/SampleChunk.h"

#include <algorithm>

namespace rillscope {

std::unique_ptr<SampleChunk> SampleChunk::open() {
    auto chunk = std::make_unique<SampleChunk>();
    chunk->setBytes(plainTimes + size * sizeof(std::uint16_t));
    chunk->m_ownValues = std::make_unique_for_overwrite<double[]>(size);
    chunk->m_values = chunk->m_ownValues.get();
    chunk->m_isOpen = true;
    for (std::uint32_t leaf = 0; leaf < leafCount; ++leaf) {
        Leaf& place = chunk->m_leaves[leaf];
        place.timesAt = static_cast<std::uint32_t>(leaf * leafSize * sizeof(std::int64_t));
        place.kinds = 0xffff;
    }
    return chunk;
}

std::unique_ptr<SampleChunk> SampleChunk::sealed() {
    auto chunk = std::make_unique<SampleChunk>();
    std::size_t end = 0;
    for (int leaf = 0; leaf < leafCount; ++leaf) {
        Leaf& place = chunk->m_leaves[static_cast<std::size_t>(leaf)];
        place.frame = TimeFrame::of(times() + leaf * leafSize, leafSize);
        place.timesAt = static_cast<std::uint32_t>(end);
        place.kinds = FlagColumn::kindsOf(flags() + leaf * leafSize);
        end = flagsAt(place) + FlagColumn::byteCount(place.kinds);
    }
    chunk->setBytes(end + TimeColumn::spareBytes);
    for (int leaf = 0; leaf < leafCount; ++leaf) {
        const Leaf& place = chunk->m_leaves[static_cast<std::size_t>(leaf)];
        std::byte* const target = chunk->m_bytes.get();
        place.frame.store(times() + leaf * leafSize, leafSize, target + place.timesAt);
        FlagColumn::store(flags() + leaf * leafSize, place.kinds,
                          reinterpret_cast<std::uint64_t*>(target + flagsAt(place)));
    }
    std::memset(chunk->m_bytes.get() + end, 0, TimeColumn::spareBytes);
    chunk->m_ownValues = std::move(m_ownValues);
    chunk->m_values = m_values;
    return chunk;
}

std::unique_ptr<SampleChunk> SampleChunk::packed(const std::int64_t* times, const double* values,
                                                 const std::uint16_t* flags) {
    const auto plain = open();
    std::copy_n(times, size, plain->times());
    std::copy_n(values, size, plain->values());
    std::copy_n(flags, size, plain->flags());
    return plain->sealed();
}

void SampleChunk::setBytes(std::size_t count) {
    m_bytes = std::make_unique_for_overwrite<std::byte[]>(count);
    m_byteCount = static_cast<std::int64_t>(sizeof *this + count + size * sizeof(double));
}

} // namespace rillscope
