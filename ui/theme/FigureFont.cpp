// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/FigureFont.h"

#include <QFontDatabase>
#include <QFontMetricsF>

namespace rillscope {
namespace {

bool hasEqualDigits(const QFont& font) {
    const QFontMetricsF metrics(font);
    const qreal width = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (qAbs(metrics.horizontalAdvance(QChar(digit)) - width) > 0.01)
            return false;
    }
    return true;
}

} // namespace

bool hasTabularDigits(const QFont& font) {
    QFont large = font;
    large.setPixelSize(100); // differences must not vanish in hinting
    QFont semibold = large;
    semibold.setWeight(QFont::DemiBold);
    return hasEqualDigits(large) && hasEqualDigits(semibold);
}

QString figureFamily(const QFont& system) {
    if (hasTabularDigits(system))
        return system.family();
    for (const QString& family : {QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
                                  QStringLiteral("Liberation Sans"), QStringLiteral("Open Sans")}) {
        if (QFontDatabase::hasFamily(family) && hasTabularDigits(QFont(family)))
            return family;
    }
    return system.family();
}

} // namespace rillscope
