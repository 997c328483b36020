// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPen>

#include <functional>

namespace rillscope {

/// The colours the chart is drawn in, on screen and in exported files. The theme provides them.
struct ChartPalette {
    QColor surface;
    QColor line;
    QColor text;
    QColor dim;
    QColor grid;
    QColor accent;
    QColor selection{};
    QColor warning{};
    QColor alarm{};
    /// Colour and dash pattern of a channel's line.
    std::function<QPen(int channel)> seriesPen = [](int) { return QPen(); };
};

} // namespace rillscope
