// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace rillscope {

/// The theme's colours for lists and pictures that are drawn by hand; a stylesheet cannot reach into those.
/// A colour that was not set is taken from the widget's palette.
struct PanelColors {
    QColor text;
    QColor dim;
    QColor accent;
    QColor warning;
    QColor alarm;
    QColor selection;
    // Of histograms.
    QColor line = {};
    QColor bar = {};
    QColor curve = {};
};

} // namespace rillscope
