// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/GapDetector.h"
#include "core/history/SampleHistory.h"
#include "core/process/window/QuantileSketch.h"
#include "core/report/ReportContents.h"

namespace rillscope {

/// Looks at every sample of one channel in a range, piece by piece. Percentiles are exact for as many values
/// as fit into 32 MB, and off by rankError() beyond. A gap is where the line breaks because no sample came;
/// a break by a NaN or an infinity is none. Of evicted samples it takes what the summaries tell: statistics,
/// first and last, but neither marks, gaps nor percentiles. Thread: any, while the history grows; one owner.
class ChannelSurvey {
public:
    static constexpr std::size_t mostExact = 4'000'000;

    /// Adds to `gaps`. The history and they must outlive it.
    ChannelSurvey(const SampleHistory& history, int channel, const ReportRange& range, LongestGaps& gaps);

    /// Samples to go through, some outside of the range.
    qint64 size() const { return m_size; }
    qint64 passed() const { return m_passed; }
    bool isAtEnd() const { return m_stretch == m_stretches.size(); }
    /// The next 256 at most.
    void advance();

    /// Precondition: at the end. Once.
    ReportChannel finish();

private:
    /// Has the detector hear what came before a sample, as the history's own has.
    void warmUp(qint64 index);
    void look(const RecordedSample& sample, bool isAfterSilence);
    void lookAtGap(const RecordedSample& sample, bool isAfterSilence);
    void lookAtSilence(Timestamp before, Timestamp after);
    void takeStatistics();
    void takePercentiles();

    const ChannelHistory& m_history;
    const ReportRange m_range;
    ReportChannel m_channel;
    std::vector<SampleStretch> m_stretches;
    std::size_t m_stretch = 0; ///< the present one
    qint64 m_next = 0;         ///< in the history
    qint64 m_size = 0;
    qint64 m_passed = 0;
    std::vector<RecordedSample> m_samples;

    QuantileSketch m_values;
    RunningStatistics m_atLastMoment;      ///< of Timestamp, which no half-open range of the history reaches
    std::optional<GapDetector> m_silences; ///< is given no NaN, so that it breaks after silences only
    qint64 m_heardUntil = -1;              ///< in the history, by the detector
    LongestGaps& m_gaps;
    std::optional<Timestamp> m_newest; ///< nothing when it is not known
    bool m_isNewestFinite = true;
};

} // namespace rillscope
