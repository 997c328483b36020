// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportPage.h"

#include <QSizeF>

#include <algorithm>
#include <array>
#include <cmath>

namespace rillscope {
namespace {

constexpr int lettersOfANote = 130;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rillscope::Report)
};

/// Lines under the title of a table when nothing is left out.
int wantedLines(const ReportTable& table) {
    constexpr qint64 most = 1'000;
    return static_cast<int>(std::clamp<qint64>(table.total, 1, most));
}

void cut(ReportTable& table, int lines) {
    if (table.total <= lines && table.rows.size() == table.total)
        return;
    table.rows.resize(std::min<qsizetype>(table.rows.size(), lines - 1));
    const qint64 more = table.total - table.rows.size();
    table.moreText =
        table.rows.isEmpty()
            ? Words::tr("%1 in all", nullptr, NumberFormat::pluralCount(more)).arg(NumberFormat().count(more))
            : Words::tr("and %1 more", nullptr, NumberFormat::pluralCount(more))
                  .arg(NumberFormat().count(more));
}

/// One after the other takes its share of a round, until each has what it wants or nothing is left.
template <std::size_t Count>
std::array<int, Count> shared(int lines, const std::array<int, Count>& wanted,
                              const std::array<int, Count>& shares) {
    std::array<int, Count> given{};
    for (bool isGiving = true; isGiving && lines > 0;) {
        isGiving = false;
        for (std::size_t i = 0; i < Count; ++i) {
            const int part = std::min({shares[i], wanted[i] - given[i], lines});
            given[i] += part;
            lines -= part;
            isGiving = isGiving || part > 0;
        }
    }
    return given;
}

double heightOf(const ReportTable& table) {
    const bool isEmpty = table.rows.isEmpty();
    const qsizetype lines = isEmpty ? 1 : table.rows.size() + (table.moreText.isEmpty() ? 0 : 1);
    return ReportPage::heading + (isEmpty ? 0.0 : ReportPage::columnTitles) +
           static_cast<double>(lines) * ReportPage::row + ReportPage::blockGap;
}

/// All but chart and tables.
double fixedHeight(const ReportDocument& document) {
    double height = ReportPage::title + ReportPage::period + ReportPage::source + ReportPage::blockGap;
    height += ReportPage::figure + ReportPage::caption + ReportPage::blockGap;
    height += ReportPage::heading + ReportPage::figure + ReportPage::caption + ReportPage::blockGap;
    if (!document.captureLine.isEmpty())
        height += ReportPage::capture;
    for (const QString& note : document.notes)
        height += noteLines(note) * ReportPage::note;
    return height + ReportPage::footer + ReportPage::blockGap; // the last one is under the chart
}

double tablesHeight(const ReportDocument& document) {
    return heightOf(document.channels) + heightOf(document.alarms) +
           std::max(heightOf(document.gaps), heightOf(document.marks)) + heightOf(document.pipeline);
}

} // namespace

ReportPage ReportPage::of(QPageSize::PageSizeId paper) {
    const QSizeF size = QPageSize(paper).size(QPageSize::Millimeter);
    return {size.width(), size.height()};
}

int noteLines(const QString& note) {
    return static_cast<int>((note.size() + lettersOfANote - 1) / lettersOfANote);
}

double neededHeight(const ReportDocument& document) {
    return fixedHeight(document) + tablesHeight(document) + document.chartHeight;
}

void fitToPage(ReportDocument& document, const ReportPage& page) {
    constexpr double rowless =
        4 * (ReportPage::heading + ReportPage::columnTitles + ReportPage::blockGap) + ReportPage::lowestChart;
    const double room = page.contentHeight() - fixedHeight(document) - rowless;
    const int lines = static_cast<int>(std::floor(room / ReportPage::row));
    const int sideBySide = std::max(wantedLines(document.gaps), wantedLines(document.marks));
    const std::array<int, 4> given = shared<4>(std::max(lines, 4),
                                               {wantedLines(document.channels), wantedLines(document.alarms),
                                                sideBySide, wantedLines(document.pipeline)},
                                               {2, 2, 1, 1});
    cut(document.channels, given[0]);
    cut(document.alarms, given[1]);
    cut(document.gaps, given[2]);
    cut(document.marks, given[2]);
    cut(document.pipeline, given[3]);
    const double left = page.contentHeight() - fixedHeight(document) - tablesHeight(document);
    document.chartHeight = std::clamp(left, ReportPage::lowestChart, ReportPage::tallestChart);
}

} // namespace rillscope
