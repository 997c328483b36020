// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportPdf.h"

#include "ui/report/ColumnPlan.h"
#include "ui/report/ReportPage.h"
#include "ui/theme/SeriesStyle.h"
#include "ui/theme/ThemeTokens.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace rillscope {
namespace {

/// The chart's lines, which are one dot wide, are half a point then.
constexpr int dotsPerInch = 144;
constexpr double dotsPerMillimetre = dotsPerInch / 25.4;
constexpr double ruleWidth = 0.15;
constexpr double swatchWidth = 4.6;
constexpr double swatchGap = 1.4;

/// Paints from the top of the page down. All measures are millimetres.
class PagePainter {
public:
    PagePainter(QPdfWriter& writer, const ReportPage& page, const ReportDocument& document)
        : m_painter(&writer), m_page(page), m_document(document), m_y(ReportPage::margin) {
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    void paint(const ReportChart& chart) {
        paintHead();
        paintFigures(m_document.figures);
        chart.paint(m_painter, dots(ReportPage::margin, m_page.contentWidth(), m_document.chartHeight));
        m_y += m_document.chartHeight + ReportPage::blockGap;
        paintTable(m_document.channels, ReportPage::margin, m_page.contentWidth());
        paintTable(m_document.alarms, ReportPage::margin, m_page.contentWidth());
        paintPair(m_document.gaps, m_document.marks);
        paintTable(m_document.pipeline, ReportPage::margin, m_page.contentWidth());
        paintAccount();
        paintFoot();
    }

private:
    /// A part of the present line.
    QRectF dots(double x, double width, double height) const {
        return {x * dotsPerMillimetre, m_y * dotsPerMillimetre, width * dotsPerMillimetre,
                height * dotsPerMillimetre};
    }

    /// One line, cut where it is too long. Moves nothing.
    void paintText(const QString& text, double x, double width, double height, const QFont& font,
                   const QColor& color, Qt::Alignment alignment = Qt::AlignLeft) {
        m_painter.setFont(font);
        m_painter.setPen(color);
        const QRectF area = dots(x, width, height);
        const QFontMetricsF metrics(font, m_painter.device());
        m_painter.drawText(area, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                           metrics.elidedText(text, Qt::ElideRight, area.width() + 0.5));
    }

    void paintRule(double x, double width) { m_painter.fillRect(dots(x, width, ruleWidth), m_colors.line); }

    void paintHead() {
        const double x = ReportPage::margin;
        const double width = m_page.contentWidth();
        paintText(m_document.title, x, width, ReportPage::title,
                  reportFont(ReportPage::titleSize, QFont::DemiBold), m_colors.text);
        m_y += ReportPage::title;
        paintText(m_document.period, x, width, ReportPage::period, reportFont(ReportPage::periodSize),
                  m_colors.text);
        m_y += ReportPage::period;
        paintText(m_document.source, x, width, ReportPage::source, reportFont(ReportPage::textSize),
                  m_colors.dim);
        m_y += ReportPage::source + ReportPage::blockGap;
    }

    void paintFigures(const QList<ReportFigure>& figures) {
        const double width = m_page.contentWidth() / static_cast<double>(figures.size());
        double x = ReportPage::margin;
        for (const ReportFigure& figure : figures) {
            paintFigure(figure, x, width - ReportPage::columnGap);
            x += width;
        }
        m_y += ReportPage::figure + ReportPage::caption + ReportPage::blockGap;
    }

    void paintFigure(const ReportFigure& figure, double x, double width) {
        constexpr double signWidth = 4.6;
        const QFont font = reportFont(ReportPage::figureSize, QFont::DemiBold);
        const double before = figure.sign.isEmpty() ? 0.0 : signWidth;
        if (!figure.sign.isEmpty())
            paintText(figure.sign, x, signWidth, ReportPage::figure, reportFont(ReportPage::figureSize),
                      m_colors.dim);
        paintText(figure.figure, x + before, width - before, ReportPage::figure, font,
                  colorOf(figure.severity));
        m_y += ReportPage::figure;
        paintText(figure.caption, x + before, width - before, ReportPage::caption,
                  reportFont(ReportPage::smallSize), m_colors.dim);
        m_y -= ReportPage::figure;
    }

    void paintHeading(const QString& text, double x, double width) {
        paintText(text, x, width, ReportPage::heading - 1.0,
                  reportFont(ReportPage::headingSize, QFont::DemiBold), m_colors.text);
        m_y += ReportPage::heading - 0.6;
        paintRule(x, width);
        m_y += 0.6;
    }

    void paintTable(const ReportTable& table, double x, double width) {
        paintHeading(table.title, x, width);
        if (table.rows.isEmpty()) {
            paintText(table.moreText.isEmpty() ? table.emptyText : table.moreText, x, width, ReportPage::row,
                      reportFont(ReportPage::textSize), m_colors.dim);
            m_y += ReportPage::row + ReportPage::blockGap;
            return;
        }
        const ColumnPlan plan = planColumns(table, width, reportFont(1.0));
        QStringList titles;
        for (const ReportColumn& column : table.columns)
            titles.append(column.title);
        paintCells({titles}, table, plan, x, ReportPage::columnTitles,
                   reportFont(ReportPage::smallSize * plan.scale), m_colors.dim);
        const QFont font = reportFont(ReportPage::textSize * plan.scale);
        for (const ReportRow& row : table.rows)
            paintCells(row, table, plan, x, ReportPage::row, font, m_colors.text);
        if (!table.moreText.isEmpty()) {
            paintText(table.moreText, x, width, ReportPage::row, reportFont(ReportPage::textSize),
                      m_colors.dim);
            m_y += ReportPage::row;
        }
        m_y += ReportPage::blockGap;
    }

    void paintCells(const ReportRow& row, const ReportTable& table, const ColumnPlan& plan, double x,
                    double height, const QFont& font, const QColor& color) {
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            double before = 0.0;
            if (i == 0 && row.series >= 0) {
                paintSwatch(row.series, x, height);
                before = swatchWidth + swatchGap;
            }
            const bool isFigure = table.columns.at(i).kind == ReportColumn::Kind::Figure;
            const bool isColored = i == 0 && row.severity != Severity::Notice;
            paintText(row.cells.at(i), x + before, plan.widths.at(i) - before, height, font,
                      isColored ? colorOf(row.severity) : color, isFigure ? Qt::AlignRight : Qt::AlignLeft);
            x += plan.widths.at(i) + ReportPage::columnGap;
        }
        m_y += height;
    }

