// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunningStatistics.h"
#include "core/history/M4.h"
#include "core/history/SampleChunk.h"

namespace rillscope {

/// What is known of consecutive samples of one channel without them. Units: times ns since the Unix epoch.
struct alignas(64) LeafSummary {
    M4 m4;                 ///< of the finite samples
    std::int64_t earliest; ///< of all samples
    std::int64_t latest;
    double mean; ///< of the finite samples
    double squaredDeviations;
    bool isPlain;      ///< a leaf whose times never go back and whose values are all finite
    bool breaksInside; ///< the line breaks before another sample than the first in time

    RunningStatistics statistics() const {
        return {m4.count, mean, squaredDeviations, m4.minimum, m4.maximum};
    }
};

/// Of samples in the order of arrival; `flags` are the bits of Quality and FlagColumn::breakFlag. The same
/// samples always make the same summary, to the bit. Precondition: 0 < count <= FlagColumn::leafSize.
LeafSummary summarizeLeaf(const std::int64_t* times, const double* values, const std::uint16_t* flags,
                          int count);

/// Whether two say the same, to the bit; what means nothing (see M4) and the kind of a NaN aside.
bool isSame(const LeafSummary& left, const LeafSummary& right);

/// Whether it can be one of leafSize samples at all: it may come from a file.
bool isPossible(const LeafSummary& leaf);

} // namespace rillscope
