// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/FaultInjector.h"

namespace rillscope {

void FaultInjector::add(const Sample& sample, Timestamp lastTime) {
    const ChannelFaults::Outcome outcome = faultsOf(sample.channel).apply(sample, m_settings, m_log);
    if (outcome.isLeftOut)
        return;
    Sample changed = sample;
    changed.value = outcome.value;
    const bool isInTime = lastTime - sample.eventTime >= outcome.delay;
    const Timestamp arrival = isInTime ? sample.eventTime + outcome.delay : lastTime;
    for (int copies = outcome.isDoubled ? 2 : 1; copies > 0; --copies)
        m_held.push({arrival, m_number++, changed});
}

std::optional<Timestamp> FaultInjector::nextArrival() const {
    if (m_held.empty())
        return std::nullopt;
    // At once, when there are too many.
    return m_held.size() > mostHeld ? m_held.top().sample.eventTime : m_held.top().arrival;
}

Sample FaultInjector::take() {
    const Sample sample = m_held.top().sample;
    m_held.pop();
    return sample;
}

ChannelFaults& FaultInjector::faultsOf(ChannelIndex channel) {
    while (m_channels.size() <= channel)
        m_channels.emplace_back(m_seed, m_firstStream + static_cast<int>(m_channels.size() * faultKindCount));
    return m_channels[channel];
}

} // namespace rillscope
