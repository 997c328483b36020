// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/OutsideText.h"

#include <QFileInfo>

namespace rillscope {

QString oneLine(const QString& text, qsizetype maximumLength) {
    // What is cut anyway need not be looked at: a hostile line may be very long.
    QString line = text.left(4 * maximumLength);
    for (QChar& character : line) {
        const QChar::Category category = character.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format ||
            category == QChar::Separator_Line || category == QChar::Separator_Paragraph)
            character = u' ';
    }
    line = std::move(line).simplified();
    if (line.size() <= maximumLength)
        return line;
    line.truncate(maximumLength - 1);
    if (line.back().isHighSurrogate())
        line.chop(1);
    return line + u'…';
}

QString shownFileName(const QString& path) {
    return oneLine(QFileInfo(path).fileName(), 80);
}

QString plainToolTip(const QString& text) {
    return text.isEmpty() ? text : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

} // namespace rillscope
