// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/SampleHistory.h"
#include "tests/benchmarks/Stream.h"
#include "ui/chart/LiveChartView.h"

#include <QApplication>
#include <QLineSeries>
#include <QPainter>
#include <qcustomplot.h>

namespace rillscope::bench {

inline constexpr QSize pictureSize(1'600, 800);

/// From the data to the painted image, all samples visible. Each frame of a stream that is followed brings
/// one more sample. The first frame after a zoom finds nothing that it could keep from the one before.
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
    /// All is visible still, in other columns.
    void zoom() {
        const auto [earliest, latest] = history().timeRange().value();
        const Duration margin = (latest - earliest) / 10'000 * ++m_zooms;
        m_view.explore(earliest - margin, latest + margin);
    }
    void follow() { m_view.followAll(); }
    const ChannelHistory& history() const { return m_history->channel(0); }

private:
    std::shared_ptr<SampleHistory> m_history;
    LiveChartView m_view;
    int m_zooms = 0;
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

} // namespace rillscope::bench
