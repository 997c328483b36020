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
    if (block.stream)
        m_stream = block.stream;
    if (!block.account.isEmpty())
        m_account = block.account;
    m_alarms.put(block.alarms);
}

CaptureBlock StandingState::firstBlock() const {
    CaptureBlock block;
    block.newChannels = m_channels;
    block.stream = m_stream;
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
