// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/chart/RandomStream.h"
#include "ui/chart/ChannelLineItem.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>
#include <set>

namespace rillscope {
namespace {

using test::RandomStream;

struct Point {
    std::int64_t time;
    double value;
    bool breakBefore;
};

/// The finite samples in the order of event time, of equal times in that of arrival.
std::vector<Point> pointsOf(const ChannelHistory& history) {
    std::vector<Point> points;
    for (std::int64_t i = 0; i < history.size(); ++i) {
        if (std::isfinite(history.value(i)))
            points.push_back(
                {toNanoseconds(history.eventTime(i)), history.value(i), history.breaksBefore(i)});
    }
    std::stable_sort(points.begin(), points.end(),
                     [](const Point& a, const Point& b) { return a.time < b.time; });
    return points;
}

/// One group for each sample that a query of the grid concerns: the drawing of these leaves nothing out. A
/// break within a column is narrower than a pixel and cannot be seen; the line goes on there.
ColumnQueryResult everySample(const std::vector<Point>& points, const ColumnGrid& grid) {
    ColumnQueryResult result;
    std::optional<std::int64_t> previousColumn;
    for (const Point& point : points) {
        const TimedValue sample{fromNanoseconds(point.time), point.value};
        const std::int64_t column = grid.columnOf(sample.time);
        if (column < grid.first) {
            result.before = sample;
        } else if (column < grid.first + grid.count) {
            const bool breaks = point.breakBefore && previousColumn != column;
            result.columns.push_back({column, sample, sample, sample, sample, 1, breaks});
        } else if (!result.after) {
            result.after = sample;
            result.breakBeforeAfter = point.breakBefore;
        }
        previousColumn = column;
    }
    return result;
}

struct Picture {
    QSize size;
    ColumnGrid grid;
    PlotMapping mapping;
};

/// A plot of some size that begins and ends at pixels, as the chart's does.
Picture pictureOf(QSize size, const ColumnGrid& grid, double minimum, double maximum) {
    return {size,
            grid,
            {.area = QRectF(3, 5, size.width() - 7, size.height() - 11),
             .begin = grid.begin(),
             .end = grid.end(),
             .minimum = minimum,
             .maximum = maximum}};
}

int columnsOf(QSize size) {
    return size.width() - 7;
}

/// By the item that draws the lines in the chart.
QImage drawn(const ColumnQueryResult& columns, const Picture& picture) {
    ChannelLineItem line(nullptr);
    line.setPen(QPen(Qt::black, 1.0));
    line.setAntialiasing(Antialiasing::Off);
    line.setColumns(columns, picture.grid, picture.mapping);
    QImage image(picture.size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const QStyleOptionGraphicsItem option;
    line.paint(&painter, &option, nullptr);
    return image;
}

void paintColumn(QImage& image, const Picture& picture, std::int64_t column, double y1, double y2) {
    const QRect area = picture.mapping.area.toRect();
    const auto rowOf = [&](double y) { return area.top() + static_cast<int>(std::floor(y)); };
    for (int row = rowOf(std::min(y1, y2)); row <= rowOf(std::max(y1, y2)); ++row)
        image.setPixel(area.left() + static_cast<int>(column), row, qRgb(0, 0, 0));
}

/// One segment after the other through all samples, each at the centre of its column: in every column the
/// pixels from where the segment enters to where it leaves. Precondition: all samples are in the plot.
QImage drawnPlainly(const std::vector<Point>& points, const Picture& picture) {
    QImage image(picture.size, QImage::Format_RGB32);
    image.fill(Qt::white);
    const double height = picture.mapping.area.height();
    const double range = picture.mapping.maximum - picture.mapping.minimum;
    const auto columnOf = [&](const Point& point) {
        return picture.grid.columnOf(fromNanoseconds(point.time)) - picture.grid.first;
    };
    const auto yOf = [&](const Point& point) {
        return height - height * ((point.value - picture.mapping.minimum) / range);
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::int64_t column = columnOf(points[i]);
        const double y = yOf(points[i]);
        paintColumn(image, picture, column, y, y);
        if (i == 0)
            continue;
        const std::int64_t previousColumn = columnOf(points[i - 1]);
        const double previousY = yOf(points[i - 1]);
        if (column == previousColumn)
            paintColumn(image, picture, column, previousY, y);
        else if (!points[i].breakBefore) {
            const double slope = (y - previousY) / static_cast<double>(column - previousColumn);
            for (std::int64_t c = previousColumn; c <= column; ++c) {
                const double from = static_cast<double>(c - previousColumn) - 0.5;
                paintColumn(image, picture, c, c == previousColumn ? previousY : previousY + slope * from,
                            c == column ? y : previousY + slope * (from + 1.0));
            }
        }
    }
    return image;
}

int differingPixels(const QImage& a, const QImage& b) {
    if (a == b)
        return 0;
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    }
    return count;
}

constexpr std::array<QSize, 5> sizes{QSize(40, 30), QSize(101, 77), QSize(333, 200), QSize(800, 64),
                                     QSize(1600, 800)};

class PixelExactTest : public testing::Test {
protected:
    const std::uint64_t seed = std::random_device{}();
    RandomStream random{seed};
};

TEST_F(PixelExactTest, DrawsWholeStreamsAsIfEverySampleWereDrawn) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    for (int round = 0; round < 20; ++round) {
        ChannelHistory history;
        RandomStream(seed + static_cast<std::uint64_t>(round))
            .appendTo(history, 1 + static_cast<int>(random.below(40'000)));
        const std::vector<Point> points = pointsOf(history);
        if (points.empty())
            continue;
        for (const QSize size : sizes) {
            const std::int64_t span = points.back().time - points.front().time;
            ColumnGrid grid{Duration{span / (columnsOf(size) - 1) + 1}, 0, columnsOf(size)};
            grid.first = grid.columnOf(fromNanoseconds(points.front().time));
            const Picture picture = pictureOf(size, grid, -100.0, 100.0);
            const QImage m4 = drawn(history.query(grid), picture);
            ASSERT_EQ(differingPixels(m4, drawnPlainly(points, picture)), 0)
                << "round " << round << ", " << size.width() << " x " << size.height();
        }
    }
}

TEST_F(PixelExactTest, DrawsEveryZoomAsIfEverySampleWereDrawn) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    for (int round = 0; round < 20; ++round) {
        ChannelHistory history;
        RandomStream(seed + static_cast<std::uint64_t>(round))
            .appendTo(history, 1 + static_cast<int>(random.below(20'000)));
        const std::vector<Point> points = pointsOf(history);
        if (points.empty())
            continue;
        const std::int64_t span = points.back().time - points.front().time + 1;
        for (const QSize size : sizes) {
            for (std::int64_t zoom = 1; zoom <= 1'000; zoom *= 1 + random.below(9)) {
                ColumnGrid grid{Duration{span / zoom / columnsOf(size) + 1}, 0, columnsOf(size)};
                grid.first = grid.columnOf(fromNanoseconds(points.front().time + random.below(span))) -
                             random.below(columnsOf(size));
                // Sometimes values lie outside the plot.
                const double scale = random.oneIn(2) ? 100.0 : 15.0;
                const Picture picture = pictureOf(size, grid, -scale, scale);
                ASSERT_EQ(differingPixels(drawn(history.query(grid), picture),
                                          drawn(everySample(points, grid), picture)),
                          0)
                    << "round " << round << ", zoom " << zoom << ", " << size.width() << " x "
                    << size.height();
                if (zoom == 1 && random.oneIn(3))
                    ++zoom;
            }
        }
    }
}

TEST_F(PixelExactTest, ShowsEverySpikeAtEveryZoom) {
    constexpr int samples = 10'000'000;
    constexpr int spikes = 1'000;
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::set<std::int64_t> places;
    while (places.size() < spikes)
        places.insert(random.below(samples));
    ChannelHistory history;
    for (std::int64_t i = 0; i < samples; ++i)
        history.append(fromNanoseconds(i * 1'000), places.contains(i) ? 90.0 : static_cast<double>(i % 41),
                       {});
    const QSize size(807, 211);
    const int columns = columnsOf(size);
    for (const int zoom : {1, 2, 3, 10, 30, 100, 300, 1'000}) {
        int visible = 0;
        const Duration width{samples * 1'000LL / zoom / columns + 1};
        for (ColumnGrid grid{width, 0, columns}; grid.begin() < Timestamp{Duration{samples * 1'000LL}};
             grid.first += columns) {
            const Picture picture = pictureOf(size, grid, 0.0, 100.0);
            const QImage image = drawn(history.query(grid), picture);
            const int row = static_cast<int>(std::floor(picture.mapping.y(90.0)));
            const auto inside = [&](std::int64_t place) { return fromNanoseconds(place * 1'000); };
            for (auto place = places.lower_bound((toNanoseconds(grid.begin()) + 999) / 1'000);
                 place != places.end() && inside(*place) < grid.end(); ++place) {
                const auto column = static_cast<int>(grid.columnOf(inside(*place)) - grid.first);
                visible += image.pixel(3 + column, row) == qRgb(0, 0, 0) ? 1 : 0;
            }
        }
        EXPECT_EQ(visible, spikes) << "zoom " << zoom;
    }
}

/// Whether some pixel near each painted one is painted in the other picture as well.
bool isCoveredBy(const QImage& inner, const QImage& outer) {
    const QRgb black = qRgb(0, 0, 0);
    for (int y = 1; y + 1 < inner.height(); ++y) {
        for (int x = 1; x + 1 < inner.width(); ++x) {
            if (inner.pixel(x, y) != black)
                continue;
            bool isNear = false;
            for (int i = 0; i < 9; ++i)
                isNear = isNear || outer.pixel(x + i % 3 - 1, y + i / 3 - 1) == black;
            if (!isNear)
                return false;
        }
    }
    return true;
}

TEST_F(PixelExactTest, LooksAsThePaintersLinesThroughEverySample) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    for (const QSize size : sizes) {
        ChannelHistory history;
        random.appendTo(history, 20'000);
        const std::vector<Point> points = pointsOf(history);
        const std::int64_t span = points.back().time - points.front().time;
        ColumnGrid grid{Duration{span / (columnsOf(size) - 1) + 1}, 0, columnsOf(size)};
        grid.first = grid.columnOf(fromNanoseconds(points.front().time));
        const Picture picture = pictureOf(size, grid, -100.0, 100.0);
        QImage lines(size, QImage::Format_RGB32);
        lines.fill(Qt::white);
        QPainter painter(&lines);
        const ColumnQueryResult all = everySample(points, grid);
        for (const QPolygonF& line : makeLinePath(all, picture.mapping).lines) {
            painter.drawPoint(line.constFirst()); // a polyline within a pixel may paint nothing
            for (qsizetype i = 1; i < line.size(); ++i)
                painter.drawLine(line.at(i - 1), line.at(i));
        }
        const QImage strokes = drawn(history.query(grid), picture);
        EXPECT_TRUE(isCoveredBy(strokes, lines)) << size.width();
        EXPECT_TRUE(isCoveredBy(lines, strokes)) << size.width();
    }
}

} // namespace
} // namespace rillscope
