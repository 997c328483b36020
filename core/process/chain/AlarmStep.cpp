// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/chain/AlarmStep.h"

namespace rillscope {

AlarmStep::~AlarmStep() {
    for (std::optional<AlarmMonitor>& monitor : m_monitors) {
        if (monitor)
            monitor->finish(output().alarms());
    }
}

void AlarmStep::addChannel(ChannelIndex channel, const QString& rawName, const ChannelInfo&) {
    stateFor(m_monitors, channel)
        .emplace(definition().name, rawName, std::get<AlarmRule>(definition().settings));
}

void AlarmStep::process(const ChainSample& sample) {
    if (sample.channel < m_monitors.size() && m_monitors[sample.channel])
        m_monitors[sample.channel]->judge(sample.eventTime, sample.value, sample.now, output().alarms());
}

void AlarmStep::passTime(Timestamp now) {
    for (std::optional<AlarmMonitor>& monitor : m_monitors) {
        if (monitor)
            monitor->advance(now, output().alarms());
    }
}

} // namespace rillscope
