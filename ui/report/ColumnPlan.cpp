// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ColumnPlan.h"

#include "ui/report/ReportPage.h"
#include "ui/theme/FigureFont.h"

#include <QFontMetricsF>
#include <QGuiApplication>

#include <algorithm>
#include <numeric>

namespace rillscope {
namespace {

constexpr double millimetresPerPoint = 25.4 / 72.0;
constexpr double measured = 200.0;    ///< pixels: large, so that rounding does not matter
constexpr double slack = 1.06;        ///< for another font that stands in for ours
constexpr double narrowestText = 9.0; ///< mm
constexpr double widestText = 60.0;   ///< mm that a text may ask for
constexpr double seriesWidth = 6.0;   ///< mm, of the line before a channel's name

double widthOf(const QString& text, const QFontMetricsF& metrics, double pointSize) {
    return metrics.horizontalAdvance(text) / measured * pointSize * millimetresPerPoint;
}

QList<double> naturalWidths(const ReportTable& table, const QFontMetricsF& metrics) {
    QList<double> widths;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        const ReportColumn& column = table.columns.at(i);
        double width = widthOf(column.title, metrics, ReportPage::smallSize);
        for (const ReportRow& row : table.rows) {
            const double before = i == 0 && row.series >= 0 ? seriesWidth : 0.0;
            width = std::max(width, before + widthOf(row.cells.at(i), metrics, ReportPage::textSize));
        }
        width *= slack;
        widths.append(column.kind == ReportColumn::Kind::Text ? std::min(width, widestText) : width);
    }
    return widths;
}

/// Texts give way when all do not fit.
void shrinkTexts(QList<double>& widths, const ReportTable& table, double missing) {
    double spare = 0.0;
    const auto spareOf = [&](qsizetype i) {
        const bool isText = table.columns.at(i).kind == ReportColumn::Kind::Text;
        return isText ? std::max(0.0, widths.at(i) - narrowestText) : 0.0;
    };
    for (qsizetype i = 0; i < widths.size(); ++i)
        spare += spareOf(i);
    const double share = spare > 0.0 ? std::min(1.0, missing / spare) : 0.0;
    for (qsizetype i = 0; i < widths.size(); ++i)
        widths[i] -= share * spareOf(i);
}

/// Every gap between two columns gets the same: it lies before a figure, which stands on the right, and after
/// anything else.
void spread(QList<double>& widths, const ReportTable& table, double over) {
    const auto isFigure = [&table](qsizetype i) {
        return table.columns.at(i).kind == ReportColumn::Kind::Figure;
    };
    bool hasFigures = false;
    QList<qsizetype> taking;
    for (qsizetype i = 0; i + 1 < widths.size(); ++i) {
        hasFigures = hasFigures || isFigure(i + 1);
        if (isFigure(i + 1) || !isFigure(i))
            taking.append(isFigure(i + 1) ? i + 1 : i);
    }
    if (!hasFigures)
        taking = {widths.size() - 1};
    for (const qsizetype i : taking)
        widths[i] += over / static_cast<double>(taking.size());
}

double sum(const QList<double>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

} // namespace

ColumnPlan planColumns(const ReportTable& table, double width, const QFont& font) {
    QFont large = font;
    large.setPixelSize(static_cast<int>(measured));
    ColumnPlan plan{naturalWidths(table, QFontMetricsF(large))};
    const double room = width - static_cast<double>(table.columns.size() - 1) * ReportPage::columnGap;
    if (const double over = room - sum(plan.widths); over >= 0.0)
        spread(plan.widths, table, over);
    else
        shrinkTexts(plan.widths, table, -over);
    plan.scale = std::min(1.0, room / sum(plan.widths));
    for (double& each : plan.widths)
        each *= plan.scale;
    return plan;
}

QFont reportFont(double pointSize, QFont::Weight weight) {
    QFont font(figureFamily(QGuiApplication::font()));
    font.setPointSizeF(pointSize);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace rillscope
