// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ChartScene.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QLegend>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

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

/// In pixels: a font in points would have another size on a device of another resolution, where the places of
/// texts are those of the screen.
QFont scaledFont(QFont font, double factor) {
    const int pixels = font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels * factor))));
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
    , m_valueAxisItem(std::make_unique<ValueAxisItem>(chart))
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
    for (QValueAxis* axis : {m_timeAxis, m_valueAxis}) {
        axis->setLabelsVisible(false);
        axis->setGridLineVisible(false);
        axis->setLineVisible(false);
        axis->setTitleVisible(false);
    }
    m_timeAxis->setTitleText(tr("Timestamp"));
    m_chart->addAxis(m_timeAxis, Qt::AlignBottom);
    m_chart->addAxis(m_valueAxis, Qt::AlignLeft);
}

void ChartScene::setPalette(const ChartPalette& palette) {
    m_title->setBrush(palette.text);
    m_emptyText->setBrush(palette.dim);
    m_legend->setTextColor(palette.dim);
    m_timeAxisItem->setPalette(palette);
    m_valueAxisItem->setPalette(palette);
    m_envelopeEdge->setPalette(palette);
}

void ChartScene::setFont(const QFont& font) {
    m_smallFont = scaledFont(font, 0.88);
    QFont title = scaledFont(font, 1.12);
    title.setWeight(QFont::DemiBold);
    m_title->setFont(title);
    const QFont body = scaledFont(font, 1.0);
    m_emptyText->setFont(body);
    m_legend->setFont(body);
    m_timeAxisItem->setFont(m_smallFont);
    m_valueAxisItem->setFont(m_smallFont);
    m_envelopeEdge->setFont(m_smallFont);
}

QRectF ChartScene::layOut(QSizeF size) {
    const double leftMargin = m_valueAxisItem->width();
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
    m_valueAxisItem->setArea(area);
    m_timeAxisItem->setBounds(QRectF(QPointF(), size));
    m_emptyText->setPos(area.center() - m_emptyText->boundingRect().center());
    return area;
}

void ChartScene::setTitles(const QString& valueAxis, const QString& timeAxis) {
    m_valueAxis->setTitleText(valueAxis);
    m_valueAxisItem->setTitle(valueAxis);
    m_timeAxisItem->setTitle(timeAxis);
}

bool ChartScene::setValueRange(const ValueScale& scale) {
    const double before = m_valueAxisItem->width();
    m_valueAxisItem->setScale(scale);
    return m_valueAxisItem->width() != before;
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
