// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportHtml.h"

#include "ui/report/ColumnPlan.h"
#include "ui/report/ReportPage.h"
#include "ui/report/ReportStyleSheet.h"
#include "ui/theme/SeriesStyle.h"
#include "ui/theme/ThemeTokens.h"

#include <QLocale>

namespace rillscope {
namespace {

/// Text from outside may run from right to left: it must not turn what stands beside it.
QString isolated(const QString& text) {
    return QStringLiteral("<bdi>%1</bdi>").arg(text.toHtmlEscaped());
}

QString element(const QString& tag, const QString& content, const QString& style = {}) {
    const QString name = style.isEmpty() ? QString() : QStringLiteral(" class=\"%1\"").arg(style);
    return QStringLiteral("<%1%2>%3</%1>").arg(tag, name, content);
}

QString severityClass(Severity severity) {
    return severity == Severity::Alarm     ? QStringLiteral("alarm")
           : severity == Severity::Warning ? QStringLiteral("warning")
                                           : QString();
}

QString swatch(int channel) {
    const SeriesStyle style = seriesStyle(ThemeTokens::light(), channel);
    const QString line = style.penStyle == Qt::SolidLine  ? QStringLiteral("solid")
                         : style.penStyle == Qt::DashLine ? QStringLiteral("dashed")
                                                          : QStringLiteral("dotted");
    return QStringLiteral("<span class=\"swatch\" style=\"border-top-style:%1;border-top-color:%2\"></span>")
        .arg(line, style.color.name());
}

QString figureClass(const ReportColumn& column) {
    return column.kind == ReportColumn::Kind::Figure ? QStringLiteral(" class=\"figure\"") : QString();
}

QString rowHtml(const ReportRow& row, const ReportTable& table) {
    QString html;
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        QString cell = isolated(row.cells.at(i));
        if (i == 0 && row.severity != Severity::Notice)
            cell = element(QStringLiteral("span"), cell, severityClass(row.severity));
        if (i == 0 && row.series >= 0)
            cell = swatch(row.series) + cell;
        html += QStringLiteral("<td%1>%2</td>").arg(figureClass(table.columns.at(i)), cell);
    }
    return element(QStringLiteral("tr"), html) + u'\n';
}

QString columnsHtml(const ReportTable& table, const ColumnPlan& plan) {
    QString html;
    for (qsizetype i = 0; i < plan.widths.size(); ++i) {
        const double gap = i + 1 < plan.widths.size() ? ReportPage::columnGap : 0.0;
        html += QStringLiteral("<col style=\"width:%1\">").arg(cssMillimetres(plan.widths.at(i) + gap));
    }
    QString titles;
    for (const ReportColumn& column : table.columns)
        titles += QStringLiteral("<th scope=\"col\"%1>%2</th>")
                      .arg(figureClass(column), column.title.toHtmlEscaped());
    return element(QStringLiteral("colgroup"), html) +
           element(QStringLiteral("thead"), element(QStringLiteral("tr"), titles)) + u'\n';
}

QString tableHtml(const ReportTable& table, double width) {
    QString html = element(QStringLiteral("h2"), table.title.toHtmlEscaped());
    const QString paragraph = QStringLiteral("p");
    if (table.rows.isEmpty()) {
        const QString& text = table.moreText.isEmpty() ? table.emptyText : table.moreText;
        return element(QStringLiteral("section"),
                       html + element(paragraph, text.toHtmlEscaped(), QStringLiteral("empty"))) +
               u'\n';
    }
    const ColumnPlan plan = planColumns(table, width, reportFont(1.0));
    QString rows;
    for (const ReportRow& row : table.rows)
        rows += rowHtml(row, table);
    html +=
        QStringLiteral("<table style=\"font-size:%1\">").arg(cssPoints(ReportPage::textSize * plan.scale)) +
        columnsHtml(table, plan) + element(QStringLiteral("tbody"), rows) + QStringLiteral("</table>");
    if (!table.moreText.isEmpty())
        html += element(paragraph, table.moreText.toHtmlEscaped(), QStringLiteral("more"));
    return element(QStringLiteral("section"), html) + u'\n';
}

QString figuresHtml(const QList<ReportFigure>& figures) {
    QString html;
    for (const ReportFigure& figure : figures) {
        const QString sign = figure.sign.isEmpty() ? QString()
                                                   : element(QStringLiteral("i"), figure.sign.toHtmlEscaped(),
                                                             QStringLiteral("sign"));
        const QString figureHtml = element(QStringLiteral("b"), sign + figure.figure.toHtmlEscaped(),
                                           severityClass(figure.severity));
        html += element(QStringLiteral("div"),
                        figureHtml + element(QStringLiteral("span"), figure.caption.toHtmlEscaped()),
                        figure.sign.isEmpty() ? QString() : QStringLiteral("signed"));
    }
    return element(QStringLiteral("div"), html, QStringLiteral("figures")) + u'\n';
}

QString headHtml(const ReportDocument& document, const ReportPage& page) {
    const QString head = QStringLiteral(
        "<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"generator\" content=\"%1\">\n"
        "<title>%2</title>\n<style>%3</style>\n");
    return element(QStringLiteral("head"), head.arg(document.creator.toHtmlEscaped(),
                                                    document.title.toHtmlEscaped(), reportStyleSheet(page))) +
           u'\n';
}

QString footHtml(const ReportDocument& document) {
    QString html;
    for (const QString& note : document.notes)
        html += element(QStringLiteral("p"), note.toHtmlEscaped());
    html += element(QStringLiteral("p"), document.footer.toHtmlEscaped());
    return element(QStringLiteral("footer"), html) + u'\n';
}

} // namespace

QByteArray renderReportHtml(const ReportDocument& document, const ReportChart& chart,
                            QPageSize::PageSizeId paper) {
    const ReportPage page = ReportPage::of(paper);
    const double width = page.contentWidth();
    QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n").arg(QLocale().bcp47Name()) +
                   headHtml(document, page) + QStringLiteral("<body><main>\n");
    html += element(QStringLiteral("h1"), isolated(document.title), QStringLiteral("line"));
    html += element(QStringLiteral("p"), document.period.toHtmlEscaped(), QStringLiteral("period line"));
    html += element(QStringLiteral("p"), isolated(document.source), QStringLiteral("source line"));
    html += figuresHtml(document.figures);
    html += QStringLiteral("<figure class=\"chart\" style=\"height:%1\">\n")
                .arg(cssMillimetres(document.chartHeight)) +
            chart.svg() + QStringLiteral("</figure>\n");
    html += tableHtml(document.channels, width) + tableHtml(document.alarms, width);
    html += element(QStringLiteral("div"),
                    tableHtml(document.gaps, page.halfWidth()) + tableHtml(document.marks, page.halfWidth()),
                    QStringLiteral("pair"));
    html += tableHtml(document.pipeline, width);
    html +=
        element(QStringLiteral("h2"), document.accountTitle.toHtmlEscaped()) + figuresHtml(document.account);
    if (!document.captureLine.isEmpty())
        html +=
            element(QStringLiteral("p"), isolated(document.captureLine), QStringLiteral("captureLine line"));
    html += footHtml(document);
    return (html + QStringLiteral("</main></body></html>\n")).toUtf8();
}

} // namespace rillscope
