// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"
#include "ui/theme/FigureFont.h"
#include "ui/theme/StyleSheet.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>

namespace rillscope {
namespace {

constexpr double readable = 4.5;

QPalette desktop(const QColor& text, const QColor& window) {
    QPalette palette;
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Window, window);
    return palette;
}

void expectReadable(const char* what, const QColor& text, const QColor& ground) {
    EXPECT_GE(contrastRatio(text, ground), readable)
        << what << ": " << text.name().toStdString() << " on " << ground.name().toStdString();
}

class ThemeTokensTest : public testing::TestWithParam<bool> {
protected:
    const ThemeTokens& tokens() const { return GetParam() ? ThemeTokens::dark() : ThemeTokens::light(); }
};

TEST_P(ThemeTokensTest, MakesAllTextReadable) {
    const ThemeTokens& t = tokens();
    for (const QColor& ground : {t.window, t.surface, t.selection}) {
        expectReadable("text", t.text, ground);
        expectReadable("dim", t.dim, ground);
        expectReadable("accent", t.accent, ground);
    }
    // State colours are for text on cards, banners aside: warning on the light window would be at 4.49.
    expectReadable("ok", t.ok, t.surface);
    expectReadable("warning", t.warning, t.surface);
    expectReadable("alarm", t.alarm, t.surface);
    expectReadable("primary button", t.onAccent, t.accent);
    expectReadable("primary button pressed", t.onAccent, mixed(t.accent, t.text, 0.25));
    expectReadable("warning banner", t.text, mixed(t.surface, t.warning, 0.10));
    expectReadable("alarm banner", t.text, mixed(t.surface, t.alarm, 0.10));
    expectReadable("button pressed", t.text, mixed(t.surface, t.text, 0.10));
}

TEST_P(ThemeTokensTest, FillsEveryNameOfTheStyleSheet) {
    const QString sheet = styleSheet(tokens(), QStringLiteral("Noto Sans"));
    EXPECT_FALSE(sheet.contains(u'@'));
    EXPECT_TRUE(sheet.contains(tokens().accent.name()));
    EXPECT_TRUE(sheet.contains(QStringLiteral("Noto Sans")));
}

TEST_P(ThemeTokensTest, DrawsIconsInItsOwnColors) {
    const ThemeTokens& t = tokens();
    styleSheet(t, QString()); // makes the resources known
    QDirIterator icons(t.isDark ? QStringLiteral(":/theme/dark") : QStringLiteral(":/theme/light"));
    int count = 0;
    while (icons.hasNext()) {
        QFile file(icons.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(file.readAll()).toLower();
        EXPECT_TRUE(svg.contains(t.dim.name()) || svg.contains(t.text.name()) ||
                    svg.contains(t.onAccent.name()))
            << file.fileName().toStdString();
        ++count;
    }
    EXPECT_EQ(count, 6);
}

TEST_P(ThemeTokensTest, TellsEighteenChannelsApart) {
    QSet<QPair<QRgb, int>> seen;
    for (int channel = 0; channel < 18; ++channel) {
        const SeriesStyle style = seriesStyle(tokens(), channel);
        EXPECT_TRUE(style.pen().isCosmetic());
        seen.insert({style.color.rgb(), static_cast<int>(style.penStyle)});
    }
    EXPECT_EQ(seen.size(), 18);
    EXPECT_EQ(seriesStyle(tokens(), 0).penStyle, Qt::SolidLine);
    EXPECT_EQ(seriesStyle(tokens(), 6).penStyle, Qt::DashLine);
    EXPECT_EQ(seriesStyle(tokens(), 12).penStyle, Qt::DotLine);
    EXPECT_EQ(seriesStyle(tokens(), 18), seriesStyle(tokens(), 0));
}

TEST_P(ThemeTokensTest, BeginsWithSeriesThatStandOut) {
    EXPECT_GE(contrastRatio(seriesStyle(tokens(), 0).color, tokens().surface), readable);
    EXPECT_GE(contrastRatio(seriesStyle(tokens(), 1).color, tokens().surface), 3.0);
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, ThemeTokensTest, testing::Bool());

TEST(ContrastRatioTest, MatchesKnownValues) {
    EXPECT_NEAR(contrastRatio(Qt::black, Qt::white), 21.0, 1e-6);
    EXPECT_NEAR(contrastRatio(Qt::white, Qt::white), 1.0, 1e-9);
    EXPECT_NEAR(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white), 4.54, 0.01);
}

TEST(ThemeTest, FollowsTheDesktopInSystemMode) {
    Theme onLight(desktop(Qt::black, Qt::white));
    Theme onDark(desktop(Qt::white, Qt::black));
    onLight.apply(ThemeMode::System);
    onDark.apply(ThemeMode::System);
    EXPECT_FALSE(onLight.tokens().isDark);
    EXPECT_TRUE(onDark.tokens().isDark);
    onDark.apply(ThemeMode::Light);
    EXPECT_FALSE(onDark.tokens().isDark);
    onDark.apply(ThemeMode::System);
    EXPECT_TRUE(onDark.tokens().isDark) << "its own palette must not be taken for the desktop's";
}

TEST(ThemeTest, RepaintsWhatExistsWhenItChanges) {
    Theme theme(desktop(Qt::black, Qt::white));
    theme.apply(ThemeMode::Light);
    QWidget window;
    QLabel label(QStringLiteral("21.5"), &window);
    label.setProperty("role", QStringLiteral("bigValue"));
    QPushButton button(QStringLiteral("Stop"), &window);
    window.show();
    EXPECT_EQ(label.palette().color(QPalette::WindowText), ThemeTokens::light().text);

    QSignalSpy changed(&theme, &Theme::changed);
    theme.apply(ThemeMode::Dark);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(theme.mode(), ThemeMode::Dark);
    EXPECT_EQ(label.palette().color(QPalette::WindowText), ThemeTokens::dark().text);
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), ThemeTokens::dark().window);
    EXPECT_EQ(label.font().pixelSize(), 42);
    EXPECT_EQ(button.font().pixelSize(), 13);
    EXPECT_EQ(button.sizeHint().height(), 32);
}

TEST(ThemeTest, KeepsDigitsFromDancing) {
    const Theme theme(desktop(Qt::black, Qt::white));
    EXPECT_EQ(theme.bodyFont().pixelSize(), 13);
    EXPECT_EQ(figureFamily(theme.figureFont()), theme.figureFont().family());
    EXPECT_TRUE(!hasTabularDigits(theme.bodyFont()) ||
                theme.figureFont().family() == theme.bodyFont().family());
}

TEST(ThemeModeTest, ReadsItsOwnNames) {
    for (const ThemeMode mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark})
        EXPECT_EQ(parseThemeMode(themeModeName(mode)), mode);
    EXPECT_FALSE(parseThemeMode(QStringLiteral("Blue")));
    EXPECT_FALSE(parseThemeMode(QString()));
}

} // namespace
} // namespace rillscope
