// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QList>

#include <deque>
#include <vector>

namespace rillscope {

/// A beat of the frame clock, against its schedule.
struct FrameBeat {
    Duration period{};
    Duration lateness{}; ///< behind its deadline
    int skipped = 0;     ///< deadlines since the beat before that passed without a beat
};

/// Accounts for the drawing of the last five seconds: how long frames took, which were missed, and how old
/// samples were when they were seen. A frame is the refresh of the chart and the paint that follows it. A
/// missed frame is a beat with something to draw that came more than half a period late, or a deadline passed
/// over before such a beat. Sample to pixel: from the arrival of a block at the source to the end of the
/// paint that shows it. Thread: GUI.
class FrameStatistics {
public:
    static constexpr Duration window = std::chrono::seconds(5);

    /// Nothing measured: percentiles are zero.
    struct Summary {
        Duration frameMedian{};
        Duration frameNinetyNinth{};
        double framesPerSecond = 0.0;
        double missedPart = 0.0; ///< of the frames that were due, 0 … 1
        bool hasLatency = false;
        Duration latencyMedian{};
        Duration latencyNinetyNinth{};
    };

    explicit FrameStatistics(const Clock& clock) : m_clock(clock) {}

    void beginBeat(const FrameBeat& beat);
    /// Blocks that arrived since the last beat, and that this one's refresh shows. By the wall clock.
    void addArrivals(const QList<Timestamp>& arrivals);
    /// `hasDrawn`: whether there was something to draw.
    void endBeat(bool hasDrawn);
    void beginPaint();
    void endPaint();

    Summary summary() const;

    /// Counted from the first frame on.
    std::int64_t framesDue() const { return m_framesDue; }
    std::int64_t framesMissed() const { return m_framesMissed; }
    std::int64_t framesPainted() const { return m_framesPainted; }
    /// Of the last five seconds.
    std::vector<Duration> frameTimes() const;
    std::vector<Duration> latencies() const;

    /// The smallest value that at least `part` of all are not above; zero of nothing.
    static Duration percentile(std::vector<Duration> values, double part);

private:
    struct Timed {
        Duration at; ///< monotonic
        Duration value;
    };
    struct Due {
        Duration at;
        int due;
        int missed;
    };

    void prune();
    template <typename Entry>
    static void dropBefore(std::deque<Entry>& entries, Duration time);

    /// Of entries in a list: at more than 240 frames or 1,600 blocks a second, the list is shorter than five
    /// seconds.
    static constexpr std::size_t mostEntries = 8'192;

    const Clock& m_clock;
    FrameBeat m_beat;
    Duration m_begin{};
    Duration m_refreshTime{};
    QList<Timestamp> m_arrivals; ///< not yet seen
    std::deque<Timed> m_frames;
    std::deque<Timed> m_latencies;
    std::deque<Due> m_due;
    std::int64_t m_framesDue = 0;
    std::int64_t m_framesMissed = 0;
    std::int64_t m_framesPainted = 0;
};

} // namespace rillscope
