// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ChartScene.h"

#include <QCoreApplication>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QLegend>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr double leftMargin = 66.0;
constexpr double rightMargin = 22.0;
constexpr double topMargin = 46.0;
constexpr double edge = 14.0; ///< between title or legend and the view's edge
constexpr double titleTop = 10.0;
constexpr double legendHeight = 22.0;
constexpr double legendGap = 24.0;
constexpr double smallestSide = 50.0; ///< of the plot area

QString tr(const char* text) {
    return QCoreApplication::translate("rillscope::ChartScene", text);
}

QFont scaledFont(QFont font, double factor) {
    if (font.pixelSize() > 0)
        font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * factor)));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace

ChartScene::ChartScene(QChart* chart)
    : m_chart(chart)
    , m_timeAxis(new QValueAxis(chart))
    , m_valueAxis(new QValueAxis(chart))
    , m_title(std::make_unique<QGraphicsSimpleTextItem>(tr("Streamed Temperature Data"), chart))
    , m_emptyText(std::make_unique<QGraphicsSimpleTextItem>(tr("Waiting for the first sample"), chart))
    , m_timeAxisItem(std::make_unique<TimeAxisItem>(chart))
    , m_envelopeEdge(std::make_unique<EnvelopeEdgeItem>(chart))
    , m_legend(std::make_unique<LegendItem>(chart)) {
    chart->setBackgroundVisible(false);
    chart->setMargins(QMargins(0, 0, 0, 0));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->legend()->hide();
    setUpAxes();
}

ChartScene::~ChartScene() = default;

void ChartScene::setUpAxes() {
    m_timeAxis->setLabelsVisible(false);
    m_timeAxis->setGridLineVisible(false);
    m_timeAxis->setLineVisible(false);
    m_timeAxis->setTitleVisible(false);
    m_timeAxis->setTitleText(tr("Timestamp"));
    m_valueAxis->setTickType(QValueAxis::TicksDynamic);
    m_valueAxis->setLineVisible(false);
    m_chart->addAxis(m_timeAxis, Qt::AlignBottom);
    m_chart->addAxis(m_valueAxis, Qt::AlignLeft);
}

void ChartScene::setPalette(const ChartPalette& palette) {
    m_title->setBrush(palette.text);
    m_emptyText->setBrush(palette.dim);
    m_valueAxis->setLabelsBrush(palette.dim);
    m_valueAxis->setTitleBrush(palette.dim);
    m_valueAxis->setGridLinePen(QPen(palette.grid, 1.0));
    m_legend->setTextColor(palette.dim);
    m_timeAxisItem->setPalette(palette);
    m_envelopeEdge->setPalette(palette);
}

void ChartScene::setFont(const QFont& font) {
    m_smallFont = scaledFont(font, 0.88);
    QFont title = scaledFont(font, 1.12);
    title.setWeight(QFont::DemiBold);
    m_title->setFont(title);
    m_emptyText->setFont(font);
    m_valueAxis->setLabelsFont(m_smallFont);
    m_valueAxis->setTitleFont(m_smallFont);
    m_legend->setFont(font);
    m_timeAxisItem->setFont(m_smallFont);
    m_envelopeEdge->setFont(m_smallFont);
}

QRectF ChartScene::layOut(QSizeF size) {
    const double right = std::max(size.width() - rightMargin, leftMargin + smallestSide);
    m_title->setPos(edge, titleTop);
    const double legendLeft = edge + m_title->boundingRect().width() + legendGap;
    const QRectF besideTitle(QPointF(legendLeft, titleTop - 4.0),
                             QPointF(std::max(right, legendLeft), titleTop + legendHeight));
    const QRectF belowTitle(QPointF(edge, titleTop + legendHeight), QPointF(right, size.height()));
    const double top = topMargin + m_legend->placeIn(besideTitle, belowTitle);
    const QRectF area(QPointF(leftMargin, top),
                      QPointF(right, std::max(size.height() - TimeAxisItem::height, top + smallestSide)));
    m_chart->setPlotArea(area);
    // The axes learn of it when the chart lays itself out, which it puts off until they change.
    m_chart->layout()->invalidate();
    m_chart->layout()->activate();
    m_emptyText->setPos(area.center() - m_emptyText->boundingRect().center());
    return area;
}

void ChartScene::setTitles(const QString& valueAxis, const QString& timeAxis) {
    m_valueAxis->setTitleText(valueAxis);
    m_timeAxisItem->setTitle(timeAxis);
}

void ChartScene::setValueRange(const ValueScale& scale) {
    const double step = scale.step();
    const bool isUnchanged = m_valueAxis->min() == scale.minimum() && m_valueAxis->max() == scale.maximum() &&
                             m_valueAxis->tickInterval() == step;
    if (isUnchanged)
        return;
    m_valueAxis->setLabelFormat(QStringLiteral("%.%1f").arg(decimalsOfStep(step)));
    m_valueAxis->setTickInterval(step);
    m_valueAxis->setTickAnchor(std::ceil(scale.minimum() / step) * step);
    m_valueAxis->setRange(scale.minimum(), scale.maximum());
}

void ChartScene::setTimeRange(const PlotMapping& mapping, const QTimeZone& zone) {
    m_timeAxisItem->setRange(mapping, zone);
}

void ChartScene::setNoTimeRange(const QRectF& area) {
    m_timeAxisItem->setEmpty(area);
}

void ChartScene::setEmptyTextVisible(bool visible) {
    m_emptyText->setVisible(visible);
}

void ChartScene::setFullResolutionFrom(std::optional<Timestamp> time, const PlotMapping& mapping) {
    m_envelopeEdge->setEdge(time ? std::optional(mapping.x(*time)) : std::nullopt, mapping.area);
}

} // namespace rillscope
