// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/chart/RandomStream.h"
#include "ui/chart/LiveChartView.h"

#include <gtest/gtest.h>

#include <QApplication>

#include <array>
#include <cmath>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

/// A live chart of a window that a stream of `rateHz` samples a second scrolls through.
class ScrollStabilityTest : public testing::Test {
protected:
    ScrollStabilityTest() {
        history->addChannel({QStringLiteral("sensor-1"), Unit::Celsius});
        view.resize(1'288, 400); // a plot of 1,200 columns
        view.setChartPalette({.surface = Qt::white,
                              .line = Qt::lightGray,
                              .text = Qt::black,
                              .dim = Qt::darkGray,
                              .grid = Qt::lightGray,
                              .accent = Qt::blue,
                              .seriesPen = [](int) { return QPen(Qt::red, 1.0); }});
        view.setTimeZone(QTimeZone::utc());
        view.setUnit(Unit::Celsius);
        view.setFixedValueRange(-100.0, 100.0);
        view.setHistory(history);
        view.show();
        QApplication::processEvents();
    }

    void appendUntil(Timestamp end) {
        for (; time < end; time += Duration(random.below(2'000'000'000 / rateHz) + 1)) {
            if (random.oneIn(static_cast<std::uint64_t>(10 * rateHz)))
                time += Duration(random.below(3'000'000'000)); // a gap
            level = std::clamp(level + static_cast<double>(random.below(2'001) - 1'000) / 200.0, -90.0, 90.0);
            const bool isSpike = random.oneIn(500);
            history->append({0, time, isSpike ? -level : level, {}});
            if (hasResults)
                addResults();
        }
    }

    /// Windows of 137 ms and of 3 s, which end before the newest sample, and short alarms.
    void addResults() {
        if (results.windows.series().isEmpty()) {
            for (const char* step : {"short", "long"})
                results.windows.addSeries({.step = QString::fromLatin1(step),
                                           .aggregates = {Aggregate::Minimum, Aggregate::Maximum}});
        }
        const std::array<Duration, 2> sizes{137ms, 3s};
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            for (; windowEnds[i] + sizes[i] < time; windowEnds[i] += sizes[i]) {
                WindowRow row{0, windowEnds[i], windowEnds[i] + sizes[i], 0, {}};
                row.values[static_cast<std::size_t>(Aggregate::Minimum)] = level - 20.0;
                row.values[static_cast<std::size_t>(Aggregate::Maximum)] = level + 20.0;
                results.windows.append(i, row);
            }
        }
        if (random.oneIn(500)) {
            AlarmOccurrence alarm;
            alarm.severity = random.oneIn(2) ? Severity::Alarm : Severity::Warning;
            alarm.first = time - Duration(random.below(2'000'000'000));
            alarm.last = time;
            results.alarms.raise(alarm);
            results.alarms.end(static_cast<quint64>(results.alarms.counts().raised));
        }
    }

    /// The plot area without `newest` columns, which may still grow, and without the labels of gaps and
    /// alarms, which stay within what is seen of their bands.
    QImage plot(int newest) {
        constexpr int labelHeight = 48;
        view.setResults(results);
        view.refresh();
        return view.grab().toImage().copy(view.plotArea().toRect().adjusted(0, labelHeight, -newest, 0));
    }

    /// Counts the pixels that differ where two pictures show the same, while the window scrolls. `oldest` and
    /// `newest` columns are not compared.
    std::int64_t changedPixels(int frames, int oldest, int newest) {
        view.followLast(60s);
        appendUntil(Timestamp{120s});
        const Duration column = Duration(60s) / 1'199 + 1ns;
        QImage previous = plot(newest);
        std::int64_t previousColumn = view.timeWindow().end().sinceEpoch() / column;
        std::int64_t changed = 0;
        for (int frame = 0; frame < frames; ++frame) {
            appendUntil(time + Duration(random.below(20 * column.count())));
            const QImage next = plot(newest);
            const std::int64_t nextColumn = view.timeWindow().end().sinceEpoch() / column;
            const int shift = static_cast<int>(nextColumn - previousColumn);
            const int overlap = std::max(0, previous.width() - shift);
            for (int y = 0; y < previous.height(); ++y) {
                for (int x = oldest; x < overlap; ++x)
                    changed += previous.pixel(x + shift, y) != next.pixel(x, y) ? 1 : 0;
            }
            scrolled += shift;
            previous = next;
            previousColumn = nextColumn;
        }
        return changed;
    }

    const std::uint64_t seed = std::random_device{}();
    test::RandomStream random{seed};
    std::shared_ptr<SampleHistory> history = std::make_shared<SampleHistory>();
    LiveChartView view;
    std::int64_t rateHz = 1'000;
    Timestamp time{1s};
    double level = 0.0;
    bool hasResults = false;
    PipelineResults results;
    std::array<Timestamp, 2> windowEnds{};
    std::int64_t scrolled = 0;
};

TEST_F(ScrollStabilityTest, ChangesNoPixelOfManySamples) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    EXPECT_EQ(changedPixels(100, 0, 1), 0);
    EXPECT_GT(scrolled, 300);
}

// A row fires once the sample after its end is there, and an alarm may begin up to two seconds ago.
TEST_F(ScrollStabilityTest, ChangesNoPixelOfWindowsAndAlarms) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    hasResults = true;
    EXPECT_EQ(changedPixels(100, 2, 120), 0);
    EXPECT_GT(scrolled, 300);
}

// A smooth line is cut at the edge, which moves the piece up to the first sample by parts of 1/64 pixel; at
// the other end the newest sample is where two strokes will be joined.
TEST_F(ScrollStabilityTest, ChangesNoPixelOfFewSamplesBetweenTheFirstAndTheNewest) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    rateHz = 4;
    EXPECT_EQ(changedPixels(100, 100, 40), 0);
    EXPECT_GT(scrolled, 300);
}

} // namespace
} // namespace rillscope
