// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/SampleHistory.h"
#include "tests/benchmarks/Comparison.h"
#include "tests/benchmarks/Stream.h"
#include "ui/chart/LiveChartView.h"

#include <QApplication>
#include <QLineSeries>
#include <QPainter>
#include <qcustomplot.h>

namespace rillscope::bench {
namespace {

constexpr QSize pictureSize(1'600, 800);
constexpr double mostP99 = 5.0;
constexpr double mostGrowth = 1.2;
constexpr double leastSpeedUp = 60.0;
constexpr double mostQuery = 500.0;

/// Each frame: one more sample, then from the data to the painted image, all samples visible.
class Painter {
public:
    Painter() : m_image(pictureSize, QImage::Format_RGB32) {}
    void paint(QWidget& widget) {
        widget.render(&m_image, {}, {}, QWidget::DrawWindowBackground | QWidget::DrawChildren);
    }

private:
    QImage m_image;
};

class RillscopeFrame {
public:
    RillscopeFrame() : m_history(std::make_shared<SampleHistory>()) {
        m_history->addChannel({QStringLiteral("sensor-1"), Unit::Celsius});
        m_view.setChartPalette({.surface = Qt::white,
                                .line = Qt::lightGray,
                                .text = Qt::black,
                                .dim = Qt::darkGray,
                                .grid = Qt::lightGray,
                                .accent = Qt::blue,
                                .seriesPen = [](int) { return QPen(Qt::blue, 1.0); }});
        m_view.setTimeZone(QTimeZone::utc());
        m_view.setHistory(m_history);
        m_view.followAll();
        m_view.resize(pictureSize);
        m_view.setAttribute(Qt::WA_DontShowOnScreen);
        m_view.show();
    }
    void append(const Stream& stream) { m_history->append({0, stream.time(), stream.value(), {}}); }
    void frame() {
        m_view.refresh();
        m_painter.paint(m_view);
    }
    const ChannelHistory& history() const { return m_history->channel(0); }

private:
    std::shared_ptr<SampleHistory> m_history;
    LiveChartView m_view;
    Painter m_painter;
};

class PlotFrame {
public:
    PlotFrame() {
        m_graph = m_plot.addGraph();
        m_graph->setAdaptiveSampling(true);
        m_graph->setPen(QPen(Qt::blue, 1.0));
        m_plot.setNotAntialiasedElements(QCP::aeAll);
        m_plot.yAxis->setRange(-10.0, 50.0);
        m_plot.resize(pictureSize);
        m_plot.setAttribute(Qt::WA_DontShowOnScreen);
        m_plot.show();
    }
    void append(const Stream& stream) {
        m_newest = stream.seconds();
        m_graph->addData(m_newest, stream.value());
    }
    void frame() {
        m_plot.xAxis->setRange(m_graph->data()->constBegin()->key, m_newest);
        m_plot.replot(QCustomPlot::rpQueuedRefresh);
        m_painter.paint(m_plot);
    }

private:
    QCustomPlot m_plot;
    QCPGraph* m_graph;
    double m_newest = 0.0;
    Painter m_painter;
};

/// A QLineSeries in the order of calls that costs one geometry update instead of three.
class SeriesFrame {
public:
    SeriesFrame() {
        QChart* chart = m_view.chart();
        chart->addSeries(m_series);
        m_series->setPen(QPen(Qt::blue, 0.0));
        chart->createDefaultAxes();
        chart->axes(Qt::Vertical).constFirst()->setRange(-10.0, 50.0);
        m_view.resize(pictureSize);
        m_view.setAttribute(Qt::WA_DontShowOnScreen);
        m_view.show();
    }
    void append(const Stream& stream) {
        if (m_points.isEmpty())
            m_begin = stream.seconds();
        m_points.append({stream.seconds() - m_begin, stream.value()});
    }
    void frame() {
        m_series->replace(QList<QPointF>());
        m_view.chart()->axes(Qt::Horizontal).constFirst()->setRange(0.0, m_points.constLast().x());
        m_series->replace(m_points);
        m_painter.paint(m_view);
    }

private:
    QChartView m_view;
    QLineSeries* m_series = new QLineSeries(&m_view);
    QList<QPointF> m_points;
    double m_begin = 0.0;
    Painter m_painter;
};

struct Times {
    std::vector<double> values;
    double p50() const { return median(values); }
    double p99() const { return percentile(values, 0.99); }
};

template <typename Frame>
void measure(Frame& frame, Stream& stream, Times& times) {
    stream.next();
    frame.append(stream);
    const double begin = milliseconds();
    frame.frame();
    times.values.push_back(milliseconds() - begin);
    QCoreApplication::removePostedEvents(nullptr, QEvent::UpdateRequest);
}

QString sizeName(std::int64_t size) {
    return QStringLiteral("10^%1").arg(std::lround(std::log10(static_cast<double>(size))));
}

Times measureSeries(int size, int repetitions) {
    SeriesFrame series;
    Stream stream;
    for (int i = 0; i < size; ++i) {
        stream.next();
        series.append(stream);
    }
    Times times;
    for (int i = 0; i < repetitions; ++i)
        measure(series, stream, times);
    return times;
}

void measureQuery(Report& report, const ChannelHistory& history, bool isQuick) {
    const auto [earliest, latest] = history.timeRange().value();
    ColumnGrid grid{(latest - earliest) / 2'000 + Duration(1), 0, 2'000};
    grid.first = grid.columnOf(latest) - grid.count + 1;
    ColumnQueryResult result;
    Times times;
    for (int i = 0; i < (isQuick ? 200 : 2'000); ++i) {
        const double begin = milliseconds();
        history.query(grid, result);
        times.values.push_back((milliseconds() - begin) * 1e3);
    }
    const double value = times.p50();
    report.add({QStringLiteral("M4 query, 2,000 columns of %1 samples").arg(sizeName(history.size())),
                QStringLiteral("us"),
                value,
                times.p99(),
                {},
                {},
                QStringLiteral("<= 500 us"),
                value <= mostQuery,
                value <= mostQuery ? QString() : shortfall(value, mostQuery)});
}

Row frameRow(std::int64_t size, const Times& ours, const Times& peer, std::int64_t largest) {
    const double needed = size == largest && size >= 100'000'000 ? leastSpeedUp : 1.0;
    Row row{QStringLiteral("frame, %1 samples").arg(sizeName(size)),
            QStringLiteral("ms"),
            ours.p50(),
            ours.p99(),
            QStringLiteral("ms QCustomPlot"),
            peer.p50(),
            {},
            {},
            QStringLiteral("peer p99 %1 ms").arg(peer.p99(), 0, 'f', 1)};
    if (size < 10'000)
        return row;
    row.target = needed > 1.0 ? QStringLiteral("60 x faster than the peer, p99 <= 5 ms")
                              : QStringLiteral("not slower than the peer, p99 <= 5 ms");
    row.isMet = ours.p50() * needed <= peer.p50() && ours.p99() <= mostP99;
    row.note += QStringLiteral(", %1 x").arg(peer.p50() / ours.p50(), 0, 'f', 1);
    return row;
}

} // namespace

void compareFrames(Report& report, bool isQuick) {
    const std::int64_t largest = isQuick ? 10'000'000 : 100'000'000;
    RillscopeFrame ours;
    PlotFrame plot;
    Stream oursStream;
    Stream plotStream;
    const auto grow = [](auto& frame, Stream& stream, std::int64_t count) {
        for (; count > 0; --count) {
            stream.next();
            frame.append(stream);
        }
    };
    std::map<std::int64_t, double> medians;
    for (std::int64_t size = 1'000; size <= largest; size *= 10) {
        grow(ours, oursStream, size - ours.history().size());
        grow(plot, plotStream, size - (size == 1'000 ? 0 : size / 10));
        Times oursTimes;
        Times plotTimes;
        const int repetitions = isQuick ? 60 : (size >= 100'000'000 ? 100 : 300);
        for (int i = 0; i < repetitions; ++i) {
            measure(ours, oursStream, oursTimes);
            measure(plot, plotStream, plotTimes);
        }
        medians[size] = oursTimes.p50();
        report.add(frameRow(size, oursTimes, plotTimes, largest));
        if (size <= (isQuick ? 10'000 : 100'000)) {
            const Times series = measureSeries(static_cast<int>(size), isQuick ? 5 : 15);
            report.add({QStringLiteral("frame, %1 samples, beside Qt Charts").arg(sizeName(size)),
                        QStringLiteral("ms"),
                        oursTimes.p50(),
                        oursTimes.p99(),
                        QStringLiteral("ms QLineSeries::replace"),
                        series.p50(),
                        {},
                        {},
                        {}});
        }
    }
    const double growth = medians.at(largest) / medians.at(10'000);
    report.add({QStringLiteral("frame, t(%1) / t(10^4)").arg(sizeName(largest)),
                QStringLiteral("x"),
                growth,
                {},
                {},
                {},
                QStringLiteral("<= 1.2"),
                growth <= mostGrowth,
                growth <= mostGrowth ? QString() : shortfall(growth, mostGrowth)});
    measureQuery(report, ours.history(), isQuick);
}

} // namespace rillscope::bench
