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
    , m_legend(std::make_unique<LegendItem>(chart))
    , m_crosshair(std::make_unique<CrosshairItem>(chart)) {
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
    m_crosshair->setPalette(palette);
}

QFont ChartScene::smallFont(const QFont& font) {
    return scaledFont(font, 0.88);
}

void ChartScene::setFont(const QFont& font) {
    const QFont small = smallFont(font);
    QFont title = scaledFont(font, 1.12);
    title.setWeight(QFont::DemiBold);
    m_title->setFont(title);
    m_emptyText->setFont(font);
    m_valueAxis->setLabelsFont(small);
    m_valueAxis->setTitleFont(small);
    m_legend->setFont(font);
    m_timeAxisItem->setFont(small);
    m_crosshair->setFont(small);
}

QRectF ChartScene::layOut(QSizeF size) {
    const QRectF area(QPointF(leftMargin, topMargin),
                      QPointF(std::max(size.width() - rightMargin, leftMargin + smallestSide),
                              std::max(size.height() - TimeAxisItem::height, topMargin + smallestSide)));
    m_chart->setPlotArea(area);
    m_title->setPos(14.0, titleTop);
    m_emptyText->setPos(area.center() - m_emptyText->boundingRect().center());
    const double legendLeft = m_title->pos().x() + m_title->boundingRect().width() + legendGap;
    m_legend->setArea(QRectF(QPointF(legendLeft, titleTop - 4.0),
                             QPointF(std::max(area.right(), legendLeft), titleTop + legendHeight)));
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

void ChartScene::setEmptyTextVisible(bool visible) {
    m_emptyText->setVisible(visible);
}

} // namespace rillscope
