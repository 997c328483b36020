// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/SeriesStyle.h"
#include "ui/theme/ThemeMode.h"
#include "ui/theme/ThemeTokens.h"

#include <QFont>
#include <QGuiApplication>
#include <QObject>
#include <QPalette>

namespace rillscope {

/// Dresses the whole application: style, palette, font, and one style sheet made from the tokens. What is
/// drawn by hand (the chart) asks tokens() and redraws at changed().
/// Thread: GUI. Make one before the first window, and keep it as long as there are windows.
class Theme : public QObject {
    Q_OBJECT

public:
    /// `desktopPalette` decides what ThemeMode::System means; the desktop's own, as long as no theme has been
    /// applied.
    explicit Theme(const QPalette& desktopPalette = QGuiApplication::palette(), QObject* parent = nullptr);

    /// Widgets that exist are repainted at once.
    void apply(ThemeMode mode);

    ThemeMode mode() const { return m_mode; }
    const ThemeTokens& tokens() const { return *m_tokens; }
    SeriesStyle series(int channel) const { return seriesStyle(*m_tokens, channel); }
    /// 13 px; its family is the desktop's.
    const QFont& bodyFont() const { return m_bodyFont; }
    /// For numbers that change: bodyFont() in a family with digits of equal width.
    const QFont& figureFont() const { return m_figureFont; }

Q_SIGNALS:
    void changed();

private:
    const ThemeTokens& tokensFor(ThemeMode mode) const;

    bool m_desktopIsDark;
    ThemeMode m_mode = ThemeMode::System;
    const ThemeTokens* m_tokens;
    QFont m_bodyFont;
    QFont m_figureFont;
};

} // namespace rillscope
