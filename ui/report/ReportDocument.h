// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/ReportContents.h"
#include "ui/text/NumberFormat.h"

#include <QPageSize>
#include <QSet>

namespace rillscope {

/// How a report is to be read: units, times and paper.
struct ReportForm {
    Unit unit = Unit::Fahrenheit; ///< of temperatures
    QTimeZone zone = QTimeZone::systemTimeZone();
    QPageSize::PageSizeId paper = QPageSize::A4;
    QSet<int> hiddenChannels; ///< have no line in the chart

    /// Letter where people measure in inches, A4 elsewhere.
    static QPageSize::PageSizeId paperOf(const QLocale& locale);
};

struct ReportColumn {
    enum class Kind {
        Text,  ///< cut with "…" where there is no room for it
        Word,  ///< short, never cut
        Figure ///< on the right, never cut
    };
    QString title;
    Kind kind = Kind::Text;
};

struct ReportRow {
    QStringList cells;
    Severity severity = Severity::Notice; ///< colours the first cell
    int series = -1;                      ///< the chart's line that stands before the first cell; -1: none
};

struct ReportTable {
    QString title;
    QString emptyText; ///< instead of rows
    QList<ReportColumn> columns;
    QList<ReportRow> rows;
    qint64 total = 0;      ///< what there is, listed or not
    QString moreText = {}; ///< under the rows: how many are left out
};

/// A figure over its caption; `sign` stands before it: "=", "+".
struct ReportFigure {
    QString figure;
    QString caption;
    QString sign = {};
    Severity severity = Severity::Notice;
};

/// A report in words and figures, ready to be laid out: the same for every format. Text from outside is on
/// one line, of bounded length, and without control characters, but not escaped.
struct ReportDocument {
    QString title;
    QString period;
    QString source;
    QList<ReportFigure> figures;
    ReportTable channels;
    ReportTable alarms;
    ReportTable gaps;
    ReportTable marks;
    ReportTable pipeline;
    QString accountTitle;
    QList<ReportFigure> account;
    QString captureLine; ///< empty: there is no capture
    QStringList notes;
    QString footer;
    QString creator;          ///< the program and its version
    double chartHeight = 0.0; ///< mm
};

/// All of it, however long; fitToPage() makes it one page. Thread: GUI, for the locale's words.
ReportDocument makeReportDocument(const ReportContents& contents, const ReportForm& form);

} // namespace rillscope
