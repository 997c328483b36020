// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/TabularText.h"

#include <QPainter>

#include <algorithm>

namespace rillscope {
namespace {

/// The width of the cells, or 0 where the text needs none.
int digitCell(const QFontMetrics& metrics, const QString& text) {
    int widest = 0;
    int narrowest = metrics.maxWidth();
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        const int width = metrics.horizontalAdvance(QChar(digit));
        widest = std::max(widest, width);
        narrowest = std::min(narrowest, width);
    }
    return widest == narrowest || text.isRightToLeft() ? 0 : widest;
}

bool isDigit(QChar character) {
    return character >= u'0' && character <= u'9';
}

/// Calls `visit(run, width, isDigit)` for each digit and each stretch of other characters.
template <typename Visitor>
void visitRuns(const QFontMetrics& metrics, const QString& text, int cell, Visitor visit) {
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin + 1;
        const bool digit = isDigit(text.at(begin));
        while (!digit && end < text.size() && !isDigit(text.at(end)))
            ++end;
        const QString run = text.mid(begin, end - begin);
        visit(run, digit ? cell : metrics.horizontalAdvance(run), digit);
        begin = end;
    }
}

} // namespace

int tabularWidth(const QFontMetrics& metrics, const QString& text) {
    const int cell = digitCell(metrics, text);
    if (cell == 0)
        return metrics.horizontalAdvance(text);
    int width = 0;
    visitRuns(metrics, text, cell, [&](const QString&, int runWidth, bool) { width += runWidth; });
    return width;
}

void drawTabularText(QPainter& painter, const QRect& area, Qt::Alignment alignment, const QString& text) {
    const QFontMetrics metrics = painter.fontMetrics();
    const int cell = digitCell(metrics, text);
    if (cell == 0) {
        painter.drawText(area, static_cast<int>(alignment) | Qt::TextSingleLine | Qt::TextDontClip, text);
        return;
    }
    const int width = tabularWidth(metrics, text);
    int x = area.x();
    if (alignment & Qt::AlignRight)
        x = area.right() + 1 - width;
    else if (alignment & Qt::AlignHCenter)
        x += (area.width() - width) / 2;
    int y = area.y() + (area.height() - metrics.height()) / 2;
    if (alignment & Qt::AlignTop)
        y = area.y();
    y += metrics.ascent();
    visitRuns(metrics, text, cell, [&](const QString& run, int runWidth, bool digit) {
        const int inset = digit ? (runWidth - metrics.horizontalAdvance(run)) / 2 : 0;
        painter.drawText(x + inset, y, run);
        x += runWidth;
    });
}

} // namespace rillscope
