// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/SampleHistory.h"
#include "ui/chart/ChannelLineItem.h"
#include "ui/chart/ChartPalette.h"
#include "ui/chart/CrosshairItem.h"
#include "ui/chart/LegendItem.h"
#include "ui/chart/TimeAxisItem.h"
#include "ui/chart/TimeWindow.h"
#include "ui/chart/ValueScale.h"

#include <QChartView>
#include <QValueAxis>

#include <memory>
#include <optional>
#include <vector>

class QGraphicsSimpleTextItem;

namespace rillscope {

/// The scrolling chart. Nothing is pushed to it per sample: refresh(), called once per display frame, pulls
/// what arrived since the last one and appends it to the line of its channel. Each channel has a QLineSeries,
/// which carries its name, pen and visibility for the legend and the axes; the line itself is drawn by a
/// ChannelLineItem, see there. Thread: GUI. Units: shows values in unit(), times by the wall clock in
/// timeZone().
class LiveChartView : public QChartView {
    Q_OBJECT

public:
    static constexpr double zoomStep = 1.5; ///< of a key
    static constexpr double panStep = 0.2;  ///< of a key, in windows

    explicit LiveChartView(QWidget* parent = nullptr);
    ~LiveChartView() override;

    /// Shows another session. The time window goes back to live.
    void setHistory(std::shared_ptr<const SampleHistory> history);
    void setChartPalette(const ChartPalette& palette);
    void setUnit(Unit unit);
    Unit unit() const { return m_unit; }
    void setTimeZone(const QTimeZone& zone);
    const QTimeZone& timeZone() const { return m_zone; }

    /// Brings the picture up to date. Returns whether anything changed; if not, nothing is repainted.
    bool refresh();

    const TimeWindow& timeWindow() const { return m_window; }
    void followLast(Duration span);
    void followAll();
    void explore(Timestamp begin, Timestamp end);
    void freeze();
    void backToLive();
    /// Zooms about a place in the plot (scene x), or about the newest sample when live and the centre
    /// otherwise.
    void zoom(double factor, std::optional<double> sceneX = std::nullopt);
    /// By a part of the window's length; negative is towards the past.
    void pan(double windows);

    void setAutomaticValueRange();
    /// In unit(). Precondition: minimum < maximum.
    void setFixedValueRange(double minimum, double maximum);
    const ValueScale& valueScale() const { return m_valueScale; }

    bool isChannelVisible(int channel) const;
    void setChannelVisible(int channel, bool visible);
    const LegendItem& legend() const { return *m_legend; }

    /// Reads the samples nearest to a place in the plot (scene coordinates) until told otherwise.
    void setReadingPosition(std::optional<QPointF> scenePosition);

    /// Samples in the visible window, all visible channels together.
    std::int64_t visibleSampleCount() const { return m_visibleSamples; }
    /// Samples that arrived since the window left the live edge.
    std::int64_t newSinceFrozen() const;
    /// What the crosshair says, a line each; empty when it is hidden.
    QStringList crosshairText() const;

    QRectF plotArea() const { return m_mapping.area; }

Q_SIGNALS:
    /// Live, frozen, zoomed or panned.
    void windowChanged();
    void channelVisibilityChanged(int channel, bool visible);
    /// One repaint has reached the screen's buffer.
    void painted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct ChannelView {
        std::unique_ptr<ChannelLineItem> line;
        ColumnQueryResult columns;
        bool isVisible = true;
    };

    void setUpChart();
    void addMissingChannels();
    void updateLegend();
    void applyFonts();
    void updateLayout();
    void updateTitles();
    void updateValueAxis();
    void queryColumns();
    void drawLines();
    void updateCrosshair();
    Unit shownUnit(int channel) const;
    QString valueText(double value, int channel) const;
    void windowMoved();

    std::shared_ptr<const SampleHistory> m_history;
    ChartPalette m_palette;
    Unit m_unit = Unit::Fahrenheit;
    QTimeZone m_zone;
    TimeWindow m_window;
    ValueScale m_valueScale;
    PlotMapping m_mapping;
    ColumnGrid m_grid;
    std::optional<QPointF> m_cursor;
    std::int64_t m_shownSize = -1; ///< samples in the history at the last refresh
    std::int64_t m_frozenSize = 0; ///< the same when the window left the live edge
    std::int64_t m_visibleSamples = 0;
    bool m_isDirty = true;

    QValueAxis* m_timeAxis; ///< seconds of the window; carries the title, TimeAxisItem draws
    QValueAxis* m_valueAxis;
    QGraphicsSimpleTextItem* m_title;
    QGraphicsSimpleTextItem* m_emptyText;
    std::unique_ptr<TimeAxisItem> m_timeAxisItem;
    std::unique_ptr<LegendItem> m_legend;
    std::unique_ptr<CrosshairItem> m_crosshair;
    std::vector<ChannelView> m_channels;
};

} // namespace rillscope
