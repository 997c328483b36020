// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/HeldBlocks.h"

#include <map>
#include <utility>

namespace rillscope {

void HeldBlocks::add(CaptureBlock block) {
    m_bytes += block.byteCount();
    m_hasSamples |= !block.samples.empty();
    m_blocks.push_back(std::move(block));
}

void HeldBlocks::addFirst(CaptureBlock block) {
    m_bytes += block.byteCount();
    m_hasSamples |= !block.samples.empty();
    m_blocks.insert(m_blocks.begin(), std::move(block));
}

void HeldBlocks::clear() {
    m_blocks.clear();
    m_bytes = 0;
    m_hasSamples = false;
}

Result<void> HeldBlocks::writeAll(CaptureFile& file, const CaptureBlock& first) {
    if (auto written = write(file, first); !written)
        return written;
    for (const CaptureBlock& block : m_blocks) {
        if (auto written = write(file, block); !written)
            return written;
    }
    return {};
}

Result<void> HeldBlocks::write(CaptureFile& file, const CaptureBlock& block) {
    const std::size_t first = m_segments.size();
    for (const SamplePlace& place : block.places)
        m_segments.push_back(
            {place.channel, {place.historyBegin, 0, file.path(), file.channelSize(place.channel)}});
    auto written = file.write(block);
    for (std::size_t i = first; i < m_segments.size(); ++i) {
        CaptureSegment& segment = m_segments[i].segment;
        const std::int64_t count = file.channelSize(m_segments[i].channel) - segment.fileBegin;
        segment.historyEnd = segment.historyBegin + count;
    }
    return written;
}

void HeldBlocks::tellPositions(const std::function<void(const StreamPosition&)>& tell) const {
    std::map<int, const StreamPosition*> newest;
    for (const CaptureBlock& block : m_blocks) {
        if (block.position)
            newest[block.position->stream] = &*block.position;
    }
    for (const auto& [stream, position] : newest)
        tell(*position);
}

void HeldBlocks::addPlacesTo(CaptureIndex& index) {
    for (const PendingSegment& pending : std::exchange(m_segments, {}))
        index.add(pending.channel, pending.segment);
}

} // namespace rillscope
