// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/WindowSpans.h"

#include "ui/chart/WindowRowsItem.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr qsizetype plenty = 1'000'000;

/// A series of windows over one channel; a second is a column of the plot.
class WindowSpansTest : public testing::Test {
protected:
    void append(Duration start, Duration end, double minimum, double mean, double maximum) {
        WindowRow row;
        row.start = Timestamp{start};
        row.end = Timestamp{end};
        row.values.fill(nan);
        row.values[static_cast<std::size_t>(Aggregate::Minimum)] = minimum;
        row.values[static_cast<std::size_t>(Aggregate::Mean)] = mean;
        row.values[static_cast<std::size_t>(Aggregate::Maximum)] = maximum;
        results.append(0, row);
    }

    const WindowSeries& series() const { return results.series().constFirst(); }

    std::string text(const WindowSpans& spans) const {
        std::ostringstream stream;
        for (const WindowSpan& span : spans.spans())
            stream << (span.isJoined ? "+" : "") << span.first << "-" << span.end << ":" << span.low << "/"
                   << span.lineLow << "/" << span.lineHigh << "/" << span.high << " ";
        return stream.str();
    }

    std::string shown(const ColumnGrid& grid, Timestamp limit = Timestamp::max()) {
        WindowSpans spans;
        qsizetype budget = plenty;
        spans.update(series(), grid, limit, budget);
        return text(spans);
    }

    WindowResults results = [] {
        WindowResults empty;
        empty.addSeries({.aggregates = {Aggregate::Minimum, Aggregate::Mean, Aggregate::Maximum}});
        return empty;
    }();
};

TEST_F(WindowSpansTest, DrawTumblingWindowsFromStartToEnd) {
    append(0s, 10s, 1, 2, 3);
    append(10s, 20s, 2, 3, 4);
    append(30s, 40s, 3, 4, 5); // none between 20 and 30: an empty window has no row
    EXPECT_EQ(shown({1s, 0, 100}), "0-10:1/2/2/3 +10-20:2/3/3/4 30-40:3/4/4/5 ");
}

TEST_F(WindowSpansTest, DrawOverlappingWindowsFromWhereTheOneBeforeEnded) {
    append(0s, 60s, 1, 2, 3); // HOP of 60 s by 10 s
    append(10s, 70s, 1, 3, 3);
    append(20s, 80s, 1, 4, 5);
    EXPECT_EQ(shown({1s, 0, 100}), "0-60:1/2/2/3 +60-70:1/3/3/3 +70-80:1/4/4/5 ");
}

TEST_F(WindowSpansTest, DrawEachStepOfACumulatingWindow) {
    append(0s, 10s, 1, 1, 1);
    append(0s, 20s, 1, 2, 3);
    append(0s, 30s, 0, 3, 5);
    append(30s, 40s, 7, 7, 7);
    EXPECT_EQ(shown({1s, 0, 100}), "0-10:1/1/1/1 +10-20:1/2/2/3 +20-30:0/3/3/5 +30-40:7/7/7/7 ");
}

TEST_F(WindowSpansTest, ShareAColumnWhenTheyAreNarrower) {
    for (int i = 0; i < 30; ++i)
        append(i * 100ms, (i + 1) * 100ms, -i, i, 2 * i);
    EXPECT_EQ(shown({1s, 0, 100}), "0-1:-9/0/9/18 +1-2:-19/10/19/38 +2-3:-29/20/29/58 ");
}

TEST_F(WindowSpansTest, LeaveOutWhatIsNoNumber) {
    append(0s, 10s, nan, nan, nan);
    append(10s, 20s, 1, 2, 3);
    append(20s, 30s, 1, std::numeric_limits<double>::infinity(), 3);
    EXPECT_EQ(shown({1s, 0, 100}), "0-10:nan/nan/nan/nan +10-20:1/2/2/3 +20-30:1/nan/nan/3 ");
}

TEST_F(WindowSpansTest, EndWhereTheViewIsHeld) {
    append(0s, 10s, 1, 2, 3);
    append(10s, 20s, 1, 2, 3);
    EXPECT_EQ(shown({1s, 0, 100}, Timestamp{19s}), "0-10:1/2/2/3 ");
    EXPECT_EQ(shown({1s, 0, 100}, Timestamp{20s}), "0-10:1/2/2/3 +10-20:1/2/2/3 ");
}

