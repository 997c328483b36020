// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/chart/ChartFixture.h"
#include "ui/chart/ChartExport.h"

#include <QImage>
#include <QTemporaryDir>

namespace rillscope {
namespace {

using namespace std::chrono_literals;
using test::streamStart;

/// What a chart shows of results that the test makes.
class ResultLayersTest : public test::ChartFixture {
protected:
    ResultLayersTest() {
        ChartPalette palette = view.chartPalette();
        palette.warning = QColor(0xff, 0xa0, 0x00);
        palette.alarm = QColor(0xff, 0x00, 0xff);
        view.setChartPalette(palette);
        view.setFixedValueRange(0.0, 40.0);
        view.followLast(100s);
        fill(100);
    }

    void addRows(Duration from, Duration to, Duration size) {
        if (results.windows.series().isEmpty())
            results.windows.addSeries(
                {.step = QStringLiteral("mean"),
                 .channel = QStringLiteral("sensor-1"),
                 .unit = Unit::Celsius,
                 .aggregates = {Aggregate::Minimum, Aggregate::Maximum, Aggregate::Mean}});
        for (Duration start = from; start < to; start += size) {
            WindowRow row;
            row.start = streamStart + start;
            row.end = row.start + size;
            row.values.fill(30.0);
            row.values[static_cast<std::size_t>(Aggregate::Minimum)] = 10.0;
            row.values[static_cast<std::size_t>(Aggregate::Maximum)] = 35.0;
            results.windows.append(0, row);
        }
    }

    quint64 raise(Duration first) {
        return results.alarms.raise({.step = QStringLiteral("hot"),
                                     .channel = QStringLiteral("sensor-1"),
                                     .severity = Severity::Alarm,
                                     .first = streamStart + first,
                                     .raisedAt = streamStart + first,
                                     .last = streamStart + first});
    }

    QRectF bandsArea() const {
        QRectF area;
        for (const auto& series : view.results().windowRows().series()) {
            for (const QRectF& band : series.bands)
                area |= band;
        }
        return area;
    }

    bool show() {
        view.setResults(results);
        return view.refresh();
    }

    double x(Duration time) const { return view.mapping().x(streamStart + time); }

