// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/CaptureSchema.h"
#include "core/capture/write/CaptureBlock.h"

#include <array>
#include <memory>

namespace rillscope {

/// Writes the rows of `rollups` of one capture: one for each rollupSamples samples of a channel.
/// Thread: one owner (capture). Errors: those of Database.
class RollupRows {
public:
    static Result<RollupRows> make(Database& database);
    RollupRows() = default;

    /// `id`: of the sample in the file.
    Result<void> add(const PackedSample& sample, std::int64_t id);
    /// Samples of a channel that were added.
    std::int64_t sampleCount(ChannelIndex channel) const;
    /// No more follow, and the database may be closed.
    void finish() { m_statement = {}; }

private:
    /// The samples that have no row yet, as columns.
    struct Open {
        std::array<std::int64_t, rollupSamples> times;
        std::array<double, rollupSamples> values;
        std::array<std::uint16_t, rollupSamples> flags;
        int count = 0;
        std::int64_t firstSample = 0;
        std::int64_t number = 0;
    };

    Result<void> write(ChannelIndex channel, Open& open, std::int64_t lastSample);

    Statement m_statement;
    std::vector<std::unique_ptr<Open>> m_channels;
};

} // namespace rillscope
