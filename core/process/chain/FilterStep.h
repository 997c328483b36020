// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/chain/ChainStep.h"
#include "core/process/filter/Filter.h"

namespace rillscope {

/// A filter: makes a derived channel "channel/step" beside each channel that it applies to.
/// Thread: one owner (processing).
class FilterStep final : public ChainStep {
public:
    using ChainStep::ChainStep;

    void addChannel(ChannelIndex channel, const QString& rawName, const ChannelInfo& input) override;
    std::optional<ChannelInfo> madeOf(ChannelIndex channel) const override;
    bool makes(const QString& aggregate) const override { return aggregate.isEmpty(); }
    void process(const ChainSample& sample) override;

private:
    struct State {
        std::unique_ptr<Filter> filter; ///< null: not a channel of this step
        ChannelInfo made;
        std::optional<ChannelIndex> place; ///< of the derived channel; none when no more channels fit
    };

    std::vector<State> m_states; ///< by raw channel
};

/// The channel that a step makes of another.
ChannelInfo derivedChannel(const StepDefinition& step, const QString& rawName, Unit inputUnit);

} // namespace rillscope
