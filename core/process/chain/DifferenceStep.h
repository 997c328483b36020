// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/chain/ChainStep.h"
#include "core/process/filter/DifferenceFilter.h"

namespace rillscope {

/// Each channel it applies to minus one other raw channel, as a derived channel "channel/step".
/// Thread: one owner (processing).
class DifferenceStep final : public ChainStep {
public:
    using ChainStep::ChainStep;

    void addChannel(ChannelIndex channel, const QString& rawName, const ChannelInfo& input) override;
    std::optional<ChannelInfo> madeOf(ChannelIndex channel) const override;
    bool makes(const QString& aggregate) const override { return aggregate.isEmpty(); }
    void process(const ChainSample& sample) override;
    void finish(Timestamp now) override;

    const QString& subtrahendName() const;
    /// A sample of the channel of that name.
    void processSubtrahend(const ChainSample& sample);

private:
    struct State {
        std::unique_ptr<DifferenceFilter> filter; ///< null: not a channel of this step
        ChannelInfo made;
        std::optional<ChannelIndex> place;
    };

    void passOn(ChannelIndex channel, Timestamp now);

    std::vector<State> m_states;                      ///< by raw channel
    std::vector<DifferenceFilter::Reading> m_derived; ///< of the present sample
};

} // namespace rillscope
