// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/CaptureIndex.h"
#include "core/capture/write/CaptureFile.h"

#include <functional>

namespace rillscope {

/// The blocks that are not committed yet: they are kept until they are, so that they can be written again
/// into another file. Thread: one owner (capture).
class HeldBlocks {
public:
    void add(CaptureBlock block);
    /// Before all others.
    void addFirst(CaptureBlock block);
    void clear();

    const std::vector<CaptureBlock>& all() const { return m_blocks; }
    bool isEmpty() const { return m_blocks.empty(); }
    bool hasSamples() const { return m_hasSamples; }
    /// Of memory, about.
    qint64 byteCount() const { return m_bytes; }

    /// The block that was added last.
    Result<void> writeLast(CaptureFile& file) { return write(file, m_blocks.back()); }
    /// `first`, which is not held, and all blocks.
    Result<void> writeAll(CaptureFile& file, const CaptureBlock& first);
    /// The newest of each stream.
    void tellPositions(const std::function<void(const StreamPosition&)>& tell) const;
    /// What was written has been committed.
    void addPlacesTo(CaptureIndex& index);
    /// What was written will not be committed.
    void forgetPlaces() { m_segments.clear(); }

private:
    struct PendingSegment {
        ChannelIndex channel = 0;
        CaptureSegment segment;
    };

    Result<void> write(CaptureFile& file, const CaptureBlock& block);

    std::vector<CaptureBlock> m_blocks;
    qint64 m_bytes = 0;
    bool m_hasSamples = false;
    std::vector<PendingSegment> m_segments; ///< of what was written
};

} // namespace rillscope
