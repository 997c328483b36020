// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

#include "ui/theme/FigureFont.h"
#include "ui/theme/StyleSheet.h"
#include "ui/theme/ThemeStyle.h"

#include <QApplication>

namespace rillscope {
namespace {

constexpr int bodyPixels = 13;

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QPalette paletteOf(const ThemeTokens& tokens) {
    QPalette palette(tokens.text, tokens.surface, tokens.surface, tokens.line, tokens.line, tokens.text,
                     tokens.onAccent, tokens.surface, tokens.window);
    palette.setColor(QPalette::AlternateBase, tokens.window);
    palette.setColor(QPalette::Midlight, tokens.grid);
    palette.setColor(QPalette::Highlight, tokens.accent);
    palette.setColor(QPalette::HighlightedText, tokens.onAccent);
    palette.setColor(QPalette::Link, tokens.accent);
    palette.setColor(QPalette::LinkVisited, tokens.accent);
    palette.setColor(QPalette::PlaceholderText, tokens.dim);
    palette.setColor(QPalette::ToolTipBase, tokens.surface);
    palette.setColor(QPalette::ToolTipText, tokens.text);

    const QColor disabledText = mixed(tokens.surface, tokens.dim, 0.55);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::PlaceholderText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, disabledText);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tokens.line);
    return palette;
}

} // namespace

Theme::Theme(const QPalette& desktopPalette, QObject* parent)
    : QObject(parent)
    , m_desktopIsDark(isDark(desktopPalette))
    , m_tokens(&tokensFor(m_mode))
    , m_bodyFont(QGuiApplication::font())
    , m_figureFont(m_bodyFont) {
    m_bodyFont.setPixelSize(bodyPixels);
    m_figureFont = m_bodyFont;
    m_figureFont.setFamily(figureFamily(m_bodyFont));
}

void Theme::apply(ThemeMode mode) {
    m_mode = mode;
    m_tokens = &tokensFor(mode);
    // The sheet goes last: style, palette and font each polish every widget anew.
    qApp->setStyleSheet(QString());
    QApplication::setStyle(new ThemeStyle); // QApplication takes ownership
    QApplication::setPalette(paletteOf(*m_tokens));
    QApplication::setFont(m_bodyFont);
    qApp->setStyleSheet(styleSheet(*m_tokens, m_figureFont.family()));
    Q_EMIT changed();
}

const ThemeTokens& Theme::tokensFor(ThemeMode mode) const {
    const bool dark = mode == ThemeMode::Dark || (mode == ThemeMode::System && m_desktopIsDark);
    return dark ? ThemeTokens::dark() : ThemeTokens::light();
}

} // namespace rillscope
