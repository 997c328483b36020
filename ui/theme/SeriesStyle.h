// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPen>

namespace rillscope {

struct ThemeTokens;

/// How the line of one channel looks: six colours, first solid, then the same six dashed, then dotted.
/// From the 19th channel on the styles repeat.
struct SeriesStyle {
    QColor color;
    Qt::PenStyle penStyle;

    /// A cosmetic pen: raw lines are one device pixel wide at any zoom.
    QPen pen(qreal width = 1.0) const;

    friend bool operator==(const SeriesStyle&, const SeriesStyle&) = default;
};

/// `channel` counts from 0.
SeriesStyle seriesStyle(const ThemeTokens& tokens, int channel);

} // namespace rillscope
