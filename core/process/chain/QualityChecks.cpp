// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/chain/QualityChecks.h"

#include "core/process/chain/ChainStep.h"
#include "core/process/definition/DefinitionWords.h"
#include "core/process/definition/NamePattern.h"

#include <algorithm>

namespace rillscope {

void QualityChecks::setDefinition(const PipelineDefinition& definition) {
    m_steps.clear();
    for (const StepDefinition& step : definition.steps) {
        if (step.enabled && groupOf(step.settings) == StepGroup::QualityRule)
            m_steps.append(step);
    }
    for (Channel& channel : m_channels) {
        if (channel.info)
            makeRules(channel);
    }
}

void QualityChecks::addChannel(ChannelIndex index, const ChannelInfo& info) {
    Channel& channel = stateFor(m_channels, index);
    channel.info = info;
    channel.validator.emplace(info.unit);
    makeRules(channel);
}

void QualityChecks::reset() {
    for (Channel& channel : m_channels) {
        if (!channel.info)
            continue;
        channel.validator.emplace(channel.info->unit);
        channel.rules.clear();
        makeRules(channel);
    }
}

void QualityChecks::makeRules(Channel& channel) const {
    std::vector<Rule> before = std::exchange(channel.rules, {});
    for (const StepDefinition& step : m_steps) {
        if (!matchesPattern(step.channels, channel.info->name))
            continue;
        const auto same = std::ranges::find(before, step, &Rule::step);
        if (same != before.end() && same->check)
            channel.rules.push_back({step, std::move(same->check)});
        else
            channel.rules.push_back({step, makeQualityRule(step.settings)});
    }
}

Quality QualityChecks::judge(ChannelIndex index, Timestamp eventTime, double value) {
    Channel& channel = m_channels[index];
    Quality quality = channel.validator->judge(eventTime, value);
    for (const Rule& rule : channel.rules)
        quality |= rule.check->judge(eventTime, value);
    return quality;
}

Quality QualityChecks::judgeValue(ChannelIndex index, double value) const {
    return m_channels[index].validator->judgeValue(value);
}

} // namespace rillscope
