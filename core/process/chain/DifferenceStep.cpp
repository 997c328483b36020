// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/chain/DifferenceStep.h"

#include "core/process/chain/FilterStep.h"

namespace rillscope {

void DifferenceStep::addChannel(ChannelIndex channel, const QString& rawName, const ChannelInfo& input) {
    State& state = stateFor(m_states, channel);
    state.filter = std::make_unique<DifferenceFilter>(std::get<ChannelDifference>(definition().settings));
    state.made = derivedChannel(definition(), rawName, input.unit);
    state.place = output().addDerivedChannel(state.made);
}

std::optional<ChannelInfo> DifferenceStep::madeOf(ChannelIndex channel) const {
    if (channel >= m_states.size() || !m_states[channel].filter)
        return std::nullopt;
    return m_states[channel].made;
}

const QString& DifferenceStep::subtrahendName() const {
    return std::get<ChannelDifference>(definition().settings).minus;
}

void DifferenceStep::process(const ChainSample& sample) {
    if (sample.channel >= m_states.size() || !m_states[sample.channel].filter)
        return;
    m_states[sample.channel].filter->addMinuend(sample.eventTime, sample.value, m_derived);
    passOn(sample.channel, sample.now);
}

void DifferenceStep::processSubtrahend(const ChainSample& sample) {
    for (std::size_t channel = 0; channel < m_states.size(); ++channel) {
        if (!m_states[channel].filter)
            continue;
        m_states[channel].filter->addSubtrahend(sample.eventTime, sample.value, m_derived);
        passOn(static_cast<ChannelIndex>(channel), sample.now);
    }
}

void DifferenceStep::finish(Timestamp now) {
    for (std::size_t channel = 0; channel < m_states.size(); ++channel) {
        if (!m_states[channel].filter)
            continue;
        m_states[channel].filter->finish(m_derived);
        passOn(static_cast<ChannelIndex>(channel), now);
    }
}

void DifferenceStep::passOn(ChannelIndex channel, Timestamp now) {
    const State& state = m_states[channel];
    for (const DifferenceFilter::Reading& reading : m_derived) {
        if (state.place)
            output().takeDerived({*state.place, reading.eventTime, reading.value, {}});
        handOn({channel, reading.eventTime, reading.value, now});
    }
    m_derived.clear();
}

} // namespace rillscope
