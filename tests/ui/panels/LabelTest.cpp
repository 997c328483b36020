// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ElidedLabel.h"
#include "ui/panels/FigureLabel.h"
#include "ui/panels/OutsideText.h"
#include "ui/panels/TabularText.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

namespace rillscope {
namespace {

/// Counts how often its layout was told to work anew.
class LayoutCounter : public QWidget {
public:
    int requests = 0;

protected:
    bool event(QEvent* event) override {
        requests += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QWidget::event(event);
    }
};

/// The first font of this machine whose digits differ in width; none with a tabular font everywhere.
std::optional<QFont> fontWithProportionalDigits() {
    for (const QString& family : QFontDatabase::families()) {
        const QFont font(family, 20);
        const QFontMetrics metrics(font);
        if (metrics.horizontalAdvance(u'1') < metrics.horizontalAdvance(u'8'))
            return font;
    }
    return std::nullopt;
}

} // namespace

TEST(FigureLabelTest, NeedsNoNewLayoutForAFigureOfTheSameLength) {
    LayoutCounter parent;
    auto* layout = new QHBoxLayout(&parent);
    auto* label = new FigureLabel(&parent);
    layout->addWidget(label);
    label->setFigure(QStringLiteral("71.42"));
    parent.show();
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents();
    parent.requests = 0;
    label->setFigure(QStringLiteral("68.09"));
    QCoreApplication::sendPostedEvents();
    EXPECT_EQ(parent.requests, 0);
    EXPECT_EQ(label->text(), u"68.09");
    label->setFigure(QStringLiteral("168.09"));
    QCoreApplication::sendPostedEvents();
    EXPECT_GT(parent.requests, 0);
}

TEST(FigureLabelTest, GrowsWithTheFontOfTheStylesheet) {
    FigureLabel label;
    label.setProperty("role", QStringLiteral("bigValue"));
    label.setFigure(QStringLiteral("71.42"));
    const int before = label.width();
    label.setStyleSheet(QStringLiteral("QLabel[role=\"bigValue\"] { font-size: 42px; }"));
    label.show();
    EXPECT_GT(label.width(), 2 * before);
    EXPECT_GE(label.width(), tabularWidth(label.fontMetrics(), label.text()));
}

TEST(TabularTextTest, GivesAllFiguresOfOneLengthTheSameWidth) {
    const std::optional<QFont> font = fontWithProportionalDigits();
    if (!font)
        GTEST_SKIP() << "every font here has tabular digits";
    const QFontMetrics metrics(*font);
    ASSERT_NE(metrics.horizontalAdvance(QStringLiteral("11.11")),
              metrics.horizontalAdvance(QStringLiteral("88.88")));
    const int width = tabularWidth(metrics, QStringLiteral("88.88"));
    for (int value = 1'000; value < 10'000; value += 37) {
        const QString text = QStringLiteral("%1.%2").arg(value / 100).arg(value % 100, 2, 10, QChar(u'0'));
        ASSERT_EQ(tabularWidth(metrics, text), width) << text.toStdString();
    }
}

TEST(TabularTextTest, DrawsWithinItsWidth) {
    const QFont font = fontWithProportionalDigits().value_or(QFont());
    const QString text = QStringLiteral("41,117.11");
    const int width = tabularWidth(QFontMetrics(font), text);
    QImage image(width + 40, 60, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(font);
    drawTabularText(painter, image.rect().adjusted(20, 0, -20, 0), Qt::AlignRight | Qt::AlignVCenter, text);
    painter.end();
    const auto isBlank = [&](int x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(x, y) != QColor(Qt::white))
                return false;
        }
        return true;
    };
    for (int x = 0; x < 15; ++x) {
        EXPECT_TRUE(isBlank(x));
        EXPECT_TRUE(isBlank(image.width() - 1 - x));
    }
    bool hasInk = false;
    for (int x = 20; x < image.width() - 20; ++x)
        hasInk = hasInk || !isBlank(x);
    EXPECT_TRUE(hasInk);
}

TEST(ElidedLabelTest, GivesWayInsteadOfWideningItsPanel) {
    ElidedLabel label(QString(10'000, u'w'));
    EXPECT_LT(label.minimumSizeHint().width(), 40);
    EXPECT_EQ(label.textFormat(), Qt::PlainText);
}

TEST(OutsideTextTest, MakesOneHarmlessLine) {
    EXPECT_EQ(oneLine(QStringLiteral("  a\n\tb\r\n c  ")), u"a b c");
    EXPECT_EQ(oneLine(QString(QChar(0x202E)) + QStringLiteral("gnp.exe")), u"gnp.exe");
    EXPECT_EQ(oneLine(QString(QChar(0))), u"");
    EXPECT_EQ(oneLine(QStringLiteral("abcdef"), 4), u"abc…");
    EXPECT_EQ(oneLine(QString(1'000'000, u'x')).size(), 300);
    const QString pair = QStringLiteral("ab😀cd");
    EXPECT_EQ(oneLine(pair, 4), u"ab…") << "no half of a character is left";
}

TEST(OutsideTextTest, ShowsMarkupInTooltipsAsText) {
    const QString toolTip = plainToolTip(QStringLiteral("<img src=x> & co"));
    EXPECT_FALSE(toolTip.contains(QStringLiteral("<img")));
    EXPECT_EQ(plainToolTip(QString()), QString());
}

} // namespace rillscope
