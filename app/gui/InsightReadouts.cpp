// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/InsightReadouts.h"

#include "app/gui/Readouts.h"
#include "app/gui/ThemedChart.h"
#include "core/source/simulator/ExpectedShares.h"
#include "ui/chart/FrameStatistics.h"
#include "ui/chart/LiveChartView.h"
#include "ui/chart/ShownUnit.h"
#include "ui/panels/IntervalsPanel.h"
#include "ui/panels/StatisticsPanel.h"
#include "ui/panels/TimingPanel.h"
#include "ui/panels/ValuesPanel.h"

namespace rillscope {
namespace {

bool isDue(std::optional<Duration>& last, Duration now, Duration interval) {
    if (last && now - *last < interval)
        return false;
    last = now;
    return true;
}

/// What the values of a channel are drawn from, where the source knows it.
std::optional<DistributionParameters> distributionOf(const Session& session, const ChannelInfo& info) {
    const std::optional<SourceUri> uri = session.shownSource();
    const SourceType* type = uri ? session.sources().typeOf(*uri) : nullptr;
    if (!type || !type->distribution || info.kind != ChannelKind::Raw)
        return std::nullopt;
    return type->distribution(*uri);
}

} // namespace

InsightReadouts::InsightReadouts(const Session& session, MainWindow& window, const Theme& theme,
                                 const Readouts& readouts, const FrameStatistics& frames, const Clock& clock)
    : m_session(session)
    , m_chart(window.chart())
    , m_statistics(window.statistics())
    , m_values(window.values())
    , m_intervals(window.intervals())
    , m_timing(window.timing())
    , m_readouts(readouts)
    , m_frames(frames)
    , m_clock(clock) {
    m_pool.setMaxThreadCount(1);
    connect(&m_job, &AnyBackgroundJob::finished, this, &InsightReadouts::takeAnswer);
    // Lets go of the history, too: the session says how long one is kept.
    connect(&session, &Session::replaced, this, [this] {
        m_question = {};
        m_asked.reset();
        show({});
    });
    connect(&theme, &Theme::changed, this, [this, &theme] {
        m_values.setColors(panelColorsOf(theme));
        m_intervals.setColors(panelColorsOf(theme));
    });
}

void InsightReadouts::update() {
    const Duration now = m_clock.monotonic();
    if (m_timing.isVisible() && isDue(m_timed, now, timingInterval))
        updateTiming();
    if (m_values.isVisible() && !m_job.isRunning() && isDue(m_asked, now, interval))
        ask();
}

InsightReadouts::Question InsightReadouts::currentQuestion() const {
    Question question;
    question.history = m_session.history();
    const int channel = m_readouts.selectedChannel();
    if (channel < 0 || channel >= question.history->channelCount())
        return question;
    const ChannelInfo& info = question.history->info(channel);
    const TimeWindow& window = m_chart.timeWindow();
    question.channel = channel;
    question.size = question.history->channel(channel).size();
    question.restored = question.history->channel(channel).restoredState();
    question.begin = window.begin();
    // The window's right edge belongs to it.
    question.end = window.end() + Duration{1};
    question.unit = shownUnit(info, m_chart.unit());
    question.distribution = distributionOf(m_session, info);
    return question;
}

void InsightReadouts::ask() {
    Question question = currentQuestion();
    if (question == m_question)
        return;
    m_question = question;
    if (question.channel < 0)
        return show({});
    m_job.start([question = std::move(question)](const JobControl&) { return answer(question); });
}

InsightReadouts::Answer InsightReadouts::answer(const Question& question) {
    const ChannelHistory& channel = question.history->channel(question.channel);
    Answer answer;
    answer.insight = insightOf(channel, question.begin, question.end, question.unit);
    const auto range = channel.timeRange();
    if (!question.distribution || !range)
        return answer;
    std::vector<double> edges = answer.insight.values.histogram.edges;
    for (double& edge : edges)
        edge = toCelsius(edge, question.unit);
    const Timestamp begin = std::max(question.begin, range->first);
    answer.expectedShares = expectedShares(*question.distribution, edges, begin,
                                           std::max(begin, std::min(question.end, range->second)));
    return answer;
}

void InsightReadouts::takeAnswer() {
    const std::optional<Answer> answer = m_job.takeResult();
    const Question now = currentQuestion();
    const bool isStale = !answer || now.history != m_question.history || now.channel != m_question.channel ||
                         now.unit != m_question.unit || now.distribution != m_question.distribution;
    if (isStale)
        m_question = {}; // whatever is shown now is asked about next
    else
        show(*answer);
}

void InsightReadouts::show(const Answer& answer) {
    m_statistics.setPercentiles(answer.insight);
    m_values.setInsight(answer.insight, answer.expectedShares);
    m_intervals.setInsight(answer.insight);
}

void InsightReadouts::updateTiming() {
    const StreamStatus status = m_session.status();
    const FrameStatistics::Summary frames = m_frames.summary();
    TimingFigures figures;
    figures.samplesPerSecond = m_readouts.samplesPerSecond();
    figures.watermark = status.watermark;
    figures.newestEventTime = status.newestEventTime;
    if (frames.hasLatency) {
        figures.latencyMedian = frames.latencyMedian;
        figures.latencyNinetyNinth = frames.latencyNinetyNinth;
    }
    m_timing.setTimeZone(m_chart.timeZone());
    m_timing.setFigures(figures);
}

} // namespace rillscope
