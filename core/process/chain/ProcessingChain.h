// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/chain/AlarmStep.h"
#include "core/process/chain/DifferenceStep.h"
#include "core/process/chain/QualityChecks.h"
#include "core/process/chain/WindowStep.h"
#include "core/process/window/FarFuture.h"
#include "core/process/window/WatermarkMerger.h"
#include "core/process/window/WindowResults.h"

#include <memory>

namespace rillscope {

/// A step that is switched on, but has nothing to read: what it reads is not there, switched off, of a kind
/// that cannot be read, or left out itself.
struct LeftOutStep {
    QString name;
    QString of; ///< what it reads

    friend bool operator==(const LeftOutStep&, const LeftOutStep&) = default;
};

/// A pipeline definition at work: what is done to each sample of a stream besides recording it.
/// Use: addChannel() once, then judge() and process() for each sample in the order of arrival.
/// Thread: one owner (processing). Units: temperatures in °C. Errors: none; a definition that was read from a
/// file is right, and of one that is not, the steps that cannot work are left out.
class ProcessingChain {
public:
    explicit ProcessingChain(ChainOutput& output) : m_output(output) {}

    const PipelineDefinition& definition() const { return m_definition; }
    /// Steps that are as before, and read what they read before, go on where they are. The others start
    /// afresh; alarms of a rule that is gone have ended.
    void setDefinition(const PipelineDefinition& definition);
    /// Steps of the definition that are not at work, for want of an input.
    const QList<LeftOutStep>& leftOut() const { return m_leftOut; }

    /// Another stream: windows, filters and the watermark start afresh, channels stay.
    void beginStream(SourceTime sourceTime);
    /// Which of several streams the samples are of that follow; counted from 0. After beginStream() it is 0.
    void setStream(std::size_t stream) { m_stream = stream; }
    /// One of several streams has begun, and is sure to send something; see WatermarkMerger. Forgotten when
    /// the event-time settings change.
    void expectStream(std::size_t stream, Timestamp now) {
        if (m_watermark)
            m_watermark->expectStream(stream, now);
    }
    /// No more samples come of one of several streams, which had these channels: it holds the watermark no
    /// longer.
    void endOneStream(std::size_t stream, const std::vector<ChannelIndex>& channels, Timestamp now);
    /// No more samples come: all windows fire.
    void endStream();

    void addChannel(ChannelIndex channel, const ChannelInfo& info);

    /// What is remarkable about the next sample. Precondition: its channel was added.
    Quality judge(const Sample& sample, Timestamp arrival);
    /// To be called after judge(), with the marks, when the sample has been recorded. One from the far future
    /// goes no further: everything that is right would be out of order after it.
    void process(const Sample& sample, Timestamp arrival);
    /// Time has passed, with or without samples: silence may raise alarms, an idle channel no longer holds
    /// the watermark. For live sources only.
    void passTime(Timestamp now);
    /// Whether passTime() has anything to do.
    bool needsTime() const;

    WindowCounts windowCounts() const;
    /// Of the stream; nothing before its first sample, after its end, and without event-time settings.
    std::optional<Timestamp> watermark() const;
    /// The newest event time seen that is not too far in the future.
    std::optional<Timestamp> newestEventTime() const { return m_newestEventTime; }

private:
    struct RawChannel {
        ChannelIndex index = 0;
        ChannelInfo info;
    };

    /// Those of `before` that can go on are taken over.
    void buildSteps(std::vector<std::unique_ptr<ChainStep>> before);
    bool hasInput(const StepDefinition& definition) const;
    std::unique_ptr<ChainStep> makeStep(const StepDefinition& definition) const;
    ChainStep* find(const QString& name) const;
    void wire(ChainStep* step);
    void addChannelTo(ChainStep& step, const RawChannel& channel) const;
    void restartWatermark();
    void countWindows(const ChainStep& step);
    void advanceWindows(Timestamp now);
    /// When it is, as ChainSample::now means it.
    Timestamp timeOf(const Sample& sample, Timestamp arrival) const;

    ChainOutput& m_output;
    PipelineDefinition m_definition;
    SourceTime m_sourceTime = SourceTime::Live;
    std::size_t m_stream = 0; ///< that the samples are of
    std::vector<RawChannel> m_channels;
    QualityChecks m_checks;
    std::optional<WatermarkMerger> m_watermark;
    std::optional<Timestamp> m_newestEventTime;

    std::vector<std::unique_ptr<ChainStep>> m_steps; ///< in their order; not the quality rules
    // Who of them does what; rebuilt with m_steps.
    std::vector<ChainStep*> m_rawReaders;
    std::vector<DifferenceStep*> m_differences;
    std::vector<WindowStep*> m_windows;
    std::vector<AlarmStep*> m_alarms;
    QList<LeftOutStep> m_leftOut;
    WindowCounts m_earlierCounts; ///< of window steps that are gone
};

} // namespace rillscope
