// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/ChartColors.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PanelColors.h"

namespace rillscope {

/// The theme's colours as the chart takes them. The theme must outlive the palette.
inline ChartPalette chartPaletteOf(const Theme& theme) {
    return chartPaletteOf(theme.tokens(), [&theme](int channel) { return theme.series(channel).pen(); });
}

/// The theme's colours for panels that draw their own rows.
inline PanelColors panelColorsOf(const Theme& theme) {
    const ThemeTokens& tokens = theme.tokens();
    return {.text = tokens.text,
            .dim = tokens.dim,
            .accent = tokens.accent,
            .warning = tokens.warning,
            .alarm = tokens.alarm,
            .selection = tokens.selection,
            .line = tokens.line,
            .bar = mixed(tokens.surface, tokens.series[0], 0.55),
            .curve = tokens.series[1]};
}

} // namespace rillscope
