// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/ChartPalette.h"
#include "ui/theme/ThemeTokens.h"

namespace rillscope {

/// The colours of a theme as the chart takes them; `seriesPen` is how it draws the channels.
inline ChartPalette chartPaletteOf(const ThemeTokens& tokens, std::function<QPen(int channel)> seriesPen) {
    return {.surface = tokens.surface,
            .line = tokens.line,
            .text = tokens.text,
            .dim = tokens.dim,
            .grid = tokens.grid,
            .accent = tokens.accent,
            .selection = tokens.selection,
            .warning = tokens.warning,
            .alarm = tokens.alarm,
            .seriesPen = std::move(seriesPen)};
}

} // namespace rillscope
