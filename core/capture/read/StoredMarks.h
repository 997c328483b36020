// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/read/CaptureReader.h"
#include "core/history/MarkIndex.h"

#include <utility>

namespace rillscope {

/// The first sample of each kind of mark in each leaf of 256 samples of one channel of a capture. Only as
/// many rows are looked at as there are leaves with marks of each combination, however many are marked.
/// Thread: that of the reader.
class StoredMarks {
public:
    /// The leaves' first and last ids, in order.
    using Leaves = std::vector<std::pair<qint64, qint64>>;

    /// Errors: those of CaptureReader.
    static Result<StoredMarks> read(CaptureReader& reader, int channel, const Leaves& leaves);

    /// Precondition: asked for in the order of the leaves.
    MarkIndex::LeafMarks take(std::size_t leaf);

private:
    struct Mark {
        std::size_t leaf = 0;
        qint64 id = 0;
        unsigned kinds = 0;
        MarkIndex::Place place{};
    };

    Result<void> readAlike(CaptureReader& reader, int channel, const Leaves& leaves, std::int64_t quality);

    std::vector<Mark> m_marks; ///< by leaf, then by id
    std::size_t m_next = 0;
};

} // namespace rillscope
