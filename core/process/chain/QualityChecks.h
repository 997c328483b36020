// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/SampleValidator.h"
#include "core/process/definition/PipelineDefinition.h"
#include "core/process/quality/QualityRule.h"

#include <vector>

namespace rillscope {

/// All that marks the samples of a stream before they are recorded: what is built in and the quality rules of
/// a definition, in their order. Thread: one owner (processing).
class QualityChecks {
public:
    /// A rule that has not changed keeps its state; every other rule starts without one.
    void setDefinition(const PipelineDefinition& definition);
    void addChannel(ChannelIndex channel, const ChannelInfo& info);
    /// Nothing of what was seen counts for what comes.
    void reset();

    /// Precondition: the channel was added.
    Quality judge(ChannelIndex channel, Timestamp eventTime, double value);
    /// Of a sample whose time is not believed: what its value alone says. Others are not measured against it.
    Quality judgeValue(ChannelIndex channel, double value) const;

private:
    struct Rule {
        StepDefinition step;
        std::unique_ptr<QualityRule> check;
    };
    struct Channel {
        std::optional<ChannelInfo> info; ///< none: a derived channel, which nobody judges
        std::optional<SampleValidator> validator;
        std::vector<Rule> rules;
    };

    void makeRules(Channel& channel) const;

    QList<StepDefinition> m_steps;
    std::vector<Channel> m_channels;
};

} // namespace rillscope