TEST_F(WindowSpansTest, SurviveTheEndsOfTime) {
    append(Duration::min(), Duration::min() + 1ns, 1, 2, 3);
    append(-1s, 1s, 1, 2, 3);
    append(Duration::max() - 1ns, Duration::max(), 1, 2, 3);
    for (const std::int64_t first :
         {std::numeric_limits<std::int64_t>::min() / 1'000'000'000 - 5, std::int64_t{-3},
          std::numeric_limits<std::int64_t>::max() / 1'000'000'000 - 5}) {
        const ColumnGrid grid{1s, first, 10};
        WindowSpans spans;
        qsizetype budget = plenty;
        EXPECT_TRUE(spans.update(series(), grid, Timestamp::max(), budget));
        const PlotMapping mapping{QRectF(0, 0, 10, 10), grid.begin(), grid.end(), 0, 4, Unit::None};
        EXPECT_FALSE(WindowRowsItem::makeSeries(spans.spans(), grid, mapping).lines.empty());
    }
}

TEST_F(WindowSpansTest, LookAtNoMoreRowsAtOnceThanTheyMay) {
    for (int i = 0; i < 1'000; ++i)
        append(i * 100ms, (i + 1) * 100ms, -i, i, 2 * i);
    const ColumnGrid grid{1s, 0, 100};
    WindowSpans spans;
    int frames = 0;
    do {
        qsizetype budget = 300;
        EXPECT_TRUE(spans.update(series(), grid, Timestamp::max(), budget));
        ++frames;
    } while (!spans.isComplete());
    EXPECT_EQ(frames, 4);
    EXPECT_EQ(text(spans), shown(grid));
    qsizetype budget = 300;
    EXPECT_FALSE(spans.update(series(), grid, Timestamp::max(), budget)) << "nothing is new";
    EXPECT_EQ(budget, 300) << "no row is looked at twice";
}

/// Whatever was looked at before, the picture is the one that a fresh look gives; of random windows, moved
/// and zoomed at random while rows come.
TEST_F(WindowSpansTest, AreTheSameHoweverTheViewCameThere) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto below = [&](int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(random); };
    WindowSpans spans;
    Duration end = 0s;
    ColumnGrid grid{100ms, 0, 50};
    for (int i = 0; i < 2'000; ++i) {
        for (int rows = below(4); rows > 0; --rows) {
            const Duration start =
                end + (below(8) == 0 ? below(30) * 100ms : 0s) - below(2) * below(2'000) * 1ms;
            end = std::max(start, end) + (1 + below(1'500)) * 1ms;
            append(start, end, below(100), below(100), below(100));
        }
        switch (below(6)) {
        case 0:
            grid.width = (1 + below(20)) * 50ms;
            grid.first = end.count() / grid.width.count() - below(100);
            break;
        case 1:
            grid.first -= below(60);
            break;
        default:
            grid.first += below(12);
        }
        qsizetype budget = plenty;
        spans.update(series(), grid, Timestamp::max(), budget);
        WindowSpans fresh;
        fresh.update(series(), grid, Timestamp::max(), budget);
        const PlotMapping mapping{QRectF(0, 0, 50, 100), grid.begin(), grid.end(), 0.0, 100.0, Unit::None};
        const auto one = WindowRowsItem::makeSeries(spans.spans(), grid, mapping);
        const auto other = WindowRowsItem::makeSeries(fresh.spans(), grid, mapping);
        ASSERT_EQ(one.bands, other.bands) << "step " << i;
        ASSERT_EQ(one.lines, other.lines) << "step " << i;
    }
}

TEST(LineAggregateTest, IsTheMeanOrElseTheFirstThatLiesOnTheAxis) {
    EXPECT_EQ(lineAggregate({Aggregate::Maximum, Aggregate::Mean}), Aggregate::Mean);
    EXPECT_EQ(lineAggregate({Aggregate::Minimum, Aggregate::P50}), Aggregate::P50);
    EXPECT_EQ(lineAggregate({Aggregate::Minimum, Aggregate::Maximum}), Aggregate::Maximum);
    EXPECT_EQ(lineAggregate({Aggregate::Count, Aggregate::StandardDeviation}), std::nullopt);
}

TEST(WindowRowsItemTest, DrawsBandsStepsAndWhatJoinsThemInsideThePlot) {
    const ColumnGrid grid{1s, 0, 100};
    const PlotMapping mapping{
        QRectF(10.0, 20.0, 100.0, 50.0), grid.begin(), grid.end(), 0.0, 50.0, Unit::None};
    std::vector<WindowSpan> spans{{0, 10, 10.0, 30.0, 20.0, 20.0, 20.0, 20.0, false},
                                  {10, 20, 0.0, 90.0, 40.0, 40.0, 40.0, 40.0, true},
                                  {95, 200, -20.0, -10.0, nan, nan, nan, nan, false}};
    const auto series = WindowRowsItem::makeSeries(spans, grid, mapping);
    EXPECT_EQ(series.bands, (std::vector<QRectF>{QRectF(10, 40, 10, 21), QRectF(20, 20, 10, 50)}));
    EXPECT_EQ(series.lines,
              (std::vector<QRectF>{QRectF(10, 49, 10, 2), QRectF(20, 29, 10, 2), QRectF(19, 29, 2, 22)}));
}

} // namespace
} // namespace rillscope