    void paintSwatch(int channel, double x, double height) {
        QPen pen = seriesStyle(m_colors, channel).pen(2.0);
        pen.setCapStyle(Qt::FlatCap);
        m_painter.setPen(pen);
        const QRectF area = dots(x, swatchWidth, height);
        m_painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()));
    }

    void paintPair(const ReportTable& left, const ReportTable& right) {
        const double top = m_y;
        paintTable(left, ReportPage::margin, m_page.halfWidth());
        const double bottom = std::exchange(m_y, top);
        paintTable(right, ReportPage::margin + m_page.halfWidth() + ReportPage::halfGap, m_page.halfWidth());
        m_y = std::max(m_y, bottom);
    }

    void paintAccount() {
        paintHeading(m_document.accountTitle, ReportPage::margin, m_page.contentWidth());
        paintFigures(m_document.account);
        if (m_document.captureLine.isEmpty())
            return;
        m_y -= ReportPage::blockGap;
        paintText(m_document.captureLine, ReportPage::margin, m_page.contentWidth(), ReportPage::capture,
                  reportFont(ReportPage::textSize), m_colors.text);
        m_y += ReportPage::capture + ReportPage::blockGap;
    }

    void paintFoot() {
        double notes = 0.0;
        for (const QString& note : m_document.notes)
            notes += noteLines(note) * ReportPage::note;
        m_y = m_page.height - ReportPage::margin - ReportPage::footer - notes;
        m_painter.setFont(reportFont(ReportPage::smallSize));
        m_painter.setPen(m_colors.dim);
        for (const QString& note : m_document.notes) {
            const double height = noteLines(note) * ReportPage::note;
            m_painter.drawText(dots(ReportPage::margin, m_page.contentWidth(), height),
                               int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, note);
            m_y += height;
        }
        paintText(m_document.footer, ReportPage::margin, m_page.contentWidth(), ReportPage::footer,
                  reportFont(ReportPage::smallSize), m_colors.dim);
    }

    QColor colorOf(Severity severity) const {
        return severity == Severity::Alarm     ? m_colors.alarm
               : severity == Severity::Warning ? m_colors.warning
                                               : m_colors.text;
    }

    QPainter m_painter;
    const ReportPage& m_page;
    const ReportDocument& m_document;
    const ThemeTokens& m_colors = ThemeTokens::light();
    double m_y; ///< mm from the top of the paper
};

} // namespace

QByteArray renderReportPdf(const ReportDocument& document, const ReportChart& chart,
                           QPageSize::PageSizeId paper) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(document.title);
    writer.setCreator(document.creator);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(paper));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    const ReportPage page = ReportPage::of(paper);
    PagePainter(writer, page, document).paint(chart);
    return bytes;
}

} // namespace rillscope
