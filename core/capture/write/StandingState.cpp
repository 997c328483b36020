// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/StandingState.h"

namespace rillscope {

void StandingState::learnChannels(const CaptureBlock& block) {
    for (std::size_t i = 0; i < block.newChannels.size(); ++i) {
        if (static_cast<std::size_t>(block.firstNewChannel) + i == m_channels.size())
            m_channels.push_back(block.newChannels[i]);
    }
}

void StandingState::noteCommitted(const CaptureBlock& block) {
    for (const StreamRecord& stream : block.streams)
        noteStream(stream);
    if (block.endedStream)
        noteEnd(*block.endedStream);
    if (!block.account.isEmpty())
        m_account = block.account;
    m_alarms.put(block.alarms);
}

/// A stream that is described again comes last, because the definition of a file is that of its last stream.
void StandingState::noteStream(const StreamRecord& stream) {
    const bool isKnown = removeStream(stream.number);
    if (m_haveAllEnded && !isKnown) {
        m_streams.clear();
        m_haveAllEnded = false;
    }
    m_streams.push_back(stream);
}

/// The last to end is kept until another begins, because a file says where its samples came from.
void StandingState::noteEnd(int stream) {
    if (m_streams.size() > 1)
        removeStream(stream);
    else
        m_haveAllEnded = true;
}

bool StandingState::removeStream(int number) {
    return std::erase_if(m_streams, [number](const StreamRecord& each) { return each.number == number; }) > 0;
}

CaptureBlock StandingState::firstBlock() const {
    CaptureBlock block;
    block.newChannels = m_channels;
    block.streams = m_streams;
    block.alarms = m_alarms.all();
    block.account = m_account;
    return block;
}

CaptureBlock StandingState::takeAlarms() {
    CaptureBlock block;
    block.alarms = m_alarms.all();
    m_alarms.clear();
    return block;
}

} // namespace rillscope
