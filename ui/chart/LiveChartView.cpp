// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/LiveChartView.h"

#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QLegend>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rillscope {
namespace {

constexpr double leftMargin = 66.0;
constexpr double rightMargin = 22.0;
constexpr double topMargin = 46.0;
constexpr double titleTop = 10.0;
constexpr double legendHeight = 22.0;
constexpr double legendGap = 24.0;
constexpr double edge = 14.0;           ///< between title or legend and the view's edge
constexpr double lowestZoomBox = 24.0;  ///< that zooms values, too
constexpr double tallestZoomBox = 0.95; ///< likewise, of the plot's height

/// Takes away what came after a time.
void holdAt(Timestamp time, ColumnQueryResult& columns) {
    const auto isLater = [time](const ColumnGroup& group) { return group.first.time > time; };
    columns.columns.erase(std::find_if(columns.columns.begin(), columns.columns.end(), isLater),
                          columns.columns.end());
    columns.after.reset();
}

QFont scaledFont(QFont font, double factor) {
    if (font.pixelSize() > 0)
        font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * factor)));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace

LiveChartView::LiveChartView(QWidget* parent)
    : QChartView(parent)
    , m_zone(QTimeZone::systemTimeZone())
    , m_timeAxis(new QValueAxis(this))
    , m_valueAxis(new QValueAxis(this))
    , m_title(nullptr)
    , m_emptyText(nullptr) {
    setUpChart();
    setObjectName(QStringLiteral("liveChartView"));
    setAccessibleName(tr("Chart of the streamed values over time"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumSize(260, 180);
    viewport()->setMouseTracking(true);
    applyFonts();
    updateTitles();
}

LiveChartView::~LiveChartView() = default;

void LiveChartView::setUpChart() {
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins(0, 0, 0, 0));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();

    m_timeAxis->setLabelsVisible(false);
    m_timeAxis->setGridLineVisible(false);
    m_timeAxis->setLineVisible(false);
    m_timeAxis->setTitleVisible(false);
    m_valueAxis->setTickType(QValueAxis::TicksDynamic);
    m_valueAxis->setLineVisible(false);
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_valueAxis, Qt::AlignLeft);

    m_title = new QGraphicsSimpleTextItem(tr("Streamed Temperature Data"), chart());
    m_emptyText = new QGraphicsSimpleTextItem(tr("Waiting for the first sample"), chart());
    m_timeAxisItem = std::make_unique<TimeAxisItem>(chart());
    m_legend = std::make_unique<LegendItem>(chart());
    m_cursors = std::make_unique<ChartCursors>(*this, chart());
    m_zoomBox = std::make_unique<ZoomBoxItem>(chart());
}

void LiveChartView::setHistory(std::shared_ptr<const SampleHistory> history) {
    m_channels.clear();
    updateLegend();
    m_history = std::move(history);
    m_window.clearData();
    m_valueScale.reset();
    m_cursors->clear();
    m_shownSize = -1;
    windowMoved();
    Q_EMIT channelsChanged();
}

