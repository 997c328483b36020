// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/chain/ChainStep.h"
#include "core/process/window/WindowOperator.h"

namespace rillscope {

/// An event-time window over each channel it applies to; its rows go to the window results.
/// Thread: one owner (processing).
class WindowStep final : public ChainStep {
public:
    WindowStep(StepDefinition definition, ChainOutput& output);

    void addChannel(ChannelIndex channel, const QString& rawName, const ChannelInfo& input) override;
    std::optional<ChannelInfo> madeOf(ChannelIndex channel) const override;
    /// One that it computes.
    bool makes(const QString& aggregate) const override;
    void process(const ChainSample& sample) override;
    void finish(Timestamp now) override;

    /// To be called after each sample, when the watermark has observed it.
    void advance(WindowTime watermark, Timestamp now) {
        m_operator.advance(watermark, m_rows);
        if (!m_rows.empty()) [[unlikely]]
            passOn(now);
    }

    void addReader(ChainStep* reader, const QString& aggregate) override;
    void removeReaders() override { m_aggregateReaders.clear(); }

    const WindowOperator& windows() const { return m_operator; }

private:
    struct AggregateReader {
        ChainStep* step = nullptr;
        Aggregate aggregate = Aggregate::Count;
    };

    /// What the step makes of one channel.
    struct Series {
        std::size_t place = 0; ///< among all series of the output
        ChannelInfo made;
    };

    void passOn(Timestamp now);

    WindowOperator m_operator;
    std::vector<std::optional<Series>> m_series; ///< by raw channel; none: not a channel of this step
    std::vector<AggregateReader> m_aggregateReaders;
    std::vector<WindowRow> m_rows;
};

} // namespace rillscope
