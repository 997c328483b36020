// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/LiveChartView.h"

#include "ui/chart/VisibleColumns.h"

#include <QEvent>

#include <algorithm>

namespace rillscope {
namespace {

constexpr double lowestZoomBox = 24.0;  ///< that zooms values, too
constexpr double tallestZoomBox = 0.95; ///< part of the plot's height; a taller box zooms the time alone

} // namespace

LiveChartView::LiveChartView(QWidget* parent)
    : QChartView(parent)
    , m_zone(QTimeZone::systemTimeZone())
    , m_scene(chart())
    , m_layers(chart())
    , m_results(chart())
    , m_cursors(*this, chart())
    , m_zoomBox(chart()) {
    setObjectName(QStringLiteral("liveChartView"));
    setAccessibleName(tr("Chart of the streamed values over time"));
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(false); // a graphics view takes drops for its items; files are for the window
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumSize(228, 180);
    viewport()->setMouseTracking(true);
    updateFonts();
    updateTitles();
}

LiveChartView::~LiveChartView() = default;

void LiveChartView::setHistory(std::shared_ptr<const SampleHistory> history) {
    m_layers.clear();
    m_results.clear();
    updateLegend();
    m_history = std::move(history);
    m_window.clearData();
    m_valueScale.reset();
    m_cursors.clear();
    m_shownSize = -1;
    windowMoved();
    Q_EMIT channelsChanged();
}

void LiveChartView::setChartPalette(const ChartPalette& palette) {
    m_palette = palette;
    setBackgroundBrush(palette.surface);
    m_scene.setPalette(palette);
    m_layers.setPalette(palette);
    m_results.setPalette(palette);
    m_cursors.setPalette(palette);
    m_zoomBox.setPalette(palette);
    updateLegend();
    m_isDirty = true;
    Q_EMIT appearanceChanged();
}

void LiveChartView::setUnit(Unit unit) {
    if (unit == m_unit)
        return;
    m_valueScale.changeUnit(m_unit, unit);
    m_unit = unit;
    updateTitles();
    m_isDirty = true;
    Q_EMIT appearanceChanged();
}

void LiveChartView::setAntialiasing(Antialiasing mode) {
    m_layers.setAntialiasing(mode);
    m_isDirty = true;
}

void LiveChartView::setTimeZone(const QTimeZone& zone) {
    m_zone = zone;
    updateTitles();
    m_isDirty = true;
}

bool LiveChartView::refresh() {
    const std::int64_t size = m_history ? m_history->size() : 0;
    const std::int64_t restored = m_history ? m_history->restoredState() : 0;
    if (!m_isDirty && size == m_shownSize && restored == m_shownRestored && !m_results.hasNews() &&
        !m_results.isPending())
        return false;
    const auto range = m_history ? m_history->timeRange() : std::nullopt;
    if (range)
        m_window.setDataRange(range->first, range->second);
    m_shownSize = size;
    m_shownRestored = restored;
    if (!updatePicture() && !m_isDirty) {
        Q_EMIT refreshed(); // what came lies outside the window
        return false;
    }
    m_isDirty = false;
    drawPicture();
    m_cursors.update();
    m_scene.setEmptyTextVisible(!range);
    Q_EMIT refreshed();
    return true;
}

void LiveChartView::refreshAll() {
    do
        refresh();
    while (m_results.isPending());
}

void LiveChartView::followLast(Duration span) {
    m_window.followLast(span);
    windowMoved();
}

void LiveChartView::followAll() {
    m_window.followAll();
    windowMoved();
}

void LiveChartView::explore(Timestamp begin, Timestamp end) {
    m_window.explore(begin, end);
    windowMoved();
}

void LiveChartView::showRange(Timestamp begin, Timestamp end) {
    m_window.show(begin, end);
    windowMoved();
}

void LiveChartView::freeze() {
    m_window.freeze();
    windowMoved();
}

void LiveChartView::backToLive() {
    m_window.backToLive();
    windowMoved();
}

void LiveChartView::zoom(double factor, std::optional<double> sceneX) {
    const Timestamp middle = m_window.begin() + m_window.span() / 2;
    const Timestamp fallback = m_window.isLive() ? m_window.end() : middle;
    m_window.zoom(factor, sceneX ? m_mapping.timeAt(*sceneX) : fallback);
    windowMoved();
}

void LiveChartView::pan(double windows) {
    const double nanoseconds = static_cast<double>(m_window.span().count()) * windows;
    m_window.pan(Duration{static_cast<std::int64_t>(nanoseconds)});
    windowMoved();
}

void LiveChartView::zoomToBox(const QRectF& box) {
    const QRectF area = m_mapping.area;
    const bool zoomsValues = box.height() > lowestZoomBox && box.height() < tallestZoomBox * area.height();
    m_window.explore(m_mapping.timeAt(box.left()), m_mapping.timeAt(box.right()));
    windowMoved();
    if (!zoomsValues)
        return;
    const double minimum = m_mapping.shownValueAt(box.bottom());
    const double maximum = m_mapping.shownValueAt(box.top());
    if (minimum < maximum)
        m_valueScale.zoom(minimum, maximum);
}

void LiveChartView::showZoomBox(const std::optional<QRectF>& box) {
    if (box)
        m_zoomBox.showBox(*box);
    else
        m_zoomBox.hide();
}

std::pair<Timestamp, Timestamp> LiveChartView::visibleRange() const {
    return {m_window.begin(), m_window.heldAt().value_or(m_window.end())};
}

void LiveChartView::stepCursor(ChartCursors::Step step) {
    constexpr double margin = 0.1; // of the window, beyond the sample
    const auto time = m_cursors.step(step);
    if (!time || (*time >= m_window.begin() && *time <= m_window.end()))
        return;
    const Duration beyond = *time < m_window.begin() ? *time - m_window.begin() : *time - m_window.end();
    const double windows = toSeconds(beyond) / toSeconds(m_window.span());
    pan(windows + std::copysign(margin, windows));
}

void LiveChartView::windowMoved() {
    if (m_window.isLive()) {
        m_frozenSize = -1;
        m_valueScale.endZoom();
    } else if (m_frozenSize < 0) {
        m_frozenSize = std::max<std::int64_t>(m_shownSize, 0);
    }
    m_isDirty = true;
    Q_EMIT windowChanged();
}

std::int64_t LiveChartView::newSinceFrozen() const {
    return m_history && m_frozenSize >= 0 ? m_history->size() - m_frozenSize : 0;
}

void LiveChartView::setAutomaticValueRange() {
    m_valueScale.setAutomatic();
    m_isDirty = true;
}

void LiveChartView::setFixedValueRange(double minimum, double maximum) {
    m_valueScale.setFixed(minimum, maximum);
    m_isDirty = true;
}

void LiveChartView::setChannelVisible(int channel, bool visible) {
    m_layers.setVisible(channel, visible);
    m_results.setHiddenChannels(m_layers.hiddenChannels(*m_history));
    updateLegend();
    updateTitles();
    m_isDirty = true;
    Q_EMIT channelVisibilityChanged(channel, visible);
}

Unit LiveChartView::shownUnit(int channel) const {
    return m_history->info(channel).unit == Unit::None ? Unit::None : m_unit;
}

void LiveChartView::updateLegend() {
    m_scene.legend().setEntries(m_history ? m_layers.legendEntries(*m_history, m_palette)
                                          : QList<LegendItem::Entry>());
    updateLayout(); // the legend may need more rows than before
}

void LiveChartView::updateFonts() {
    m_scene.setFont(font());
    m_layers.setFont(m_scene.smallFont());
    m_results.setFont(m_scene.smallFont());
    m_cursors.setFont(m_scene.smallFont());
}

void LiveChartView::updateLayout() {
    m_mapping.area = m_scene.layOut(viewport()->size());
    m_isDirty = true;
}

void LiveChartView::updateTitles() {
    bool hasTemperature = m_layers.count() == 0;
    bool hasOther = false;
    for (int channel = 0; channel < m_layers.count(); ++channel) {
        if (m_layers.isVisible(channel))
            (m_history->info(channel).unit == Unit::None ? hasOther : hasTemperature) = true;
    }
    QString title = hasTemperature ? tr("Temperature (%1)").arg(unitSymbol(m_unit)) : tr("Value");
    if (hasTemperature && hasOther)
        title = tr("%1 and other values").arg(title);
    const QString zone = m_zone.abbreviation(QDateTime::currentDateTimeUtc());
    m_scene.setTitles(title, tr("Timestamp (%1)").arg(zone));
}

ColumnGrid LiveChartView::visibleGrid() const {
    return visibleColumns(m_window, m_mapping.area.width() * devicePixelRatioF());
}

void LiveChartView::addMissingChannels() {
    if (!m_history || !m_layers.addMissing(*m_history))
        return;
    m_layers.setPalette(m_palette);
    updateLegend();
    updateTitles();
    m_isDirty = true;
    Q_EMIT channelsChanged();
}

bool LiveChartView::updatePicture() {
    addMissingChannels();
    const PlotMapping before = m_mapping;
    bool isChanged = queryLines();
    // Another range may need another margin, and a plot of another width shows other columns.
    for (int round = 0; round < 2 && m_scene.setValueRange(m_valueScale); ++round) {
        updateLayout();
        isChanged = queryLines() || isChanged;
    }
    const auto range = m_history ? m_history->timeRange() : std::nullopt;
    const bool areResultsChanged =
        m_results.query(visibleGrid(), m_window.heldAt(), range ? range->second : Timestamp::min());
    return isChanged || areResultsChanged || m_mapping != before;
}

bool LiveChartView::queryLines() {
    const ColumnGrid grid = visibleGrid();
    ChannelLayers::Extent extent;
    if (m_history)
        extent = m_layers.query(*m_history, grid, m_window.heldAt(), m_unit);
    m_visibleSamples = extent.samples;
    m_valueScale.fit(extent.lowest, extent.highest);
    m_mapping.begin = grid.begin();
    m_mapping.end = grid.end();
    m_mapping.minimum = m_valueScale.minimum();
    m_mapping.maximum = m_valueScale.maximum();
    return extent.isChanged;
}

void LiveChartView::drawPicture() {
    if (m_window.hasData())
        m_scene.setTimeRange(m_mapping, m_zone);
    else
        m_scene.setNoTimeRange(m_mapping.area);
    m_scene.setFullResolutionFrom(
        m_history ? m_layers.fullResolutionFrom(*m_history, m_mapping) : std::nullopt, m_mapping);
    if (m_history)
        m_layers.draw(*m_history, m_mapping, m_unit);
    m_results.draw(m_mapping, m_unit);
}

void LiveChartView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    updateLayout();
    refresh();
}

void LiveChartView::paintEvent(QPaintEvent* event) {
    Q_EMIT aboutToPaint();
    QChartView::paintEvent(event);
    Q_EMIT painted();
}

void LiveChartView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateFonts();
        updateLayout();
    }
}

} // namespace rillscope
