// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>

class QPainter;

namespace rillscope {

/// Text whose digits all have the same width, whatever the font, so that changing figures do not make it
/// dance: each digit stands in the middle of a cell as wide as the widest one. Right-to-left text, and fonts
/// whose digits are alike, are drawn as one run.
int tabularWidth(const QFontMetrics& metrics, const QString& text);

/// Draws one line with the painter's font and pen; `alignment` as for QPainter::drawText().
void drawTabularText(QPainter& painter, const QRect& area, Qt::Alignment alignment, const QString& text);

} // namespace rillscope
