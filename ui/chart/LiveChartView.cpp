// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/LiveChartView.h"

#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QLegend>
#include <QLocale>

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
    setAcceptDrops(false); // a graphics view takes drops for its items; files are for the window
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
    m_crosshair = std::make_unique<CrosshairItem>(chart());
}

void LiveChartView::setHistory(std::shared_ptr<const SampleHistory> history) {
    m_channels.clear();
    updateLegend();
    m_history = std::move(history);
    m_window.clearData();
    m_valueScale.reset();
    m_cursor.reset();
    m_shownSize = -1;
    windowMoved();
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
    m_crosshair->setPalette(palette);
    updateLegend();
    m_isDirty = true;
}

void LiveChartView::setUnit(Unit unit) {
    if (unit == m_unit)
        return;
    if (!m_valueScale.isAutomatic()) {
        const double minimum = convert(m_valueScale.minimum(), m_unit, unit);
        m_valueScale.setFixed(minimum, convert(m_valueScale.maximum(), m_unit, unit));
    }
    m_unit = unit;
    m_valueScale.reset();
    updateTitles();
    m_isDirty = true;
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
    updateCrosshair();
    m_emptyText->setVisible(!range);
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

void LiveChartView::windowMoved() {
    if (m_window.isLive())
        m_frozenSize = -1;
    else if (m_frozenSize < 0)
        m_frozenSize = std::max<std::int64_t>(m_shownSize, 0);
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

void LiveChartView::setReadingPosition(std::optional<QPointF> scenePosition) {
    m_cursor = scenePosition && m_mapping.area.contains(*scenePosition) ? scenePosition : std::nullopt;
    updateCrosshair();
}

QStringList LiveChartView::crosshairText() const {
    QStringList lines;
    for (const CrosshairItem::Reading& reading : m_crosshair->readings())
        lines.append(reading.text);
    return lines;
}

void LiveChartView::addMissingChannels() {
    const int count = m_history->channelCount();
    if (count == static_cast<int>(m_channels.size()))
        return;
    while (static_cast<int>(m_channels.size()) < count)
        m_channels.push_back({std::make_unique<ChannelLineItem>(chart()), {}});
    updateLegend();
    updateTitles();
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
    m_crosshair->setFont(small);
}

void LiveChartView::updateLayout() {
    const QSizeF size = viewport()->size();
    m_mapping.area = QRectF(QPointF(leftMargin, topMargin),
                            QPointF(std::max(size.width() - rightMargin, leftMargin + 50.0),
                                    std::max(size.height() - TimeAxisItem::height, topMargin + 50.0)));
    chart()->setPlotArea(m_mapping.area);
    m_title->setPos(14.0, titleTop);
    const QRectF text = m_emptyText->boundingRect();
    m_emptyText->setPos(m_mapping.area.center() - text.center());
    const double legendLeft = m_title->pos().x() + m_title->boundingRect().width() + legendGap;
    m_legend->setArea(QRectF(QPointF(legendLeft, titleTop - 4.0),
                             QPointF(std::max(m_mapping.area.right(), legendLeft), titleTop + legendHeight)));
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

QString LiveChartView::valueText(double value, int channel) const {
    const QLocale locale;
    if (!std::isfinite(value))
        return tr("not a number");
    if (shownUnit(channel) == Unit::None)
        return locale.toString(value, 'f', 2);
    const Unit other = m_unit == Unit::Fahrenheit ? Unit::Celsius : Unit::Fahrenheit;
    const auto inUnit = [&](Unit unit) {
        return locale.toString(fromCelsius(value, unit), 'f', 2) + u' ' + unitSymbol(unit);
    };
    return inUnit(m_unit) + QStringLiteral(" · ") + inUnit(other);
}

void LiveChartView::updateCrosshair() {
    constexpr std::size_t mostReadings = 8;
    if (!m_cursor || !m_history) {
        m_crosshair->hide();
        return;
    }
    const Timestamp wanted = m_mapping.timeAt(m_cursor->x());
    QList<CrosshairItem::Reading> readings;
    std::optional<Timestamp> nearestTime;
    Quality nearestQuality;
    for (std::size_t i = 0; i < m_channels.size() && readings.size() < static_cast<qsizetype>(mostReadings);
         ++i) {
        const int channel = static_cast<int>(i);
        const ChannelHistory& history = m_history->channel(channel);
        const auto index = m_channels[i].isVisible ? history.nearest(wanted) : std::nullopt;
        if (!index)
            continue;
        const Timestamp time = history.eventTime(*index);
        const double value = history.value(*index);
        const auto distance = [&](Timestamp other) {
            return std::abs(toSeconds(saturatedDifference(other, wanted)));
        };
        if (!nearestTime || distance(time) < distance(*nearestTime)) {
            nearestTime = time;
            nearestQuality = history.quality(*index);
        }
        m_mapping.unit = shownUnit(channel);
        readings.append({m_mapping.point({time, value}), m_palette.seriesPen(channel).color(),
                         valueText(value, channel), true});
    }
    if (!nearestTime ||
        !m_mapping.area.contains(QPointF(m_mapping.x(*nearestTime), m_mapping.area.center().y()))) {
        m_crosshair->hide();
        return;
    }
    const QString quality = nearestQuality ? QString::fromStdString(qualityName(nearestQuality)) : tr("good");
    const Duration resolution = std::max(m_window.span() / 2000, Duration{1});
    readings.append(
        {{}, QColor(), formatTime(*nearestTime, resolution, m_zone) + QStringLiteral(" · ") + quality});
    m_crosshair->showReadings(m_mapping.area, m_mapping.x(*nearestTime), readings);
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
