// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/ChannelLayers.h"
#include "ui/chart/ChartScene.h"
#include "ui/chart/TimeWindow.h"

#include <QChartView>

#include <memory>
#include <optional>

namespace rillscope {

/// The scrolling chart. Nothing is pushed to it per sample: refresh(), called once per display frame, pulls
/// what arrived since the last one. ChannelLayers hold the lines, ChartScene what stands around them; this
/// decides what is shown and when. Thread: GUI. Units: shows values in unit(), times by the wall clock in
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
    void setAntialiasing(Antialiasing mode);
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

    bool isChannelVisible(int channel) const { return m_layers.isVisible(channel); }
    void setChannelVisible(int channel, bool visible);
    const GapItem& gaps() const { return m_layers.gaps(); }
    const SampleMarksItem& marks() const { return m_layers.marks(); }
    const LegendItem& legend() const { return m_scene.legend(); }

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
    void aboutToPaint();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateLegend();
    void updateFonts();
    void updateLayout();
    void updateTitles();
    ColumnGrid visibleGrid() const;
    /// Asks the history anew. Returns whether the answer differs from what is shown.
    bool updatePicture();
    void drawPicture();
    void updateCrosshair();
    void windowMoved();

    std::shared_ptr<const SampleHistory> m_history;
    ChartPalette m_palette;
    Unit m_unit = Unit::Fahrenheit;
    QTimeZone m_zone;
    TimeWindow m_window;
    ValueScale m_valueScale;
    PlotMapping m_mapping;
    std::optional<QPointF> m_cursor;
    std::int64_t m_shownSize = -1; ///< samples in the history at the last refresh
    std::int64_t m_frozenSize = 0; ///< the same when the window left the live edge
    std::int64_t m_visibleSamples = 0;
    bool m_isDirty = true;

    ChartScene m_scene;
    ChannelLayers m_layers;
};

} // namespace rillscope
