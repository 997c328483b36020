// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportStyleSheet.h"

#include "ui/report/ColumnPlan.h"
#include "ui/theme/ThemeTokens.h"

namespace rillscope {
namespace {

/// A family's name as CSS takes it; what could end it early is left out.
QString cssFamily(QString family) {
    family.removeIf([](QChar letter) { return !letter.isLetterOrNumber() && letter != u' '; });
    return QStringLiteral("'%1'").arg(family);
}

} // namespace

QString reportStyleSheet(const ReportPage& page) {
    const ThemeTokens& colors = ThemeTokens::light();
    const QString general =
        QStringLiteral("@page{size:%1 %2;margin:%3}"
                       "*{box-sizing:border-box}"
                       "body{margin:0;font-family:%4,system-ui,sans-serif;font-size:%5;color:%6;"
                       "font-variant-numeric:tabular-nums lining-nums;-webkit-print-color-adjust:exact;"
                       "print-color-adjust:exact}");
    const QString screen =
        QStringLiteral("@media screen{html{background:%1}main{background:%2;margin:24px auto;padding:%3;"
                       "width:%4!important;height:%5!important;box-shadow:0 1px 4px %6}}");
    const QString shape = QStringLiteral("main{position:relative;width:%1;height:%2;overflow:hidden}"
                                         "h1,h2,p,figure{margin:0}"
                                         "h1{font-size:%3;line-height:%4;font-weight:600}"
                                         ".line{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}"
                                         ".period{font-size:%5;line-height:%6}"
                                         ".source{line-height:%7;margin-bottom:%8;color:%9}");
    const QString tables =
        QStringLiteral("section{margin-bottom:%1}"
                       "h2{font-size:%2;line-height:calc(%3 - 0.6mm);height:%3;font-weight:600}"
                       "h2::after{content:'';display:block;border-top:0.15mm solid %4}"
                       "table{table-layout:fixed;width:100%;border-collapse:collapse;white-space:nowrap}"
                       "th{font-size:%5;line-height:%6;font-weight:400;color:%7;text-align:left}"
                       "td{line-height:%8}"
                       "th,td{padding:0 %9 0 0;overflow:hidden;text-overflow:ellipsis;vertical-align:middle}"
                       "th:last-child,td:last-child{padding-right:0}.figure{text-align:right}");
    const QString parts = QStringLiteral(
        ".more,.empty{line-height:%1;color:%2}"
        ".pair{display:flex;gap:%3}.pair>section{flex:1 1 0;min-width:0}"
        ".figures{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;margin:0 0 %4}"
        ".figures div{position:relative}.figures .sign{position:absolute;left:0;color:%2;font-weight:400}"
        ".signed{padding-left:4.6mm}"
        ".figures b{display:block;font-size:%5;line-height:%6;font-weight:600}"
        ".figures span{display:block;font-size:%7;line-height:%8;color:%2}");
    const QString rest =
        QStringLiteral("svg.chart,.chart svg{display:block;width:100%;height:100%}"
                       ".chart{margin-bottom:%1}"
                       ".swatch{display:inline-block;width:4.6mm;margin-right:1.4mm;border-top-width:0.5mm;"
                       "vertical-align:middle}"
                       ".alarm{color:%2}.warning{color:%3}.captureLine{line-height:%4;margin-top:-%1}"
                       "footer{position:absolute;left:0;right:0;bottom:0;font-size:%5;color:%6}"
                       "footer p{line-height:%7}footer p:last-child{line-height:%8}"
                       "@media screen{footer{left:%9;right:%9;bottom:%9}}");
    const auto name = [](const QColor& color) { return color.name(); };
    const QString gap = cssMillimetres(ReportPage::blockGap);
    const QString small = cssPoints(ReportPage::smallSize);
    return general.arg(cssMillimetres(page.width), cssMillimetres(page.height),
                       cssMillimetres(ReportPage::margin), cssFamily(reportFont(1.0).family()),
                       cssPoints(ReportPage::textSize), name(colors.text)) +
           shape.arg(cssMillimetres(page.contentWidth()),
                     // A printer's rounding must not push a line onto a second page.
                     cssMillimetres(page.contentHeight() - 0.5), cssPoints(ReportPage::titleSize),
                     cssMillimetres(ReportPage::title), cssPoints(ReportPage::periodSize),
                     cssMillimetres(ReportPage::period), cssMillimetres(ReportPage::source), gap,
                     name(colors.dim)) +
           tables.arg(gap, cssPoints(ReportPage::headingSize), cssMillimetres(ReportPage::heading),
                      name(colors.line), small, cssMillimetres(ReportPage::columnTitles), name(colors.dim),
                      cssMillimetres(ReportPage::row), cssMillimetres(ReportPage::columnGap)) +
           parts.arg(cssMillimetres(ReportPage::row), name(colors.dim), cssMillimetres(ReportPage::halfGap),
                     gap, cssPoints(ReportPage::figureSize), cssMillimetres(ReportPage::figure), small,
                     cssMillimetres(ReportPage::caption)) +
           rest.arg(gap, name(colors.alarm), name(colors.warning), cssMillimetres(ReportPage::row), small,
                    name(colors.dim), cssMillimetres(ReportPage::note), cssMillimetres(ReportPage::footer),
                    cssMillimetres(ReportPage::margin)) +
           screen.arg(name(colors.window), name(colors.surface), cssMillimetres(ReportPage::margin),
                      cssMillimetres(page.width), cssMillimetres(page.height), name(colors.line));
}

QString cssMillimetres(double value) {
    return QString::number(value, 'f', 2) + QStringLiteral("mm");
}

QString cssPoints(double value) {
    return QString::number(value, 'f', 2) + QStringLiteral("pt");
}

} // namespace rillscope
