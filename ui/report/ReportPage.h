// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/ReportDocument.h"

namespace rillscope {

/// Where things stand on the page of a report, in millimetres: the same for every format, so that what fits
/// on one page of a PDF does so when the HTML is printed. All text is one line high, but for notes.
struct ReportPage {
    static constexpr double margin = 13.0;
    static constexpr double columnGap = 3.0; ///< between the columns of a table
    static constexpr double halfGap = 8.0;   ///< between two tables side by side
    static constexpr double blockGap = 3.2;  ///< under each block
    static constexpr double title = 7.4;     ///< heights of lines, from here on
    static constexpr double period = 5.0;
    static constexpr double source = 4.4;
    static constexpr double figure = 6.0;
    static constexpr double caption = 3.6;
    static constexpr double heading = 5.4;
    static constexpr double columnTitles = 4.2;
    static constexpr double row = 3.8;
    static constexpr double capture = 5.0;
    static constexpr double note = 3.2;
    static constexpr double footer = 4.0;
    static constexpr double lowestChart = 60.0;
    static constexpr double tallestChart = 104.0;
    // Sizes of type, in points.
    static constexpr double titleSize = 15.0;
    static constexpr double periodSize = 9.5;
    static constexpr double textSize = 7.4; ///< of tables
    static constexpr double smallSize = 6.6;
    static constexpr double figureSize = 13.0;
    static constexpr double headingSize = 9.0;

    double width = 210.0; ///< of the paper
    double height = 297.0;

    static ReportPage of(QPageSize::PageSizeId paper);

    double contentWidth() const { return width - 2 * margin; }
    double contentHeight() const { return height - 2 * margin; }
    double halfWidth() const { return (contentWidth() - halfGap) / 2; }
};

/// Lines that a note takes.
int noteLines(const QString& note);

/// What all of it takes, its chart included.
double neededHeight(const ReportDocument& document);

/// Cuts the tables until all is on one page, and gives the chart what remains. The page says what was left
/// out.
void fitToPage(ReportDocument& document, const ReportPage& page);

} // namespace rillscope
