// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/read/CaptureReader.h"

#include <array>

namespace rillscope {

/// Makes the rollups of a capture again from its samples, which come one after the other, and compares them
/// with those in the file, to the bit. Thread: that of the reader, which must outlive it.
/// Errors: those of CaptureReader; DamagedFile when they differ.
class RollupChecker {
public:
    explicit RollupChecker(CaptureReader& reader);

    Result<void> add(const StoredSample& sample);
    /// After the last sample, whose id is given: that there are no rollups of samples that are not there, and
    /// none missing but the newest.
    Result<void> finish(qint64 lastId);

    qint64 comparedCount() const { return m_compared; }
    /// Samples of a channel.
    qint64 sampleCount(int channel) const;

private:
    struct Channel {
        std::array<std::int64_t, 256> times;
        std::array<double, 256> values;
        std::array<std::uint16_t, 256> flags;
        std::size_t size = 0; ///< of the leaf that is being filled
        qint64 firstId = 0;
        qint64 leaves = 0;                 ///< that were full
        std::vector<StoredRollup> rollups; ///< read ahead, from `read` on
        qint64 read = 0;
        qint64 missingFrom = -1; ///< the file has none from this one on
    };

    Result<void> compare(int channel, qint64 lastId);
    Result<const StoredRollup*> find(int channel);

    CaptureReader& m_reader;
    std::vector<std::unique_ptr<Channel>> m_channels;
    qint64 m_compared = 0;
};

} // namespace rillscope
