// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/SampleHistory.h"
#include "core/process/chain/ProcessingChain.h"
#include "tests/benchmarks/Comparison.h"
#include "tests/benchmarks/RescannedWindows.h"
#include "tests/benchmarks/Stream.h"

namespace rillscope::bench {
namespace {

constexpr double leastRate = 1.0; // million samples/s

/// Quality, two filters, a window with p99, and three alarms.
PipelineDefinition definitionToMeasure() {
    using std::chrono::seconds;
    const auto step = [](const char* name, StepSettings settings, const char* of = "") {
        StepDefinition definition;
        definition.name = QString::fromLatin1(name);
        definition.of = QString::fromLatin1(of);
        definition.settings = std::move(settings);
        return definition;
    };
    AlarmRule above;
    above.high = 45.0;
    above.hysteresis = 2.0;
    AlarmRule delayed = above;
    delayed.high = 30.0;
    delayed.delay = seconds(1);
    AlarmRule fast;
    fast.condition = AlarmCondition::Rate;
    fast.high = 1e9;
    PipelineDefinition definition;
    definition.eventTime.outOfOrderness = outOfOrderness;
    definition.steps = {
        step("plausible", RangeRule{-20.0, 60.0}),
        step("stuck", StuckRule{seconds(5), 0.0}),
        step("missing", GapRule{seconds(5)}),
        step("mean", MovingAverage{seconds(1)}),
        step("smooth", ExponentialSmoothing{seconds(5)}),
        step("minute", HoppingWindow{size, slide, {}, {Aggregate::Mean, Aggregate::P99}}),
        step("hot", above),
        step("warm", delayed, "mean"),
        step("jump", fast),
    };
    return definition;
}

/// Keeps derived samples in the history, as the program does.
class HistoryOutput final : public ChainOutput {
public:
    explicit HistoryOutput(SampleHistory& history) : m_history(history) {}

    std::optional<ChannelIndex> addDerivedChannel(const ChannelInfo& info) override {
        return m_history.addChannel(info);
    }
    void takeDerived(const Sample& sample) override { m_history.append(sample); }
    std::size_t addWindowSeries(const WindowSeriesInfo& info) override { return m_windows.addSeries(info); }
    void takeWindow(std::size_t series, const WindowRow& row) override { m_windows.append(series, row); }
    AlarmTable& alarms() override { return m_alarms; }

private:
    SampleHistory& m_history;
    WindowResults m_windows;
    AlarmTable m_alarms;
};

/// Million samples in a second of processor time, recorded and through all the steps.
double processingRate(const std::vector<Arrival>& samples) {
    SampleHistory history;
    HistoryOutput output(history);
    ProcessingChain chain(output);
    chain.setDefinition(definitionToMeasure());
    chain.beginStream(SourceTime::Replayed);
    const ChannelInfo info{QStringLiteral("sensor-1"), Unit::Celsius};
    chain.addChannel(history.addChannel(info), info);
    const double begin = processorMilliseconds();
    for (const Arrival& arrival : samples) {
        Sample sample{0, arrival.time, arrival.value, {}};
        sample.quality = chain.judge(sample, arrival.time);
        history.append(sample);
        chain.process(sample, arrival.time);
    }
    chain.endStream();
    return static_cast<double>(samples.size()) / (processorMilliseconds() - begin) / 1e3;
}

/// The window alone, by looking through the samples again for each result.
double rescanRate(const std::vector<Arrival>& samples) {
    RescannedWindows windows;
    WatermarkTracker watermark(outOfOrderness);
    std::vector<WindowRow> rows;
    const double begin = processorMilliseconds();
    for (const Arrival& sample : samples) {
        windows.add(sample);
        watermark.observe(sample.time);
        windows.advance(watermark.watermark(), rows);
    }
    return static_cast<double>(samples.size()) / (processorMilliseconds() - begin) / 1e3;
}

} // namespace

void compareProcessing(Report& report, bool isQuick) {
    const std::vector<Arrival> samples = makeStream(isQuick ? 1'000'000 : 5'000'000, 1'000, 1);
    std::vector<double> ours;
    std::vector<double> peers;
    for (int i = 0; i < (isQuick ? 3 : 5); ++i) {
        ours.push_back(processingRate(samples));
        peers.push_back(rescanRate(samples));
    }
    const double value = median(ours);
    QString note = QStringLiteral(
        "three quality rules, two filters, a HOP window with p99, three alarms; processor time "
        "of one core; the peer does the window alone");
    if (value < leastRate)
        note = shortfall(value, leastRate) + QStringLiteral("; ") + note;
    report.add({QStringLiteral("processing, one core, 1,000 samples/s of event time"),
                QStringLiteral("M samples/s"),
                value,
                {},
                QStringLiteral("window rescanned"),
                median(peers),
                QStringLiteral(">= 1 M samples/s"),
                value >= leastRate,
                note});
}

} // namespace rillscope::bench
