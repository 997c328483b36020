// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/history/HistoryReference.h"

#include "core/history/FlagColumn.h"

#include <array>
#include <memory>

namespace rillscope::test {

/// The samples of a chunk as columns, as a file would give them back.
struct ChunkColumns {
    static constexpr auto size = static_cast<std::size_t>(ChannelHistory::chunkSize);
    std::array<std::int64_t, size> times;
    std::array<double, size> values;
    std::array<std::uint16_t, size> flags;

    ChunkColumns(const Recording& recording, std::int64_t chunk) {
        for (std::size_t i = 0; i < size; ++i) {
            const RecordedSample& sample = recording[static_cast<std::size_t>(chunk) * size + i];
            times[i] = toNanoseconds(sample.eventTime);
            values[i] = sample.value;
            flags[i] = static_cast<std::uint16_t>(sample.quality.toInt());
            if (sample.breakBefore)
                flags[i] |= FlagColumn::breakFlag;
        }
    }

    std::unique_ptr<SampleChunk> packFor(const ChannelHistory& history, std::int64_t chunk) const {
        return history.pack(chunk, times.data(), values.data(), flags.data());
    }

    /// What a file would tell without them.
    std::array<EvictedLeaf, ChannelHistory::leavesPerChunk> leaves() const {
        std::array<EvictedLeaf, ChannelHistory::leavesPerChunk> all;
        for (std::size_t leaf = 0; leaf < all.size(); ++leaf) {
            const std::size_t from = leaf * 256;
            all[leaf].summary = summarizeLeaf(&times[from], &values[from], &flags[from], 256);
            all[leaf].marks.kinds = 0;
            for (std::size_t i = from; i < from + 256; ++i)
                addMarks(all[leaf].marks, i);
        }
        return all;
    }

private:
    void addMarks(MarkIndex::LeafMarks& marks, std::size_t i) const {
        for (std::size_t kind = 0; kind < allQualityFlags.size(); ++kind) {
            const auto bit = static_cast<std::uint16_t>(allQualityFlags[kind]);
            if ((flags[i] & bit) && !(marks.kinds & bit)) {
                marks.firsts[kind] = {times[i], values[i]};
                marks.kinds = static_cast<std::uint16_t>(marks.kinds | bit);
            }
        }
    }
};

} // namespace rillscope::test