void LiveChartView::setChartPalette(const ChartPalette& palette) {
    m_palette = palette;
    setBackgroundBrush(palette.surface);
    m_title->setBrush(palette.text);
    m_emptyText->setBrush(palette.dim);
    m_valueAxis->setLabelsBrush(palette.dim);
    m_valueAxis->setTitleBrush(palette.dim);
    m_valueAxis->setGridLinePen(QPen(palette.grid, 1.0));
    m_legend->setTextColor(palette.dim);
    m_timeAxisItem->setPalette(palette);
    m_cursors->setPalette(palette);
    m_zoomBox->setPalette(palette);
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

void LiveChartView::setTimeZone(const QTimeZone& zone) {
    m_zone = zone;
    updateTitles();
    m_isDirty = true;
}

bool LiveChartView::refresh() {
    const std::int64_t size = m_history ? m_history->size() : 0;
    if (!m_isDirty && size == m_shownSize)
        return false;
    if (m_history)
        addMissingChannels();
    const auto range = m_history ? m_history->timeRange() : std::nullopt;
    if (range)
        m_window.setDataRange(range->first, range->second);
    m_shownSize = size;
    m_isDirty = false;
    queryColumns();
    updateValueAxis();
    drawLines();
    m_cursors->update();
    m_emptyText->setVisible(!range);
    Q_EMIT refreshed();
    return true;
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
        m_zoomBox->showBox(*box);
    else
        m_zoomBox->hide();
}

std::pair<Timestamp, Timestamp> LiveChartView::visibleRange() const {
    return {m_window.begin(), m_window.heldAt().value_or(m_window.end())};
}

void LiveChartView::stepCursor(ChartCursors::Step step) {
    constexpr double margin = 0.1; // of the window, beyond the sample
    const auto time = m_cursors->step(step);
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

bool LiveChartView::isChannelVisible(int channel) const {
    return m_channels[static_cast<std::size_t>(channel)].isVisible;
}

void LiveChartView::setChannelVisible(int channel, bool visible) {
    ChannelView& view = m_channels[static_cast<std::size_t>(channel)];
    view.isVisible = visible;
    view.line->setVisible(visible);
    updateLegend();
    updateTitles();
    m_isDirty = true;
    Q_EMIT channelVisibilityChanged(channel, visible);
}

void LiveChartView::addMissingChannels() {
    const int count = m_history->channelCount();
    if (count == static_cast<int>(m_channels.size()))
        return;
    while (static_cast<int>(m_channels.size()) < count)
        m_channels.push_back({std::make_unique<ChannelLineItem>(chart()), {}});
    updateLegend();
    updateTitles();
    Q_EMIT channelsChanged();
}

void LiveChartView::updateLegend() {
    QList<LegendItem::Entry> entries;
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        const int channel = static_cast<int>(i);
        const QPen pen = m_palette.seriesPen(channel);
        m_channels[i].line->setPen(pen);
        entries.append({m_history->info(channel).name, pen, m_channels[i].isVisible});
    }
    m_legend->setEntries(entries);
    updateLayout(); // the legend may need more rows than before
}

void LiveChartView::applyFonts() {
    const QFont small = scaledFont(font(), 0.88);
    QFont title = scaledFont(font(), 1.12);
    title.setWeight(QFont::DemiBold);
    m_title->setFont(title);
    m_emptyText->setFont(font());
    m_valueAxis->setLabelsFont(small);
    m_valueAxis->setTitleFont(small);
    m_legend->setFont(font());
    m_timeAxisItem->setFont(small);
    m_cursors->setFont(small);
}

void LiveChartView::updateLayout() {
    const QSizeF size = viewport()->size();
    const double right = std::max(size.width() - rightMargin, leftMargin + 50.0);
    m_title->setPos(edge, titleTop);
    const double legendLeft = edge + m_title->boundingRect().width() + legendGap;
    const QRectF besideTitle(QPointF(legendLeft, titleTop - 4.0),
                             QPointF(std::max(right, legendLeft), titleTop + legendHeight));
    const QRectF belowTitle(QPointF(edge, titleTop + legendHeight), QPointF(right, size.height()));
    const double legendRows = m_legend->placeIn(besideTitle, belowTitle);
    const double top = topMargin + legendRows;
    m_mapping.area = QRectF(QPointF(leftMargin, top),
                            QPointF(right, std::max(size.height() - TimeAxisItem::height, top + 50.0)));
    chart()->setPlotArea(m_mapping.area);
    const QRectF text = m_emptyText->boundingRect();
    m_emptyText->setPos(m_mapping.area.center() - text.center());
    m_isDirty = true;
}

void LiveChartView::updateTitles() {
    bool hasTemperature = m_channels.empty();
    bool hasOther = false;
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        if (m_channels[i].isVisible)
            (shownUnit(static_cast<int>(i)) == Unit::None ? hasOther : hasTemperature) = true;
    }
    const QString temperature = tr("Temperature (%1)").arg(unitSymbol(m_unit));
    if (hasTemperature && hasOther)
        m_valueAxis->setTitleText(tr("%1 and other values").arg(temperature));
    else
        m_valueAxis->setTitleText(hasOther ? tr("Value") : temperature);
    m_timeAxis->setTitleText(tr("Timestamp"));
    const QString zone = m_zone.abbreviation(QDateTime::currentDateTimeUtc());
    m_timeAxisItem->setTitle(tr("Timestamp (%1)").arg(zone));
}

Unit LiveChartView::shownUnit(int channel) const {
    return m_history->info(channel).unit == Unit::None ? Unit::None : m_unit;
}

void LiveChartView::queryColumns() {
    const double pixels = m_mapping.area.width() * devicePixelRatioF();
    const int columns = std::max(2, static_cast<int>(std::lround(pixels)));
    ColumnGrid grid;
    // One column more than the window is long: whole columns seldom begin where the window does.
    grid.width = std::max(Duration{1}, (m_window.span() + Duration{columns - 2}) / (columns - 1));
    grid.count = columns;
    // Whole columns, counted from the right edge, so that the newest one is always complete on screen.
    grid.first = grid.columnOf(m_window.end()) - columns + 1;
    m_mapping.begin = grid.begin();
    m_mapping.end = grid.end();
    m_visibleSamples = 0;
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -lowest;
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        const int channel = static_cast<int>(i);
        ChannelView& view = m_channels[i];
        if (!view.isVisible)
            continue;
        m_history->channel(channel).query(grid, view.columns);
        if (m_window.heldAt())
            holdAt(*m_window.heldAt(), view.columns);
        for (const ColumnGroup& group : view.columns.columns) {
            m_visibleSamples += group.count;
            lowest = std::min(lowest, fromCelsius(group.minimum.value, shownUnit(channel)));
            highest = std::max(highest, fromCelsius(group.maximum.value, shownUnit(channel)));
        }
    }
    m_valueScale.fit(lowest, highest);
}

void LiveChartView::updateValueAxis() {
    m_mapping.minimum = m_valueScale.minimum();
    m_mapping.maximum = m_valueScale.maximum();
    const double step = m_valueScale.step();
    const bool isUnchanged = m_valueAxis->min() == m_mapping.minimum &&
                             m_valueAxis->max() == m_mapping.maximum && m_valueAxis->tickInterval() == step;
    if (isUnchanged)
        return;
    m_valueAxis->setLabelFormat(QStringLiteral("%.%1f").arg(decimalsOfStep(step)));
    m_valueAxis->setTickInterval(step);
    m_valueAxis->setTickAnchor(std::ceil(m_mapping.minimum / step) * step);
    m_valueAxis->setRange(m_mapping.minimum, m_mapping.maximum);
}

void LiveChartView::drawLines() {
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        ChannelView& view = m_channels[i];
        if (!view.isVisible)
            continue;
        m_mapping.unit = shownUnit(static_cast<int>(i));
        view.line->setPath(makeLinePath(view.columns, m_mapping), m_mapping.area);
    }
    m_timeAxisItem->setRange(m_mapping, m_zone);
}

void LiveChartView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    updateLayout();
    refresh();
}

void LiveChartView::paintEvent(QPaintEvent* event) {
    QChartView::paintEvent(event);
    Q_EMIT painted();
}

void LiveChartView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_timeAxisItem) {
        applyFonts();
        updateLayout();
    }
}

} // namespace rillscope
