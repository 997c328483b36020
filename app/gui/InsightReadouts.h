// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Session.h"
#include "core/base/BackgroundJob.h"
#include "core/history/RangeInsight.h"

#include <QThreadPool>

namespace rillscope {

class FrameStatistics;
class IntervalsPanel;
class LiveChartView;
class MainWindow;
class Readouts;
class StatisticsPanel;
class Theme;
class TimingPanel;
class ValuesPanel;

/// Keeps histograms, percentiles and timing in the window up to date. What the visible range is like is found
/// on a pool thread, at most five times a second, never twice at once; an answer about something that is no
/// longer shown is dropped. Thread: GUI.
class InsightReadouts : public QObject {
    Q_OBJECT

public:
    InsightReadouts(const Session& session, MainWindow& window, const Theme& theme, const Readouts& readouts,
                    const FrameStatistics& frames, const Clock& clock);

    /// Meant for each frame; does something when it is time to.
    void update();

private:
    static constexpr Duration interval = std::chrono::milliseconds(200);
    static constexpr Duration timingInterval = std::chrono::milliseconds(500);

    /// What is asked about. Equal questions have equal answers.
    struct Question {
        std::shared_ptr<const SampleHistory> history = {};
        int channel = -1; ///< -1: none is there
        std::int64_t size = 0;
        std::int64_t restored = 0; ///< see SampleHistory::restoredState()
        Timestamp begin = {};
        Timestamp end = {};
        Unit unit = Unit::None;
        std::optional<DistributionParameters> distribution = {}; ///< of a simulation

        friend bool operator==(const Question&, const Question&) = default;
    };
    struct Answer {
        RangeInsight insight;
        std::vector<double> expectedShares;
    };

    static Answer answer(const Question& question);
    Question currentQuestion() const;
    void ask();
    void takeAnswer();
    void show(const Answer& answer);
    void updateTiming();

    const Session& m_session;
    LiveChartView& m_chart;
    StatisticsPanel& m_statistics;
    ValuesPanel& m_values;
    IntervalsPanel& m_intervals;
    TimingPanel& m_timing;
    const Readouts& m_readouts;
    const FrameStatistics& m_frames;
    const Clock& m_clock;
    std::optional<Duration> m_asked;
    std::optional<Duration> m_timed;
    Question m_question;
    QThreadPool m_pool; ///< of one thread; a file that is being saved does not hold it up
    BackgroundJob<Answer> m_job{&m_pool};
};

} // namespace rillscope
