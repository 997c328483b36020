// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/ReportDocument.h"

#include <QFont>

namespace rillscope {

/// How wide the columns of a table are, gaps beside them not included. Words and figures have room for the
/// longest, and texts as far as there is room. What is over spreads the columns over the width; without
/// figures it is the last one's. Where figures alone are too wide, everything is set smaller by `scale`.
/// Units: millimetres. Thread: GUI, for the fonts.
struct ColumnPlan {
    QList<double> widths;
    double scale = 1.0;
};

ColumnPlan planColumns(const ReportTable& table, double width, const QFont& font);

/// The font of a report, in a size of points: unhinted, with digits of equal width.
QFont reportFont(double pointSize, QFont::Weight weight = QFont::Normal);

} // namespace rillscope