    PipelineResults results;
};

TEST_F(ResultLayersTest, ShowWindowsWhereTheirTimesAreAndValuesOnTheAxis) {
    addRows(20s, 40s, 10s);
    EXPECT_TRUE(show());
    const QRectF area = bandsArea();
    EXPECT_NEAR(area.left(), x(20s), 1.0);
    EXPECT_NEAR(area.right(), x(40s), 1.0);
    EXPECT_NEAR(area.top(), view.mapping().y(35.0), 1.0);
    EXPECT_NEAR(area.bottom(), view.mapping().y(10.0), 2.0);
    view.setUnit(Unit::Fahrenheit);
    view.refresh();
    EXPECT_NEAR(bandsArea().top(),
                view.mapping().area.bottom() - view.mapping().area.height() *
                                                   (95.0 - view.mapping().minimum) /
                                                   (view.mapping().maximum - view.mapping().minimum),
                1.0);
}

TEST_F(ResultLayersTest, AreDrawnAgainOnlyWhenSomethingInViewChanged) {
    addRows(20s, 40s, 10s);
    EXPECT_TRUE(show());
    EXPECT_FALSE(show());
    EXPECT_FALSE(view.refresh());
    raise(50s);
    EXPECT_TRUE(show());
    EXPECT_FALSE(show());
    results.alarms.acknowledge(1);
    EXPECT_FALSE(show()) << "it looks the same";
    raise(-500s);
    results.alarms.end(2);
    EXPECT_FALSE(show()) << "out of view";
    view.explore(streamStart + 60s, streamStart + 80s);
    view.refresh();
    addRows(40s, 50s, 10s);
    EXPECT_FALSE(show()) << "out of view";
    EXPECT_TRUE(bandsArea().isNull());
}

TEST_F(ResultLayersTest, ShadeAnActiveAlarmToNowAndAnEndedOneToItsEnd) {
    const quint64 id = raise(50s);
    show();
    ASSERT_EQ(view.results().alarmShades().bands().size(), 1U);
    QRectF band = view.results().alarmShades().bands().front();
    EXPECT_NEAR(band.left(), x(50s), 1.0);
    EXPECT_NEAR(band.right(), x(99s), 1.5);
    EXPECT_EQ(band.left(), std::floor(band.left()));
    results.alarms.extend(id, streamStart + 60s, 1.0);
    results.alarms.end(id);
    EXPECT_TRUE(show());
    band = view.results().alarmShades().bands().front();
    EXPECT_NEAR(band.right(), x(60s), 1.5);
    EXPECT_EQ(view.results().alarmShades().labels(), QStringList{QStringLiteral("▲ hot")});
}

TEST_F(ResultLayersTest, GoWithTheirChannelAndTheirStep) {
    addRows(20s, 40s, 10s);
    raise(50s);
    show();
    view.setChannelVisible(0, false);
    view.refresh();
    EXPECT_TRUE(bandsArea().isNull());
    EXPECT_TRUE(view.results().alarmShades().bands().empty());
    view.setChannelVisible(0, true);
    view.refresh();
    EXPECT_FALSE(bandsArea().isNull());
    view.setWindowSteps(QStringList{QStringLiteral("other")});
    EXPECT_TRUE(view.refresh());
    EXPECT_TRUE(bandsArea().isNull());
    EXPECT_FALSE(view.results().alarmShades().bands().empty());
    view.setWindowSteps(QStringList{QStringLiteral("mean")});
    EXPECT_TRUE(view.refresh());
    EXPECT_FALSE(bandsArea().isNull());
}

TEST_F(ResultLayersTest, AreGoneWithTheirSession) {
    addRows(20s, 40s, 10s);
    raise(50s);
    show();
    view.setHistory(std::make_shared<SampleHistory>());
    view.refresh();
    EXPECT_TRUE(bandsArea().isNull());
    EXPECT_TRUE(view.results().alarmShades().bands().empty());
}

TEST_F(ResultLayersTest, StandStillInAFrozenView) {
    view.freeze();
    view.refresh();
    addRows(80s, 140s, 10s);
    raise(50s);
    show();
    EXPECT_NEAR(bandsArea().right(), x(90s), 1.0) << "what ended later came later";
    const QRectF shade = view.results().alarmShades().bands().front();
    append(100s, 20.0);
    EXPECT_FALSE(view.refresh());
    EXPECT_EQ(view.results().alarmShades().bands().front(), shade);
}

TEST_F(ResultLayersTest, FillManyRowsOverSeveralFramesOrAllAtOnce) {
    addRows(0s, 100s, 1ms); // two frames
    EXPECT_TRUE(show());
    EXPECT_TRUE(view.results().isPending());
    EXPECT_LT(bandsArea().right(), x(60s));
    EXPECT_TRUE(view.refresh());
    EXPECT_NEAR(bandsArea().right(), x(100s), 1.5);
    view.explore(streamStart, streamStart + 90s);
    view.refreshAll();
    EXPECT_FALSE(view.results().isPending());
    EXPECT_NEAR(bandsArea().right(), x(90s), 1.5);
}

TEST_F(ResultLayersTest, AreInExportedPictures) {
    addRows(20s, 40s, 10s);
    raise(50s);
    show();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("chart.png"));
    ASSERT_TRUE(exportChart(view, path, QStringLiteral("png"), 2.0));
    const QImage picture(path);
    const auto pixel = [&](Duration time, double value) {
        return picture.pixelColor(static_cast<int>(2.0 * x(time)),
                                  static_cast<int>(2.0 * view.mapping().y(value)));
    };
    EXPECT_EQ(pixel(12s, 33.0), QColor(Qt::white)) << "beside the grid";
    EXPECT_NE(pixel(25s, 33.0), QColor(Qt::white)) << "the band";
    EXPECT_LT(pixel(25s, 33.0).green(), pixel(25s, 33.0).red()) << "in the channel's colour";
    const QColor line = pixel(25s, 30.0);
    EXPECT_LT(line.green(), 40);
    EXPECT_LT(pixel(73s, 33.0).green(), 240) << "the shade";
    EXPECT_GT(pixel(73s, 33.0).blue(), 240);
}

} // namespace
} // namespace rillscope
