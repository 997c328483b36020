// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/CaptureBlock.h"

namespace rillscope {

CaptureCounts CaptureBlock::counts() const {
    return {.samples = rawCount,
            .derived = static_cast<qint64>(samples.size()) - rawCount,
            .windows = static_cast<qint64>(windows.size()),
            .events = static_cast<qint64>(events.size())};
}

qint64 CaptureBlock::byteCount() const {
    constexpr std::size_t textBytes = 256; // of the few texts that an entry has; most share theirs
    const std::size_t entries = newChannels.size() + windows.size() + alarms.size() + events.size();
    const std::size_t own =
        sizeof(CaptureBlock) + static_cast<std::size_t>(samples.capacity()) * sizeof(PackedSample) +
        static_cast<std::size_t>(places.capacity()) * sizeof(SamplePlace) +
        windows.capacity() * sizeof(CapturedWindow) + alarms.capacity() * sizeof(AlarmOccurrence) +
        events.capacity() * sizeof(CapturedEvent);
    qsizetype streamText = 0;
    for (const StreamRecord& stream : streams)
        streamText += stream.source.text().size() + stream.definition.size();
    return static_cast<qint64>(own + entries * textBytes) + 2 * streamText + account.size() +
           (position ? position->position.size() : 0);
}

} // namespace rillscope
