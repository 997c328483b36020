// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/SampleHistory.h"
#include "core/pipeline/RecordedBlock.h"

#include <bitset>
#include <vector>

namespace rillscope {

/// Gathers what is recorded until it is handed on as one RecordedBlock. Thread: processing.
class BlockBuilder {
public:
    explicit BlockBuilder(const SampleHistory& history)
        : m_history(history), m_written(static_cast<std::size_t>(maxChannels), 0) {}

    /// From then on the block holds the samples themselves. Call before the first one.
    void gatherSamples() { m_gathersSamples = true; }
    void reserve(qsizetype samples) {
        if (m_gathersSamples)
            m_block.samples.reserve(samples);
    }
    /// A sample that the history has taken, with what it said of the line before it. All samples of a channel
    /// that is no reference come through here.
    void addSample(const Sample& sample, bool breaksBefore) {
        ++m_block.sampleCount;
        if (m_gathersSamples)
            gather(sample, breaksBefore);
    }
    void setPosition(StreamPosition position) { m_block.position = std::move(position); }
    void setStream(StreamRecord stream) { m_block.stream = std::move(stream); }
    void setEndedStream(int number) { m_block.endedStream = number; }
    /// Returns the place of the series among all of the session.
    std::size_t addWindowSeries(const WindowSeriesInfo& info);
    void addWindow(std::size_t series, const WindowRow& row);
    void addAlarms(const AlarmChanges& changes);
    void addEvents(const QList<StreamEvent>& events) { m_block.events += events; }
    void setAccountText(QByteArray json) { m_block.accountText = std::move(json); }

    /// The block so far, without what is "as of the end"; the next begins empty.
    RecordedBlock take();

private:
    void gather(const Sample& sample, bool breaksBefore);
    void learnChannels();

    const SampleHistory& m_history;
    RecordedBlock m_block;
    std::bitset<maxChannels> m_isPlaced; ///< in m_block
    std::bitset<maxChannels> m_isRaw;    ///< of the channels known so far
    std::vector<std::int64_t> m_written; ///< samples, by channel
    bool m_gathersSamples = false;
    int m_channelCount = 0;
    qsizetype m_seriesCount = 0;
};

} // namespace rillscope
