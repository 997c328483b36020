// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/chain/ChainOutput.h"
#include "core/process/definition/PipelineDefinition.h"

#include <vector>

namespace rillscope {

/// A value on its way through the chain.
struct ChainSample {
    ChannelIndex channel = 0; ///< the raw channel that it comes from in the end
    Timestamp eventTime;
    double value = 0.0;
    Timestamp now; ///< when it is: arrival for a live source, the newest event time for a replay
};

/// A step that runs on every sample: filter, window or alarm. It keeps its own state for each raw channel
/// that it applies to, and hands on what it makes to the steps that read it.
/// Thread: one owner (processing).
class ChainStep {
public:
    ChainStep(StepDefinition definition, ChainOutput& output)
        : m_definition(std::move(definition)), m_output(output) {}
    virtual ~ChainStep() = default;
    ChainStep(const ChainStep&) = delete;
    ChainStep& operator=(const ChainStep&) = delete;

    const StepDefinition& definition() const { return m_definition; }

    /// A raw channel that the step applies to; `input` is what the values are that it will be given.
    virtual void addChannel(ChannelIndex channel, const QString& rawName, const ChannelInfo& input) = 0;
    /// What the step makes of a channel; nothing when it makes nothing of it.
    virtual std::optional<ChannelInfo> madeOf(ChannelIndex) const { return std::nullopt; }

    /// Whether another step can read it. `aggregate` names which, of a window; empty: none is named.
    virtual bool makes(const QString& aggregate) const = 0;

    /// A channel that was not added is none of the step's, and is passed over.
    virtual void process(const ChainSample& sample) = 0;
    /// Nothing more comes of the stream.
    virtual void finish(Timestamp) {}

    /// From now on `reader` is given what this step makes. Precondition: makes(aggregate).
    virtual void addReader(ChainStep* reader, const QString& aggregate);
    virtual void removeReaders() { m_readers.clear(); }

protected:
    void handOn(const ChainSample& sample) const {
        for (ChainStep* reader : m_readers)
            reader->process(sample);
    }
    ChainOutput& output() const { return m_output; }

private:
    StepDefinition m_definition;
    ChainOutput& m_output;
    std::vector<ChainStep*> m_readers;
};

/// The state of a step for one channel, or an empty one, in a list that grows as channels come.
template <typename State>
State& stateFor(std::vector<State>& states, ChannelIndex channel) {
    if (states.size() <= channel)
        states.resize(std::size_t{channel} + 1);
    return states[channel];
}

} // namespace rillscope
