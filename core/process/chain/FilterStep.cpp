// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/chain/FilterStep.h"

namespace rillscope {

ChannelInfo derivedChannel(const StepDefinition& step, const QString& rawName, Unit inputUnit) {
    return {rawName + u'/' + step.name, derivedUnit(step.settings, inputUnit), derivedKind(step.settings)};
}

void FilterStep::addChannel(ChannelIndex channel, const QString& rawName, const ChannelInfo& input) {
    State& state = stateFor(m_states, channel);
    state.filter = makeFilter(definition().settings, input.unit);
    state.made = derivedChannel(definition(), rawName, input.unit);
    state.place = output().addDerivedChannel(state.made);
}

std::optional<ChannelInfo> FilterStep::madeOf(ChannelIndex channel) const {
    if (channel >= m_states.size() || !m_states[channel].filter)
        return std::nullopt;
    return m_states[channel].made;
}

void FilterStep::process(const ChainSample& sample) {
    if (sample.channel >= m_states.size() || !m_states[sample.channel].filter)
        return;
    const State& state = m_states[sample.channel];
    const std::optional<double> value = state.filter->filter(sample.eventTime, sample.value);
    if (!value)
        return;
    if (state.place)
        output().takeDerived({*state.place, sample.eventTime, *value, {}});
    handOn({sample.channel, sample.eventTime, *value, sample.now});
}

} // namespace rillscope
