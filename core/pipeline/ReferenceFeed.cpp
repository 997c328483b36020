// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/ReferenceFeed.h"

namespace rillscope {

void ReferenceFeed::add(std::shared_ptr<const ReferenceSamples> reference,
                        std::vector<std::optional<ChannelIndex>> places, Duration shift) {
    if (!reference->channels.empty())
        m_waiting.push_back({std::move(reference), std::move(places), shift});
}

/// What would lie beyond the ends of time lies at them.
RecordedSample ReferenceFeed::shifted(RecordedSample sample, Duration shift) {
    sample.eventTime += shift;
    return sample;
}

void ReferenceFeed::goOn() {
    Waiting& next = m_waiting.front();
    next.sample = 0;
    if (++next.channel == next.capture->channels.size())
        m_waiting.pop_front();
}

} // namespace rillscope
