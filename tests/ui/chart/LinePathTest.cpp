// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/LinePath.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

PlotMapping mapping100() {
    return {.area = QRectF(0, 0, 100, 100),
            .begin = Timestamp{},
            .end = Timestamp{100s},
            .minimum = 0.0,
            .maximum = 100.0,
            .unit = Unit::None};
}

ColumnGroup single(int second, double value, bool breakBefore = false) {
    const TimedValue sample{Timestamp{std::chrono::seconds(second)}, value};
    return {.column = second,
            .first = sample,
            .last = sample,
            .minimum = sample,
            .maximum = sample,
            .count = 1,
            .breakBefore = breakBefore};
}

/// "0,90 10,80 | 20,70": points, and breaks between stretches.
QString text(const LinePath& path) {
    QStringList lines;
    for (const QPolygonF& line : path.lines) {
        QStringList points;
        for (const QPointF& point : line)
            points.append(QStringLiteral("%1,%2").arg(point.x()).arg(point.y()));
        lines.append(points.join(u' '));
    }
    return lines.join(QStringLiteral(" | "));
}

TEST(LinePathTest, BreaksTheLineAtGaps) {
    const ColumnQueryResult columns{
        .before = {}, .columns = {single(10, 10), single(20, 20), single(50, 30, true)}, .after = {}};
    EXPECT_EQ(text(makeLinePath(columns, mapping100())), QStringLiteral("10,90 20,80 | 50,70"));
}

TEST(LinePathTest, DrawsExtremesInTheOrderOfTime) {
    ColumnGroup group = single(10, 50);
    group.last = {Timestamp{18s}, 40};
    group.maximum = {Timestamp{14s}, 90};
    group.minimum = {Timestamp{12s}, 5};
    group.count = 100;
    const ColumnQueryResult columns{.before = {}, .columns = {group}, .after = {}};
    EXPECT_EQ(text(makeLinePath(columns, mapping100())), QStringLiteral("10,50 12,95 14,10 18,60"));
}

TEST(LinePathTest, LeadsToTheSamplesBeyondTheEdgesAndCutsAtThem) {
    const ColumnQueryResult columns{.before = TimedValue{Timestamp{-10s}, 50},
                                    .columns = {single(10, 50)},
                                    .after = TimedValue{Timestamp{190s}, 50}};
    EXPECT_EQ(text(makeLinePath(columns, mapping100())), QStringLiteral("0,50 10,50 100,50"));
}

TEST(LinePathTest, DoesNotLeadOverAGapAtTheEdges) {
    const ColumnQueryResult columns{.before = TimedValue{Timestamp{-10s}, 50},
                                    .columns = {single(10, 50, true)},
                                    .after = TimedValue{Timestamp{190s}, 50},
                                    .breakBeforeAfter = true};
    EXPECT_EQ(text(makeLinePath(columns, mapping100())), QStringLiteral("10,50"));
}

TEST(LinePathTest, LeavesNothingOutsideThePlotArea) {
    ColumnQueryResult columns;
    for (int i = 0; i < 100; ++i)
        columns.columns.push_back(single(i, i % 3 == 0 ? 500.0 : (i % 3 == 1 ? -300.0 : 50.0)));
    const LinePath path = makeLinePath(columns, mapping100());
    ASSERT_FALSE(path.lines.isEmpty());
    const QRectF bounds = QRectF(0, 0, 100, 100).adjusted(-1e-9, -1e-9, 1e-9, 1e-9);
    for (const QPolygonF& line : path.lines) {
        for (const QPointF& point : line)
            EXPECT_TRUE(bounds.contains(point)) << point.x() << "," << point.y();
    }
}

TEST(LinePathTest, MarksSamplesThatStandApart) {
    ColumnQueryResult columns{.before = {}, .columns = {single(10, 10), single(40, 20)}, .after = {}};
    EXPECT_EQ(makeLinePath(columns, mapping100()).markers.size(), 2);
    columns.columns.clear();
    for (int i = 0; i < 90; ++i)
        columns.columns.push_back(single(i, 20));
    EXPECT_TRUE(makeLinePath(columns, mapping100()).markers.isEmpty());
}

TEST(LinePathTest, ShowsValuesInTheChosenUnit) {
    PlotMapping mapping = mapping100();
    mapping.unit = Unit::Fahrenheit;
    EXPECT_EQ(mapping.y(0.0), 68.0); // 32 °F
}

TEST(LinePathTest, FindsTheTimeUnderAPixelAndBack) {
    const PlotMapping mapping = mapping100();
    EXPECT_EQ(mapping.timeAt(25.0), Timestamp{25s});
    EXPECT_EQ(mapping.x(Timestamp{25s}), 25.0);
    EXPECT_LT(mapping.x(Timestamp::min()), 0.0);
    EXPECT_GT(mapping.x(Timestamp::max()), 100.0);
}

} // namespace
} // namespace rillscope
