// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

namespace rillscope {

/// Every colour of the program, by what it is for. The only file with colour literals is this one's .cpp;
/// tints (hover, pressed, banner) are mixed from these.
struct ThemeTokens {
    bool isDark;

    QColor window;    ///< behind the cards
    QColor surface;   ///< cards, fields, menus
    QColor line;      ///< borders, slider grooves
    QColor text;      ///< values and headings
    QColor dim;       ///< labels, units, axis numbers
    QColor accent;    ///< the primary action, links, focus
    QColor onAccent;  ///< text on accent
    QColor ok;        ///< running, durable; as text, it and the next two stand on surface
    QColor warning;   ///< gaps, late samples
    QColor alarm;     ///< alarms, failures
    QColor grid;      ///< grid lines of the chart
    QColor selection; ///< behind what is chosen

    /// Okabe and Ito's colours, told apart with any colour vision; on dark the lighter ones come first.
    std::array<QColor, 6> series;

    static const ThemeTokens& light();
    static const ThemeTokens& dark();
};

/// `share` of `over`, the rest `under`, both opaque.
QColor mixed(const QColor& under, const QColor& over, double share);

/// Contrast of two opaque colours as WCAG 2.1 defines it, from 1 to 21.
double contrastRatio(const QColor& one, const QColor& other);

} // namespace rillscope
