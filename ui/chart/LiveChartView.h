// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/SampleHistory.h"
#include "ui/chart/ChannelLayers.h"
#include "ui/chart/ChartCursors.h"
#include "ui/chart/ChartPalette.h"
#include "ui/chart/ChartScene.h"
#include "ui/chart/ResultLayers.h"
#include "ui/chart/TimeWindow.h"
#include "ui/chart/ValueScale.h"
#include "ui/chart/ZoomBoxItem.h"

#include <QChartView>
#include <QTimeZone>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace rillscope {

/// The scrolling chart. Nothing is pushed to it per sample: refresh(), called once per display frame, pulls
/// what arrived since the last one and appends it to the line of its channel. Lines, time axis
/// and legend are items of their own in the scene of a Qt Charts chart, whose value axis and grid they share;
/// see ChannelLineItem for why. Thread: GUI. Units: shows values in unit(), times by the wall clock in
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
    /// Null before the first session.
    const std::shared_ptr<const SampleHistory>& history() const { return m_history; }
    /// What the pipeline found in that history; another session begins without any.
    void setResults(PipelineResults results) { m_results.setResults(std::move(results)); }
    /// The window steps whose rows are drawn; all, when none are named.
    void setWindowSteps(std::optional<QStringList> steps) { m_results.setWindowSteps(std::move(steps)); }
    void setChartPalette(const ChartPalette& palette);
    const ChartPalette& chartPalette() const { return m_palette; }
    void setUnit(Unit unit);
    Unit unit() const { return m_unit; }
    void setTimeZone(const QTimeZone& zone);
    void setAntialiasing(Antialiasing mode);
    const QTimeZone& timeZone() const { return m_zone; }

    /// Brings the picture up to date. Returns whether anything changed; if not, nothing is repainted.
    bool refresh();
    /// Until the picture is complete, which takes several frames while very many window rows are in view.
    void refreshAll();

    const TimeWindow& timeWindow() const { return m_window; }
    void followLast(Duration span);
    void followAll();
    void explore(Timestamp begin, Timestamp end);
    /// As explore(), but a range that reaches the newest sample follows the stream.
    void showRange(Timestamp begin, Timestamp end);
    void freeze();
    void backToLive();
    /// Zooms about a place in the plot (scene x), or about the newest sample when live and the centre
    /// otherwise.
    void zoom(double factor, std::optional<double> sceneX = std::nullopt);
    /// By a part of the window's length; negative is towards the past.
    void pan(double windows);
    /// Zooms to a box in the plot (scene coordinates) and stands still there. Time always; values, when the
    /// box is meant for them: taller than a stroke along the time axis, and lower than the plot. They have
    /// the box's range until the view is back to live, or another range is chosen.
    void zoomToBox(const QRectF& box);
    /// Draws the box that is being pulled open; nothing takes it away.
    void showZoomBox(const std::optional<QRectF>& box);
    /// The event times that can be seen, both inclusive.
    std::pair<Timestamp, Timestamp> visibleRange() const;

    void setAutomaticValueRange();
    /// In unit(). Precondition: minimum < maximum.
    void setFixedValueRange(double minimum, double maximum);
    const ValueScale& valueScale() const { return m_valueScale; }

    /// Channels that the chart has a line for.
    int channelCount() const { return m_layers.count(); }
    bool isChannelVisible(int channel) const { return m_layers.isVisible(channel); }
    void setChannelVisible(int channel, bool visible);
    const GapItem& gaps() const { return m_layers.gaps(); }
    const SampleMarksItem& marks() const { return m_layers.marks(); }
    const ResultLayers& results() const { return m_results; }
    const LegendItem& legend() const { return m_scene.legend(); }
    const ValueAxisItem& valueAxis() const { return m_scene.valueAxis(); }
    const EnvelopeEdgeItem& envelopeEdge() const { return m_scene.envelopeEdge(); }
    /// None for a channel that is no temperature.
    Unit shownUnit(int channel) const;

    const ChartCursors& cursors() const { return m_cursors; }
    /// Reads the samples nearest to a place in the plot (scene coordinates) until the next call.
    void setReadingPosition(std::optional<QPointF> scenePosition) { m_cursors.setPosition(scenePosition); }
    /// Moves the crosshair by one sample; the window goes along when it leaves it.
    void stepCursor(ChartCursors::Step step);
    void pinCursor() { m_cursors.pin(); }
    /// Returns whether there were any.
    bool removeCursors() { return m_cursors.remove(); }

    /// Samples in the visible window, all visible channels together.
    std::int64_t visibleSampleCount() const { return m_visibleSamples; }
    /// Samples that arrived since the window left the live edge.
    std::int64_t newSinceFrozen() const;
    /// What the crosshair says, a line each; empty when it is hidden.
    QStringList crosshairText() const { return m_cursors.crosshairText(); }

    QRectF plotArea() const { return m_mapping.area; }
    /// Of the picture that is shown; its unit means nothing.
    const PlotMapping& mapping() const { return m_mapping; }
    /// Of one pixel of the picture.
    Duration columnWidth() const { return visibleGrid().width; }

Q_SIGNALS:
    /// Live, frozen, zoomed or panned.
    void windowChanged();
    void channelVisibilityChanged(int channel, bool visible);
    /// Other channels, or more of them.
    void channelsChanged();
    /// The legend has no room for all channels, and was asked for the rest.
    void channelListRequested();
    void appearanceChanged();
    /// The picture is up to date with the history, whether or not what came lies in the window.
    void refreshed();
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
    void addMissingChannels();
    /// Asks the history anew. Returns whether the answer differs from what is shown.
    bool updatePicture();
    /// The lines alone, and the ranges of both axes. Returns whether the lines differ from what is shown.
    bool queryLines();
    /// Of what is in view.
    void drawPicture();
    void windowMoved();

    std::shared_ptr<const SampleHistory> m_history;
    ChartPalette m_palette;
    Unit m_unit = Unit::Fahrenheit;
    QTimeZone m_zone;
    TimeWindow m_window;
    ValueScale m_valueScale;
    PlotMapping m_mapping;
    std::int64_t m_shownRestored = 0; ///< see SampleHistory::restoredState()
    std::int64_t m_shownSize = -1;    ///< samples in the history at the last refresh
    std::int64_t m_frozenSize = 0;    ///< the same when the window left the live edge
    std::int64_t m_visibleSamples = 0;
    bool m_isDirty = true;

    ChartScene m_scene;
    ChannelLayers m_layers;
    ResultLayers m_results;
    ChartCursors m_cursors;
    ZoomBoxItem m_zoomBox;
};

} // namespace rillscope
